// Reads the table that test_parity.py wrote and says where the phone's rules answer otherwise.
// node parity.mjs <bundle of frontend/src/domain/screening> <policy.gen.json> <table of JSON lines>
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [bundle, data, table] = process.argv.slice(2);
const rules = await import(pathToFileURL(bundle).href);
const policy = JSON.parse(readFileSync(data, 'utf8'));

const sites = (places) => places.map(([region, side]) => ({ region, side }));
const raised = ([flag, places, since, confirmed]) => ({ flag, sites: sites(places), since, confirmed, log: '' });

const asked = {
  verdict({ technique, level, sides, marks, flags, today }) {
    const use = { technique: policy.techniques[technique], level, sides: new Set(sides), marks: sites(marks) };
    const found = rules.verdict(policy, use, flags.map(raised), today);
    return [found.do, found.findings.map(({ rule, flag }) => [rule, flag]), found.rules, found.needs, found.limits];
  },
  step({ technique, level, sides, marks, flags, owned, today }) {
    const use = { technique: policy.techniques[technique], level, sides: new Set(sides), marks: sites(marks) };
    const found = rules.verdict(policy, use, flags.map(raised), today);
    const active = rules.activeFlags(policy, flags.map(raised), today);
    return [rules.saferStep(policy, use, flags.map(raised), today, owned), rules.basisOf(found, active)];
  },
  fold({ logs }) {
    const entries = logs.map((log) => ({ ...log, sites: sites(log.sites) }));
    return rules
      .foldFlags(entries)
      .map(({ flag, sites: places, since, confirmed, log }) => [
        flag,
        places.map(({ region, side }) => [region, side]),
        since,
        confirmed,
        log,
      ]);
  },
  answer({ question, answer, today }) {
    return rules
      .raisedBy(policy, policy.questions[question], { ...answer, sites: sites(answer.sites) }, today)
      .map(({ flag, sites: places, since }) => [flag, places.map(({ region, side }) => [region, side]), since]);
  },
};

/** The same text for the same value: keys in order. */
function text(value) {
  const ordered = (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, ordered);
}

let rows = 0;
const told = {}; // how often the server said what
const differences = [];
for await (const line of createInterface({ input: createReadStream(table), crlfDelay: Number.POSITIVE_INFINITY })) {
  const { ask, given, out } = JSON.parse(line);
  rows += 1;
  if (ask === 'verdict') told[out[0]] = (told[out[0]] ?? 0) + 1;
  const found = asked[ask](given);
  // Mostly they agree to the letter, and need not be put in order.
  const agree = JSON.stringify(found) === JSON.stringify(out) || text(found) === text(out);
  if (!agree) differences.push({ ask, given, python: out, typescript: found });
}
console.log(JSON.stringify({ rows, told, differences: differences.length, first: differences.slice(0, 3) }));
