// Walks the built files and refuses a build that has grown past its budget (kilobytes of gzip, 1 kB = 1000 B).
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const DIST = new URL('../dist/', import.meta.url);
const DESK = /^src\/(screens\/(therapist|account)|text\/\w\w\/(desk|account|handover))/;
/** What the desk fetches when one client's page is opened: figures, graphs, the printed sheet. */
const COURSE = /^src\/(screens\/therapist\/client\/course|text\/\w\w\/desk-page)/;
/** What a client's first day needs: these pages count as the first load, whatever chunk they are in. */
const FIRST = /^src\/screens\/client\/(join|today|practice|after)\/(?!later)|^_core-|^src\/text\/\w\w\/index/;

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));
const weigh = (file) => gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length;
/** The app's own start is merged into the chunk `core`, which the manifest then calls no entry. */
const entry = Object.keys(manifest).filter((key) => manifest[key].isEntry || /^_core-/.test(key));
if (entry.length === 0) throw new Error('the build manifest names no entry');

function closure(starts, follow) {
  const seen = new Set();
  const queue = [...starts];
  while (queue.length > 0) {
    const key = queue.pop();
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    queue.push(...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []).filter(follow));
  }
  return [...seen];
}
const scripts = (keys) =>
  [...new Set(keys.map((key) => manifest[key].file))].filter((f) => f.endsWith('.js'));
const sum = (files) => files.reduce((total, file) => total + weigh(file), 0);

const LANGUAGES = ['en', 'de'];
const words = new RegExp(
  LANGUAGES.map((it) => `^src/text/${it}/|^_later-${it}-|^src/content/\\w+\\.${it}\\.`).join('|'),
);
const pictures = /^src\/pictograms\/|^_pictures-/;
/** Of the languages a phone loads one: the longest counts. */
const worst = (keys, files = scripts) =>
  Math.max(
    ...LANGUAGES.map((it) =>
      sum(files(keys.filter((key) => !words.test(key) || new RegExp(`[/-]${it}-|[/.]${it}[/.]`).test(key)))),
    ),
  );

const first = closure(entry, (key) => FIRST.test(key));
const client = closure(entry, (key) => !DESK.test(key));
const everything = closure(entry, () => true);
const desk = everything.filter((key) => !client.includes(key));
const course = desk.filter((key) => COURSE.test(key));
const poses = client.filter((key) => pictures.test(key));

/** What pages fetch as data: rules, their words, cards to read. */
const content = Object.keys(manifest).filter((key) => key.endsWith('.json'));

const rows = [
  ['client, first load', worst(first), 48],
  ['client, all code', worst(client.filter((key) => !poses.includes(key))), 123],
  ['pictures, lazy', sum(scripts(poses)), 60],
  ['content, lazy', worst(content, (keys) => keys.map((key) => manifest[key].file)), 30],
  ['worker', existsSync(new URL('sw.js', DIST)) ? weigh('sw.js') : Number.NaN, 10],
  ['desk, lazy', worst(desk.filter((key) => !course.includes(key))), 90],
  ['one client’s page', worst(course), 18],
];
let over = false;
for (const [name, bytes, limit] of rows) {
  const bad = !(bytes <= limit * 1000);
  over ||= bad;
  console.log(
    `${bad ? 'OVER' : 'ok  '} ${name.padEnd(20)} ${(bytes / 1000).toFixed(1).padStart(6)} kB of ${limit} kB`,
  );
}
process.exit(over ? 1 : 0);
