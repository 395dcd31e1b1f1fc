import type { BodyKind } from '../../language/lexicon/bodies/body-kind.js';
import { spellFields } from '../../language/lexicon/bodies/fields.js';
import {
  BARE_GROUP_UNITS,
  CAPITAL_GROUP_UNITS,
  GROUP_ACTS,
  GROUP_CLAUSES,
  GROUP_TAILS,
  GROUP_UNITS,
  OBLIGING,
  PEOPLE_UNITS,
  QUANTIFIERS,
} from '../../language/lexicon/bodies/groups.js';
import { AREA_UNITS, MUNICIPALITIES } from '../../language/lexicon/bodies/places.js';
import { BODY_KINDS } from '../../language/lexicon/bodies.js';
import {
  CAPITAL_HEADS,
  DRAFT_NOUNS,
  FALSE_HEADS,
  NAME_PHRASES,
  NAME_STOPS,
  NOUN_COMPOUNDS,
  PREDICATE_ADVERBS,
  SENTENCE_OPENERS,
} from '../../language/lexicon/name-words.js';
import { verbsOf } from '../../language/lexicon/verbs.js';
import { buildPhraseSet, buildPhraseTrie, matchPhrase, type PhraseTrie } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';

// Every list is compiled once, when it is first asked.

/** Openings of names with their kind. */
export const HEADS: PhraseTrie<BodyKind> = buildPhraseTrie(() =>
  BODY_KINDS.flatMap((kind) => kind.heads.map((head) => [head, kind] as const)),
);

/** Known fields of work in every spelling of their connections. */
export const FIELDS = buildPhraseSet(spellFields);

export const VERBS = buildPhraseSet(() => verbsOf('act'));
/** What hands work to the body behind it: "*giao* Sở A". */
export const ASSIGN = buildPhraseSet(() => verbsOf('assign'));
export const ADVERBS = buildPhraseSet(PREDICATE_ADVERBS);
export const COMPOUNDS = buildPhraseSet(NOUN_COMPOUNDS);
export const SENTENCE_STARTS = buildPhraseSet(SENTENCE_OPENERS);
export const WHOLE_PHRASES = buildPhraseSet(NAME_PHRASES);
export const NOT_HEADS = buildPhraseSet(FALSE_HEADS);
export const NEEDS_CAPITAL = buildPhraseSet(CAPITAL_HEADS);
export const NAMELIKE = buildPhraseSet(() => verbsOf('in-name'));
export const DRAFTED = buildPhraseSet(DRAFT_NOUNS);
export const UNITS = buildPhraseTrie(AREA_UNITS.map(([unit, level]) => [unit, { unit, level }] as const));
export const MUNICIPALITY_NAMES = buildPhraseSet(MUNICIPALITIES);
export const QUANTITY = buildPhraseSet(QUANTIFIERS);
export const BARE_GROUPS = buildPhraseSet(BARE_GROUP_UNITS);
export const TAILS = buildPhraseSet(GROUP_TAILS);
export const ACTS_OF_GROUPS = buildPhraseSet(GROUP_ACTS);
export const CLAUSES_OF_GROUPS = buildPhraseSet(GROUP_CLAUSES);
export const OBLIGES = buildPhraseSet(OBLIGING);
export const PEOPLE = buildPhraseSet(PEOPLE_UNITS);
/** As what a body acts, behind its name: "Sở Nội vụ - *Cơ quan thường trực* Ban Chỉ đạo". */
export const STANDS_FOR = buildPhraseSet([
  'cơ quan thường trực',
  'cơ quan đầu mối',
  'cơ quan chủ trì',
  'cơ quan tham mưu',
  'đơn vị đầu mối',
  'đơn vị chủ trì',
  'thường trực',
]);
/** Bodies that are named by their kind alone in their own papers: "trực thuộc *Bộ*". */
export const BARE_OWNERS = buildPhraseSet([
  'bộ',
  'sở',
  'cục',
  'tổng cục',
  'viện',
  'trường',
  'ban',
  'tập đoàn',
  'tổng công ty',
  'công ty',
  'văn phòng',
]);
const CAPITAL_GROUPS = buildPhraseSet(CAPITAL_GROUP_UNITS);
const STOPS = new Set(NAME_STOPS);

// "các huyện, thành, thị ủy": every order of two to four of the words shares the last syllable.
const permute = (items: readonly string[], length: number): readonly (readonly string[])[] =>
  length === 0
    ? [[]]
    : items.flatMap((item) =>
        permute(
          items.filter((other) => other !== item),
          length - 1,
        ).map((rest) => [item, ...rest]),
      );
const listCommittees = (): readonly string[] =>
  [2, 3, 4].flatMap((length) =>
    permute(['huyện', 'thị', 'thành', 'quận'], length).flatMap((words) => [
      `${words.join(', ')} ủy`,
      `${words.slice(0, -1).join(', ')} và ${words.at(-1) ?? ''} ủy`,
    ]),
  );

/** Units of groups, with the shared endings that lists of committees have. */
export const GROUPS = buildPhraseSet(() => [
  ...GROUP_UNITS,
  ...listCommittees(),
  'bộ ngành',
  'bộ ban ngành',
  'bộ, ban, ngành',
]);

/** End of the common noun for bodies at token `at`: "sở", "cơ quan", "Cục"; undefined where none stands. */
export const matchUnit = (tokens: readonly Token[], at: number): { readonly end: number } | undefined => {
  const unit = matchPhrase(GROUPS, tokens, at);
  const capital = tokens[at]?.isCapital === true ? matchPhrase(CAPITAL_GROUPS, tokens, at) : undefined;
  return (capital?.end ?? 0) > (unit?.end ?? 0) ? capital : unit;
};

/** True for a function word that no name holds. */
export const isNameStop = (token: Token): boolean => STOPS.has(token.key);

/** True when a verb phrase or an adverb that opens a predicate begins at token `at`. */
export const startsPredicate = (tokens: readonly Token[], at: number): boolean =>
  matchPhrase(COMPOUNDS, tokens, at) === undefined &&
  (matchPhrase(VERBS, tokens, at) !== undefined || matchPhrase(ADVERBS, tokens, at) !== undefined);

const ATTENDED = new Set(['họp', 'sinh', 'hội', 'và', 'cuộc', 'các', 'đầy', 'đại', 'phiên', 'lễ', 'buổi']);

/** "…phụ trách thôn *dự họp* chi bộ": who is in charge attends; "dự án", "dự toán" are things. */
export const attends = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.key === 'dự' && ATTENDED.has(tokens[at + 1]?.key ?? '')) ||
  (tokens[at]?.key === 'tham' && tokens[at + 1]?.key === 'dự' && tokens[at + 2]?.key !== 'án');
