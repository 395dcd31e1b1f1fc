import type { Span } from '../../schemas/span.js';
import { matchesOf } from '../writing/patterns.js';
import { DIGIT_LIKE, toDigits } from './look-alikes.js';

/** A number with its symbol as a text prints it: 118-KL/TU, 32/2024/NĐ-CP. — số, ký hiệu */
export interface DocumentNumber {
  /** As it is registered: no inner spaces, one kind of hyphen, Đ for its twin Ð, digits for their likenesses. */
  readonly number: string;
  /** True when a digit was read out of a letter. */
  readonly damaged: boolean;
  readonly span: Span;
}

// Nd, not N: a raised figure is a footnote's (18-NQ/TW¹).
const SEGMENT = '\\p{Lu}[\\p{L}\\p{Nd}]*';
// UBND-KGVX | UBND-\nKGVX | UBND- KGVX | VPQH-TK-m | SKH&ĐT: after a hyphen with space only capitals are still the symbol.
const JOINED =
  '(?:[-–—][\\p{L}\\p{Nd}&]+|\\s?[-–—]\\s?\\p{Lu}[\\p{Lu}\\p{Nd}&]{1,7}(?![\\p{L}\\p{Nd}])|&\\p{Lu}[\\p{L}\\p{Nd}]*|/[\\p{L}\\p{Nd}]+)';

/** What follows the figure of a Party paper: "-KL/TU", " - NQ/TU", "-QC/BTCTU-BNCTU", "-KL-BTV/TU". */
export const PARTY_SYMBOL = `[-–—]\\s?${SEGMENT}(?:\\s?[-–—]\\s?${SEGMENT})?\\s?/\\s?${SEGMENT}${JOINED}{0,3}`;
/** The numbered department of an office, with its dot: "VPCP-V.I". — Vụ I, Vụ III */
const NUMBERED = '(?:\\.[IVX]{1,4}(?![\\p{L}\\p{N}]))?';
/** What follows that of a State paper: "/2024/NĐ-CP", "/QĐ-TTg", "/UBND-KGVX", "/2025/QH15", "/VPCP-V.I". */
export const STATE_SYMBOL = `(?:/\\s?\\d{4}\\s?)?/\\s?${SEGMENT}${JOINED}{0,3}${NUMBERED}`;

const FIGURE = `[${DIGIT_LIKE.inText}]{1,6}`;
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}/.,-])${FIGURE}\\s?(?:${PARTY_SYMBOL}|${STATE_SYMBOL})(?![\\p{L}\\p{Nd}])`,
  'gu',
);

/** A symbol as it is registered: `tidySymbol(' - KL / TU') === '-KL/TU'`. */
export const tidySymbol = (print: string): string =>
  print.replace(/\s+/gu, '').replace(/[–—]/gu, '-').replaceAll('Ð', 'Đ');

const FIGURE_PRINT = new RegExp(`^${FIGURE}`, 'u');

/**
 * A text layer writes a raised figure as any other: in "18-NQ/TW1" it is a footnote's, for behind a type these bodies bear
 * no figure. Others do: KH-PC07, QĐ-QK2, UBND-NC2. (symbols: Hướng dẫn 36-HD/VPTW, Phụ lục III of Nghị định 30/2020/NĐ-CP)
 */
const FOOTNOTE_FIGURE =
  /(?<=(?:-\p{Lu}[\p{L}]{1,4}\/(?:TW|TU|HU|QU|ThU|VPTW|VPTU)|\/\p{Lu}[\p{L}]{1,4}-(?:CP|TTg|UBND|HĐND|VPCP)))[1-9]\d?$/u;

/** Every number with a symbol in an NFC text, in order; a true digit is in each. `7 chỉ tiêu/xã` holds none. */
export const findDocumentNumbers = (text: string): readonly DocumentNumber[] => {
  // Every symbol has a slash: most lines are told to hold none by this alone.
  if (!text.includes('/')) return [];
  return matchesOf(NUMBER, text).flatMap((match): DocumentNumber[] => {
    const whole = tidySymbol(match[0]);
    const tidied = whole.replace(FOOTNOTE_FIGURE, '');
    const number = tidied.replace(FIGURE_PRINT, toDigits);
    if (!/\d/u.test(tidied)) return [];
    const end = match.index + match[0].length - (whole.length - tidied.length);
    const span = { start: match.index, end };
    return [{ number, damaged: number !== tidied, span }];
  });
};

/** What a registered number is made of. */
export interface NumberParts {
  /** "05" in 05-KL/TU, as printed; counts in a series. — số thứ tự */
  readonly counter: string;
  /** A hyphen behind the counter is the Party's, a slash the State's. */
  readonly branch: 'party' | 'state';
  /** All behind counter and year: KL/TU, NĐ-CP. — ký hiệu */
  readonly symbol: string;
  /** KL in KL/TU, NĐ in NĐ-CP, QH15 in QH15. — tên loại viết tắt */
  readonly type: string;
  /** TU in KL/TU, CP in NĐ-CP; null where the symbol is of one part. — cơ quan ban hành viết tắt */
  readonly body: string | null;
}

const PARTS = /^(?<counter>\d+)\s*(?:\/\s*\d{4}\s*)?(?<joint>[-–/])\s*(?<symbol>\S.*)$/u;
const SYMBOL_PARTS = /^(?<type>[\p{L}\p{N}]+)\s*[-–/]\s*(?<body>\S.*)$/u;

/** Takes a registered number apart; undefined for one without a symbol. `readNumberParts('15/2025/QĐ-UBND')?.body === 'UBND'`. */
export const readNumberParts = (number: string): NumberParts | undefined => {
  const { counter, joint, symbol } = PARTS.exec(number.trim())?.groups ?? {};
  if (counter === undefined || symbol === undefined) return undefined;
  const { type = symbol, body = null } = SYMBOL_PARTS.exec(symbol)?.groups ?? {};
  return { counter, branch: joint === '/' ? 'state' : 'party', symbol, type, body };
};
