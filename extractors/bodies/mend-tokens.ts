import { KNOWN_FIELDS } from '../../language/lexicon/bodies/fields.js';
import { BODY_KINDS } from '../../language/lexicon/bodies.js';
import { isWithinOne } from '../../language/writing/distance.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import { keysOf, readTokens, type Token } from '../../language/writing/tokens.js';
import { fold } from '../../language/writing/unicode.js';
import { WordTable } from '../../language/writing/word-table.js';
import { FIELDS, HEADS } from './lexicon.js';

/** A known opening of a name, word by word, as it may stand damaged in a scan. */
interface Pattern {
  readonly keys: readonly string[];
  readonly folded: readonly string[];
  readonly capitals: readonly boolean[];
}

// Offices whose fields are known: "Sở Tài chính" is looked for as a whole, since "Sở" alone says too little.
const FIELD_HEADS = ['Sở', 'Bộ', 'Phòng'];
const folds = new WordTable(fold);
const foldKey = (key: string): string => folds.at(key, 0, key.length);

const makePattern = (phrase: string): Pattern => {
  const keys = keysOf(phrase);
  return { keys, folded: keys.map(foldKey), capitals: readTokens(phrase).map((token) => token.isCapital) };
};

const isMendable = ({ keys, folded }: Pattern): boolean =>
  keys.length >= 2 && folded.join('').length >= 6 && keys.every((key) => /^[\p{L},-]+$/u.test(key));

const buildPatterns = (): ReadonlyMap<string, readonly Pattern[]> => {
  const phrases = [
    ...BODY_KINDS.flatMap((kind) => kind.heads),
    ...FIELD_HEADS.flatMap((head) => KNOWN_FIELDS.map((field) => `${head} ${field}`)),
  ];
  const byFirst = new Map<string, Pattern[]>();
  for (const pattern of phrases.map(makePattern).filter(isMendable)) {
    const first = pattern.folded[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), pattern]);
  }
  for (const patterns of byFirst.values()) patterns.sort((one, other) => other.keys.length - one.keys.length);
  return byFirst;
};

const MIN_FUZZY = 4;

const hasSameLetters = (token: Token, folded: string): boolean => foldKey(token.key) === folded;

const isCloseWord = (own: string, folded: string): boolean =>
  own === folded || (own.length >= MIN_FUZZY && folded.length >= MIN_FUZZY && isWithinOne(own, folded));

let built: ReadonlyMap<string, readonly Pattern[]> | undefined;
/** Patterns by their folded first word, longest first; made for the first text. */
const patterns = (): ReadonlyMap<string, readonly Pattern[]> => {
  built ??= buildPatterns();
  return built;
};

/** Patterns by their folded first word and a second one that may go on so, damaged as it may be. */
const pairs = new WordTable((pair) => {
  const [first = '', second = ''] = pair.split(' ');
  return (patterns().get(first) ?? []).filter(({ folded }) => second === first || isCloseWord(second, folded[1] ?? ''));
});

const patternsOf = (first: string, second: string): readonly Pattern[] => {
  const pair = `${first} ${second}`;
  return patterns().has(first) ? pairs.at(pair, 0, pair.length) : [];
};

const isClose = (token: Token, folded: string): boolean => isCloseWord(foldKey(token.key), folded);

const isBare = (tokens: readonly Token[], at: number, pattern: Pattern): boolean =>
  pattern.folded.every((word, i) => tokens[at + i]?.key === word);

// A typist's slip: the word before typed once more, "Hội Cựu chiến chiến" for "Hội Cựu chiến binh".
const MIN_WORDS_FOR_SLIP = 4;

const isTypedTwice = (tokens: readonly Token[], at: number, pattern: Pattern, i: number): boolean =>
  i > 0 && pattern.keys.length >= MIN_WORDS_FOR_SLIP && tokens[at + i]?.key === tokens[at + i - 1]?.key;

/**
 * True when the tokens at `at` are the pattern with damage: every word close to its own, and enough of them sure. Two
 * words must keep one of them whole, or have lost every mark ("Tinh uy"), and their capitals must be as printed: "xã
 * Chính Phú" is not the Government.
 */
const isDamaged = (tokens: readonly Token[], at: number, pattern: Pattern): boolean => {
  // "Liên đoàn" is one letter from "Liên doanh": two words alone must differ in marks only.
  const isAlike = pattern.keys.length > 2 ? isClose : hasSameLetters;
  let whole = 0;
  for (let i = 0; i < pattern.keys.length; i++) {
    const token = tokens[at + i];
    if (token === undefined || token.isCapital !== pattern.capitals[i]) return false;
    if (!isAlike(token, pattern.folded[i] ?? '') && !isTypedTwice(tokens, at, pattern, i)) return false;
    if (token.key === pattern.keys[i]) whole += 1;
  }
  if (whole === pattern.keys.length) return false;
  return whole > 0 || pattern.keys.length > 2 || isBare(tokens, at, pattern);
};

const skipKnown = (tokens: readonly Token[], at: number): number => {
  const head = matchPhrase(HEADS, tokens, at);
  if (head === undefined) return 0;
  return (matchPhrase(FIELDS, tokens, head.end)?.end ?? head.end) - at;
};

const PLACES = new Map([
  ['tinh', 'tỉnh'],
  ['huyen', 'huyện'],
  ['xa', 'xã'],
  ['phuong', 'phường'],
]);

const COMMITTEES = new Set(['tỉnh', 'thành', 'huyện', 'thị', 'quận', 'đảng']);
const DAMAGED_COMMITTEE = new Set(['úy', 'ùy', 'ũy', 'ụy']);

/** "các tỉnh ủy, thành *úy*": behind these words the syllable is "ủy" with another tone; none of them is a rank. */
const mendCommittees = (tokens: readonly Token[]): readonly Token[] => {
  const isDamaged = (token: Token, i: number): boolean =>
    DAMAGED_COMMITTEE.has(token.key) && COMMITTEES.has(tokens[i - 1]?.key ?? '');
  if (!tokens.some(isDamaged)) return tokens;
  return tokens.map((token, i) => (isDamaged(token, i) ? { ...token, key: 'ủy', isMended: true } : token));
};

const mendAnew = (printed: readonly Token[]): readonly Token[] => {
  const tokens = mendCommittees(printed);
  let mended: Token[] | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !token.isCapital) continue;
    // What is already read as it stands needs no mending; only a longer name may be the truth.
    const covered = skipKnown(tokens, i);
    const pattern = patternsOf(foldKey(token.key), foldKey(tokens[i + 1]?.key ?? '')).find(
      (one) => one.keys.length > covered && isDamaged(tokens, i, one),
    );
    if (pattern === undefined) {
      // Inside "Sở Công Thương" no other name begins.
      i += Math.max(0, covered - 1);
      continue;
    }
    mended ??= [...tokens];
    for (let k = 0; k < pattern.keys.length; k++) replaceKey(mended, i + k, pattern.keys[k]);
    const place = i + pattern.keys.length;
    replaceKey(mended, place, PLACES.get(tokens[place]?.key ?? ''));
  }
  return mended ?? tokens;
};

/** The tokens of the last texts as they were mended. */
const kept = new WeakMap<readonly Token[], readonly Token[]>();

/**
 * Gives words of damaged names the keys that they should have, so that the grammar reads "Uy ban nhân dân tinh" as the
 * name that it was; the printed text stays. Texts without damage come back as they are.
 */
export const mendTokens = (printed: readonly Token[]): readonly Token[] => {
  const known = kept.get(printed);
  if (known !== undefined) return known;
  const mended = mendAnew(printed);
  kept.set(printed, mended);
  return mended;
};

const replaceKey = (tokens: Token[], at: number, key: string | undefined): void => {
  const token = tokens[at];
  if (token !== undefined && key !== undefined && token.key !== key) tokens[at] = { ...token, key, isMended: true };
};
