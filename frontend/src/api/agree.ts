/**
 * The shapes we write by hand against those that the server's own document gives (types.gen.ts, `make types`).
 * Nothing here runs: when the two drift apart, the compiler stops here.
 */
import type { Intake } from '../domain/desk/answers';
import type { ClientRow } from '../domain/desk/attention';
import type { FlagSheet } from '../domain/desk/flags';
import type { VisitsFile } from '../domain/desk/visits';
import type { Log, Version, View } from '../domain/types';
import type { components } from './types.gen';

type Schemas = components['schemas'];

/** Answers always carry every field; the document marks none as required. */
type Whole<T> = T extends (infer Part)[]
  ? Whole<Part>[]
  : T extends object
    ? { [Name in keyof T]-?: Whole<T[Name]> }
    : T;

/** Does not compile unless `Given` can be used wherever `Wanted` is. */
type Fits<Wanted, Given extends Wanted> = Given;

export type VersionFits = Fits<Version, Whole<Schemas['Version']>>;
export type ViewFits = Fits<View, Whole<Schemas['SyncView']>>;
export type LogFits = Fits<Schemas['Log'], Log>;
export type RowFits = Fits<Omit<ClientRow, 'stopped'>, Whole<Schemas['ClientRow']>>;
export type FlagsFit = Fits<FlagSheet, Whole<Schemas['Flags']>>;
export type IntakeFits = Fits<Intake, Whole<Schemas['Intake']>>;
export type VisitsFit = Fits<VisitsFile, Whole<Schemas['VisitsFile']>>;
