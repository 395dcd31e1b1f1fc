import { describe, expect, it } from 'vitest';
import { findReferences, linkReferences } from '../../../extractors/references/index.js';

const linksOf = (text: string) =>
  linkReferences(findReferences(text, { issuedOn: null })).map(
    ({ reference: { number, on, issuer, title }, first }) => ({
      number,
      on,
      issuer,
      title,
      first,
    }),
  );

describe('linkReferences', () => {
  it('fills a short mention from the first, full one', () => {
    const text =
      'Thực hiện Nghị quyết số 07-NQ/TU ngày 15/7/2024 của Tỉnh uỷ về chuyển đổi số. Sơ kết Nghị quyết 07-NQ/TU trong quý IV.';
    const full = { number: '07-NQ/TU', on: '2024-07-15', issuer: 'Tỉnh uỷ', title: 'về chuyển đổi số', first: 0 };
    expect(linksOf(text)).toEqual([full, full]);
  });

  it('keeps two terms apart: the same number with another date is another document', () => {
    const text =
      'Nghị quyết số 07-NQ/TU ngày 15/7/2016; Nghị quyết số 07-NQ/TU ngày 20/9/2021; Nghị quyết số 07-NQ/TU ngày 20/9/2021';
    expect(linksOf(text).map(({ first }) => first)).toEqual([0, 1, 1]);
  });

  it('tells types apart', () => {
    expect(linksOf('Quyết định số 12/QĐ-UBND và Kế hoạch số 12/QĐ-UBND').map(({ first }) => first)).toEqual([0, 1]);
  });

  it('has nothing to link in a text without citations', () => {
    expect(linksOf('Không viện dẫn văn bản nào.')).toEqual([]);
  });
});
