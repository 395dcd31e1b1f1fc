import { isWithinOne, measureDistance } from '../../language/writing/distance.js';
import { readLastChange } from '../store/changes.js';
import { pairWord } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { type ParsedQuery, parseQuery, type QueryTerm } from './parse-query.js';
import type { CorrectedWords, SearchRequest } from './request.js';
import type { Snippet } from './snippet.js';

/** Words of fewer letters are too near to too many others. */
const SHORTEST = 3;
/** From so many letters on a word may have two errors. */
const LONG = 5;
/** Candidates for one word that are looked up with their neighbours. */
const MOST_CANDIDATES = 60;
const MOST_COUNTED = 100;
/** Queries that are tried in all. */
const MOST_TRIES = 24;
/** Words with errors in one query. */
const MOST_ERRORS = 2;

interface Vocabulary {
  readonly stamp: number;
  readonly words: ReadonlySet<string>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

const vocabularies = new WeakMap<Store, Vocabulary>();

/** The words of all directives, kept until something is stored. */
const readVocabulary = (db: Store): Vocabulary => {
  const stamp = readLastChange(db);
  const kept = vocabularies.get(db);
  if (kept?.stamp === stamp) return kept;
  const words = prepare<{ word: string }>(db, 'SELECT word FROM word').all();
  const byLength = new Map<number, string[]>();
  for (const { word } of words) {
    if (!/^[a-z]+$/u.test(word)) continue;
    const own = byLength.get(word.length);
    if (own === undefined) byLength.set(word.length, [word]);
    else own.push(word);
  }
  const made = { stamp, words: new Set(words.map(({ word }) => word)), byLength };
  vocabularies.set(db, made);
  return made;
};

/** How many directives have all of some words of the index, counted up to MOST_COUNTED. */
const countWith = (db: Store, words: readonly string[]): number =>
  prepare<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM (SELECT f.rowid FROM directive_fts f WHERE f.directive_fts MATCH ? LIMIT ${MOST_COUNTED})`,
  ).get(words.map((word) => `"${word}"`).join(' AND '))?.n ?? 0;

interface Candidate {
  readonly word: string;
  /** Letters changed, dropped, added or swapped. */
  readonly errors: number;
  /** Directives in which it stands between its neighbours. */
  readonly met: number;
}

/** Words of the vocabulary that a word may be, the likeliest first: those that stand beside its neighbours somewhere. */
const listCandidates = (db: Store, words: readonly string[], at: number): readonly Candidate[] => {
  const word = words[at] ?? '';
  const { byLength } = readVocabulary(db);
  const near: { word: string; errors: number }[] = [];
  for (let length = word.length - 2; length <= word.length + 2; length++)
    for (const other of byLength.get(length) ?? []) {
      if (other === word) continue;
      if (isWithinOne(word, other)) near.push({ word: other, errors: 1 });
      else if (word.length >= LONG && other[0] === word[0] && measureDistance(word, other) === 2)
        near.push({ word: other, errors: 2 });
    }
  near.sort((a, b) => a.errors - b.errors);
  // With the words around it: "bao hiem xa hoj" is that of bảo hiểm, not any "xã Hòa".
  const around = words.slice(Math.max(0, at - 2), at + 2);
  const inRow = (word: string): string[] =>
    around.slice(1).map((_, i) => {
      const place = Math.max(0, at - 2) + i;
      const [left = '', right = ''] = [words[place], words[place + 1]];
      return pairWord(place === at ? word : left, place + 1 === at ? word : right);
    });
  return near
    .slice(0, MOST_CANDIDATES)
    .map((one) => ({ ...one, met: around.length < 2 ? 0 : countWith(db, inRow(one.word)) }))
    .filter(({ errors, met }) => errors === 1 || met > 0)
    .sort((a, b) => b.met - a.met || a.errors - b.errors);
};

const isOpen = ({ quoted, prefix, folded }: QueryTerm): boolean =>
  quoted === undefined && !prefix && folded.length === 1 && /^[a-z]+$/u.test(folded[0] ?? '');

/** What is searched. */
type Asked = Pick<SearchRequest, 'words' | 'filters'>;

/** A word said anew, in the text of a query. */
const replaceTerm = (query: ParsedQuery, at: number, word: string): ParsedQuery => ({
  ...query,
  wanted: query.wanted.map((term, i) => (i === at ? { ...term, typed: word, exact: [word], folded: [word] } : term)),
});

const toText = ({ wanted, excluded }: ParsedQuery): string =>
  [
    ...wanted.map(({ typed, quoted, prefix }) => (quoted === true ? `"${typed}"${prefix ? '*' : ''}` : typed)),
    ...excluded.map(({ typed }) => `-"${typed}"`),
  ].join(' ');

/**
 * The words of a query that found nothing with its typing errors mended, one or two in a word; undefined when no way is found that
 * `finds` something, and for words that are found without the filters: they have no error. Words that no directive has are asked
 * first, else each word in turn. By natural's distances over the words of the index.
 * `correctSpelling(db, { words: 'uy ban nhan dna', filters }, finds) === 'uy ban nhan dan'`. — sửa lỗi gõ
 */
export const correctSpelling = (
  db: Store,
  { words, filters }: Asked,
  finds: (asked: Asked) => boolean,
): string | undefined => {
  const query = parseQuery(words);
  const open = query.wanted.flatMap((term, at) => (isOpen(term) ? [at] : []));
  if (open.length === 0 || finds({ words, filters: {} })) return undefined;
  const known = readVocabulary(db).words;
  const folded = query.wanted.map((term) => term.folded.at(-1) ?? '');
  const long = open.filter((at) => (folded[at] ?? '').length >= SHORTEST);
  const unknown = long.filter((at) => !known.has(folded[at] ?? ''));
  if (unknown.length > MOST_ERRORS) return undefined;
  let tries = 0;
  // Every unknown word is replaced; where all are known one of them is.
  const mend = (tried: ParsedQuery, left: readonly number[]): ParsedQuery | undefined => {
    const [at, ...rest] = left;
    if (at === undefined) return finds({ words: toText(tried), filters }) ? tried : undefined;
    const now = tried.wanted.map((term) => term.folded.at(-1) ?? '');
    for (const { word } of listCandidates(db, now, at)) {
      if (++tries > MOST_TRIES) return undefined;
      const found = mend(replaceTerm(tried, at, word), rest);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const suspects of unknown.length > 0 ? [unknown] : long.map((at) => [at])) {
    const found = mend(query, suspects);
    if (found !== undefined) return toText(found);
  }
  return undefined;
};

/** What was most likely meant, by the text of the first hit, which has its marks; what stands there twice is told once. */
export const toCorrected = (words: string, snippet: Snippet | undefined): CorrectedWords => {
  const marked = snippet?.highlights.map(({ start, end }) => snippet.text.slice(start, end)) ?? [];
  const shown = marked.filter((one, at) => marked.indexOf(one) === at).join(' … ');
  return { words, shown: shown === '' ? words : shown };
};
