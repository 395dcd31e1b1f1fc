import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerIngest } from '../../cli/commands/ingest.js';
import { registerPublish } from '../../cli/commands/publish.js';
import { registerReprocess } from '../../cli/commands/reprocess.js';
import { registerVerify } from '../../cli/commands/verify.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { runCommand } from './run-command.js';

let folder: string;
let db: string;
let paper: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-reprocess-'));
  db = join(folder, 'test.db');
  paper = join(folder, 'paper.txt');
  copyFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), paper);
  await runCommand(registerIngest, ['ingest', paper, '--db', db, '--check', '--json']);
});
afterEach(() => {
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe('ketluan reprocess', () => {
  it('says what ran again', async () => {
    const printed = await runCommand(registerReprocess, ['reprocess', '--db', db, '--stage', 'extract', '--check']);
    expect(printed).toBe('Chạy lại 1 tệp: 1 từ văn bản đã lưu, 0 từ tệp gốc.\n');
    const none = await runCommand(registerReprocess, ['--lang', 'en', 'reprocess', '--db', db]);
    expect(none).toBe('Ran 0 files again: 0 from the stored text, 0 from the original file.\n');
    expect(process.exitCode).toBeUndefined();
  });

  it('refuses a queue, and says how many machines read again', async () => {
    for (const words of [
      ['--queue', 'redis://may-chu'],
      ['--queue-file', 'hang-doi.txt'],
    ]) {
      const run = runCommand(registerReprocess, ['--lang', 'en', 'reprocess', '--db', db, ...words]);
      await expect(run).rejects.toMatchObject({ code: 'usage', text: { en: expect.stringContaining('merge --into') } });
    }
  });

  it('names the files whose original is gone', async () => {
    rmSync(paper);
    const args = ['--lang', 'en', 'reprocess', '--db', db, '--stage', 'paginate'];
    expect(await runCommand(registerReprocess, args)).toBe(
      `Ran 1 files again: 1 from the stored text, 0 from the original file.\n  ${paper}: original gone, what is stored was used\n`,
    );
  });

  // A file system that wants UTF-8 cannot hold such a name.
  it.runIf(process.platform === 'linux')('finds an original whose name is no UTF-8', async () => {
    const scans = join(folder, 'scans');
    mkdirSync(scans);
    renameSync(paper, Buffer.concat([Buffer.from(`${scans}/b`), Buffer.from([0xe1]), Buffer.from('o.txt')]));
    const other = join(folder, 'other.db');
    await runCommand(registerIngest, ['ingest', scans, '--db', other, '--json']);
    const args = ['--lang', 'en', 'reprocess', '--db', other, '--stage', 'intake'];
    expect(await runCommand(registerReprocess, args)).toBe(
      'Ran 1 files again: 0 from the stored text, 1 from the original file.\n',
    );
    expect(await runCommand(registerVerify, ['--lang', 'en', 'verify', '--db', other])).toContain('1 as they were');
  });

  it('makes no database of a name that is mistyped, nor of an empty file', async () => {
    const mistyped = join(folder, 'tset.db');
    const empty = join(folder, 'empty.db');
    writeFileSync(empty, '');
    for (const name of [mistyped, empty]) {
      const invalid = { code: 'database-invalid' };
      await expect(runCommand(registerReprocess, ['reprocess', '--db', name])).rejects.toMatchObject(invalid);
      await expect(
        runCommand(registerPublish, ['publish', join(folder, 'out.db'), '--db', name]),
      ).rejects.toMatchObject(invalid);
    }
    expect(existsSync(mistyped)).toBe(false);
    expect(readFileSync(empty)).toHaveLength(0);
  });

  it('refuses a condition that is none', async () => {
    await expect(
      runCommand(registerReprocess, ['reprocess', '--db', db, '--where', 'colour=red']),
    ).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });
});
