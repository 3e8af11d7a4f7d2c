import { loadFirstWords } from '../text';
import { loadAccountWords } from '../text/account';
import { loadBodyWords } from '../text/body';
import { loadCareWords } from '../text/care';
import { loadDeskWords } from '../text/desk';
import { loadPageWords } from '../text/desk-page';
import { loadDoorsWords } from '../text/doors';
import { loadGuideWords } from '../text/guide';
import { loadHistoryWords } from '../text/history';
import { loadIntakeWords } from '../text/intake';
import { loadLearnWords } from '../text/learn';
import { loadMeWords } from '../text/me';
import { loadMeasuresWords } from '../text/measures';
import { loadRemindersWords } from '../text/reminders';
import { loadSafetyWords } from '../text/safety';

const ALL = [
  loadFirstWords,
  loadAccountWords,
  loadBodyWords,
  loadCareWords,
  loadDeskWords,
  loadPageWords,
  loadDoorsWords,
  loadGuideWords,
  loadHistoryWords,
  loadIntakeWords,
  loadLearnWords,
  loadMeWords,
  loadMeasuresWords,
  loadRemindersWords,
  loadSafetyWords,
];

/** Every module of words, in the language of the page: English where a test says nothing else. */
export async function loadAllWords(): Promise<void> {
  await Promise.all(ALL.map((load) => load()));
}
