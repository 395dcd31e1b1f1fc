import { buildPhraseTrie, matchPhrase, type PhraseTrie } from '../../language/writing/phrases.js';
import { readTokens, type Token } from '../../language/writing/tokens.js';
import { uniformTones } from '../../language/writing/tone-place.js';
import { ADVERBS, GROUPS, HEADS, isNameStop, NOT_HEADS, VERBS } from './lexicon.js';

/** Names that people wrote when they corrected who has a task, ready to be found in a text. — tên đã biết */
export type KnownNames = PhraseTrie<true>;

/** More words than any name has. */
const MAX_WORDS = 24;
/** What stands in no name: the end of a sentence, a list of several. */
const NO_NAME = /[.;:!?"“”\n]/u;

/**
 * True for a name that may be looked for in papers: several words that begin with a capital and with no verb, and more than a
 * head or a common noun by itself ("Sở", "Trung tâm"), which would cut longer names short. — tên dùng được
 */
export const isUsableName = (name: string): boolean => {
  if (NO_NAME.test(name)) return false;
  const tokens = readTokens(name.trim());
  const [first] = tokens;
  if (first?.kind !== 'word' || !first.isCapital || tokens.length < 2 || tokens.length > MAX_WORDS) return false;
  if (isNameStop(first) || tokens.at(-1)?.kind === 'mark') return false;
  const lists = [VERBS, ADVERBS, NOT_HEADS] as const;
  if (lists.some((list) => matchPhrase(list, tokens, 0) !== undefined)) return false;
  return [HEADS, GROUPS].every((list) => matchPhrase<unknown>(list, tokens, 0)?.end !== tokens.length);
};

const compiled = new WeakMap<readonly string[], KnownNames>();

/** Compiles names, once for each list of them; undefined where none can be used. */
export const compileNames = (names: readonly string[]): KnownNames | undefined => {
  if (names.length === 0) return undefined;
  const found = compiled.get(names) ?? buildPhraseTrie(names.filter(isUsableName).map((name) => [name, true] as const));
  compiled.set(names, found);
  return found.root.next.size === 0 ? undefined : found;
};

/** What equal names share: case, spacing and the place of tone marks make no other one. `foldName('Sở  Y Tế') === 'sở y tế'` */
export const foldName = (name: string): string => uniformTones(name).replace(/\s+/gu, ' ').trim();

/**
 * Tells each token at which a known name begins where that name ends: the grammar takes it where its own reading is shorter (see
 * parse-bodies.ts). Texts without one come back as they are.
 */
export const markKnown = (tokens: readonly Token[], known: KnownNames | undefined): readonly Token[] => {
  if (known === undefined) return tokens;
  let marked: Token[] | undefined;
  for (const [at, token] of tokens.entries()) {
    if (!token.isCapital || !known.root.next.has(token.key)) continue;
    const end = matchPhrase(known, tokens, at)?.end;
    if (end === undefined) continue;
    marked ??= [...tokens];
    marked[at] = { ...token, knownTo: end };
  }
  return marked ?? tokens;
};
