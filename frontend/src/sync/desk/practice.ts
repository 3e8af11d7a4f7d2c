/** The practice itself: its settings, its therapists, where she is signed in. */
import * as api from '../../api/desk';
import { me } from '../../store/desk';

export interface PracticeFile {
  practice: api.Practice;
  members: api.Member[];
  signIns: api.SignIn[];
}

export async function readPracticeFile(): Promise<PracticeFile> {
  const [practice, { members }, { sessions }] = await Promise.all([
    api.readPractice(),
    api.listMembers(),
    api.listSignIns(),
  ]);
  return { practice, members, signIns: sessions };
}

export async function changePractice(change: Parameters<typeof api.changePractice>[0]): Promise<void> {
  const practice = await api.changePractice(change);
  if (me.value) me.value = { ...me.value, practice };
}

export async function changeMe(change: Parameters<typeof api.changeMe>[0]): Promise<void> {
  me.value = await api.changeMe(change);
}

export { addMember, endMember, endSignIn } from '../../api/desk';
