import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { READ_SCANS, recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { ingest } from '../../output/library.js';
import type { Store } from '../../output/store/store.js';
import { packageFile } from '../../pipeline/base/package-root.js';

/** What is right of one task; null: the fixtures do not say. */
export interface TaskTruth {
  readonly lead: string | null;
  readonly due: string | null;
  readonly text: string | null;
}

/** What is right of one paper, as whoever wrote the fixture knows it. */
export interface Truth {
  readonly number: string | null;
  readonly issuedOn: string | null;
  /** By number; null where the fixtures do not say which there are. */
  readonly tasks: ReadonlyMap<string, TaskTruth> | null;
}

const Case = z.object({ name: z.string(), lines: z.array(z.string()), expect: z.array(z.string()) });
const Expected = z.object({
  document: z.object({ number: z.string().nullable(), issuedOn: z.string().nullable() }),
  directives: z.array(
    z.object({
      number: z.string(),
      text: z.string(),
      assignments: z.array(
        z.object({
          bodies: z.array(z.object({ name: z.string(), role: z.string(), optional: z.boolean().optional() })),
          deadlines: z.array(z.object({ text: z.string(), due: z.string().nullish() })),
        }),
      ),
    }),
  ),
});

const readJson = <Shape extends z.ZodType>(shape: Shape, ...path: readonly string[]): z.output<Shape> =>
  shape.parse(JSON.parse(readFileSync(packageFile('fixtures', ...path), 'utf8')));

const NUMBER = (i: number): string => `${i + 101}/TB-UBND`;
const ISSUED_ON = '2025-03-10';
const headOf = (i: number): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH VÂN GIANG\nSố: ${NUMBER(i)}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nVân Giang, ngày 10 tháng 3 năm 2025\n\nTHÔNG BÁO\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp giao ban\n\nChủ tịch Ủy ban nhân dân tỉnh kết luận như sau:\n`;
const TAIL = '\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Văn Páo\n';

/** "I.1 | Sở Y tế !" as a table of cases has it: the number and the lead body, where it is known. */
const readExpect = (line: string): readonly [string, TaskTruth] => {
  const [number = '', lead = ''] = line.split(' | ');
  const name = lead.replace(/\s*!$/u, '').trim();
  return [number.trim(), { lead: name === '' || name === '*' ? null : name, due: null, text: null }];
};

interface WordingPaper {
  readonly lines: readonly string[];
  readonly tasks: Truth['tasks'];
}

/** Papers of one doubtful wording each, from the tables of cases; of those after the first the tasks are not known one by one. */
const listWordings = (): readonly WordingPaper[] => {
  const silence = readJson(z.array(Case), 'cases', 'silence.json');
  const names = readJson(z.array(z.object({ text: z.string() })), 'cases', 'name-doubts.json');
  const nobody = readJson(z.array(z.object({ items: z.array(z.string()) })), 'cases', 'nobody-named.json');
  const coverage = readJson(z.array(z.object({ body: z.array(z.string()) })), 'cases', 'coverage.json');
  return [
    ...silence.map(({ lines, expect }) => ({ lines, tasks: new Map(expect.map(readExpect)) })),
    ...names.map(({ text }) => ({ lines: [`1. ${text}`], tasks: null })),
    ...nobody.map(({ items }) => ({ lines: items, tasks: null })),
    ...coverage.map(({ body }) => ({ lines: body, tasks: null })),
  ];
};

const writeWordings = (folder: string): ReadonlyMap<string, Truth> =>
  new Map(
    listWordings().map(({ lines, tasks }, i) => {
      const path = join(folder, `tb-${i + 101}.txt`);
      writeFileSync(path, `${headOf(i)}${lines.join('\n')}${TAIL}`);
      return [path, { number: NUMBER(i), issuedOn: ISSUED_ON, tasks }];
    }),
  );

const readTruth = (slug: string): Truth => {
  const { document, directives } = readJson(Expected, 'documents', slug, 'expected.json');
  const tasks = directives.map(({ number, text, assignments }): [string, TaskTruth] => {
    const leads = assignments.flatMap(({ bodies }) =>
      bodies.flatMap(({ name, role, optional }) => (role === 'lead' && optional !== true ? [name] : [])),
    );
    const [first] = assignments.flatMap(({ deadlines }) => deadlines);
    return [number, { lead: [...new Set(leads)].join('; '), due: first?.due ?? first?.text ?? '', text }];
  });
  return { ...document, tasks: new Map(tasks) };
};

/**
 * Fills a database with the fixtures: every scan with the recorded reading of its engine, and a paper for each case of a doubtful
 * wording. Returns what is right, by path.
 */
export const fillFixtures = async (db: Store, folder: string, at: string): Promise<ReadonlyMap<string, Truth>> => {
  const truths = new Map<string, Truth>();
  for (const { slug, file } of READ_SCANS) {
    const path = packageFile('fixtures', ...file.split('/'));
    const ocr = await openRecordedOcr(recordingOf(slug));
    await ingest(db, [path], { now: () => at, openOcr: () => ocr });
    truths.set(path, readTruth(slug));
  }
  const typed = join(folder, 'van-ban');
  mkdirSync(typed, { recursive: true });
  for (const [path, truth] of writeWordings(typed)) truths.set(path, truth);
  await ingest(db, [typed], { now: () => at });
  return truths;
};
