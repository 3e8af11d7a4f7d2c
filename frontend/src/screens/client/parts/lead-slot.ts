import { loadGuideWords } from '../../../text/guide';
import { slot } from './later-part';

/** How the phone leads through a practice, and her own breath. */
export const LeadRow = slot(() => import('./later/lead-row').then((m) => m.LeadRow), loadGuideWords);
