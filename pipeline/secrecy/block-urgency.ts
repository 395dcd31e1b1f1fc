import { higherUrgency, readUrgencyMark } from '../../language/printed/urgency.js';
import { measureDistance } from '../../language/writing/distance.js';
import type { Urgency } from '../../schemas/header-zones.js';
import type { BlockReading, InkBlock } from '../../schemas/ink-block.js';
import { closeUpMisread, READ } from './stamp-letters.js';

/** The long marks, folded and closed up: some of their letters may be misread, and nothing else comes near them. */
const LONG_MARKS = [
  { key: 'hoatoc', misread: 1, urgency: 'Hỏa tốc' },
  { key: 'hoatochengio', misread: 2, urgency: 'Hỏa tốc' },
  { key: 'thuongkhan', misread: 2, urgency: 'Thượng khẩn' },
] as const satisfies readonly { readonly key: string; readonly misread: number; readonly urgency: Urgency }[];

/** A long mark in capitals that is all a stamp says, however one letter of it was read: "HÒA TỘC", "H0A TÓG". */
const readLong = (text: string): Urgency | undefined => {
  if (text !== text.toUpperCase()) return undefined;
  const letters = closeUpMisread(text);
  return LONG_MARKS.find(({ key, misread }) => measureDistance(letters, key) <= misread)?.urgency;
};

const readReading = ({ text, confidence }: BlockReading): Urgency | undefined => {
  if (text.length > MARK_AT_MOST) return undefined;
  // A stamp may set its mark in two lines, or bear a mark of secrecy beside it: "HỎA TỐC - MẬT".
  const whole = text.replace(/\n/gu, ' ');
  const exact = [whole, ...text.split(/\n|\s[-–—]\s/u)].map(readUrgencyMark).reduce(higherUrgency, undefined);
  // "KHẨN" is short enough to come out of anything else: it is believed of a clear reading alone.
  return (exact !== 'Khẩn' || confidence >= READ ? exact : undefined) ?? readLong(whole);
};

/** Letters of the longest stamp that is one: both marks, an hour and a day. */
const MARK_AT_MOST = 80;

/**
 * The mark of urgency that a stamp in the head of a page bears, by any of its readings; undefined for every other stamp. Never
 * of one of secrecy alone: no letters of MẬT, however misread, are those of a mark here. — dấu độ khẩn
 */
export const findBlockUrgency = ({ place, readings }: InkBlock): Urgency | undefined =>
  place === 'head' ? readings.map(readReading).reduce(higherUrgency, undefined) : undefined;
