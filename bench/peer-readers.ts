import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorker } from 'tesseract.js';
import { findLanguageData } from '../pipeline/engines/ocr/ocr-data.js';

/** Reads one page image as text. */
export interface PageReader {
  readonly name: string;
  readonly read: (image: Uint8Array) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The named peer: tesseract.js with the package's Vietnamese data and no setting of ours. */
export const startPlainTesseract = async (): Promise<PageReader> => {
  const { folder, gzip } = findLanguageData(undefined);
  const worker = await createWorker('vie', undefined, { langPath: folder, gzip, cacheMethod: 'none' });
  return {
    name: 'tesseract.js vie, defaults',
    read: async (image) => (await worker.recognize(Buffer.from(image))).data.text,
    close: async () => {
      await worker.terminate();
    },
  };
};

/** True when Debian's tesseract with the Vietnamese data is on this machine. */
const hasNativeTesseract = (): boolean => {
  const { stdout } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  return typeof stdout === 'string' && /^vie$/mu.test(stdout);
};

/** The second peer, where it is installed: `tesseract <image> stdout -l vie`, one process a page. */
export const findNativeTesseract = (): PageReader | undefined => {
  if (!hasNativeTesseract()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-native-'));
  return {
    name: 'native tesseract -l vie',
    read: async (image) => {
      const path = join(folder, 'page');
      writeFileSync(path, image);
      return execFileSync('tesseract', [path, 'stdout', '-l', 'vie'], {
        encoding: 'utf8',
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
};
