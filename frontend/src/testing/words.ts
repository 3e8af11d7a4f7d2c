import { loadFirstWords } from '../text';
import { loadAccountWords } from '../text/account';
import { loadBodyWords } from '../text/body';
import { loadDeskWords } from '../text/desk';
import { loadDoorsWords } from '../text/doors';
import { loadGuideWords } from '../text/guide';
import { loadHistoryWords } from '../text/history';
import { loadIntakeWords } from '../text/intake';
import { loadLearnWords } from '../text/learn';
import { loadMeWords } from '../text/me';
import { loadRemindersWords } from '../text/reminders';
import { loadSafetyWords } from '../text/safety';

const ALL = [
  loadFirstWords,
  loadAccountWords,
  loadBodyWords,
  loadDeskWords,
  loadDoorsWords,
  loadGuideWords,
  loadHistoryWords,
  loadIntakeWords,
  loadLearnWords,
  loadMeWords,
  loadRemindersWords,
  loadSafetyWords,
];

/** Every module of words, in the language of the page: English where a test says nothing else. */
export async function loadAllWords(): Promise<void> {
  await Promise.all(ALL.map((load) => load()));
}
