import { describe, expect, it } from 'vitest';
import { mergeSignatures } from '../../../extractors/header/merge-signatures.js';
import { suggestIssueDay } from '../../../extractors/header/suggest-day.js';
import type { ElectronicSignature } from '../../../schemas/export.js';
import type { FileSignature } from '../../../schemas/file-signature.js';

const dictionary = (by: string | null, at: string | null): FileSignature => ({
  by,
  at,
  timeFrom: at === null ? null : 'stamp',
  reason: null,
  place: null,
  page: 1,
  coversAll: true,
  isIntact: true,
  bytesAfter: 0,
});
const panel = (by: string | null, at: string | null): ElectronicSignature => ({ by, at, kind: 'panel' });

const OFFICE = 'Ủy ban nhân dân tỉnh Lam Giang';
const SIGNED = '2026-05-28T17:24:51+07:00';

/** Who, when and of what kind: one line each. */
const merge = (panels: readonly ElectronicSignature[], dictionaries: readonly FileSignature[]): readonly string[] =>
  mergeSignatures(panels, dictionaries).map(({ by, at, kind }) => `${kind} ${by} ${at}`);

describe('a panel and a dictionary', () => {
  it.each([
    ['of one name and time', panel(OFFICE, SIGNED)],
    ['of one name, misread here and there', panel('Uy ban nhân dân tinh Lam Giang', SIGNED)],
    ['of one name, cut off', panel('Ủy ban nhân dân tỉnh', SIGNED)],
    ['whose clocks differ by seconds', panel(OFFICE, '2026-05-28T17:26:02+07:00')],
    ['whose zones differ', panel(OFFICE, '2026-05-28T10:24:51Z')],
    ['where no zone is printed', panel(OFFICE, '2026-05-28T17:24:00')],
    ['where the panel bears no name', panel(null, SIGNED)],
    ['where the panel bears no time', panel(OFFICE, null)],
  ])('%s are one signature', (_, printed) => {
    expect(merge([printed], [dictionary(OFFICE, SIGNED)])).toEqual([`pdf ${OFFICE} ${SIGNED}`]);
  });

  it.each([
    ['of another name', panel('Sở Tài chính', SIGNED)],
    ['of another day', panel(OFFICE, '2026-05-29T17:24:51+07:00')],
    ['of which nothing says the same', panel(null, null)],
  ])('%s are two', (_, printed) => {
    expect(merge([printed], [dictionary(OFFICE, SIGNED)])).toHaveLength(2);
  });

  it('of several signatures are paired one by one', () => {
    const other = '2026-05-28T17:25:00+07:00';
    expect(merge([panel(OFFICE, SIGNED)], [dictionary(OFFICE, SIGNED), dictionary(OFFICE, other)])).toEqual([
      `pdf ${OFFICE} ${SIGNED}`,
      `pdf ${OFFICE} ${other}`,
    ]);
  });

  it('keep what the file says of the signature', () => {
    const { by, at, ...pdf } = dictionary(OFFICE, SIGNED);
    expect(mergeSignatures([panel(OFFICE, SIGNED)], [dictionary(OFFICE, SIGNED)])).toEqual([
      { by, at, kind: 'pdf', pdf },
    ]);
  });
});

describe('a panel that was read twice', () => {
  const bare = dictionary(null, SIGNED);

  it('is one signature, with what either reading has of it', () => {
    const picture = { ...panel(null, SIGNED), isPicture: true };
    expect(mergeSignatures([picture], [], [panel(OFFICE, SIGNED)])).toEqual([{ ...picture, by: OFFICE }]);
  });

  it('stands behind the others where the text shows none of it', () => {
    const merged = mergeSignatures([panel('Sở Tài chính', null)], [], [panel(OFFICE, SIGNED)]);
    expect(merged.map(({ by }) => by)).toEqual(['Sở Tài chính', OFFICE]);
  });

  it('is that of the file where an annotation names the signer of a dictionary with another hour', () => {
    const merged = mergeSignatures([], [dictionary(OFFICE, SIGNED)], [panel(OFFICE, '2026-05-28T10:24:51+07:00')]);
    expect(merged.map(({ kind, at }) => [kind, at])).toEqual([['pdf', SIGNED]]);
  });

  it('names the signer of a dictionary whose certificate cannot be read', () => {
    expect(mergeSignatures([], [bare], [panel(OFFICE, SIGNED)])).toMatchObject([
      { by: OFFICE, at: SIGNED, kind: 'pdf' },
    ]);
    expect(mergeSignatures([], [bare])).toMatchObject([{ by: null, kind: 'pdf' }]);
  });
});

describe('the day of issue that a signature suggests', () => {
  const parts = (year: number | null, month: number | null, day: number | null) => ({ year, month, day });

  it('is that of the first one, and hardly believed where nothing is printed', () => {
    const signed = [panel(null, '2026-05-29T08:00:00+07:00'), panel(null, SIGNED)];
    expect(suggestIssueDay(signed, undefined)).toEqual({
      number: null,
      issuedOn: '2026-05-28',
      confidence: 0.4,
      issuedOnConfidence: 0.4,
      from: 'signature',
    });
  });

  it('is believed more where month and year are printed', () => {
    expect(suggestIssueDay([panel(null, SIGNED)], parts(2026, 5, null))).toMatchObject({ confidence: 0.5 });
  });

  it('is the day in Vietnam', () => {
    expect(suggestIssueDay([panel(null, '2026-05-28T18:30:00Z')], undefined)?.issuedOn).toBe('2026-05-29');
  });

  it.each([
    ['another month', parts(2026, 4, null)],
    ['another year', parts(2025, 5, null)],
    ['another day', parts(null, null, 27)],
  ])('is none where %s is printed', (_, printed) => {
    expect(suggestIssueDay([panel(null, SIGNED)], printed)).toBeUndefined();
  });

  it('is none without a time', () => {
    expect(suggestIssueDay([panel(OFFICE, null)], undefined)).toBeUndefined();
    expect(suggestIssueDay([], undefined)).toBeUndefined();
  });
});
