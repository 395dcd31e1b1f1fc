import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../pipeline/base/package-root.js';
import { extractDocuments } from '../pipeline/library.js';

const SHARED = join(PACKAGE_ROOT, '..', 'shared');
/** The scorer of the contract stands outside of the project. */
const SCORER = join(SHARED, 'eval', 'score.mjs');

/** A paper with the gold that was made by hand. */
interface Paper {
  readonly name: string;
  readonly text: string;
  readonly gold: string;
}

const readOwn = (): readonly Paper[] => {
  const folder = join(PACKAGE_ROOT, 'fixtures', 'documents');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'expected.json')) && existsSync(join(folder, name, 'text.txt')))
    .map((name) => ({
      name,
      text: readFileSync(join(folder, name, 'text.txt'), 'utf8'),
      gold: readFileSync(join(folder, name, 'expected.json'), 'utf8'),
    }));
};

const Gold = z.object({ source: z.string() });

/** Papers in text beside a folder of gold, paired by the name that the gold gives. */
const readShared = (papers: string, folder: string): readonly Paper[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => {
    const gold = readFileSync(join(folder, file), 'utf8');
    const name = parse(Gold.parse(JSON.parse(gold)).source).name;
    const text = join(papers, `${name}.txt`);
    return existsSync(text) ? [{ name, text: readFileSync(text, 'utf8'), gold }] : [];
  });
};

const Scored = z.object({ total: z.object({ faults: z.number(), silent: z.number(), alarms: z.number() }) });

const scoreSet = (papers: readonly Paper[], folder: string): z.infer<typeof Scored>['total'] => {
  const gold = mkdtempSync(join(folder, 'gold-'));
  for (const paper of papers) {
    const source = `${paper.name}.txt`;
    const expected = z.record(z.string(), z.unknown()).parse(JSON.parse(paper.gold));
    writeFileSync(join(gold, `${paper.name}.json`), JSON.stringify({ ...expected, source }));
  }
  const lines = papers.map(({ name, text }) => JSON.stringify(extractDocuments(text, { path: `${name}.txt` })[0]));
  const exported = join(folder, 'export.jsonl');
  writeFileSync(exported, `${lines.join('\n')}\n`);
  const { stdout } = spawnSync(process.execPath, [SCORER, exported, gold, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return Scored.parse(JSON.parse(stdout)).total;
};

/**
 * How often a fault is told and how often what is right is doubted, set by set: silent faults per 100 directives, and the
 * share of directives without fault that are flagged all the same. Needs ../shared/eval; says so where it is not there.
 */
export const benchSilence = (): void => {
  if (!existsSync(SCORER)) {
    console.log(`silence: ${SCORER} is not there, nothing measured`);
    return;
  }
  const corpus = join(SHARED, 'corpus');
  const sets: readonly (readonly [string, readonly Paper[]])[] = [
    ['corpus/gold', readShared(corpus, join(corpus, 'gold'))],
    ['corpus/more', readShared(join(corpus, 'more'), join(corpus, 'more', 'gold'))],
    ['own fixtures', readOwn()],
  ];
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-silence-'));
  try {
    for (const [name, papers] of sets) {
      if (papers.length === 0) {
        console.log(`silence: ${name} is not there, nothing measured`);
        continue;
      }
      const { faults, silent, alarms } = scoreSet(papers, folder);
      const share = `${(100 * alarms).toFixed(1)} %`;
      console.log(
        `silence: ${name}, ${papers.length} papers: ${faults} faults, silent ${silent.toFixed(1)} per 100 directives, alarms ${share}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
};

if (process.argv[1]?.endsWith('silence.js')) benchSilence();
