import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFile } from '../../pipeline/base/package-root.js';

const OCR_PACKAGE = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
const OCR_DATA = join(OCR_PACKAGE, '4.0.0_best_int', 'vie.traineddata.gz');
const MAIN = packageFile('dist', 'cli', 'main.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built program as a user would, in a folder of its own. */
const ketluan = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};

const PAPER = packageFile('fixtures', 'documents', 'kl-btv-xa-rac-thai', 'text.txt');

// `npm test` builds first; a test run by hand may not have.
describe.skipIf(!existsSync(MAIN))('the command line (needs npm run build)', () => {
  it('takes in a paper, finds it without accents, and exports it', () => {
    expect(ketluan('ingest', PAPER, '--json').status).toBe(0);
    const found = ketluan('search', 'rac thai', '--json');
    expect(found.status).toBe(0);
    expect(JSON.parse(found.stdout).hits.length).toBeGreaterThan(0);
    const lines = ketluan('export', '--format', 'jsonl').stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).document.type)).toEqual(['Kết luận']);
  });

  it('changes nothing the second time', () => {
    ketluan('ingest', PAPER);
    const before = ketluan('export', '--format', 'jsonl').stdout;
    const second = JSON.parse(ketluan('ingest', PAPER, '--json').stdout);
    expect(second.counts).toEqual({ stored: 0, 'needs-review': 0, duplicate: 0, known: 1, quarantined: 0, skipped: 0 });
    expect(ketluan('export', '--format', 'jsonl').stdout).toBe(before);
  });

  it('ends with 3 when a file is quarantined, and says what to do in the language asked for', () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    const vietnamese = ketluan('ingest', 'empty.txt');
    expect(vietnamese.status).toBe(3);
    expect(vietnamese.stdout).toContain('Tệp rỗng');
    expect(ketluan('--lang', 'en', 'ingest', 'empty.txt').stdout).toContain('The file is empty');
  });

  it.each([
    [['ingest'], 2],
    [['ingest', 'x', '--jobs', '0'], 2],
    [['fly'], 2],
    [['--help'], 0],
    [['search', 'x', '--db', 'missing.db'], 4],
  ])('%j ends with %i', (args, status) => {
    expect(ketluan(...args).status).toBe(status);
  });

  it('refuses a database that is not one, and leaves it alone', () => {
    const path = join(folder, 'other.db');
    writeFileSync(path, 'not a database, but somebody needs it');
    expect(ketluan('ingest', PAPER, '--db', path).status).toBe(4);
  });

  it('ends with 4, and by itself, when the OCR data is whole to look at and broken inside', () => {
    const data = gunzipSync(readFileSync(OCR_DATA));
    // The first entries are of the old engine; what is garbled is what the new one reads.
    const start = 4 + 8 * data.readInt32LE(0);
    writeFileSync(
      join(folder, 'vie.traineddata'),
      data.map((byte, at) => (at < start ? byte : (byte * 31 + 7) % 256)),
    );
    const scan = packageFile('fixtures', 'demo', 'tb-huyen-uy-kenh-muong-2006.tif');
    const env = { ...process.env, TESSDATA_PREFIX: folder };
    const { status, signal, stderr } = spawnSync(process.execPath, [MAIN, 'ingest', scan], {
      cwd: folder,
      encoding: 'utf8',
      env,
      timeout: 50_000,
    });
    expect({ status, signal }).toEqual({ status: 4, signal: null });
    expect(stderr).toContain('[ocr-language-missing]');
  });

  it('keeps the text of a classified paper out of the database and the output', () => {
    const secret = 'kho báu ở đồi thông';
    writeFileSync(
      join(folder, 'secret.txt'),
      `TỈNH UỶ LAM TRÀ\n*\nSố 05-KL/TU\nTUYỆT MẬT\n\nKẾT LUẬN\n\n1. Giữ ${secret}.\n`,
    );
    const result = ketluan('ingest', 'secret.txt');
    expect(result.status).toBe(3);
    expect(result.stdout + result.stderr).not.toContain(secret);
    expect(result.stdout).toContain('TUYỆT MẬT');
    expect(ketluan('export', '--format', 'jsonl').stdout).toBe('');
  });
});
