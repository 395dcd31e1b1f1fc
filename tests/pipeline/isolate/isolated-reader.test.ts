import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PipelineError } from '../../../pipeline/base/errors.js';
import { isAlive } from '../../../pipeline/base/is-alive.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { openFile } from '../../../pipeline/intake/stage.js';
import { createIsolatedReader, DEFAULT_LIMITS, type FileLimits } from '../../../pipeline/isolate/isolated-reader.js';
import { makeNestedForms } from './nested-forms.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-isolate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;

const withReader = async (
  limits: Partial<FileLimits>,
  use: (read: (path: string, signal?: AbortSignal) => Promise<string>) => Promise<void>,
): Promise<void> => {
  const reader = createIsolatedReader({
    engine: 'none',
    recognizer: {
      recognize: () => Promise.reject(new Error('No image is to be read here')),
      close: async () => undefined,
    },
    check: true,
    secrecy: 'refuse',
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
  try {
    await use(async (path, signal = never) => {
      const { file } = await openFile(path, never);
      return reader.read(file, signal).then(
        ({ documents }) => `${documents[0]?.directives.length} directives`,
        (error: unknown) => (error instanceof PipelineError ? error.code : String(error)),
      );
    });
  } finally {
    await reader.close();
  }
};

/** Reading processes of this program, or of another: children as Linux tells them. */
const listReaders = (parent: number | undefined = process.pid): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      try {
        const isChild = readFileSync(`/proc/${pid}/status`, 'utf8').includes(`PPid:\t${parent}\n`);
        return isChild && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reader-process');
      } catch {
        return false;
      }
    })
    .map(Number);

const GOOD = packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt');
const SECRET = packageFile('fixtures', 'demo', 'tb-dong-dau-mat.txt');
const putHostile = (): string => {
  const path = join(folder, 'forms.pdf');
  writeFileSync(path, makeNestedForms());
  return path;
};

describe('a file read in a process of its own', () => {
  it('gives what it gives otherwise, file after file, and its own error where it has one', async () => {
    await withReader({}, async (read) => {
      expect(await read(GOOD)).toBe('4 directives');
      expect(await read(SECRET)).toBe('file-classified');
      expect(await read(GOOD)).toBe('4 directives');
    });
  });

  it('that is stopped takes none with it that was sent to the same process ahead of its turn', async () => {
    await withReader({}, async (read) => {
      const controller = new AbortController();
      // In work after this time: its process is still starting.
      void setTimeout(50).then(() => controller.abort());
      const results = await Promise.all([read(GOOD, controller.signal), read(GOOD), read(SECRET), read(GOOD)]);
      expect(results[0]).toMatch(/abort/iu);
      expect(results.slice(1)).toEqual(['4 directives', 'file-classified', '4 directives']);
    });
  });

  it('that is stuck is given up after its time, and the next file is read', async () => {
    await withReader({ stallSeconds: 3, megabytes: 4000 }, async (read) => {
      expect(await read(putHostile())).toBe('file-too-heavy');
      expect(await read(GOOD)).toBe('4 directives');
    });
  });

  it('that swells is given up at its limit of memory, and the next file is read', async () => {
    await withReader({ megabytes: 300 }, async (read) => {
      expect(await read(putHostile())).toBe('file-too-heavy');
      expect(await read(GOOD)).toBe('4 directives');
    });
  });

  it.skipIf(!existsSync('/proc/self/status')).each([
    ['SIGKILL', 'reader-died'],
    ['SIGTERM', 'file-too-heavy'],
  ] as const)('whose process meets a %s from outside is no matter of memory: %s', async (signal, code) => {
    await withReader({ stallSeconds: 3, megabytes: 4000 }, async (read) => {
      const reading = read(putHostile());
      await setTimeout(1500);
      for (const pid of listReaders()) process.kill(pid, signal);
      // A request to end is the parent's to decide on: the reader goes on, and this file is stuck.
      expect(await reading).toBe(code);
      expect(await read(GOOD)).toBe('4 directives');
    });
  });

  it.skipIf(!existsSync('/proc/self/status'))(
    'is dropped, stuck as it is, when the program that asked for it is gone',
    async () => {
      const script = `
      const { createIsolatedReader, DEFAULT_LIMITS } = await import(${JSON.stringify(pathToFileURL(packageFile('dist', 'pipeline', 'isolate', 'isolated-reader.js')).href)});
      const { openFile } = await import(${JSON.stringify(pathToFileURL(packageFile('dist', 'pipeline', 'intake', 'stage.js')).href)});
      const never = new AbortController().signal;
      const { file } = await openFile(${JSON.stringify(putHostile())}, never);
      const limits = { ...DEFAULT_LIMITS, megabytes: 8000 };
      createIsolatedReader({ engine: 'none', recognizer: {}, check: false, secrecy: 'refuse', limits }).read(file, never);`;
      const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
      await expect.poll(() => listReaders(parent.pid), { timeout: 20_000 }).toHaveLength(1);
      const [reader] = listReaders(parent.pid);
      await setTimeout(1500);
      parent.kill('SIGKILL');
      // A dead process stays in the list until the system has taken note of it.
      await expect.poll(() => isAlive(Number(reader)), { timeout: 15_000 }).toBe(false);
    },
  );

  it('is abandoned at once when the run is stopped, stuck or not', async () => {
    await withReader({}, async (read) => {
      const controller = new AbortController();
      const reading = read(putHostile(), controller.signal);
      void setTimeout(500).then(() => controller.abort());
      expect(await reading).toMatch(/abort/iu);
    });
  });
});
