// Reads the table that test_parity.py wrote and says where the phone derives otherwise.
// node parity.mjs <bundle of frontend/src/domain/dose/derive.ts> <table of JSON lines>
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [bundle, table] = process.argv.slice(2);
const { derive } = await import(pathToFileURL(bundle).href);

/** The same text for the same value: keys in order, each instant in one form. */
function text(value) {
  const ordered = (key, part) => {
    if (key === 'at') return new Date(part).toISOString();
    return part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  };
  return JSON.stringify(value, ordered);
}

let rows = 0;
const differences = [];
for await (const line of createInterface({ input: createReadStream(table), crlfDelay: Number.POSITIVE_INFINITY })) {
  const { given, out } = JSON.parse(line);
  rows += 1;
  const found = derive(given);
  if (text(found) !== text(out)) differences.push({ given, python: out, typescript: found });
}
console.log(JSON.stringify({ rows, differences: differences.length, first: differences.slice(0, 3) }));
