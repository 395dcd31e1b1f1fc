import type { Span } from '../../schemas/span.js';
import { rememberTexts } from './remember.js';
import { readTokens, type Token } from './tokens.js';

/** A stretch of tokens between full stops and semicolons. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** True when a full stop, not a semicolon, stands before it. */
  readonly startsSentence: boolean;
}

const OPENING = new Map([
  ['(', ')'],
  ['“', '”'],
  ['[', ']'],
]);
const MAX_BRACKET = 120;
// "TP. Hà Nội", "TX. Sông Cầu", "ThS. An": the point belongs to the short form.
const SHORT = /^(?:tp|tx|tt|ths|ts|gs|pgs|bs|ks|đ|số|stt)$/u;
const CLOSERS = new Set(['.', ';', '?', '!', '…']);

/** For each opening bracket the index of its partner, when it closes within reach. */
const pairBrackets = (tokens: readonly Token[]): ReadonlyMap<number, number> => {
  const pairs = new Map<number, number>();
  const open: { readonly at: number; readonly closer: string }[] = [];
  tokens.forEach((token, i) => {
    const closer = token.kind === 'mark' ? OPENING.get(token.text) : undefined;
    if (closer !== undefined) open.push({ at: i, closer });
    const last = open.at(-1);
    if (last !== undefined && token.text === last.closer) {
      open.pop();
      if (i - last.at <= MAX_BRACKET) pairs.set(last.at, i);
    } else if (open.length > 8) open.shift();
  });
  return pairs;
};

const isClauseEnd = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'mark' || !CLOSERS.has(token.text)) return false;
  if (token.text !== '.' && token.text !== '…') return true;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (next === undefined) return true;
  if (!next.hasGap || (before !== undefined && SHORT.test(before.key))) return false;
  return next.isCapital || next.text === '(' || next.text === '“' || next.text === '-' || next.kind === 'number';
};

/**
 * Cuts an item into clauses at sentence ends and semicolons outside brackets and quotation marks. A sentence that is
 * wholly in brackets, "(Hoàn thành trong tháng 5/2023).", goes with the clause before it. First and last token covered.
 */
export const splitClauses = (tokens: readonly Token[], start: number): readonly Clause[] => {
  const pairs = pairBrackets(tokens);
  const clauses: Clause[] = [];
  let from = start;
  let startsSentence = true;
  for (let i = start; i < tokens.length; i++) {
    const close = pairs.get(i);
    if (close !== undefined) {
      i = close;
      continue;
    }
    if (!isClauseEnd(tokens, i)) continue;
    if (i > from) pushClause(clauses, { from, to: i + 1, startsSentence }, tokens, pairs);
    startsSentence = tokens[i]?.text !== ';';
    from = i + 1;
  }
  if (from < tokens.length) pushClause(clauses, { from, to: tokens.length, startsSentence }, tokens, pairs);
  return clauses;
};

const pushClause = (
  clauses: Clause[],
  clause: Clause,
  tokens: readonly Token[],
  pairs: ReadonlyMap<number, number>,
): void => {
  const last = clauses.at(-1);
  const close = pairs.get(clause.from);
  const isBracketed = tokens[clause.from]?.text === '(' && close !== undefined && clause.to - close <= 2;
  if (last !== undefined && isBracketed) clauses[clauses.length - 1] = { ...last, to: clause.to };
  else clauses.push(clause);
};

/** The clauses of a text as places in it, without gaps: each ends where the next begins. `cutClauses('Giao A; B làm.')`. */
export const cutClauses: (text: string) => readonly Span[] = rememberTexts((text): readonly Span[] => {
  // Most texts are one clause: nothing stands behind a closing mark.
  if (text !== '' && !/[.;?!…]\s*\S/u.test(text)) return [{ start: 0, end: text.length }];
  const tokens = readTokens(text);
  const starts = splitClauses(tokens, 0).map((clause, i) =>
    i === 0 ? 0 : (tokens[clause.from]?.start ?? text.length),
  );
  // A text of marks alone is one clause, too.
  if (starts.length === 0 && text !== '') return [{ start: 0, end: text.length }];
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
});

/** The clauses of a text, cut at full stops and semicolons: together they are the text. */
export const splitSentences: (text: string) => readonly string[] = rememberTexts((text) =>
  cutClauses(text).map(({ start, end }) => text.slice(start, end)),
);

/** The sentence that holds an offset: its clauses between two full stops. */
export const sentenceAround = (text: string, at: number): string => {
  const tokens = readTokens(text);
  const starts = splitClauses(tokens, 0)
    .filter(({ startsSentence }) => startsSentence)
    .map((clause) => tokens[clause.from]?.start ?? 0);
  return text.slice(starts.findLast((start) => start <= at) ?? 0, starts.find((start) => start > at) ?? text.length);
};

/** "1, Sở": a stop that a speck of the scan made a comma. "1, 2 xã" is a list. */
const isSpeckedLabel = (tokens: readonly Token[]): boolean =>
  tokens[0]?.kind === 'number' && tokens[1]?.key === ',' && tokens[2]?.isCapital === true;

/** Token behind a number of several levels that has no stop at its end, "2.1 Phòng Y tế:"; 0 where none is: "1.200 hộ", "2.1 tỷ". */
const skipBareLabel = (tokens: readonly Token[]): number => {
  const isDigits = (at: number): boolean => tokens[at]?.kind === 'number' && /^\d{1,2}$/u.test(tokens[at]?.text ?? '');
  if (!isDigits(0)) return 0;
  let at = 1;
  while (
    tokens[at]?.text === '.' &&
    tokens[at]?.hasGap === false &&
    tokens[at + 1]?.hasGap === false &&
    isDigits(at + 1)
  )
    at += 2;
  return at > 1 && tokens[at]?.kind === 'word' && tokens[at]?.isCapital === true ? at : 0;
};

/** Token behind "Điều 3." or "Điều 3:"; 0 where an article is only cited: "Điều 3 của Quy chế". */
const skipArticle = (tokens: readonly Token[]): number =>
  tokens[0]?.text === 'Điều' && tokens[1]?.kind === 'number' && /^[.:]$/u.test(tokens[2]?.key ?? '') ? 3 : 0;

const COUNTS = new Set(['một', 'hai', 'ba', 'bốn', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'nhất']);

/** Token behind "Một là," or "Thứ hai:", by which sentences are counted; 0 where none stands. */
const skipOrdinal = (tokens: readonly Token[]): number => {
  const isThu = tokens[0]?.key === 'thứ';
  if (!COUNTS.has(tokens[isThu ? 1 : 0]?.key ?? '') || tokens[0]?.isCapital !== true) return 0;
  const behind = isThu ? 2 : 1;
  const at = tokens[behind]?.key === 'là' ? behind + 1 : behind;
  return (isThu || at > behind) && /^[,:]$/u.test(tokens[at]?.key ?? '') ? at + 1 : 0;
};

/** Token behind an item's number: "(1)", "2.1.", "2.1", "a)", "II-", "-", "+", "Điều 3.", "Một là,". */
export const skipEnumerator = (tokens: readonly Token[]): number => {
  let at = isSpeckedLabel(tokens) ? 2 : Math.max(skipArticle(tokens), skipOrdinal(tokens), skipBareLabel(tokens));
  while (at < 8) {
    const token = tokens[at];
    if (token === undefined) break;
    const next = tokens[at + 1];
    const isMark = token.kind === 'mark' && token.text !== '“' && token.text !== '"';
    const isLabel =
      (token.kind === 'number' || /^(?:\p{L}|[ivx]+)$/u.test(token.key)) &&
      next?.kind === 'mark' &&
      /^[).\-/]$/u.test(next.key);
    // "Đ/c Trần Văn Bình" opens with a form of address, not with a letter of a list.
    if ((!isMark && !isLabel) || (next?.key === '/' && tokens[at + 2]?.key === 'c')) break;
    at += 1;
  }
  return at;
};
