import {
  ADVERBIAL_OPENERS,
  APPROVING_VERBS,
  ASSIGN_WORDS,
  AUTHOR_VERBS,
  DIRECTING_WORDS,
  NOUN_BEFORE,
  ROLE_MARKERS,
  type RoleMarker,
} from '../../language/lexicon/assignment-words.js';
import { DIRECTING_GROUPS } from '../../language/lexicon/bodies/groups.js';
import { buildPhraseSet, buildPhraseTrie, type PhraseTrie } from '../../language/writing/tokens.js';

export const ASSIGN = buildPhraseSet(ASSIGN_WORDS);
export const OPENERS = buildPhraseSet(ADVERBIAL_OPENERS);
export const URGING = buildPhraseSet(['phân công', 'yêu cầu', 'huy động']);
export const APPROVING = buildPhraseSet(APPROVING_VERBS);
export const AUTHOR = buildPhraseSet(AUTHOR_VERBS);
export const CONCERNING = buildPhraseSet(['đối với', 'về phía', 'nhiệm vụ của', 'trách nhiệm của']);
export const DIRECTING = buildPhraseSet(DIRECTING_WORDS);
export const MARKERS: PhraseTrie<RoleMarker> = buildPhraseTrie(
  ROLE_MARKERS.flatMap((marker) => marker.words.map((words) => [words, marker] as const)),
);
export const NOUNS_BEFORE: ReadonlySet<string> = new Set(NOUN_BEFORE);
export const DIRECTING_GROUP = buildPhraseSet(DIRECTING_GROUPS.flatMap((group) => [group, `các ${group}`]));
