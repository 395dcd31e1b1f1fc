import { join } from 'node:path';
import { READ_SCANS, recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { noteEvent, saveUser } from '../../output/access/access.js';
import { backup, ingest } from '../../output/library.js';
import type { Store } from '../../output/store/store.js';
import { packageFile } from '../../pipeline/base/package-root.js';

const PASSWORD = 'một mật khẩu để chụp ảnh';

/**
 * Fills a database with the fixtures of the house, in which every place and name is invented: scans with the recorded reading of
 * their engine, the folder of the demo with its broken and its marked file, and people who work with it.
 */
export const fillForScreens = async (
  { db, access }: { readonly db: Store; readonly access: Store },
  { folder, at }: { readonly folder: string; readonly at: string },
): Promise<void> => {
  for (const { slug, file } of READ_SCANS) {
    const ocr = await openRecordedOcr(recordingOf(slug));
    await ingest(db, [packageFile('fixtures', ...file.split('/'))], { now: () => at, openOcr: () => ocr });
  }
  const recorded = await openRecordedOcr(recordingOf('tb-ubnd-tinh-dau-tu-cong'));
  const demo = ['kl-thuong-truc-cau-treo.txt', 'cv-van-phong-bao-cao-quy.txt', 'tb-dong-dau-mat.txt', 'broken.pdf'];
  await ingest(
    db,
    demo.map((name) => packageFile('fixtures', 'demo', name)),
    { now: () => at, openOcr: () => recorded },
  );
  await saveUser(access, { name: 'Nguyễn Thị Lan', role: 'admin', password: PASSWORD }, at);
  await saveUser(access, { name: 'Trần Quang Minh', role: 'reviewer', password: PASSWORD }, at);
  for (const [name, action, target] of [
    ['Nguyễn Thị Lan', 'login', ''],
    ['Nguyễn Thị Lan', 'intake', 'fixtures/demo'],
    ['Trần Quang Minh', 'login', ''],
  ] as const)
    noteEvent(access, { at, name, action, target });
  await backup(db, join(folder, 'kho-20260320-170000.db'));
};
