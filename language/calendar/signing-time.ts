import type { IsoDate } from '../../schemas/span.js';
import { readIsoDate } from './civil-date.js';

/** Vietnam has one zone, seven hours before Greenwich, and no summer time. */
const HOURS_AHEAD = 7;
const HOUR_MS = 3_600_000;

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?<zone>Z|[+-]\d{2}:\d{2})?$/u;

/** An instant, in milliseconds since 1970, as Vietnamese time: what people read, and what the day of a paper goes by. */
export const toVietnameseTime = (milliseconds: number): string =>
  `${new Date(milliseconds + HOURS_AHEAD * HOUR_MS).toISOString().slice(0, 19)}+07:00`;

/** The instant of a signing time, in milliseconds since 1970; one without a zone is Vietnamese. Undefined where it is none. */
export const readSigningTime = (time: string): number | undefined => {
  const match = TIME.exec(time);
  if (match === null || readIsoDate(time.slice(0, 10)) === undefined) return undefined;
  const instant = Date.parse(match.groups?.zone === undefined ? `${time}+07:00` : time);
  return Number.isNaN(instant) ? undefined : instant;
};

/** The day of an instant in Vietnam: `dayInVietnam('2026-05-28T18:00:00.000Z') === '2026-05-29'`; null where it is none. */
export const dayInVietnam = (iso: string): IsoDate | null => {
  const instant = Date.parse(iso);
  return Number.isNaN(instant) ? null : toVietnameseTime(instant).slice(0, 10);
};

/** The day of a signing time in Vietnam: `signingDay('2026-05-28T18:00:00Z') === '2026-05-29'`. — ngày ký */
export const signingDay = (time: string): IsoDate | undefined => {
  const instant = readSigningTime(time);
  return instant === undefined ? undefined : toVietnameseTime(instant).slice(0, 10);
};

/** The days of several signing times, first to last, each once; null stands for a signature without a time. */
export const listSigningDays = (times: readonly (string | null)[]): readonly IsoDate[] =>
  [...new Set(times.flatMap((time) => (time === null ? [] : (signingDay(time) ?? []))))].toSorted();
