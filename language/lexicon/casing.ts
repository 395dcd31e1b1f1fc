import { capitalize, isCapitals } from '../writing/capitals.js';
import { buildPhraseTrie, matchPhrase, matchPhrases, type PhraseTrie } from '../writing/phrases.js';
import { readTokens, type Token } from '../writing/tokens.js';
import { uniformTones } from '../writing/tone-place.js';
import { fold, foldChars } from '../writing/unicode.js';
import { AUTHORITY_SIGNS, USUAL_ABBREVIATIONS } from './abbreviations.js';
import type { BodyKind } from './bodies/body-kind.js';
import { spellFields } from './bodies/fields.js';
import { AREA_UNITS } from './bodies/places.js';
import { BODY_KINDS } from './bodies.js';
import { FALSE_HEADS } from './name-words.js';
import { SIGNING_OFFICES } from './offices.js';

/** Names that no list of bodies holds alone and that are capitalised everywhere. (Phụ lục II of Nghị định 30/2020/NĐ-CP) */
const PROPER_NAMES = ['Đảng', 'Đảng Cộng sản Việt Nam', 'Trung ương', 'Việt Nam', 'Tổ quốc', 'Quyền'];

/** A known phrase as running text writes it, word by word, and what may follow it. */
interface Spelling {
  readonly words: readonly string[];
  readonly kind: BodyKind | null;
  /** True for the unit of a place: "tỉnh", "huyện". The name of the place follows. */
  readonly isUnit: boolean;
}

const spell = (phrase: string, kind: BodyKind | null, isUnit = false): readonly [string, Spelling] => [
  phrase,
  { words: readTokens(phrase).map((token) => token.text), kind, isUnit },
];

// "cấp huyện" and "các cấp" are followed by no name.
const UNITS = AREA_UNITS.filter(([unit, level]) => !/^(?:cấp|các|cùng) /u.test(unit) && level !== 'central');

const listSpellings = (): readonly (readonly [string, Spelling])[] => [
  ...FALSE_HEADS.map((phrase) => spell(phrase, null)),
  ...UNITS.map(([unit]) => spell(unit, null, true)),
  ...PROPER_NAMES.map((name) => spell(name, null)),
  ...USUAL_ABBREVIATIONS.map(([short]) => spell(short, null)),
  ...AUTHORITY_SIGNS.map((sign) => spell(sign, null)),
  ...BODY_KINDS.flatMap((kind) => kind.heads.map((head) => spell(head, kind))),
  ...SIGNING_OFFICES.map((office) => spell(office, null)),
];

/** The words of a whole phrase, letters alone: for lines whose marks OCR lost or misread. */
const foldPhrase = (phrase: string): string => foldChars(phrase);

const EXACT: PhraseTrie<Spelling> = buildPhraseTrie(listSpellings);
const FOLDED: PhraseTrie<Spelling> = buildPhraseTrie(() =>
  listSpellings().map(([phrase, spelling]) => [foldPhrase(phrase), spelling] as const),
);
const FIELDS: PhraseTrie<Spelling> = buildPhraseTrie(() => spellFields().map((field) => spell(field, null)));

const foldTokens = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token) => ({ ...token, key: foldChars(token.key) }));

/** Words that no place's name holds: behind them the name is over. */
const AFTER_PLACES: ReadonlySet<string> = new Set(['về', 'tại', 'và', 'khóa', 'lần', 'nhiệm', 'của']);
const endsPlace = (token: Token | undefined): boolean => AFTER_PLACES.has(token?.key ?? '');
/** Words before a number in Roman figures: "khóa XX", "quý III". */
const BEFORE_ROMANS: ReadonlySet<string> = new Set(['khóa', 'thứ', 'quý', 'kỳ', 'vực', 'vùng', 'khu', 'phần', 'mục']);
const ROMAN = /^[IVXLC]+$/u;

/** Copies the capitals of the known writing; the letters are those of the print: ỦY keeps its tone place. */
const shapeLike = (word: string, model: string): string => {
  if (word.length !== model.length) return /^\p{Lu}/u.test(model) ? capitalize(word.toLowerCase()) : word.toLowerCase();
  return [...word].map((letter, i) => (/\p{Lu}/u.test(model.charAt(i)) ? letter : letter.toLowerCase())).join('');
};

interface Line {
  readonly tokens: readonly Token[];
  readonly folded: readonly Token[];
  /** True when the whole line is without marks: a typist or OCR lost them all. */
  readonly isBare: boolean;
}

interface Found {
  readonly value: Spelling;
  readonly end: number;
}

/**
 * A phrase of the lexicon at word `at`: by its letters, or, of two words and more, by its letters without marks. In a line
 * that has no marks at all TINH and XA are the units that they look like; QUAN is as often "cơ quan".
 */
const findAt = ({ tokens, folded, isBare }: Line, at: number): Found | undefined => {
  const exact = matchPhrase(EXACT, tokens, at);
  const loose = matchPhrase(FOLDED, folded, at);
  if (loose === undefined || loose.end <= (exact?.end ?? 0)) return exact;
  const isUnit = isBare && loose.value.isUnit && folded[at]?.key !== 'quan';
  return loose.end - at > 1 || isUnit ? loose : exact;
};

/**
 * The phrase at `at`; where a longer name begins at its last word the phrase ends before it: in "Trưởng | Ban Tổ chức"
 * stands no "Trưởng ban".
 */
const findSpelling = (line: Line, at: number): Found | undefined => {
  const found = findAt(line, at);
  if (found === undefined || found.end - at < 2) return found;
  const overlap = findAt(line, found.end - 1);
  if (overlap === undefined || overlap.end - found.end < 1) return found;
  return matchPhrases(EXACT, line.tokens, at).find((one) => one.end === found.end - 1) ?? found;
};

/** What the words before lead to expect: a field of work, a place's name or nothing. */
type Expected = 'field' | 'place' | 'nothing';

const isCommittee = (kind: BodyKind | null, word: Token | undefined): boolean =>
  kind?.branch === 'party' && kind.area !== 'none' && word?.key === 'ủy';

const BEARS_PROPER =
  /^Trường (?:Mầm non|Mẫu giáo|Tiểu học|Trung học|THCS|THPT)|^Chi bộ (?:thôn|bản|ấp|buôn|xóm|khu phố|tổ dân phố)$/u;

const expectAfter = (line: Line, { value, end }: Found): Expected => {
  if (value.isUnit) return 'place';
  // A committee's name is followed by its place: "Huyện ủy Sông Vĩ".
  if (isCommittee(value.kind, line.tokens[end - 1])) return 'place';
  // "Chi bộ thôn Nà Vịt", "Trường Tiểu học Nà Vịt": nothing but a proper name stands there.
  if (value.kind?.field === 'required' && BEARS_PROPER.test(value.words.join(' '))) return 'place';
  return value.kind !== null && value.kind.field !== 'none' ? 'field' : 'nothing';
};

const NO_NAMES: ReadonlySet<string> = new Set(['hội', 'hóa']);

// "xã hội" and "xã hội hóa" hold no commune.
const isTrueUnit = ({ tokens }: Line, { value, end }: Found): boolean =>
  !value.isUnit || !NO_NAMES.has(tokens[end]?.key ?? '');

/** True behind a name or a mark, where a body may begin by one word alone: "Giám đốc | Sở …", but not "Phục | vụ". */
const isOpen = ({ tokens }: Line, at: number, wasKnown: boolean): boolean =>
  at === 0 || wasKnown || tokens[at - 1]?.kind === 'mark';

// One word alone opens no body inside a name, unless a field that is known follows: "xã Trường Sơn", "Đảng ủy Sở Y tế".
const mayStand = (line: Line, found: Found, at: number, expected: Expected, wasKnown: boolean): boolean => {
  if (!isTrueUnit(line, found)) return false;
  const { kind, isUnit } = found.value;
  if (found.end - at > 1 || isUnit || kind === null || kind.field === 'none') return true;
  if (matchPhrase(FIELDS, line.tokens, found.end) !== undefined) return true;
  return expected !== 'place' && isOpen(line, at, wasKnown);
};

// T/M and Q. are no words.
const isSign = ({ tokens }: Line, at: number): boolean => {
  const [word, next, last] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  if (word?.text.length !== 1) return false;
  return (next?.hasGap === false && /^[/.]$/u.test(next.text)) || (!word.hasGap && /^[/.]$/u.test(last?.text ?? ''));
};

// "tỉnh Bà Rịa - Vũng Tàu": such a name has two words behind its dash and ends there.
const isInsideName = ({ tokens }: Line, at: number, expected: Expected): boolean => {
  const [before, dash, one, two, next] = tokens.slice(Math.max(at - 1, 0), at + 4);
  if (expected !== 'place' || !/^[-–]$/u.test(dash?.text ?? '')) return false;
  return [before, one, two].every((token) => token?.kind === 'word') && (next?.kind !== 'word' || endsPlace(next));
};

const writeWord = (line: Line, at: number, expected: Expected): string => {
  const word = line.tokens[at]?.text ?? '';
  if (isSign(line, at)) return word;
  const before = uniformTones(line.tokens[at - 1]?.text ?? '');
  if (ROMAN.test(word) && BEFORE_ROMANS.has(before)) return word;
  const isCount = line.tokens[at]?.key === 'số' && line.tokens[at + 1]?.kind === 'number';
  return expected === 'nothing' || isCount ? word.toLowerCase() : capitalize(word.toLowerCase());
};

/** Writes every word of a line, keeping its letters. */
const writeWords = (line: Line): readonly string[] => {
  const written: string[] = [];
  let expected: Expected = 'nothing';
  let wasKnown = false;
  for (let at = 0; at < line.tokens.length; ) {
    const token = line.tokens[at];
    const field = expected === 'field' ? matchPhrase(FIELDS, line.tokens, at) : undefined;
    const spelled: Found | undefined = field ?? findSpelling(line, at);
    if (spelled !== undefined && (field !== undefined || mayStand(line, spelled, at, expected, wasKnown))) {
      spelled.value.words.forEach((model, i) => {
        written.push(shapeLike(line.tokens[at + i]?.text ?? '', model));
      });
      expected = expectAfter(line, spelled);
      wasKnown = true;
      at = spelled.end;
      continue;
    }
    if ((token?.kind === 'mark' && !isInsideName(line, at, expected)) || AFTER_PLACES.has(token?.key ?? ''))
      expected = 'nothing';
    written.push(writeWord(line, at, expected));
    wasKnown = false;
    if (expected === 'field') expected = 'nothing';
    at++;
  }
  return written;
};

/**
 * Writes capitals as running text does: `toRunningCase('T/M BAN THƯỜNG VỤ') === 'T/M Ban Thường vụ'`. Only the case of
 * letters changes, never a letter: what OCR damaged stays damaged, for repair or a person to mend. Names are cased as the
 * lexicon spells them; words after tỉnh, huyện, xã, phường are names of places. A text that is not in capitals is left as
 * it is.
 */
export const toRunningCase = (text: string): string => {
  if (!isCapitals(text)) return text;
  const tokens = readTokens(text);
  const words = writeWords({ tokens, folded: foldTokens(tokens), isBare: fold(text) === text.toLowerCase() });
  const gap = (token: Token, at: number): string => (at > 0 && token.hasGap ? ' ' : '');
  return capitalize(tokens.map((token, at) => gap(token, at) + (words[at] ?? '')).join(''));
};
