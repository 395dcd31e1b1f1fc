import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerAudit } from '../../cli/commands/audit.js';
import { registerExplain } from '../../cli/commands/explain.js';
import { registerExport } from '../../cli/commands/export.js';
import { registerIngest } from '../../cli/commands/ingest.js';
import { registerRepair } from '../../cli/commands/repair.js';
import { registerReprocess } from '../../cli/commands/reprocess.js';
import { registerSearch } from '../../cli/commands/search.js';
import { registerShow } from '../../cli/commands/show.js';
import { registerStatus } from '../../cli/commands/status.js';
import { registerVerify } from '../../cli/commands/verify.js';
import { formatPage, formatPapers } from '../../cli/format-search.js';
import { speak } from '../../cli/language.js';
import { search } from '../../output/search/search.js';
import { searchPapers } from '../../output/search/search-papers.js';
import { openDatabase } from '../../output/store/open-database.js';
import { quarantineFile, saveFiles } from '../../output/store/save-file.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile, TODAY } from '../output/sample-records.js';
import { runCommand } from './run-command.js';

/** Window title, link, cursor, bell, C1, turned text, a line of its own. */
const BAD = '\x1b]0;OWNED\x07\x1b]8;;http://x\x1b\\\x9b2J\u202etxet\u2066\x00\r\nđã lưu giả\u2028\u200f\x85';
/** The first code of a text that does more than end a line. */
const findRaw = (text: string): string | undefined =>
  /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/u.exec(text.replace(/[\n\t]/gu, ''))?.[0];
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d{1,2}m`, 'gu');

const TYPED = `1. Giao Sở Tài chính ${BAD} báo cáo trước ngày 30/6/2025.`;

const folder = mkdtempSync(join(tmpdir(), 'ketluan-hostile-'));
const db = join(folder, 'x.db');
const record = makeDocument(
  'hostile',
  [
    {
      number: '1',
      text: `1. Sở ${BAD} báo cáo`,
      bodies: [makeBody(`Sở ${BAD}`)],
      deadlines: [makeDeadline(`hạn ${BAD}`, null), makeDeadline(`ngày ${BAD}`, '2025-08-01')],
      more: { notes: [{ level: 'review', rule: 'extract/doubtful-words', message: { vi: BAD, en: BAD } }] },
    },
  ],
  {
    number: `1-KL/${BAD}`,
    type: `Kết luận ${BAD}`,
    issuer: `TỈNH ỦY ${BAD}`,
    subject: BAD,
    recipients: [BAD],
    heldOn: '2025-06-30',
    notes: [{ level: 'review', rule: 'extract/doubtful-words', message: { vi: BAD, en: BAD } }],
  },
);
const hostile = {
  ...record,
  document: { ...record.document, source: { ...record.document.source, path: `kho/${BAD}.txt` } },
};
const { id } = hostile.document;

beforeAll(() => {
  const store = openDatabase(db);
  saveFiles(store, [makeFile(hostile)]);
  const reason = { vi: BAD, en: BAD };
  const sha256 = 'a'.repeat(64);
  quarantineFile(store, {
    path: `q${BAD}`,
    sha256,
    byteLength: 1,
    mediaType: null,
    code: 'file-broken',
    text: reason,
    hint: reason,
    at: AT,
  });
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('hostile names and words', () => {
  it.each([
    ['search', registerSearch, ['search', 'bao cao', '--facets']],
    ['search as JSON', registerSearch, ['search', 'bao cao', '--json']],
    ['show', registerShow, ['show', id]],
    ['show as JSON', registerShow, ['show', id, '--json']],
    ['explain', registerExplain, ['explain', TYPED]],
    ['explain as JSON', registerExplain, ['explain', TYPED, '--json']],
    ['status', registerStatus, ['status']],
    ['status as JSON', registerStatus, ['status', '--json']],
    ['audit', registerAudit, ['audit']],
    ['verify', registerVerify, ['verify']],
    ['jsonl', registerExport, ['export', '--format', 'jsonl']],
  ] as const)('reach nobody raw through %s, and stay on their line', async (_, register, args) => {
    const printed = await runCommand(register, [...args, '--db', db]);
    expect(printed.length).toBeGreaterThan(20);
    expect(findRaw(printed)).toBeUndefined();
    expect(printed.split('\n').filter((line) => line.startsWith('đã lưu giả'))).toEqual([]);
    process.exitCode = undefined;
  });

  it('reach nobody raw through reprocess', async () => {
    copyFileSync(db, join(folder, 'again.db'));
    const args = ['reprocess', '--stage', 'intake', '--db', join(folder, 'again.db')];
    const printed = await runCommand(registerReprocess, args);
    process.exitCode = undefined;
    expect(printed).toContain('OWNED');
    expect(findRaw(printed)).toBeUndefined();
  });

  it('reach nobody raw through the summary and the progress of ingest', async () => {
    const names = readdirSync(folder).length;
    writeFileSync(join(folder, `a\x1b]0;OWNED\x07\nđã lưu giả.bin`), Buffer.from([0, 1, 2, 3]));
    let told = '';
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      told += String(chunk);
      return true;
    });
    const printed = await runCommand(registerIngest, ['ingest', folder, '--db', join(folder, 'y.db')]);
    spy.mockRestore();
    process.exitCode = undefined;
    expect(names).toBeGreaterThan(0);
    expect(printed).toContain('a␛]0;OWNED␇␊đã lưu giả.bin');
    expect(findRaw(printed + told)).toBeUndefined();
  });

  it('are painted without what they bring along', () => {
    const store = openDatabase(db, { readonly: true });
    const page = search(store, { words: 'bao cao', filters: {}, today: TODAY, limit: 5, withFacets: true });
    store.close();
    const painted = formatPage(page, speak('vi'), true);
    // Our own colours are the only codes.
    expect(findRaw(painted.replace(COLOUR, ''))).toBeUndefined();
    expect(painted).toContain('\\u{9b}2J');
  });

  it('reach nobody raw through papers and how a search was widened', () => {
    const store = openDatabase(db, { readonly: true });
    const page = searchPapers(store, { words: 'bao cao', filters: {}, today: TODAY, limit: 5 });
    store.close();
    expect(page.papers.length).toBeGreaterThan(0);
    const widenings = [{ typed: 'x\x1b]0;OWNED\x07', also: ['y\x1b[2J'] }];
    const corrected = { words: 'z', shown: 'z\x1b[2J' };
    const painted = formatPapers({ ...page, widenings, corrected }, 5, speak('vi'), true);
    expect(findRaw(painted.replace(COLOUR, ''))).toBeUndefined();
  });

  it.each(['csv', 'ics', 'html'])('reach no %s raw', async (format) => {
    const printed = await runCommand(registerExport, ['export', '--format', format, '--db', db, '--today', TODAY]);
    expect(printed).toContain('OWNED');
    expect(findRaw(printed.replace(/\r\n/gu, '\n'))).toBeUndefined();
  });

  it('reach no part of a workbook raw', async () => {
    const sheet = join(folder, 'x.xlsx');
    await runCommand(registerExport, ['export', '--format', 'xlsx', '-o', sheet, '--db', db, '--today', TODAY]);
    const parts = Object.values(unzipSync(readFileSync(sheet))).map((part) => Buffer.from(part).toString('utf8'));
    expect(parts.join('')).toContain('OWNED');
    expect(parts.map(findRaw)).toEqual(parts.map(() => undefined));
  });

  it('reach nobody raw through repair', async () => {
    const paper = join(folder, 'paper.txt');
    writeFileSync(paper, `Uy ban nhan dan\x1b]0;OWNED\x07 tinh\u202e\nTrang\fhai\n`);
    const printed = await runCommand(registerRepair, ['repair', paper]);
    expect(printed).toContain('␛]0;OWNED␇');
    expect(findRaw(printed.replace(/\f/gu, ''))).toBeUndefined();
  });

  it('are told to be too many, be it by a file or by a device without end', async () => {
    const large = join(folder, 'large.txt');
    writeFileSync(large, 'y'.repeat(10 * 1024 * 1024 + 1));
    for (const path of process.platform === 'linux' ? [large, '/dev/zero'] : [large]) {
      const tooHeavy = { code: 'file-too-heavy' };
      await expect(runCommand(registerRepair, ['repair', path])).rejects.toMatchObject(tooHeavy);
      await expect(runCommand(registerExplain, ['explain', path])).rejects.toMatchObject(tooHeavy);
    }
  });

  it('have one door: no command writes to the terminal itself', () => {
    const files = readdirSync(packageFile('cli'), { recursive: true, encoding: 'utf8' });
    const astray = files
      .filter((name) => name.endsWith('.ts') && name !== 'print.ts')
      .filter((name) => /std(?:out|err)\.write|console\.log/u.test(readFileSync(packageFile('cli', name), 'utf8')));
    expect(files.length).toBeGreaterThan(20);
    expect(astray).toEqual([]);
  });
});
