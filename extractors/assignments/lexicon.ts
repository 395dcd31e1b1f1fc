import {
  ADVERBIAL_OPENERS,
  DIRECTING_WORDS,
  FOLLOWING_WORDS,
  NOUN_BEFORE,
  PARTNER_TITLES,
  RESPONSIBLE_TITLES,
  ROLE_MARKERS,
  type RoleMarker,
  TIME_TITLES,
} from '../../language/lexicon/assignment-words.js';
import { DIRECTING_GROUPS } from '../../language/lexicon/bodies/groups.js';
import { PREDICATE_ADVERBS } from '../../language/lexicon/name-words.js';
import { verbsOf } from '../../language/lexicon/verbs.js';
import { buildPhraseSet, buildPhraseTrie, type PhraseTrie } from '../../language/writing/phrases.js';
import { fold } from '../../language/writing/unicode.js';

export const OPENERS = buildPhraseSet(ADVERBIAL_OPENERS);
export const URGING = buildPhraseSet(['phân công', 'yêu cầu', 'huy động']);
export const APPROVING = buildPhraseSet(() => verbsOf('approve'));
export const AUTHOR = buildPhraseSet(() => verbsOf('author'));
/** What only a body does, before which its name stands: known or not. */
export const AGENTIVE = buildPhraseSet([
  'chủ trì',
  'có trách nhiệm',
  'chịu trách nhiệm',
  'phối hợp với',
  'phối hợp cùng',
]);
/** What opens a predicate in two words or more, without marks and tones; one word alone is too like others. */
export const FOLDED_PREDICATES = buildPhraseSet(
  [...verbsOf('act'), ...PREDICATE_ADVERBS].filter((phrase) => phrase.includes(' ')).map(fold),
);
/** What people are told that they must: behind their name, known or not. */
export const DUTIES = buildPhraseSet(['có trách nhiệm', 'chịu trách nhiệm', 'có nghĩa vụ', 'có nhiệm vụ', 'phải']);
export const CONCERNING = buildPhraseSet(['đối với', 'về phía', 'nhiệm vụ của', 'trách nhiệm của']);
export const RESPONSIBLE = buildPhraseSet(RESPONSIBLE_TITLES);
export const TIMES = buildPhraseSet(TIME_TITLES);
export const PARTNERS = buildPhraseSet(PARTNER_TITLES);
export const FOLLOWING = buildPhraseSet(FOLLOWING_WORDS);
export const DIRECTING = buildPhraseSet(DIRECTING_WORDS);
export const MARKERS: PhraseTrie<RoleMarker> = buildPhraseTrie(
  ROLE_MARKERS.flatMap((marker) => marker.words.map((words) => [words, marker] as const)),
);
export const NOUNS_BEFORE: ReadonlySet<string> = new Set(NOUN_BEFORE);
export const DIRECTING_GROUP = buildPhraseSet(DIRECTING_GROUPS.flatMap((group) => [group, `các ${group}`]));
