/** What a practice makes its own: who reviewed the content, the numbers of the rules, techniques and their photos. */
import { type OwnDraft, type OwnTechnique, toWire } from '../domain/desk/own-technique';
import type { Threshold } from '../domain/desk/thresholds';
import { call, Refused, refusal } from './desk-call';

export interface Signature {
  name: string;
  role: string;
  at: string;
}
/** `label`: the name of a technique of the practice's own. */
export interface ContentPart {
  part: string;
  label: string;
  version: string;
  signed: Signature | null;
}
export interface SignOffs {
  parts: ContentPart[];
  /** Newest first. */
  history: (Signature & { part: string; version: string })[];
}
export interface ThresholdChange {
  id: string;
  /** The number that was moved. */
  threshold: string;
  from: number;
  to: number;
  by: { id: string; name: string };
  at: string;
  reason: string;
}
export interface Thresholds {
  thresholds: Threshold[];
  /** Newest first. */
  history: ThresholdChange[];
}

const MINE = '/practices/me';
const one = (id: string) => `${MINE}/techniques/${encodeURIComponent(id)}`;

export const readSignOffs = () => call<SignOffs>('GET', `${MINE}/sign-offs`);
export const signOff = (body: { part: string; version: string; name: string; role: string }) =>
  call<SignOffs>('POST', `${MINE}/sign-offs`, body);

export const readThresholds = () => call<Thresholds>('GET', `${MINE}/thresholds`);
export const moveThresholds = (values: Record<string, number>, reason: string) =>
  call<Thresholds>('PUT', `${MINE}/thresholds`, { values, reason });

export const readOwn = () => call<{ techniques: OwnTechnique[] }>('GET', `${MINE}/techniques`);
export const writeOwn = (body: ReturnType<typeof toWire> & { id: string }) =>
  call<OwnTechnique>('POST', `${MINE}/techniques`, body);
export const changeOwn = (id: string, draft: OwnDraft, base_version: number) =>
  call<OwnTechnique>('PUT', one(id), { ...toWire(draft), base_version });
export const retireOwn = (id: string) => call<void>('DELETE', one(id));
export const dropPhoto = (id: string) => call<OwnTechnique>('DELETE', `${one(id)}/photo`);

/** A phone on a slow network, sending a megabyte. */
const UPLOAD_MS = 60_000;

/** Sends the picture as it is; it is written anew there, without what a camera notes about the place. */
export async function sendPhoto(id: string, picture: Blob, alt: string): Promise<void> {
  const response = await upload(`/api/v1${one(id)}/photo?${new URLSearchParams({ alt })}`, picture);
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => null);
  throw refusal({ status: response.status, headers: response.headers, body });
}

async function upload(path: string, body: Blob): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'PUT',
      body,
      headers: { accept: 'application/json', 'content-type': body.type || 'application/octet-stream' },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(UPLOAD_MS),
    });
  } catch {
    throw new Refused('offline', '', {}, {}, 0);
  }
}
