import { spawnSync } from 'node:child_process';
import { packageFile } from '../pipeline/base/package-root.js';

/** One measurement: a program of its own, so that none disturbs another's memory or warm-up. */
interface Bench {
  readonly name: string;
  readonly what: string;
  readonly script: readonly string[];
  /** One call of the script for each list of arguments. */
  readonly runs: readonly (readonly string[])[];
  /** Left out of a plain `npm run bench`: takes minutes or needs Debian's chromium. */
  readonly onlyWhenNamed?: true;
}

/** The first fills a database; then one export a process, since the highest memory never goes down again. */
const EXPORTS = ['fill', 'jsonl', 'csv', 'html', 'ics', 'xlsx'].map((format) => ['10000', format]);

const BENCHES: readonly Bench[] = [
  { name: 'text', what: 'text → record, against compromise/one', script: ['bench', 'text.js'], runs: [[]] },
  { name: 'ocr', what: 'a 10-page scan, against native or plain tesseract', script: ['bench', 'ocr.js'], runs: [[]] },
  { name: 'isolate', what: 'texts read in a process of their own', script: ['bench', 'isolate.js'], runs: [['1000']] },
  {
    name: 'growth',
    what: 'texts into a new database, 10 to 10,000 of them; writes docs/growth.svg',
    script: ['bench', 'growth.js'],
    runs: [['10000']],
    onlyWhenNamed: true,
  },
  {
    name: 'word',
    what: 'papers as .docx, against the same texts as .txt',
    script: ['bench', 'word.js'],
    runs: [['1000']],
  },
  { name: 'store', what: 'inserts a second, size of the database', script: ['bench', 'store.js'], runs: [['4000']] },
  {
    name: 'merge',
    what: 'databases into one: files a CPU second, peak memory',
    script: ['bench', 'merge.js'],
    runs: [['2000']],
  },
  {
    name: 'corrections',
    what: 'reprocess with 10,000 corrected tasks, against none',
    script: ['bench', 'corrections.js'],
    runs: [['10000']],
  },
  {
    name: 'search',
    what: 'search over 100,000 directives, against version 0.1.0',
    script: ['bench', 'search.js'],
    runs: [['10000']],
  },
  {
    name: 'web',
    what: 'the page over 1,000,000 tasks, against the library; twenty clerks against one; a batch beside them',
    script: ['bench', 'web', 'main.js'],
    runs: [['100000']],
    onlyWhenNamed: true,
  },
  { name: 'export', what: 'every export of 100,000 directives', script: ['bench', 'export.js'], runs: EXPORTS },
  {
    name: 'review',
    what: '50 doubts of the fixtures by keys alone, and what a person takes (needs Chromium)',
    script: ['bench', 'review', 'main.js'],
    runs: [['50']],
    onlyWhenNamed: true,
  },
  {
    name: 'silence',
    what: 'faults that nothing tells, doubts of what is right (needs ../shared)',
    script: ['bench', 'silence.js'],
    runs: [[]],
  },
  {
    name: 'queue',
    what: 'files read on other machines: one and two workers, the cost of the machine that feeds them (needs redis-server)',
    script: ['bench', 'queue', 'main.js'],
    runs: [['workers'], ['cost'], ['many', '64']],
    onlyWhenNamed: true,
  },
  {
    name: 'handwriting',
    what: 'digits written into the gaps of drawn heads',
    script: ['bench', 'handwriting', 'main.js'],
    runs: [[]],
    onlyWhenNamed: true,
  },
  {
    name: 'judge',
    what: 'kinds of text told rightly (needs ../shared)',
    script: ['bench', 'judge.js'],
    runs: [[]],
    onlyWhenNamed: true,
  },
  {
    name: 'repair',
    what: 'repair against clean twins (needs ../shared)',
    script: ['models', 'evaluate.js'],
    runs: [[]],
    onlyWhenNamed: true,
  },
  {
    name: 'ocr-accuracy',
    what: 'degraded pages, against plain tesseract.js (needs chromium once)',
    script: ['bench', 'ocr-accuracy.js'],
    runs: [[]],
    onlyWhenNamed: true,
  },
  {
    name: 'ocr-cold',
    what: 'a 10-page scan from start to end, against ocrmypdf (needs chromium once)',
    script: ['bench', 'ocr-cold.js'],
    runs: [[]],
    onlyWhenNamed: true,
  },
  {
    name: 'ocr-peers',
    what: 'made and real scans, against native tesseract and ocrmypdf in turn (real ones need ../shared)',
    script: ['bench', 'ocr-peers.js'],
    runs: [[]],
    onlyWhenNamed: true,
  },
];

const run = ({ name, what, script, runs }: Bench, given: readonly string[]): boolean => {
  console.log(`\n# ${name}: ${what}`);
  const path = packageFile('dist', ...script);
  return (given.length > 0 ? [given] : runs).every((args) => {
    console.log(`# npm run bench -- ${[name, ...args].join(' ')}`);
    return spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status === 0;
  });
};

/** `npm run bench`: all of them; `npm run bench -- search 100000`: one, with its own arguments. */
const [named, ...more] = process.argv.slice(2);
const chosen =
  named === undefined ? BENCHES.filter((b) => b.onlyWhenNamed === undefined) : BENCHES.filter((b) => b.name === named);
if (chosen.length === 0) {
  console.error(`Expected one of ${BENCHES.map((bench) => bench.name).join(', ')}, got ${named}`);
  process.exitCode = 2;
}
for (const bench of chosen) if (!run(bench, more)) process.exitCode = 1;
