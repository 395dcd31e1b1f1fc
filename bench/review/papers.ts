import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GoldDocument } from '../../fixtures/make/gold.js';
import { READ_SCANS, recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { type TaskTruth, type Truth, writeWordings } from '../../fixtures/make/wording-papers.js';
import { ingest } from '../../output/library.js';
import type { Store } from '../../output/store/store.js';
import { packageFile } from '../../pipeline/base/package-root.js';

const readTruth = (slug: string): Truth => {
  const { document, directives } = GoldDocument.parse(
    JSON.parse(readFileSync(packageFile('fixtures', 'documents', slug, 'expected.json'), 'utf8')),
  );
  const tasks = directives.map(({ number, text, assignments }): [string, TaskTruth] => {
    const leads = assignments.flatMap(({ bodies }) =>
      bodies.flatMap(({ name, role, optional }) => (role === 'lead' && optional !== true ? [name] : [])),
    );
    const [first] = assignments.flatMap(({ deadlines }) => deadlines);
    return [number, { lead: [...new Set(leads)].join('; '), due: first?.due ?? first?.text ?? '', text }];
  });
  return { number: document.number, issuedOn: document.issuedOn, tasks: new Map(tasks) };
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
