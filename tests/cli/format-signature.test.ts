import { describe, expect, it } from 'vitest';
import { formatSignature, formatSuggested } from '../../cli/format-signature.js';
import { speak } from '../../cli/language.js';

const [vi, en] = [speak('vi'), speak('en')];
const PDF = {
  timeFrom: 'stamp',
  reason: null,
  place: null,
  page: 1,
  coversAll: true,
  isIntact: true,
  bytesAfter: 0,
} as const;
const SIGNED = { by: 'Lê Văn Thử', at: '2026-05-28T17:24:51+07:00', kind: 'pdf' } as const;

describe('a signature in a line', () => {
  it('says who, when, and what became of the file', () => {
    expect(formatSignature({ ...SIGNED, pdf: { ...PDF, reason: 'Phê duyệt', place: 'Lam Giang' } }, vi)).toBe(
      'Lê Văn Thử, 28/05/2026 17:24:51 +07:00, tệp còn nguyên vẹn, lý do: Phê duyệt, nơi ký: Lam Giang',
    );
  });

  it.each([
    [{ isIntact: false }, 'THE FILE WAS CHANGED after it'],
    [{ coversAll: false }, 'does not cover the whole file'],
    [{ isIntact: null }, 'could not be checked'],
  ])('never calls whole what is not: %j', (more, state) => {
    expect(formatSignature({ ...SIGNED, pdf: { ...PDF, ...more } }, en)).toBe(
      `Lê Văn Thử, 28/05/2026 17:24:51 +07:00, ${state}`,
    );
  });

  it('that is printed alone says so', () => {
    expect(formatSignature({ by: null, at: null, kind: 'panel' }, en)).toBe('unknown signer, panel on the page');
    expect(formatSignature({ by: 'Sở Thử', at: null, kind: 'panel', isPicture: true }, en)).toBe(
      'Sở Thử, only a picture of a panel on the scan, cannot be checked',
    );
  });
});

describe('a suggestion in a line', () => {
  it('says where it is from, and how far it is believed', () => {
    const day = { number: null, issuedOn: '2026-05-28', confidence: 0.5, from: 'signature' } as const;
    expect(formatSuggested(day, vi)).toBe('28/05/2026 (50 %), theo thời điểm ký số');
    const both = { ...day, number: '7/TB-UBND', numberConfidence: 0.98, issuedOnConfidence: 0.5 };
    expect(formatSuggested({ ...both, from: 'handwriting' }, en)).toBe(
      '7/TB-UBND (98 %), 28/05/2026 (50 %), by handwriting',
    );
  });
});
