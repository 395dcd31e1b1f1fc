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
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../../../pipeline/base/package-root.js';
import { convertToDocx, findOffice } from '../../../../pipeline/engines/word/office.js';
import { readWord } from '../../../../pipeline/engines/word/read-word.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-office-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installed = findOffice(process.env);
const noWait = new AbortController().signal;
const fixture = (name: string): Buffer => readFileSync(packageFile('fixtures', 'word', name));
const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n\t]|\s{3,}/u)
    .map((line) => line.replace(/^[-•]/u, '•').replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

/** A folder with a program that does as the script says, for POSIX alone: Windows asks for an .exe. */
const makeProgram = (name: string, script: string): string => {
  const place = join(folder, name);
  mkdirSync(place);
  writeFileSync(join(place, 'soffice'), `#!${process.execPath}\n${script}`);
  chmodSync(join(place, 'soffice'), 0o755);
  return join(place, 'soffice');
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const until = async (holds: () => boolean): Promise<boolean> => {
  for (let i = 0; i < 200 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  return holds();
};

describe('the program of LibreOffice', () => {
  it('is found on the path', () => {
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'soffice'), '');
    expect(findOffice({ PATH: ['/nowhere', join(folder, 'bin')].join(delimiter) })).toBe(
      join(folder, 'bin', 'soffice'),
    );
  });
});

describe.skipIf(process.platform === 'win32')('a program that does not do its work', () => {
  const work = (program: string) => ({ program, temporaryFolder: folder });
  const left = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('ketluan-office-'));

  it.each([
    ['ends badly', 'process.exit(3)'],
    ['writes nothing', ''],
  ])('%s: office-failed, and its folder is cleared away', async (name, script) => {
    const program = makeProgram(name, script);
    await expect(convertToDocx(Buffer.from('x'), 'rtf', work(program), noWait)).rejects.toMatchObject({
      code: 'office-failed',
    });
    expect(left()).toEqual([]);
  });

  it('is not there', async () => {
    const gone = work(join(folder, 'gone', 'soffice'));
    await expect(convertToDocx(Buffer.from('x'), 'rtf', gone, noWait)).rejects.toMatchObject({ code: 'office-failed' });
  });

  it('takes too long: it is ended when its time is up', async () => {
    const program = makeProgram('slow', 'setInterval(() => {}, 1000)');
    await expect(convertToDocx(Buffer.from('x'), 'rtf', work(program), noWait, 300)).rejects.toMatchObject({
      code: 'office-failed',
      cause: { message: 'soffice: SIGKILL' },
    });
    expect(left()).toEqual([]);
  }, 30_000);

  it('hangs: it is ended with what it started as soon as nobody waits', async () => {
    const pids = join(folder, 'pids');
    const program = makeProgram(
      'hangs',
      `const { spawn } = require('node:child_process'); const fs = require('node:fs');
       const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
       fs.writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid); setInterval(() => {}, 1000);`,
    );
    const stop = new AbortController();
    const converted = convertToDocx(Buffer.from('x'), 'rtf', work(program), stop.signal);
    const failed = expect(converted).rejects.toThrow('enough');
    expect(await until(() => existsSync(pids) && readFileSync(pids, 'utf8').includes(' '))).toBe(true);
    stop.abort(new Error('enough'));
    await failed;
    const running = readFileSync(pids, 'utf8').split(' ').map(Number);
    expect(running).toHaveLength(2);
    expect(await until(() => !running.some(isAlive))).toBe(true);
    expect(await until(() => left().length === 0)).toBe(true);
  }, 30_000);
});

describe.skipIf(installed === undefined)('older kinds through LibreOffice (needs soffice)', () => {
  const office = { program: installed ?? '', temporaryFolder: folder };

  it('.doc keeps its numbers', async () => {
    const docx = await convertToDocx(fixture('danh-so-nhieu-cap.doc'), 'doc', office, noWait);
    expect(linesOf(readWord(docx).text)).toEqual(linesOf(fixture('danh-so-nhieu-cap.txt').toString('utf8')));
  }, 100_000);

  it.each(['rtf', 'odt'] as const)(
    '.%s keeps its numbers',
    async (ending) => {
      const profile = pathToFileURL(join(folder, `profile-${ending}`)).href;
      const source = packageFile('fixtures', 'word', 'danh-so-nhieu-cap.docx');
      spawnSync(
        office.program,
        [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', ending, '--outdir', folder, source],
        { stdio: 'ignore' },
      );
      const made = readFileSync(join(folder, `danh-so-nhieu-cap.${ending}`));
      const docx = await convertToDocx(made, ending, office, noWait);
      expect(linesOf(readWord(docx).text)).toEqual(linesOf(fixture('danh-so-nhieu-cap.txt').toString('utf8')));
    },
    100_000,
  );
});
