import { spawnSync } from 'node:child_process';
import { packageFile } from '../pipeline/package-root.js';

/** One measurement: a program of its own, so that none disturbs another's memory or warm-up. */
interface Bench {
  readonly name: string;
  readonly what: string;
  readonly script: readonly string[];
  readonly args: readonly string[];
  /** Left out of a plain `npm run bench`: takes minutes or needs Debian's chromium. */
  readonly onlyWhenNamed?: true;
}

const BENCHES: readonly Bench[] = [
  { name: 'text', what: 'text → record, against compromise/one', script: ['bench', 'text.js'], args: [] },
  { name: 'ocr', what: 'a 10-page scan, against native or plain tesseract', script: ['bench', 'ocr.js'], args: [] },
  { name: 'store', what: 'inserts a second, size of the database', script: ['bench', 'store.js'], args: ['2000'] },
  { name: 'search', what: 'search over 100,000 directives', script: ['bench', 'search.js'], args: ['10000'] },
  { name: 'export', what: 'every export of 100,000 directives', script: ['bench', 'export.js'], args: [] },
  {
    name: 'repair',
    what: 'repair against clean twins (needs ../shared)',
    script: ['models', 'evaluate.js'],
    args: [],
    onlyWhenNamed: true,
  },
  {
    name: 'ocr-accuracy',
    what: 'degraded pages, against plain tesseract.js (needs chromium once)',
    script: ['bench', 'ocr-accuracy.js'],
    args: [],
    onlyWhenNamed: true,
  },
  {
    name: 'ocr-cold',
    what: 'a 10-page scan from start to end, against ocrmypdf (needs chromium once)',
    script: ['bench', 'ocr-cold.js'],
    args: [],
    onlyWhenNamed: true,
  },
];

const run = ({ name, what, script, args }: Bench, more: readonly string[]): boolean => {
  const all = more.length > 0 ? more : args;
  console.log(`\n# ${name}: ${what}\n# npm run bench -- ${[name, ...all].join(' ')}`);
  const path = packageFile('dist', ...script);
  return spawnSync(process.execPath, [path, ...all], { stdio: 'inherit' }).status === 0;
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
