/** Signing in, signing up, signing out. */
import * as api from '../../api/desk';
import type { Language } from '../../domain/language';
import { pausePush } from '../../push/ending';
import { someoneIsHere } from '../../push/open';
import * as desk from '../../store/desk';

/** `language` is that of the page: hers, unless she has one. */
export async function signIn(email: string, password: string, language: Language): Promise<void> {
  desk.welcome(await api.signIn({ email, password, language }));
  someoneIsHere();
}

export async function signUp(form: Parameters<typeof api.signUp>[0]): Promise<void> {
  desk.welcome(await api.signUp(form));
  someoneIsHere();
}

/** Ends this browser's sign-in and its pushes, and forgets everything that the desk knew. */
export async function signOut(): Promise<void> {
  await pausePush();
  await api.signOut();
  desk.forgetDesk();
}
