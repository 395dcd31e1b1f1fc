import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../../../output/export/calendar.js';
import { writeCsv } from '../../../output/export/csv.js';
import { dropEnumerator } from '../../../output/export/drop-enumerator.js';
import { writePhuLuc2 } from '../../../output/export/phu-luc-2.js';
import { findFirstDay, namesDays } from '../../../output/export/recurrence.js';
import { writeReport } from '../../../output/export/report.js';
import { type ExportRequest, selectRecords } from '../../../output/export/select-records.js';
import { listTaskRows, splitByDeadline } from '../../../output/export/task-rows.js';
import { escapeXml, toSerial } from '../../../output/export/xlsx-writer.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import type { Store } from '../../../output/store/store.js';
import { makeTaskCode } from '../../../output/tracker/task-code.js';
import { AT, makeBody, makeDocument, openWith, SAMPLES, TODAY } from '../sample-records.js';

const rowsOf = (db: Store, more: Partial<ExportRequest> = {}) =>
  listTaskRows(selectRecords(db, { words: '', filters: {}, today: TODAY, ...more }), TODAY);

/** Cells of the sheet by place, as a spreadsheet program would read them. */
const readSheet = (bytes: Uint8Array): { cells: Map<string, string>; xml: string } => {
  const files = unzipSync(bytes);
  const xml = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  const cells = new Map<string, string>();
  for (const match of xml.matchAll(/<c r="(?<place>[A-Z]+\d+)"[^>]*?(?:\/>|>(?<inside>.*?)<\/c>)/gsu)) {
    const inside = match.groups?.inside ?? '';
    cells.set(
      match.groups?.place ?? '',
      inside
        .replace(/<[^>]+>/gu, '')
        .replace(/&lt;/gu, '<')
        .replace(/&amp;/gu, '&'),
    );
  }
  return { cells, xml };
};

const TRICKY = makeDocument('tricky', [
  { number: '1', text: '=HYPERLINK("http://x.example"), "ngoặc kép"\nxuống dòng; <b>&', bodies: [makeBody('+Sở A')] },
]);

/** What stands before the number of the tricky directive. */
const PREFIX = '12-KL/TU,Kết luận,Ban Thường vụ Tỉnh ủy,2025-06-10,';

/** Beginning of a sample document's id. */
const idOf = (name: string): string => makeDocument(name, []).document.id.slice(0, 8);

describe('CSV', () => {
  it('is for Excel: mark, commas, CRLF, quotes doubled, no formula', () => {
    const lines = [...writeCsv(rowsOf(openWith([TRICKY])))];
    expect(lines[0]?.startsWith('\ufeffSố văn bản,Loại văn bản,')).toBe(true);
    expect(lines[1]).toBe(
      [
        '12-KL/TU,Kết luận,Ban Thường vụ Tỉnh ủy,2025-06-10,1',
        `"'=HYPERLINK(""http://x.example""), ""ngoặc kép""\nxuống dòng; <b>&",'+Sở A,,,,,,,,,CẦN ĐIỀN HẠN,chưa xem`,
        `van-ban/tricky.txt,1,,${TRICKY.document.id},${TRICKY.document.id}-1\r\n`,
      ].join(','),
    );
  });

  it('gives each cell the bytes that it always had', () => {
    const cells: readonly (readonly [string, string])[] = [
      ['', ''],
      ['=a', "'=a"],
      ['+a', "'+a"],
      ['-a', "'-a"],
      ['@a', "'@a"],
      ['\ta', "'\ta"],
      ['a=b', 'a=b'],
      ['a;b', '"a;b"'],
      ['a,b', '"a,b"'],
      ['a"b', '"a""b"'],
      ['a\nb', '"a\nb"'],
      ['a\rb', '"a\rb"'],
      ['a\r\nb', '"a\r\nb"'],
      ['=a;"b"', `"'=a;""b"""`],
      [' a ', ' a '],
      ["'a'", "'a'"],
      ['0123', '0123'],
      // Letters that other zones take for = and +.
      ['＝a', "'＝a"],
    ];
    const [row] = rowsOf(openWith([TRICKY]));
    if (row === undefined) throw new Error('Expected a row');
    const given = cells.map(([text]) => {
      const [, line = ''] = [...writeCsv([{ ...row, directive: { ...row.directive, number: text } }])];
      return [text, line.slice(PREFIX.length, line.indexOf(`,"'=HYPERLINK`))];
    });
    expect(given).toEqual(cells);
  });
});

describe('Phụ lục 2', () => {
  it('has sixteen columns, header on row 3, data from row 4, real dates and lists', () => {
    const db = openWith(SAMPLES);
    const bytes = Buffer.concat([...writePhuLuc2(rowsOf(db), TODAY)]);
    const { cells, xml } = readSheet(bytes);
    const row = (number: number): (string | undefined)[] =>
      [...'ABCDEFGHIJKLMNOP'].map((column) => cells.get(column + number));
    expect(row(3)).toEqual([
      'STT',
      'Số hội nghị',
      'Số TB/KL',
      'Ngày ban hành',
      'Chủ trì theo dõi',
      'Ngành/lĩnh vực',
      'Cơ quan/đơn vị trình',
      'Lĩnh vực chi tiết',
      'Nội dung kết luận / Văn bản trình',
      'Loại thời hạn',
      'Hạn xử lý',
      'Tiến độ',
      'Kết quả thực hiện / Minh chứng',
      'Văn bản triển khai',
      'Mã nhiệm vụ',
      'Ngày cập nhật gần nhất',
    ]);
    expect(row(5)).toEqual([
      '2',
      '15',
      '12-KL/TU',
      String(toSerial('2025-06-10')),
      '',
      '',
      'Sở Tài chính',
      '',
      SAMPLES[0]?.directives[1]?.text,
      'Có hạn cụ thể',
      String(toSerial('2025-06-30')),
      'Đang thực hiện',
      '',
      '',
      'KL-BTV·HN15·12·02',
      String(toSerial(TODAY)),
    ]);
    expect(row(7)[9]).toBe('');
    expect(cells.has('A9')).toBe(false);
    expect(xml).toContain('sqref="J4:J1008"');
    expect(xml).toContain(
      '"Có hạn cụ thể,Ký ban hành (trong 10 ngày),Nhiệm vụ thường xuyên,Chờ quyết định/điều kiện khác"',
    );
    expect(xml).not.toContain('<f>');
  });

  it('writes what looks like a formula as text, and counts days as spreadsheets do', () => {
    const { cells, xml } = readSheet(Buffer.concat([...writePhuLuc2(rowsOf(openWith([TRICKY])), TODAY)]));
    expect(cells.get('G4')).toBe('+Sở A');
    expect(xml).toContain('<c r="G4" s="5" t="inlineStr">');
    expect(['1900-03-01', '2025-01-01', '2025-02-30'].map(toSerial)).toEqual([61, 45658, undefined]);
    expect(escapeXml('a\u0000\ud800b\ufffe\u202e<&>"\u{1f600}\r\n\t')).toBe(
      'a\ufffd\ufffdb\ufffd\ufffd&lt;&amp;&gt;&quot;\u{1f600}\n\t',
    );
  });

  it('makes codes from what the document gives', () => {
    const codes = [
      { number: '671-KL/TU', issuer: 'Ban Thường vụ Tỉnh ủy', meetingNumber: '39' },
      { number: '15/2025/QĐ-UBND', issuer: 'Ủy ban nhân dân tỉnh', meetingNumber: null },
      { number: null, issuer: null, meetingNumber: null },
    ].map((header) => makeTaskCode(makeDocument('x', [], header).document, 4, false));
    expect(codes).toEqual(['KL-BTV·HN39·671·04', 'QĐ-UBND·15·04', `${idOf('x')}·04`]);
    const [numbered] = SAMPLES;
    if (numbered === undefined) throw new Error('Expected a sample');
    expect(makeTaskCode(numbered.document, 4, true)).toBe(`KL-BTV·HN15·12·${numbered.document.id.slice(0, 8)}·04`);
  });
});

/** LibreOffice with its spreadsheet: the text part alone, as Word files need it, opens no sheet. */
const hasLibreOffice = (): boolean => {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'soffice'))
    .find(existsSync);
  return found !== undefined && existsSync(join(dirname(realpathSync(found)), 'libsclo.so'));
};

describe.skipIf(!hasLibreOffice())('Phụ lục 2 in LibreOffice (needs soffice)', () => {
  it('opens, and reads back as it was written, with days as days', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketluan-xlsx-'));
    const file = join(folder, 'phu-luc-2.xlsx');
    writeFileSync(file, Buffer.concat([...writePhuLuc2(rowsOf(openWith([...SAMPLES, TRICKY])), TODAY)]));
    // Comma, quotes, UTF-8, from line 1, every cell as it is shown.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
    const args = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      file,
    ];
    const run = spawnSync('soffice', args, { encoding: 'utf8' });
    expect(run.status).toBe(0);
    const lines = readFileSync(join(folder, 'phu-luc-2.csv'), 'utf8').split('\n');
    rmSync(folder, { recursive: true, force: true });
    expect(lines[4]).toBe(
      `2,15,12-KL/TU,10/06/2025,,,Sở Tài chính,,"${SAMPLES[0]?.directives[1]?.text}",Có hạn cụ thể,30/06/2025,Đang thực hiện,,,KL-BTV·HN15·12·02,01/07/2025`,
    );
    expect(lines.find((line) => line.includes('HYPERLINK'))).toContain(
      '"=HYPERLINK(""http://x.example""), ""ngoặc kép""',
    );
  }, 120_000);
});

describe('splitByDeadline and dropEnumerator', () => {
  it('gives a row to each clause where several have deadlines of their own, with codes of their own', () => {
    const [row] = rowsOf(openWith(SAMPLES));
    if (row === undefined) throw new Error('Expected a row');
    const [assignment] = row.directive.assignments;
    if (assignment === undefined) throw new Error('Expected an assignment');
    const [deadline] = assignment.deadlines;
    if (deadline === undefined) throw new Error('Expected a deadline');
    const later = { ...assignment, deadlines: [{ ...deadline, due: '2031-01-02' }], bodies: [makeBody('Sở Y tế')] };
    const both = { ...row, directive: { ...row.directive, assignments: [assignment, later] } };
    expect(splitByDeadline(both, TODAY).map((one) => [one.code, one.leads, one.deadline?.due])).toEqual([
      [row.code, row.leads, deadline.due],
      [`${row.code}.2`, ['Sở Y tế'], '2031-01-02'],
    ]);
    expect(splitByDeadline(row, TODAY)).toEqual([row]);
    const bare = { ...row, directive: { ...row.directive, assignments: [assignment, { ...later, deadlines: [] }] } };
    expect(splitByDeadline(bare, TODAY)).toEqual([bare]);
  });

  it.each([
    ['- Giao Sở Y tế báo cáo', '2.-1', 'Giao Sở Y tế báo cáo'],
    ['b) Giao Sở Y tế', 'II.1.b', 'Giao Sở Y tế'],
    ['1.2. Giao Sở Y tế', '1.2', 'Giao Sở Y tế'],
    ['3- Giao Sở Y tế', '3', 'Giao Sở Y tế'],
    ['Giao Sở Y tế', '3', 'Giao Sở Y tế'],
    ['2025. Giao Sở Y tế', '3', '2025. Giao Sở Y tế'],
    ['-5 độ C là ngưỡng', '3', '-5 độ C là ngưỡng'],
  ])('writes %s of %s as %s', (text, number, expected) => {
    expect(dropEnumerator({ text, number })).toBe(expected);
  });
});

describe('calendar', () => {
  const [first] = SAMPLES;

  it('has one all-day event a day, a rule for recurring ones, and no alarm before review', () => {
    const db = openWith(SAMPLES);
    const id = first?.document.id ?? '';
    const before = [...writeCalendar(rowsOf(db), TODAY)].join('');
    // "Hằng quý" alone names no day.
    expect(before.match(/BEGIN:VEVENT/gu)?.length).toBe(2);
    expect(before).not.toContain('VALARM');
    expect(before).toContain(
      [
        `UID:${id}-1-1-1@ketluan`,
        'DTSTAMP:20250701T000000Z',
        'DTSTART;VALUE=DATE:20250715',
        'DTEND;VALUE=DATE:20250716',
        '',
      ].join('\r\n'),
    );
    expect(before).not.toContain('RRULE');
    expect(before.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    saveCorrection(db, {
      documentId: id,
      directiveId: `${id}-1`,
      field: 'review',
      oldValue: null,
      newValue: 'confirmed',
      correctedBy: 'Lan',
      correctedAt: AT,
    });
    const after = [...writeCalendar(rowsOf(db), TODAY)].join('');
    expect(after.match(/BEGIN:VALARM/gu)?.length).toBe(1);
  });

  it.each([
    ['FREQ=YEARLY', false],
    ['FREQ=MONTHLY;INTERVAL=3', false],
    ['FREQ=YEARLY;BYMONTH=12', false],
    ['FREQ=WEEKLY', false],
    ['FREQ=MONTHLY;BYMONTHDAY=25', true],
    ['RRULE:FREQ=WEEKLY;BYDAY=FR', true],
    ['FREQ=DAILY', true],
    ['FREQ=DAILY;INTERVAL=2', false],
  ])('knows whether %s names days: %s', (rule, named) => {
    expect(namesDays(rule)).toBe(named);
  });

  it.each([
    ['FREQ=MONTHLY;BYMONTHDAY=25', '2025-06-28', '2025-07-25'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2025-02-10', '2025-02-28'],
    ['RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15', '2025-12-16', '2026-12-15'],
    ['FREQ=WEEKLY;BYDAY=FR', '2025-07-01', '2025-07-04'],
    ['FREQ=MONTHLY;BYDAY=1SU', '2025-06-02', '2025-07-06'],
    ['FREQ=MONTHLY;BYDAY=-1SA', '2025-06-02', '2025-06-28'],
    ['FREQ=MONTHLY;BYDAY=3TU', '2025-06-02', '2025-06-17'],
    ['FREQ=DAILY', '2025-07-01', '2025-07-01'],
    ['FREQ=YEARLY;BYMONTH=13', '2025-07-01', undefined],
  ])('begins %s after %s on %s', (rule, from, day) => {
    expect(findFirstDay(rule, from)).toBe(day);
  });
});

describe('report', () => {
  it('shows documents and their tasks, escapes, and marks what is late or without a deadline', () => {
    const html = [...writeReport(rowsOf(openWith([...SAMPLES, TRICKY])), TODAY)].join('');
    expect(html.match(/<h2>/gu)?.length).toBe(3);
    expect(html.match(/<tr class="late"/gu)?.length).toBe(1);
    expect(html.match(/<tr class="hole"/gu)?.length).toBe(2);
    expect(html).toContain('&lt;b&gt;&amp;');
    expect(html).not.toContain('<b>&');
    expect(html).not.toMatch(/src=|href="[^#]/u);
    expect(html).toContain('Thực hiện</th><th>Phối hợp</th><th>Nhận báo cáo</th>');
    expect(html).toContain('<button type="button" value="QUÁ HẠN" aria-pressed="false">QUÁ HẠN: 1</button>');
  });
});

describe('corrections and filters', () => {
  it('go into every export; what is no task is left out, ordinals stay', () => {
    const db = openWith(SAMPLES);
    const id = SAMPLES[0]?.document.id ?? '';
    const correct = (directive: number, field: string, newValue: string): number =>
      saveCorrection(db, {
        documentId: id,
        directiveId: `${id}-${directive}`,
        field,
        oldValue: null,
        newValue,
        correctedBy: 'Lan',
        correctedAt: AT,
      });
    correct(1, 'review', 'not-a-task');
    correct(2, 'due', '2025-08-01');
    correct(2, 'lead', 'Sở Nội vụ; Sở Tư pháp');
    const rows = [...rowsOf(db, { filters: { type: 'kết luận' } })];
    expect(rows.map((r) => [r.ordinal, r.leads, r.deadline?.due ?? null])).toEqual([
      [2, ['Sở Nội vụ', 'Sở Tư pháp'], '2025-08-01'],
      [3, ['Văn phòng Tỉnh ủy'], null],
    ]);
    expect([...rowsOf(db, { words: 'thẩm định' })].length).toBe(1);
  });
});
