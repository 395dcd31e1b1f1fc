import { describe, expect, it } from 'vitest';
import { findCounterpart, isNewVersion, judgeCopies } from '../../../output/tracker/judge-files.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { MediaType } from '../../../schemas/stages.js';
import { makeDeadline, makeDocument } from '../sample-records.js';

const WORDS =
  'rà soát hồ sơ đất đai các xã vùng đệm thẩm định dự toán kè sông Lam tổng hợp kết quả báo cáo Thường trực'.split(' ');
/** A task of twenty-odd words that begins somewhere in the list. */
const say = (from: number, due = '2025-07-15') => ({
  number: String(from),
  text: [...WORDS.slice(from), ...WORDS.slice(0, from)]
    .map((word, i) => (i % 5 === from % 5 ? `${word}${from}` : word))
    .join(' '),
  deadlines: [makeDeadline(due, due)],
});
const WORD = MediaType.enum['application/vnd.openxmlformats-officedocument.wordprocessingml.document'];
type More = Partial<ExportedDocument['document']>;
const paper = (name: string, more: More = {}, tasks = [say(1), say(2), say(3)]) => makeDocument(name, tasks, more);
/** The same in a Word file. */
const word = (name: string, more: More = {}, tasks = [say(1), say(2), say(3)]): ExportedDocument => {
  const made = paper(name, more, tasks);
  const source = { ...made.document.source, mediaType: WORD };
  return { ...made, document: { ...made.document, source } };
};
const held = (...documents: ExportedDocument[]) => ({ documents });
const OTHER = [say(11), say(13), say(17)];

const signature = (isIntact: boolean) => ({
  by: 'Tỉnh uỷ',
  at: null,
  kind: 'pdf' as const,
  pdf: { timeFrom: null, reason: null, place: null, page: 1, coversAll: true, isIntact, bytesAfter: 0 },
});

describe('what came to the path of a file', () => {
  const version = (old: ExportedDocument, now: ExportedDocument): boolean => isNewVersion(held(old), held(now));
  it.each<[string, ExportedDocument, boolean]>([
    ['the same number with two of three tasks', paper('n', {}, [say(1), say(2), say(9)]), true],
    ['the same number on another day', paper('n', { issuedOn: '2025-06-11' }), true],
    ['the same number over another text', paper('n', {}, OTHER), false],
    ['another number over the same text', paper('n', { number: '13-KL/TU' }), false],
    ['another issuer', paper('n', { issuer: 'Ban Thường vụ Huyện uỷ Bãi Sậy' }), false],
    ['no number, the same text', paper('n', { number: null, issuedOn: null }), true],
    ['no number, another text', paper('n', { number: null, issuedOn: null }, OTHER), false],
    ['no number, another day', paper('n', { number: null, issuedOn: '2025-06-11' }), false],
  ])('is a new version or not: %s', (_, now, expected) => {
    expect(version(paper('o'), now)).toBe(expected);
  });

  it('is known by number and day where the text is too short', () => {
    const short = [{ number: '1', text: 'Giao Sở Y tế.' }];
    expect(version(paper('o', {}, short as never), paper('n', {}, short as never))).toBe(true);
    expect(version(paper('o', {}, short as never), paper('n', { issuedOn: '2025-01-02' }, short as never))).toBe(false);
  });

  it('must hold every paper that the old file held, and the old file must hold one', () => {
    const [one, two] = [paper('o'), paper('p', { number: '13-KL/TU' }, OTHER)];
    expect(isNewVersion(held(one), held(two, one))).toBe(true);
    expect(isNewVersion(held(one, two), held(one))).toBe(false);
    expect(isNewVersion(held(), held(one))).toBe(false);
  });
});

describe('two files of one paper', () => {
  const judge = (first: ExportedDocument, second: ExportedDocument) => judgeCopies(held(first), held(second));
  it.each<[string, ExportedDocument, ExportedDocument, string]>([
    ['of equal worth: the first', paper('a'), word('b'), 'first'],
    ['of one make: they may be two drafts', paper('a'), paper('b'), 'none'],
    ['two scans', paper('a', { textOrigin: 'ocr' }), paper('b', { textOrigin: 'ocr' }), 'none'],
    ['a text beats a scan', paper('a', { textOrigin: 'ocr' }), paper('b', { textOrigin: 'text-layer' }), 'second'],
    [
      'a text beats a signed scan',
      paper('a', { textOrigin: 'ocr', signatures: [signature(true)] }),
      paper('b'),
      'second',
    ],
    [
      'a signed PDF beats a Word file',
      word('a'),
      paper('b', { textOrigin: 'text-layer', signatures: [signature(true)] }),
      'second',
    ],
    [
      'a broken signature is none',
      word('a'),
      paper('b', { textOrigin: 'text-layer', signatures: [signature(false)] }),
      'first',
    ],
    [
      'the fuller header',
      word('a', { subject: null, signer: { authority: null, position: null, name: null } }),
      paper('b'),
      'second',
    ],
    ['an excerpt that is better read', paper('a', { textOrigin: 'ocr' }), paper('b', {}, [say(1), say(2)]), 'perhaps'],
    ['other days, both well read', word('a'), paper('b', {}, [say(1), say(2), say(3, '2025-07-31')]), 'perhaps'],
    [
      'other days in a scan',
      paper('a'),
      paper('b', { textOrigin: 'ocr' }, [say(1), say(2), say(3, '2025-07-31')]),
      'first',
    ],
    ['another number', word('a'), paper('b', { number: '13-KL/TU' }), 'none'],
    ['no number', word('a'), paper('b', { number: null }), 'none'],
    ['another day', word('a'), paper('b', { issuedOn: '2025-06-11' }), 'none'],
    ['no day', word('a', { issuedOn: null }), paper('b', { issuedOn: null }), 'none'],
    ['another issuer', word('a'), paper('b', { issuer: 'Ban Thường vụ Huyện uỷ Bãi Sậy' }), 'none'],
    ['another text', word('a'), paper('b', {}, OTHER), 'none'],
  ])('%s', (_, first, second, expected) => {
    expect(judge(first, second)).toBe(expected);
  });

  it('are not merged where one holds another paper as well, or holds none', () => {
    expect(judgeCopies(held(word('a')), held(paper('b'), paper('c', { number: '13-KL/TU' }, OTHER)))).toBe('perhaps');
    expect(judgeCopies(held(), held(paper('b')))).toBe('none');
  });

  it('find each paper again among several', () => {
    const [one, two] = [paper('b', { number: '13-KL/TU' }, OTHER), paper('c')];
    expect(findCounterpart(paper('a'), [one, two])).toBe(two);
    expect(findCounterpart(paper('a', { number: '99-KL/TU' }, [say(6)]), [one, two])).toBeUndefined();
  });
});
