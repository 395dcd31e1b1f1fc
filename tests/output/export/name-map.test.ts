import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { mapNames, type NameMap, parseNameMap, readNameMap, Unmapped } from '../../../output/export/name-map.js';
import { writePhuLuc2 } from '../../../output/export/phu-luc-2.js';
import { readCsv } from '../../../output/export/read-csv.js';
import { selectRecords } from '../../../output/export/select-records.js';
import { listTaskRows } from '../../../output/export/task-rows.js';
import { makeBody, makeDocument, openWith, TODAY } from '../sample-records.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-map-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const find = (map: NameMap, name: string): string | undefined => map.find({ name, normalized: name });
const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('a CSV table', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\n"c;1";"d ""2"""\n',
      [
        ['a', 'b'],
        ['c;1', 'd "2"'],
      ],
    ],
    [
      '"a\nb",c\n\n,\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['a\tb', [['a', 'b']]],
    ['Sở A, Sở B;Liên sở\n', [['Sở A, Sở B', 'Liên sở']]],
    ['', []],
  ])('is cut at its own mark: %j', (text, cells) => {
    // Of as many commas as semicolons the comma parts, as RFC 4180 has it.
    if (text.startsWith('Sở A'))
      expect(
        readCsv(`x;y\n${text}`)
          .map((row) => row.cells)
          .slice(1),
      ).toEqual(cells);
    else expect(readCsv(text).map((row) => row.cells)).toEqual(cells);
  });
});

describe('the list of an office', () => {
  const lines = ['Tên trong văn bản;Tên trong danh mục', 'UBND tỉnh;UBND tỉnh Lam Trà', 'sở y tế;Sở Y tế', 'Sở B;'];

  it('is read with or without a mark of order, with commas or semicolons, and as Unicode text', () => {
    const plain = lines.join('\r\n');
    const files = [
      write('plain.csv', plain),
      write('bom.csv', `\ufeff${plain}`),
      write('comma.csv', plain.replaceAll(';', ',')),
      write('wide.txt', Buffer.from(`\ufeff${plain.replaceAll(';', '\t')}`, 'utf16le')),
    ];
    for (const file of files) {
      const map = readNameMap(file);
      expect([map.size, find(map, 'Ủy ban nhân dân tỉnh'), find(map, 'Uỷ ban Nhân dân Tỉnh')]).toEqual([
        2,
        'UBND tỉnh Lam Trà',
        'UBND tỉnh Lam Trà',
      ]);
      expect([find(map, 'Sở Y Tế'), find(map, 'Sở B'), find(map, 'Sở C')]).toEqual(['Sở Y tế', undefined, undefined]);
    }
  });

  it('is refused when it is no UTF-8, has one column, gives two names, or is not there', () => {
    const cp1258 = Buffer.from([0x53, 0xf2, 0x9f, 0x2c, 0x41, 0x0a]);
    expect(() => readNameMap(write('ansi.csv', cp1258))).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => parseNameMap('Sở A\n', 'x.csv')).toThrow(/dòng 1 chỉ có một cột|line 1 has one column/u);
    expect(() => parseNameMap('Sở A,X\nsở a,Y\n', 'x.csv')).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => readNameMap(join(folder, 'none.csv'))).toThrow(expect.objectContaining({ code: 'file-unreadable' }));
  });

  it('names bodies in their roles; what it has not stays, is counted and stands on the sheet to check', () => {
    const db = openWith([
      makeDocument('a', [
        {
          number: '1',
          text: '1. UBND tỉnh, Trại giống A phối hợp với Sở Y tế rà soát.',
          bodies: [makeBody('UBND tỉnh'), makeBody('Trại giống A'), makeBody('Sở Y tế', { role: 'coordinating' })],
        },
        { number: '2', text: '2. Trại giống A báo cáo.', bodies: [makeBody('Trại giống A')] },
      ]),
    ]);
    const map = parseNameMap(lines.join('\n'), 'x.csv');
    const unmapped = new Unmapped();
    const rows = [
      ...listTaskRows(mapNames(selectRecords(db, { words: '', filters: {}, today: TODAY }), map, unmapped), TODAY),
    ];
    expect(rows.map(({ leads, coordinating, unlisted }) => [leads, coordinating, [...unlisted]])).toEqual([
      [['UBND tỉnh Lam Trà', 'Trại giống A'], ['Sở Y tế'], ['Trại giống A']],
      [['Trại giống A'], [], ['Trại giống A']],
    ]);
    expect(unmapped.list()).toEqual([{ name: 'Trại giống A', count: 2 }]);
    const sheet = unzipSync(Buffer.concat([...writePhuLuc2(rows, TODAY)]))['xl/worksheets/sheet2.xml'];
    const xml = Buffer.from(sheet ?? []).toString('utf8');
    expect(xml.match(/Chủ trì ngoài danh mục: Trại giống A/gu)).toHaveLength(2);
    db.close();
  });
});
