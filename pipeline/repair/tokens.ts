import type { Span } from '../../schemas/span.js';

/**
 * A piece of a noisy text as the decoder sees it.
 * word: may be anything; number: stands for any number, only short bare ones may prove to be words; fixed: codes, Roman
 * numerals, enumerators, never changed; mark: a full stop, comma or colon, context for its neighbours.
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'fixed' | 'mark';
  readonly text: string;
  readonly span: Span;
  /** True when a new paragraph, or an enumerated item, begins here. */
  readonly startsSentence: boolean;
  /** True when nothing but one space stands between this token and the one before it. */
  readonly followsSpace: boolean;
  /** True when its line is set in capitals. */
  readonly inCapitals: boolean;
}

/** What an engine writes for a letter besides letters: "V&" is về, "14" là, "@6" độ, "6¢" ốc. */
const WORD_CHARACTER = '\\p{L}\\p{M}\\p{N}&@¢€£¥$§%°~';
const CORE = new RegExp(`[${WORD_CHARACTER}](?:[${WORD_CHARACTER}'’\`]*[${WORD_CHARACTER}])?`, 'gu');
/** 18/30, 17,03, 12.5%, 2023-2025, 9/5/2023: figures and what joins them. */
const FIGURES = /^\d+(?:[.,:/–-]\d+)*%?$/u;
/**
 * 118-KL/TU, 15/2020/NĐ-CP, KT-XH, QP/AN, ST/AI/189, A/RES/70/1, ISO/IEC: symbols of documents, of standards and of goods,
 * and joined abbreviations.
 */
const CODE =
  /^(?:\d[\d.]*\s*[-–/].*\p{Lu}{2}|-?\p{Lu}{2,}(?:[-–/]\p{Lu}\p{L}*)+$|\p{Lu}{1,6}(?:[-–/.]\p{Lu}{1,6})*(?:[-–/.:]\d[\p{Lu}\d]*)+$)/u;
const ROMAN = /^[IVX]+$/u;
/** Initials and class letters: C.V, nhóm B. No word is one consonant. */
const INITIAL = /^[B-DF-HJ-NP-TV-XZ]$/u;
/** a), b., (1), 2.1., đ), II-, "I1-": the mark in front of an item. */
const ITEM_MARK = /^\(?(?:\p{L}|[IVXl1|]{1,4}|\d{1,2}(?:\.\d{1,2}){0,3})(?:[).]|-$)\)?$/u;
/** đ/c, b/c, T/M: one word with a slash. */
const SLASHED = /^\p{L}\/\p{L}{1,2}$/u;
const ADDRESS = /^(?:https?:|www\.)|^\S[^@]*@\S+\.\S/iu;
const MEASURE = /^\d+(?:[.,]\d+)*(?:m|m2|m²|m3|m³|ha|km|kg|kv|mw|tr|g)$/iu;
const MARK = /[.,:;](?=\s|$)/u;

const trimChunk = (chunk: string): readonly [start: number, end: number] => {
  const start = /^[^\p{L}\p{N}&@¢€£¥$§]*/u.exec(chunk)?.[0].length ?? 0;
  const end = chunk.length - (/(?<![^\p{L}\p{M}\p{N}&@¢€%°])[^\p{L}\p{M}\p{N}&@¢€%°]+$/u.exec(chunk)?.[0].length ?? 0);
  return [Math.min(start, chunk.length), Math.max(Math.min(start, chunk.length), end)];
};

type Draft = Pick<Token, 'kind' | 'text' | 'span'>;

/** Cuts one chunk (no white space inside) into tokens. */
const readChunk = (chunk: string, at: number): Draft[] => {
  const [from, to] = trimChunk(chunk);
  const core = chunk.slice(from, to);
  const span = { start: at + from, end: at + to };
  const drafts: Draft[] = [];
  if (core !== '') {
    if (FIGURES.test(core)) drafts.push({ kind: 'number', text: core, span });
    else if (CODE.test(core) || ROMAN.test(core) || ADDRESS.test(core) || MEASURE.test(core))
      drafts.push({ kind: 'fixed', text: core, span });
    else if (SLASHED.test(core)) drafts.push({ kind: 'word', text: core, span });
    else
      for (const match of core.matchAll(CORE)) {
        const [text] = match;
        const start = span.start + match.index;
        const kind = FIGURES.test(text) ? 'number' : INITIAL.test(text) ? 'fixed' : 'word';
        drafts.push({ kind, text, span: { start, end: start + text.length } });
      }
  }
  const tail = MARK.exec(chunk.slice(to));
  if (tail !== null && core !== '') {
    const start = at + to + tail.index;
    drafts.push({ kind: 'mark', text: tail[0] === ';' ? ',' : tail[0], span: { start, end: start + 1 } });
  }
  return drafts;
};

const isInCapitals = (line: string): boolean => {
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
  const small = line.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals >= 4 && capitals > small * 2;
};

/** A line that opens with a dash or bullet. */
const BULLET_LINE = /^\s*[-–+*•]/u;

/**
 * Cuts a text into the tokens of the decoder, in order; characters between them are layout and are never changed.
 * Spans are in UTF-16 units. Blank lines, page breaks and items divide sentences, other line breaks do not; the mark of
 * an item is layout, since what follows it begins a sentence.
 */
export const splitTokens = (text: string): Token[] => {
  const tokens: Token[] = [];
  let opens = true;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const inCapitals = isInCapitals(line);
    if (line.trim() === '' || line.includes('\f') || BULLET_LINE.test(line)) opens = true;
    let startsLine = true;
    for (const match of line.matchAll(/\S+/gu)) {
      if (startsLine && ITEM_MARK.test(match[0])) {
        opens = true;
        startsLine = false;
        continue;
      }
      for (const draft of readChunk(match[0], lineStart + match.index)) {
        const before = tokens.at(-1);
        const followsSpace = before !== undefined && text.slice(before.span.end, draft.span.start) === ' ';
        tokens.push({ ...draft, startsSentence: opens, followsSpace, inCapitals });
        opens = false;
      }
      startsLine = false;
    }
    lineStart += line.length + 1;
  }
  return tokens;
};
