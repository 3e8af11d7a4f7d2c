/** The desk's side of the HTTP contract: one function an endpoint. Every failure is a `Refused`. */
import type { Rest } from '../domain/adherence';
import type { ClientRow } from '../domain/desk/attention';
import type { Catalogue } from '../domain/desk/catalogue';
import type { GivenClearing } from '../domain/desk/clearing';
import type { LogReply, LogRow } from '../domain/desk/course';
import type { Change } from '../domain/desk/diff';
import type { NewVersion } from '../domain/desk/version';
import type { Language } from '../domain/language';
import type { Version } from '../domain/program';
import { call } from './desk-call';

export interface PracticeSettings {
  emergency_number: string;
  minors: 'no' | 'guardian' | '16_plus';
  retention_months: number;
  idle_minutes: number;
  /** Of a client about whom nothing else is said. */
  language: Language;
}
export interface Practice {
  id: string;
  name: string;
  timezone: string;
  settings: PracticeSettings;
}
export interface Therapist {
  kind: 'therapist';
  id: string;
  practice_id: string;
  name: string;
  email: string;
  role: 'owner' | 'member';
  /** Null until she has one. */
  language: Language | null;
  practice: Practice;
}
export interface Member {
  id: string;
  name: string;
  email: string;
  role: 'owner' | 'member';
}
export interface SignIn {
  id: string;
  label: string;
  created_at: string;
  last_seen_at: string;
  current: boolean;
}
export interface ClientCard {
  id: string;
  name: string;
  timezone: string;
  language: Language;
  created_at: string;
  archived_at: string | null;
  therapists: { id: string; name: string; role: string }[];
}
export interface Device {
  id: string;
  label: string;
  created_at: string;
  last_seen_at: string;
  revoked_at: string | null;
}
export interface Invitation {
  token: string;
  url: string;
  qr_svg: string;
  expires_at: string;
  installable: boolean;
  why_not: string | null;
}
export interface VersionSummary extends Omit<Version, 'items'> {
  /** Every clearance that was given with it. */
  overrides: (GivenClearing & { technique_id: string; level: number })[];
}
export interface Clearance {
  by: string;
  at: string;
  note: string;
}
export interface ProgramView {
  program: Version | null;
  versions: VersionSummary[];
  clearance: Clearance | null;
  fetched: { number: number; at: string } | null;
  /** When she was told to rest; absent from servers before they told. */
  rests?: Rest[];
}
interface LogPage {
  logs: LogRow[];
  next: number | null;
}
const client = (id: string): string => `/clients/${id}`;

export const signUp = (body: {
  practice_name: string;
  name: string;
  email: string;
  password: string;
  timezone: string;
  language: Language;
}) => call<Therapist>('POST', '/practices', body);
export const signIn = (body: { email: string; password: string; language: Language }) =>
  call<Therapist>('POST', '/session', body);
export const signOut = () => call<void>('DELETE', '/session');
export const whoAmI = () => call<Therapist | { kind: 'client' }>('GET', '/me');
export const changeMe = (body: {
  name?: string;
  language?: Language;
  password?: string;
  current_password?: string;
}) => call<Therapist>('PATCH', '/me', body);

export const readPractice = () => call<Practice>('GET', '/practice');
export const changePractice = (body: {
  name?: string;
  timezone?: string;
  settings?: Partial<PracticeSettings>;
}) => call<Practice>('PATCH', '/practice', body);
export const listMembers = () => call<{ members: Member[] }>('GET', '/practices/me/members');
export const addMember = (body: { name: string; email: string; password: string }) =>
  call<Member>('POST', '/practices/me/members', body);
export const endMember = (id: string) => call<void>('DELETE', `/practices/me/members/${id}`);
export const listSignIns = () => call<{ sessions: SignIn[] }>('GET', '/sessions');
export const endSignIn = (id: string) => call<void>('DELETE', `/sessions/${id}`);

export const listClients = () => call<{ clients: ClientRow[] }>('GET', '/clients');
export const addClient = (body: { id: string; name: string; timezone: string; language: Language }) =>
  call<ClientCard>('POST', '/clients', body);
export const readClient = (id: string) => call<ClientCard>('GET', client(id));
export const changeClient = (id: string, body: { name?: string; timezone?: string; language?: Language }) =>
  call<ClientCard>('PATCH', client(id), body);
export const eraseClient = (id: string, confirm_name: string) =>
  call<void>('DELETE', client(id), { confirm_name });
export const invite = (id: string) => call<Invitation>('POST', `${client(id)}/invitations`, {});
export const listDevices = (id: string) => call<{ devices: Device[] }>('GET', `${client(id)}/devices`);
export const revokeDevice = (id: string, device: string) =>
  call<void>('DELETE', `${client(id)}/devices/${device}`);
export const giveAccess = (id: string, therapist: string) =>
  call<void>('PUT', `${client(id)}/members/${therapist}`);
export const takeAccess = (id: string, therapist: string) =>
  call<void>('DELETE', `${client(id)}/members/${therapist}`);
export const clear = (id: string, body: { id: string; note: string }) =>
  call<Clearance>('POST', `${client(id)}/clearance`, body);
export const withdrawClearance = (id: string) => call<void>('DELETE', `${client(id)}/clearance`);
export const exportAddress = (id: string, as: 'html' | 'json'): string =>
  `/api/v1${client(id)}/export${as === 'html' ? '.html' : ''}`;

export const readCatalogue = () => call<Catalogue>('GET', '/techniques');
export const readProgram = (id: string) => call<ProgramView>('GET', `${client(id)}/program`);
export const readVersion = (id: string, number: number) =>
  call<Version>('GET', `${client(id)}/program/versions/${number}`);
export const readDiff = (id: string, number: number) =>
  call<{ changes: Change[] }>('GET', `${client(id)}/program/versions/${number}/diff`);
export const writeVersion = (id: string, body: NewVersion & { id: string; seen_decisions: string[] }) =>
  call<Version>('POST', `${client(id)}/program/versions`, body);

export const readLogs = (id: string, before: number | null) =>
  call<LogPage>('GET', `${client(id)}/logs?limit=100${before === null ? '' : `&before_seq=${before}`}`);
export const answerLog = (id: string, log: string, text: string) =>
  call<LogReply>('POST', `${client(id)}/logs/${log}/answer`, { text });
export const markRead = (id: string, seq: number) => call<void>('PUT', `${client(id)}/read-mark`, { seq });
