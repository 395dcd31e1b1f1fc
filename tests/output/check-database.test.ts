import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '../../output/check.js';
import { checkDatabase } from '../../output/check-database.js';
import { openDatabase } from '../../output/store/open-database.js';
import { publish } from '../../output/store/publish.js';
import { saveFiles } from '../../output/store/save-file.js';
import type { Store } from '../../output/store/store.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { makeFile, SAMPLES } from './sample-records.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-doctor-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);

const fill = (name: string): Store => {
  const db = openDatabase(at(name));
  saveFiles(
    db,
    SAMPLES.map((record) => makeFile(record)),
  );
  return db;
};

const render = (checks: readonly Check[]): readonly string[] =>
  checks.map(({ ok, detail }) => `${ok ? '✓' : '✗'} ${detail.en.replaceAll(folder, '…')}`);

const UNWRITABLE =
  '✗ Cannot write the database …/work.db. Check write access to the file and to the folder …, or choose another place with --db';

describe('what doctor says of a database', () => {
  it('changes none: not one at work, not a copy, not one of an older layout, and makes none', async () => {
    const db = fill('work.db');
    await publish(db, at('copy.db'));
    db.close();
    chmodSync(at('copy.db'), 0o644);
    writeFileSync(
      at('old.db'),
      gunzipSync(readFileSync(packageFile('tests', 'output', 'store', 'databases', 'version-1.db.gz'))),
    );
    const names = ['work.db', 'copy.db', 'old.db'];
    const before = names.map((name) => readFileSync(at(name)));
    const said = [];
    for (const name of [...names, 'none.db']) said.push(render(await checkDatabase(at(name))));
    expect(said).toEqual([
      ['✓ …/work.db can be read and written', '✓ …'],
      ['✓ …/copy.db can be read and written', '✓ …'],
      [
        '✗ The database …/old.db still has an older layout. Bring it up to date, with all that it holds: ketluan init --db …/old.db',
        '✓ …',
      ],
      ['✓ …/none.db is not there yet, will be made', '✓ …'],
    ]);
    expect(names.map((name, i) => before[i]?.equals(readFileSync(at(name))))).toEqual([true, true, true]);
    expect(existsSync(at('none.db'))).toBe(false);
  });

  it('says of a damaged one and of a folder what they are', async () => {
    fill('bad.db').close();
    const bytes = readFileSync(at('bad.db'));
    bytes.fill(0x5a, 16_384 + 100);
    writeFileSync(at('bad.db'), bytes);
    mkdirSync(at('folder'));
    const said = [await checkDatabase(at('bad.db')), await checkDatabase(at('folder'))];
    expect(said.map(([first]) => first && [first.ok, first.detail.en.replaceAll(folder, '…').split('. ')[0]])).toEqual([
      [false, 'The database …/bad.db is damaged'],
      [false, '…/folder is not a ketluan database'],
    ]);
  });

  it.skipIf(process.platform === 'win32' || !existsSync(packageFile('dist')))(
    'takes a copy that cannot be written as made to be read, a working database not (needs npm run build)',
    async () => {
      const db = fill('work.db');
      await publish(db, at('copy.db'));
      db.close();
      for (const name of readdirSync(folder)) chmodSync(at(name), 0o444);
      chmodSync(folder, 0o555);
      const room = JSON.stringify(packageFile('dist', 'output', 'check-database.js'));
      const script = `import { checkDatabase } from ${room};
        console.log(JSON.stringify([await checkDatabase(${JSON.stringify(at('copy.db'))}), await checkDatabase(${JSON.stringify(at('work.db'))})]))`;
      // An administrator may write everywhere and becomes somebody else.
      const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        ...nobody,
      });
      const [copy = [], work = []]: Check[][] = JSON.parse(stdout);
      expect(render(copy)).toEqual([
        '✓ …/copy.db can be read (a copy to read from: search and export work, ingest does not)',
      ]);
      expect(render(work)).toEqual([UNWRITABLE, '✗ Cannot write into …. Grant write access or choose another place.']);
    },
  );
});
