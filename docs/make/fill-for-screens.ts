import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { READ_SCANS, recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { writeWordings } from '../../fixtures/make/wording-papers.js';
import { noteEvent, saveUser } from '../../output/access/access.js';
import { backup, ingest, saveSearch } from '../../output/library.js';
import type { Store } from '../../output/store/store.js';
import { packageFile } from '../../pipeline/base/package-root.js';

const WRITTEN_AT = new Date('2025-03-21T17:00:00+07:00');
const PASSWORD = 'một mật khẩu để chụp ảnh';

/**
 * Fills a database with the fixtures of the house, in which every place and name is invented: scans with the recorded reading of
 * their engine, the folder of the demo with its broken and its marked file, and people who work with it.
 */
export const fillForScreens = async (
  { db, access }: { readonly db: Store; readonly access: Store },
  { folder, scans, at }: { readonly folder: string; readonly scans: string; readonly at: string },
): Promise<void> => {
  for (const { slug, file } of READ_SCANS) {
    const ocr = await openRecordedOcr(recordingOf(slug));
    await ingest(db, [packageFile('fixtures', ...file.split('/'))], { now: () => at, openOcr: () => ocr });
  }
  const typed = join(folder, 'Thông báo 2025');
  mkdirSync(typed);
  writeWordings(typed);
  await ingest(db, [typed], { now: () => at });
  const recorded = await openRecordedOcr(recordingOf('tb-ubnd-tinh-dau-tu-cong'));
  // The rest of the demo is left to be previewed.
  const kept = ['tb-dong-dau-mat.txt', 'broken.pdf'].map((name) => join(scans, name));
  await ingest(db, kept, { now: () => at, openOcr: () => recorded });
  const common = { in: 'tasks', words: '', sort: 'due', plain: false } as const;
  saveSearch(db, 'Quá hạn', { ...common, filters: { state: 'QUÁ HẠN' } }, { by: 'Nguyễn Thị Lan', at });
  saveSearch(
    db,
    'Sở Y tế: cần điền hạn',
    { ...common, filters: { lead: 'Sở Y tế', state: 'CẦN ĐIỀN HẠN' } },
    { by: 'Trần Quang Minh', at },
  );
  await saveUser(access, { name: 'Nguyễn Thị Lan', role: 'admin', password: PASSWORD }, at);
  await saveUser(access, { name: 'Trần Quang Minh', role: 'reviewer', password: PASSWORD }, at);
  for (const [name, action, target] of [
    ['Nguyễn Thị Lan', 'login', ''],
    ['Nguyễn Thị Lan', 'intake', 'fixtures/demo'],
    ['Trần Quang Minh', 'login', ''],
  ] as const)
    noteEvent(access, { at, name, action, target });
  const copy = join(folder, 'kho-20250321-170000.db');
  await backup(db, copy);
  utimesSync(copy, WRITTEN_AT, WRITTEN_AT);
};
