import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../extractors/references/read-references.js';

describe('readReferences', () => {
  it('fills a later mention from the first one, over the whole document', () => {
    const found = readReferences(
      [
        'về thực hiện Nghị quyết số 18-NQ/TU ngày 12/3/2025 của Ban Chấp hành Đảng bộ tỉnh',
        'Không viện dẫn gì.',
        '1. Tiếp tục thực hiện Nghị quyết số 18-NQ/TU; rà soát Quyết định số 7/QĐ-UBND.',
      ],
      { issuedOn: '2025-06-01' },
    );
    expect(found.map((own) => own.map(({ number, on, issuer }) => ({ number, on, issuer })))).toEqual([
      [{ number: '18-NQ/TU', on: '2025-03-12', issuer: 'Ban Chấp hành Đảng bộ tỉnh' }],
      [],
      [
        { number: '18-NQ/TU', on: '2025-03-12', issuer: 'Ban Chấp hành Đảng bộ tỉnh' },
        { number: '7/QĐ-UBND', on: null, issuer: null },
      ],
    ]);
  });
});
