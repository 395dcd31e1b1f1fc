import { toIsoDate } from '../../language/calendar/civil-date.js';
import { listSigningDays } from '../../language/calendar/signing-time.js';
import type { DocumentHeader } from '../../schemas/export.js';
import type { DigitReading, HeaderGap } from '../../schemas/header-zones.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Suggested } from '../../schemas/suggested.js';

/** What was read of a header, as far as it matters here. */
type ReadHeader = Pick<DocumentHeader, 'number' | 'numberParts' | 'issuedOn' | 'issuedOnParts' | 'signatures'>;

/** Below this two readings are about as likely: nobody is helped by either. */
const LEAST = 0.5;
/** How likely a paper bears what no paper should: a day behind that of its signature, no day of the calendar. */
const ODD = 0.02;
/** Clerks write "07" so that nothing can be put before the 7: a figure alone is more often one of two that ran together. */
const ALONE = 0.1;

/** What a hand may have written, and how likely. */
interface Likely<Value> {
  readonly value: Value;
  readonly confidence: number;
}

/** The likeliest value; what cannot be (null) is thought little of, what was not told apart as before. */
const pickLikeliest = <Value extends string>(readings: readonly Likely<Value | null>[]): Likely<Value> | undefined => {
  const sums = new Map<Value, number>();
  let total = Math.max(0, 1 - readings.reduce((sum, { confidence }) => sum + confidence, 0));
  for (const { value, confidence } of readings) {
    total += value === null ? ODD * confidence : confidence;
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + confidence);
  }
  const [best] = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best === undefined || total === 0 ? undefined : { value: best[0], confidence: best[1] / total };
};

const readingsOf = (gaps: readonly HeaderGap[], field: HeaderGap['field']): readonly DigitReading[] =>
  gaps.find((gap) => gap.field === field)?.handwriting ?? [];

/** Figures that stand alone are thought less likely; a month below 10 is often written so. */
const withoutLone = (readings: readonly DigitReading[]): readonly DigitReading[] => {
  const weighed = readings.map(({ digits, confidence }) => ({
    digits,
    confidence: digits.length === 1 ? ALONE * confidence : confidence,
  }));
  const rest = 1 - readings.reduce((sum, { confidence }) => sum + confidence, 0);
  const total = weighed.reduce((sum, { confidence }) => sum + confidence, Math.max(0, rest));
  return weighed.map(({ digits, confidence }) => ({ digits, confidence: total === 0 ? 0 : confidence / total }));
};

/** Registers begin anew each year: none holds a number of six figures, nor a 0. A leading 0 makes two figures of one. */
const isOfRegister = (digits: string): boolean => /^(?:0[1-9]|00[1-9]|[1-9]\d{0,4})$/u.test(digits);

const suggestNumber = (header: ReadHeader, gaps: readonly HeaderGap[]): Likely<string> | undefined => {
  const symbol = header.numberParts?.symbol ?? null;
  if (header.number !== null || symbol === null) return undefined;
  return pickLikeliest(
    withoutLone(readingsOf(gaps, 'number')).map(({ digits, confidence }) => ({
      value: isOfRegister(digits) ? digits + symbol : null,
      confidence,
    })),
  );
};

/** A part of the date that is printed, or what a hand wrote in its place. */
const partOf = (printed: number | null | undefined, readings: readonly DigitReading[]): readonly Likely<number>[] =>
  printed == null
    ? readings.map(({ digits, confidence }) => ({ value: digits.length > 2 ? 0 : Number(digits), confidence }))
    : [{ value: printed, confidence: 1 }];

const suggestDay = (header: ReadHeader, gaps: readonly HeaderGap[]): Likely<IsoDate> | undefined => {
  const { year = null, month, day } = header.issuedOnParts ?? {};
  if (header.issuedOn !== null || year === null) return undefined;
  // The organ signs when it issues; who publishes signs after it.
  const [signed] = listSigningDays(header.signatures.map(({ at }) => at));
  const days = partOf(day, withoutLone(readingsOf(gaps, 'day')));
  return pickLikeliest(
    partOf(month, readingsOf(gaps, 'month')).flatMap((m) =>
      days.map((d): Likely<IsoDate | null> => {
        const date = toIsoDate(year, m.value, d.value) ?? null;
        const isLate = date !== null && signed !== undefined && date > signed;
        return { value: isLate ? null : date, confidence: m.confidence * d.confidence };
      }),
    ),
  );
};

const round = (share: number): number => Math.round(share * 1000) / 1000;

/**
 * Number and issue date of a header as the reader of handwriting gives them, where they are no print: the symbol, year and
 * month that are printed, the calendar and the time of signing bound them. Each has its confidence; that of both is the less
 * sure one's. Undefined where nothing was written, or nothing is likely. — số và ngày viết tay
 */
export const suggestWritten = (header: ReadHeader, gaps: readonly HeaderGap[]): Suggested | undefined => {
  const isLikely = (one: Likely<string> | undefined): one is Likely<string> =>
    one !== undefined && one.confidence >= LEAST;
  const [number, issuedOn] = [suggestNumber(header, gaps), suggestDay(header, gaps)].map((one) =>
    isLikely(one) ? { value: one.value, confidence: round(one.confidence) } : undefined,
  );
  const held = [number, issuedOn].filter((one) => one !== undefined);
  return held.length === 0
    ? undefined
    : {
        number: number?.value ?? null,
        issuedOn: issuedOn?.value ?? null,
        confidence: Math.min(...held.map(({ confidence }) => confidence)),
        ...(number === undefined ? {} : { numberConfidence: number.confidence }),
        ...(issuedOn === undefined ? {} : { issuedOnConfidence: issuedOn.confidence }),
        from: 'handwriting',
      };
};
