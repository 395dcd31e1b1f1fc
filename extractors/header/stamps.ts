import { mendAuthor } from '../../language/lexicon/author-names.js';
import { toRunningCase } from '../../language/lexicon/casing.js';
import { FOLDED_NUMBER_WORD } from '../../language/printed/number-line.js';
import { findPrintedDates } from '../../language/printed/printed-date.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Received } from '../../schemas/export.js';
import type { Line } from '../../schemas/stages.js';
import { toIssueDay } from './issue-day.js';

const NUMBER = new RegExp(`(?:^|\\s|den)${FOLDED_NUMBER_WORD}\\s*(?::\\s*)?(\\d{1,6})(?!\\d)`, 'u');
const ANCHOR = /den(?!\p{L})/u;

/** An arrival stamp: number, day and office, each null where the stamp leaves it blank. — dấu công văn đến */
export const readReceived = (stamp: readonly Line[]): Received => {
  const folded = stamp.map((line) => foldChars(line.text));
  const first = folded[0] ?? '';
  const office = ANCHOR.test(first) ? null : (stamp[0]?.text ?? null);
  const all = folded.join('\n');
  return {
    number: NUMBER.exec(all)?.[1] ?? null,
    on:
      findPrintedDates(all)
        .map(toIssueDay)
        .find((day) => day !== null) ?? null,
    by: office === null ? null : mendAuthor(toRunningCase(office.trim())),
  };
};
