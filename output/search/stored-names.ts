import { normalizeName } from '../../extractors/bodies/abbreviations.js';
import { COMMITTEES } from '../../language/lexicon/bodies/party.js';
import { AREA_UNITS, NO_UNIT_BEFORE } from '../../language/lexicon/bodies/places.js';
import { findWordSpans, joinWords, listWords } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

/** A name that the database holds, or a part of one that names something by itself: Sở Y tế *tỉnh Quảng Lâm*. */
export interface StoredName {
  /** As it is shown and filtered by. */
  readonly name: string;
  readonly exact: readonly string[];
  readonly folded: readonly string[];
}

/** Names by their first two folded words. */
export type NameIndex = ReadonlyMap<string, readonly StoredName[]>;

export interface StoredNames {
  readonly bodies: NameIndex;
  readonly issuers: NameIndex;
  readonly types: NameIndex;
}

/** So many names of a kind are read; what comes later stays words. */
const MOST = 20_000;

const beginsAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, i) => words[at + i] === word);

/** With their marks: a "cơ quan" is no "quận". */
const toExactWords = (phrase: string): readonly string[] => listWords(phrase).map(({ exact }) => exact);
const UNITS = AREA_UNITS.map(([unit]) => toExactWords(unit)).filter(
  (unit) => !['các', 'cấp', 'cùng'].includes(unit[0] ?? ''),
);
const OWNERS = COMMITTEES.flatMap(({ name, branchOf }) => [toExactWords(name), toExactWords(branchOf)]);
const NO_PLACE = new Set([...NO_UNIT_BEFORE, 'đoàn', 'lộ'].flatMap(toExactWords));
/** "các xã", "mỗi tỉnh": no place of its own. */
const COUNTING = new Set(['các', 'những', 'mỗi', 'cấp']);

/** Where a name may be cut so that each side still names something. */
const listCuts = (
  words: readonly string[],
): { readonly ends: ReadonlySet<number>; readonly tails: ReadonlySet<number> } => {
  const ends = new Set<number>();
  const tails = new Set<number>();
  for (let at = 2; at < words.length; at++) {
    if (OWNERS.some((owner) => beginsAt(words, at, owner))) ends.add(at);
    const unit = UNITS.find((one) => beginsAt(words, at, one));
    if (unit === undefined || COUNTING.has(words[at - 1] ?? '')) continue;
    const behind = at + unit.length;
    if (NO_PLACE.has(words[behind] ?? '')) continue;
    ends.add(at);
    if (behind < words.length) {
      ends.add(behind);
      tails.add(at);
    }
  }
  return { ends, tails };
};

const FRONT = toExactWords('Ủy ban Mặt trận Tổ quốc');
const COUNTRY = toExactWords('Việt Nam');

/** "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh" is "MTTQ tỉnh" to everybody. */
const shortFront = ({ name, exact, folded }: StoredName): readonly StoredName[] => {
  if (!beginsAt(exact, 0, FRONT)) return [];
  const behind = FRONT.length + (beginsAt(exact, FRONT.length, COUNTRY) ? COUNTRY.length : 0);
  const cut = (words: readonly string[]): readonly string[] => [
    ...words.slice(2, FRONT.length),
    ...words.slice(behind),
  ];
  return [{ name, exact: cut(exact), folded: cut(folded) }];
};

/** A name with the parts of it that name something by themselves. */
const listParts = (name: string): StoredName[] => {
  const spans = findWordSpans(name);
  const words = listWords(name);
  const folded = words.map((word) => word.folded);
  const part = (from: number, to: number): StoredName => ({
    name: name.slice(spans[from]?.start, spans[to - 1]?.end),
    exact: words.slice(from, to).map((word) => word.exact),
    folded: folded.slice(from, to),
  });
  const { ends, tails } = listCuts(words.map(({ exact }) => exact));
  const whole = part(0, words.length);
  return [
    whole,
    ...shortFront(whole),
    ...[...ends].map((end) => part(0, end)),
    ...[...tails].map((start) => part(start, words.length)),
  ].filter((one) => one.folded.length > 1);
};

const pairAt = (words: readonly string[], at: number): string => `${words[at] ?? ''} ${words[at + 1] ?? ''}`;

const buildIndex = (names: readonly string[]): NameIndex => {
  const index = new Map<string, StoredName[]>();
  const met = new Set<string>();
  for (const one of names.flatMap(listParts)) {
    const key = one.exact.join(' ');
    if (met.has(key)) continue;
    met.add(key);
    const pair = pairAt(one.folded, 0);
    index.set(pair, [...(index.get(pair) ?? []), one]);
  }
  return index;
};

const listNames = (db: Store, sql: string): string[] =>
  prepare<{ name: string }>(db, `${sql} LIMIT ${MOST}`)
    .all()
    .map(({ name }) => name);

/** Written out, with the capitals that the paper gave it where nothing had to be written out. */
const writeOut = (name: string): string => {
  const long = normalizeName(name);
  return joinWords(long) === joinWords(name) ? name : long.charAt(0).toUpperCase() + long.slice(1);
};

const STAMP = `SELECT ifnull((SELECT max(body_key) FROM body), 0) || ' ' || ifnull((SELECT max(issuer_key) FROM issuer), 0)
  || ' ' || ifnull((SELECT max(type_key) FROM document_type), 0) AS stamp`;

const kept = new WeakMap<Store, { readonly stamp: string; readonly names: StoredNames }>();

/** The names of bodies, issuers and types that a database holds, written out; kept until one is added. */
export const readStoredNames = (db: Store): StoredNames => {
  const stamp = prepare<{ stamp: string }>(db, STAMP).get()?.stamp ?? '';
  const last = kept.get(db);
  if (last?.stamp === stamp) return last.names;
  const names = {
    bodies: buildIndex(listNames(db, 'SELECT name FROM body ORDER BY body_key').map(writeOut)),
    issuers: buildIndex(listNames(db, 'SELECT name FROM issuer ORDER BY issuer_key').map(writeOut)),
    types: buildIndex(listNames(db, 'SELECT name FROM document_type ORDER BY type_key')),
  };
  kept.set(db, { stamp, names });
  return names;
};

/** The names that stand in a line of folded words; thousands may begin with the same two. */
export const namesIn = (line: readonly string[], index: NameIndex): StoredName[] => [
  ...new Set(
    line.flatMap((_, at) => (index.get(pairAt(line, at)) ?? []).filter(({ folded }) => beginsAt(line, at, folded))),
  ),
];
