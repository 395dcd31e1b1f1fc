import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../pipeline/base/package-root.js';
import { extractDocuments, extractText, repairText } from '../../pipeline/library.js';

const MAIN = packageFile('dist', 'cli', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'ketluan-secret-'));
const at = (name: string): string => join(folder, name);
const PAPER = readFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), 'utf8');
const MARKED = PAPER.replace('*', 'TUYỆT MẬT');
/** A mark of which one letter is misread. */
const LIKELY = PAPER.replace('*', 'TUYỆT MẬI');

const ketluan = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
const outcomeOf = (...args: string[]) => {
  const { status, stdout } = ketluan('ingest', ...args, '--json');
  return [status, JSON.parse(stdout).files.map((file: { reasons: { rule: string }[] }) => file.reasons[0]?.rule)];
};

beforeAll(() => {
  writeFileSync(at('marked.txt'), MARKED);
  writeFileSync(at('likely.txt'), LIKELY);
  writeFileSync(at('plain.txt'), PAPER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync(MAIN))('classified papers (needs npm run build)', () => {
  it('go into a database made for them, and into no other', () => {
    expect(ketluan('ingest', 'marked.txt', '--allow-secret').status).toBe(2);
    expect(outcomeOf('marked.txt', '--db', 'normal.db')).toEqual([3, ['file-classified']]);
    expect(ketluan('ingest', 'plain.txt', '--db', 'normal.db').status).toBe(0);
    expect(ketluan('ingest', 'marked.txt', '--db', 'normal.db', '--allow-secret').status).toBe(2);
    expect(ketluan('init', '--secret', '--db', 'normal.db').status).toBe(2);

    expect(ketluan('init', '--secret', '--db', 'secret.db').status).toBe(0);
    expect(outcomeOf('marked.txt', '--db', 'secret.db')).toEqual([3, ['file-classified']]);
    expect(ketluan('ingest', 'marked.txt', '--db', 'secret.db', '--allow-secret').status).toBe(0);
    const published = ketluan('publish', 'copy.db', '--db', 'secret.db');
    expect(published.stdout).toContain('văn bản mật');
    expect(statSync(at('copy.db')).mode & 0o777).toBe(0o400);
    expect(ketluan('export', '--format', 'csv', '--db', 'secret.db').stderr).toContain('văn bản mật');
    expect(ketluan('status', '--db', 'secret.db').stdout).toContain('văn bản mật');
    // Running again does not throw out what was let in.
    expect(JSON.parse(ketluan('reprocess', '--db', 'secret.db', '--stage', 'repair', '--json').stdout)).toMatchObject({
      fromText: 1,
      quarantined: [],
      failed: [],
    });
  }, 30_000);

  it('that only may be are let through by a person who looked, for good', () => {
    expect(outcomeOf('likely.txt', '--db', 'l.db')).toEqual([3, ['file-perhaps-classified']]);
    expect(outcomeOf('marked.txt', '--db', 'l.db', '--not-secret')).toEqual([3, ['file-classified']]);
    expect(ketluan('ingest', 'likely.txt', '--db', 'l.db', '--not-secret').status).toBe(0);
    const again = ketluan('reprocess', '--db', 'l.db', '--stage', 'intake', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ fromFile: 1, quarantined: [], failed: [] });
  }, 30_000);

  it('are refused by repair as well, unless asked', () => {
    expect(ketluan('repair', 'marked.txt')).toMatchObject({ status: 3, stdout: '' });
    expect(ketluan('repair', 'likely.txt')).toMatchObject({ status: 3, stdout: '' });
    expect(ketluan('repair', 'likely.txt', '--not-secret').status).toBe(0);
    expect(ketluan('repair', 'marked.txt', '--allow-secret').stdout).toContain('TUYỆT MẬT');
  }, 30_000);

  it('takes limits of one file from the command line', () => {
    const page = '/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]';
    const objects = ['/Type/Catalog/Pages 2 0 R', '/Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3', page, page, page];
    const body = objects.map((object, i) => `${i + 1} 0 obj\n<<${object}>>\nendobj\n`).join('');
    writeFileSync(at('long.pdf'), `%PDF-1.7\n${body}trailer<</Root 1 0 R>>\n%%EOF`);
    expect(outcomeOf('long.pdf', '--db', 'limits.db', '--max-pages', '2')).toEqual([3, ['file-too-heavy']]);
    expect(ketluan('ingest', 'long.pdf', '--db', 'limits.db', '--file-minutes', '0').status).toBe(2);
    expect(ketluan('ingest', 'long.pdf', '--db', 'limits.db', '--file-memory', 'x').status).toBe(2);
  }, 30_000);
});

describe('the library', () => {
  it('refuses marked text with the same error, unless asked', () => {
    for (const read of [repairText, extractText, extractDocuments]) {
      expect(() => read(MARKED)).toThrow(expect.objectContaining({ code: 'file-classified' }));
      expect(() => read(LIKELY)).toThrow(expect.objectContaining({ code: 'file-perhaps-classified' }));
      expect(() => read(MARKED, { secrecy: 'allow-likely' })).toThrow(
        expect.objectContaining({ code: 'file-classified' }),
      );
      expect(read(MARKED, { secrecy: 'allow' })).toBeDefined();
      expect(read(LIKELY, { secrecy: 'allow-likely' })).toBeDefined();
    }
  });
});
