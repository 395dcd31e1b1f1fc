import { isWithEither } from '../../language/writing/final-y.js';
import { fold, toNfc } from '../../language/writing/unicode.js';
import { listWords, markedWord, pairWord } from '../store/index-text.js';

/** One thing that was asked for: a word, or a phrase of several. */
export interface QueryTerm {
  /** As a person typed it, without quotes and signs. */
  readonly typed: string;
  /** Words as compared with marks: lower case, tone marks in one place. */
  readonly exact: readonly string[];
  /** The same words without marks. */
  readonly folded: readonly string[];
  /** True when the last word may go on: `quy*`. */
  readonly prefix: boolean;
  /** True for a phrase in quotes: it means what it says, no abbreviation and no filter. */
  readonly quoted?: true;
}

/** What a person typed, understood. An empty query asks for everything. */
export interface ParsedQuery {
  readonly wanted: readonly QueryTerm[];
  readonly excluded: readonly QueryTerm[];
}

/** More terms than any person types; a longer text is cut so that no query can become expensive. */
const MAX_TERMS = 32;
const MAX_WORDS_IN_TERM = 64;

/** A minus sign is what the command line makes of a hyphen. -"cụm từ" | "cụm từ" | -từ | từ* | 12/QĐ-UBND: a quote that is never closed runs to the end. */
const TERM = /(?<not>[-−]?)(?:"(?<phrase>[^"]*)"?(?<phraseStar>\*?)|(?<word>[^\s"]+))/gu;

/** A text as one term; undefined when it holds no word. */
export const toTerm = (text: string, prefix = false): QueryTerm | undefined => {
  const words = listWords(text).slice(0, MAX_WORDS_IN_TERM);
  return words.length === 0
    ? undefined
    : { typed: text, exact: words.map((word) => word.exact), folded: words.map((word) => word.folded), prefix };
};

/** A stretch of what was typed, before anybody asks what it means. */
export interface QueryPiece {
  readonly kind: 'word' | 'phrase' | 'excluded';
  readonly text: string;
  /** Place in the NFC text, quotes and minus sign with it. */
  readonly start: number;
  readonly end: number;
  readonly prefix: boolean;
}

/** Cuts an NFC text into words, phrases in quotes and what is excluded. `cutPieces('"đảng uỷ" -xã')`. */
export const cutPieces = (text: string): QueryPiece[] =>
  [...text.matchAll(TERM)].map((match) => {
    const { not, phrase, phraseStar, word } = match.groups ?? {};
    const asked = phrase ?? word ?? '';
    return {
      kind: not === '' || not === undefined ? (phrase === undefined ? 'word' : 'phrase') : 'excluded',
      text: asked,
      start: match.index,
      end: match.index + match[0].length,
      prefix: phraseStar === '*' || asked.trimEnd().endsWith('*'),
    };
  });

/**
 * Understands any text as a query and never throws: words that must all occur, "phrases in quotes", prefix*, and
 * -excluded words. `parseQuery('"đảng uỷ" báo* -xã')`.
 */
export const parseQuery = (text: string): ParsedQuery => {
  const wanted: QueryTerm[] = [];
  const excluded: QueryTerm[] = [];
  for (const piece of cutPieces(toNfc(text))) {
    const term = toTerm(piece.text, piece.prefix);
    if (term === undefined) continue;
    if (piece.kind === 'excluded') excluded.push(term);
    else wanted.push(piece.kind === 'phrase' ? { ...term, quoted: true } : term);
    if (wanted.length + excluded.length >= MAX_TERMS) break;
  }
  return { wanted, excluded };
};

// Words hold letters and digits alone, so nothing in them can end the quotes.
const quote = (word: string, prefix = false): string => `"${word}"${prefix ? ' *' : ''}`;

/** Words that begin so, or undefined when they are too many to name. */
export type Complete = (beginning: string) => readonly string[] | undefined;

const matchBeginning = (beginning: string, complete: Complete): string => {
  const words = complete(beginning);
  // Named words are read side by side and only as far as needed; a bare prefix makes FTS5 gather all of them first.
  if (words === undefined) return quote(beginning, true);
  return words.length === 0 ? quote(beginning) : `(${words.map((word) => quote(word)).join(' OR ')})`;
};

/** FTS5 expression of a term without regard to marks: the word, or for a phrase each two neighbours. */
export const matchFolded = ({ folded, prefix }: QueryTerm, complete: Complete): string => {
  const [only = ''] = folded;
  if (folded.length === 1) return prefix ? matchBeginning(only, complete) : quote(only);
  const pairs = folded.slice(1).map((word, i) => pairWord(folded[i] ?? '', word));
  return pairs.map((pair, i) => quote(pair, prefix && i === pairs.length - 1)).join(' AND ');
};

/** FTS5 expression of a term with the marks as typed; a word typed without marks asks for none. */
export const matchExact = (term: QueryTerm, complete: Complete): string => {
  const last = term.exact.length - 1;
  const marked = term.exact.flatMap((word, i) =>
    word === term.folded[i] ? [] : [quote(markedWord(word), term.prefix && i === last)],
  );
  return [matchFolded(term, complete), ...marked].join(' AND ');
};

/** True when some word was typed with marks: only then do exact hits differ from all hits. */
export const asksForMarks = ({ wanted }: ParsedQuery): boolean =>
  wanted.some((term) => term.exact.some((word, i) => word !== term.folded[i]));

/**
 * All wanted words as one phrase, in the order typed; undefined for a single word. Who types bao cao most likely means
 * báo cáo and not cao … bảo.
 */
export const asOnePhrase = ({ wanted }: ParsedQuery): QueryTerm | undefined => {
  const exact = wanted.flatMap((term) => term.exact);
  const folded = wanted.flatMap((term) => term.folded);
  const typed = wanted.map((term) => term.typed).join(' ');
  return folded.length < 2 ? undefined : { typed, exact, folded, prefix: wanted.at(-1)?.prefix ?? false };
};

/** True for phrases of three words and more: neighbouring pairs alone do not prove that the words stand in a row. */
export const isLongPhrase = (term: QueryTerm): boolean => term.folded.length > 2;

/** Letters of Vietnamese by what they fold to: a → aàáảãạăằắ…, in both cases. */
const LETTERS = new Map<string, string>();
for (const letter of 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵdđ') {
  const folded = fold(letter);
  LETTERS.set(folded, `${LETTERS.get(folded) ?? ''}${letter}${letter.toUpperCase()}`);
}

const toLetters = (word: string): string =>
  [...word]
    .map((letter, at) => {
      // tỉ and tỷ are one word
      const either = at === word.length - 1 && isWithEither(word) ? (LETTERS.get('i') ?? '') : '';
      return `[${either}${LETTERS.get(letter) ?? letter + letter.toUpperCase()}]`;
    })
    .join('');

const patterns = new WeakMap<QueryTerm, RegExp>();

/** True when a text has a term, its words in a row, without regard to marks. Fast enough to ask of a thousand texts. */
export const containsTerm = (text: string, term: QueryTerm): boolean => {
  let pattern = patterns.get(term);
  if (pattern === undefined) {
    const words = term.folded.map(toLetters).join('[^\\p{L}\\p{N}]+');
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words}${term.prefix ? '' : '(?![\\p{L}\\p{N}])'}`, 'u');
    patterns.set(term, pattern);
  }
  return pattern.test(text);
};
