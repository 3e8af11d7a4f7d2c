// Runs before the rest of the app has arrived: says which language the page is in, and asks for its first words at the
// same time as for the code that shows them.
import { loadFirstWords } from './text';
import { LANGUAGES, language } from './text/language';

document.documentElement.lang = language();
document.documentElement.dir = LANGUAGES[language()].dir;
// Asked for again, and told about, when the app is drawn.
loadFirstWords().catch(() => undefined);
