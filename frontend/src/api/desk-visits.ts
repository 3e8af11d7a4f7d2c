/** Visits in the room, and the course of care. */
import type { CourseOfCare, Visit, VisitsFile } from '../domain/desk/visits';
import { call } from './desk-call';

/** `id` is made here: what is sent twice stands once. */
export type VisitIn = { id: string } & Pick<
  Visit,
  'on' | 'minutes' | 'kind' | 'regions' | 'note' | 'reaction'
>;

const client = (id: string): string => `/clients/${id}`;

export const readVisits = (id: string) => call<VisitsFile>('GET', `${client(id)}/visits`);
export const writeVisit = (id: string, body: VisitIn) => call<Visit>('POST', `${client(id)}/visits`, body);
export const correctVisit = (id: string, old: string, body: VisitIn) =>
  call<Visit>('PATCH', `${client(id)}/visits/${old}`, body);
export const withdrawVisit = (id: string, visit: string) =>
  call<void>('DELETE', `${client(id)}/visits/${visit}`);
export const writeCourse = (id: string, body: { visits_planned: number; started_on: string }) =>
  call<CourseOfCare>('PUT', `${client(id)}/course`, body);
export const endCourse = (id: string) => call<void>('DELETE', `${client(id)}/course`);
