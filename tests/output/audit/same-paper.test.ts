import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { audit } from '../../../output/audit/audit.js';
import { findSamePapers } from '../../../output/audit/same-paper.js';
import { makePrint, measureLikeness, type PaperPrint } from '../../../output/tracker/same-paper.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { extractText } from '../../../pipeline/library.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { openWith, TODAY } from '../sample-records.js';

const SLUGS = [
  'kl-bch-tinh-chuyen-doi-so',
  'kl-btv-tinh-sau-thang',
  'kl-btv-xa-rac-thai',
  'kl-btv-tinh-duoc-lieu',
  'tb-ubnd-tinh-dau-tu-cong',
];
const textOf = (slug: string): string => readFileSync(packageFile('fixtures', 'documents', slug, 'text.txt'), 'utf8');
type Header = Partial<ExportedDocument['document']>;

/** A paper of the fixtures as it would be read from another file. */
const read = (
  slug: string,
  id: string,
  header: Header = {},
  change: (text: string) => string = (text) => text,
): ExportedDocument => {
  const record = extractText(textOf(slug), { path: `${id}` });
  const { document } = record;
  return {
    document: {
      ...document,
      id,
      source: { ...document.source, path: id, sha256: Buffer.from(id).toString('hex').padEnd(64, '0') },
      ...header,
    },
    directives: record.directives.map((one) => ({ ...one, id: `${id}-${one.id}`, text: change(one.text) })),
  };
};
/** One word in fifteen misread, as of a bad scan. */
const misread = (text: string): string =>
  text
    .split(' ')
    .map((word, i) => (i % 15 === 7 ? `${word}x` : word))
    .join(' ');
const print = (record: ExportedDocument): PaperPrint => {
  const made = makePrint(record);
  if (made === undefined) throw new Error('too short');
  return made;
};
const groupsOf = (records: readonly ExportedDocument[]): readonly (readonly string[])[] =>
  findSamePapers(records.map(print)).map((group) => group.map(({ id }) => id));

describe('one paper in several files', () => {
  const [first = '', second = ''] = SLUGS;

  it('as Word file, PDF and bad scan is one group, the scan last', () => {
    const scan = read(first, 'scan.pdf', { textOrigin: 'ocr' }, misread);
    expect(groupsOf([scan, read(first, 'a.docx'), read(second, 'other.docx'), read(first, 'b.pdf')])).toEqual([
      ['a.docx', 'b.pdf', 'scan.pdf'],
    ]);
  });

  it('a draft without number and day is known by its text, and the issued one counts', () => {
    const draft = read(first, 'a-draft.docx', { number: null, issuedOn: null });
    expect(groupsOf([draft, read(first, 'issued.pdf')])).toEqual([['issued.pdf', 'a-draft.docx']]);
  });

  it.each<readonly [string, Header]>([
    ['another number', { number: '999-KL/TU' }],
    ['another day', { issuedOn: '2024-01-02' }],
  ])('%s is another paper, however like its text', (_, header) => {
    expect(groupsOf([read(first, 'a'), read(first, 'b', header)])).toEqual([]);
  });

  it('the same number and day over another text is another paper', () => {
    const { number, issuedOn } = read(first, 'a').document;
    expect(groupsOf([read(first, 'a'), read(second, 'b', { number, issuedOn })])).toEqual([]);
  });

  it('different papers of the fixtures are not like each other', () => {
    const prints = SLUGS.map((slug) => print(read(slug, slug)));
    const most = Math.max(
      ...prints.flatMap((one, i) => prints.slice(i + 1).map((other) => measureLikeness(one, other))),
    );
    expect(most).toBeLessThan(0.2);
    expect(measureLikeness(print(read(first, 'a')), print(read(first, 'b', {}, misread)))).toBeGreaterThan(0.5);
  });

  it('a text of a few words is known by nothing', () => {
    const record = read(first, 'a');
    expect(
      makePrint({ ...record, document: { ...record.document, subject: 'Về việc chung' }, directives: [] }),
    ).toBeUndefined();
  });

  it('is found by the audit once, and not as a number used twice', () => {
    const rules = [...audit(openWith([read(first, 'a.pdf'), read(first, 'b.docx')]), TODAY)].filter(
      ({ rule }) => rule === 'same-paper' || rule === 'number-twice',
    );
    expect(rules.map(({ rule, path, message }) => [rule, path, message.en])).toEqual([
      ['same-paper', 'b.docx', 'The same paper as a.pdf'],
    ]);
  });
});
