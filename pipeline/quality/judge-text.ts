import { findNumberLines } from '../../language/printed/number-line.js';
import { findPrintedDates } from '../../language/printed/printed-date.js';
import { measureLegacy, tellLegacy } from '../../language/writing/legacy-encodings.js';
import { isLegalSyllable, isSyllableSkeleton } from '../../language/writing/syllables.js';
import { WordTable } from '../../language/writing/word-table.js';
import type { TextQuality } from '../../schemas/stages.js';

/** What the judgement of a text rests on. Shares are 0–1. */
export interface TextScores {
  readonly letters: number;
  /** Words that are legal syllables, of all words that are neither codes nor abbreviations. */
  readonly legal: number;
  /** Legal syllables of the words that carry a mark: foreign names, which lower `legal`, do not count here. */
  readonly markedLegal: number;
  /** The same as `legal` without marks: low for a foreign language, high for mangled Vietnamese. */
  readonly skeleton: number;
  /** Letters that only Vietnamese has (ạ ế ơ), of all letters; đ, ă, ơ and ư count. */
  readonly marked: number;
  /** Letters that are codes of a legacy encoding, of all letters; 0 where `marked` rules one out. */
  readonly tcvn3: number;
  readonly vni: number;
  /** Glyph codes that no text of ours holds: Cyrillic or phonetic letters, private use, control codes; of all letters. */
  readonly alien: number;
  /** Consonants and toned vowels that stand alone, of all words and them: "t nh", "n i ị ộ". */
  readonly torn: number;
}

/**
 * Thresholds, set on pages of papers and laws (good), rendered and misread ones (mangled) and made-up pages of the other
 * kinds; tests/pipeline/quality/judge-text.test.ts holds a sample of each. Measured ranges: good text has legal ≥ .90 and marked ≥ .20
 * (.13 in lists of codes); Tesseract `eng` over Vietnamese has legal .3–.75 and marked 0; English has skeleton < .5.
 */
const LIMITS = {
  /** Fewer letters than this say nothing about a text. */
  letters: 40,
  /** A text with fewer is a fragment, and the shares of codes jump. */
  fragment: 400,
  alien: 0.03,
  /** Good text stays below .09, in tables whose rows begin with letters; a torn layer has .3 to .5. */
  torn: 0.12,
  legacy: 0.06,
  /** Unicode Vietnamese has more letters of its own than this; below it, a legacy encoding or a wrong OCR language is near. */
  foreignMarked: 0.03,
  foreignSkeleton: 0.5,
  goodLegal: 0.8,
  goodMarked: 0.08,
  /** A good text full of foreign names still has nearly all of its marked words legal. */
  namesLegal: 0.5,
  namesMarkedLegal: 0.93,
  /**
   * Above both, no two fifths of the letters can be damaged: a damaged block has legal below goodLegal, which would pull
   * the whole under .92, or next to no marks, which would pull it under .6 of the .25 to .3 of good text.
   */
  wholeLegal: 0.93,
  wholeMarked: 0.18,
} as const;

/** A kind of damage is that of the text when blocks with at least this share of its letters have it. */
const DAMAGED_SHARE = 0.4;
/** Letters to a block: fewer make the shares jump. */
const BLOCK_LETTERS = 150;

const VIETNAMESE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u;
/** "7ӌ1+" is TỈNH: subset fonts without a map show glyph numbers as Cyrillic, phonetic, private or control codes. */
const ALIEN =
  /[\u0180-\u019f\u01a2-\u01ae\u01b1-\u02ff\u0370-\u058f\u10a0-\u10ff\p{Co}\ufffd]|(?![\t\n\f\r])\p{Cc}|(?![\u0300-\u0303\u0306\u0309\u031b\u0323])\p{Mn}/gu;
/** UBND, HĐND, KT-XH, 15/NQ-CP: no syllables in any text, good or bad. */
const CODE_OR_ABBREVIATION = /^(?:[A-ZĐƯ]{1,7}|\p{L}|[^\p{Ll}\d]*\d[^\p{Ll}]*)$/u;
/**
 * Letters that are no word: some programs for PDFs write toned letters away from their words. x is a mark in tables, and
 * ở, ủ, ổ, ý, á, à, ạ, ồ, ừ are words.
 */
const TORN_LETTER = /^[bcdđghklmnpqrstvãảăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôốỗộơờớỡợùúũụưứửữựỳỹỵ]$/u;
const WORD_BREAK = /[\s/–—-]/u;
const OUTER_PUNCTUATION = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu;

/** Letters, those that only Vietnamese has and glyph codes, counted in one walk: patterns with `match` would list them. */
const LETTER = 1;
const OWN = 2;
const KNOWN = 4;
const GLYPH_CODE = 8;
const BREAK = 16;
const unitKinds = new Uint8Array(0x10000);

const kindOf = (code: number): number => {
  const unit = String.fromCharCode(code);
  const isAlien = unit.search(ALIEN) >= 0;
  const kind =
    KNOWN |
    (/\p{L}/u.test(unit) ? LETTER : 0) |
    (VIETNAMESE_ONLY.test(unit) ? OWN : 0) |
    (isAlien ? GLYPH_CODE : 0) |
    (WORD_BREAK.test(unit) ? BREAK : 0);
  unitKinds[code] = kind;
  return kind;
};

interface LetterCount {
  readonly letters: number;
  readonly own: number;
  readonly alien: number;
}

const countLetters = (text: string): LetterCount => {
  let [letters, own, alien] = [0, 0, 0];
  let hasPairs = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = unitKinds[code] || kindOf(code);
    letters += kind & LETTER;
    own += (kind & OWN) >> 1;
    alien += (kind & GLYPH_CODE) >> 3;
    hasPairs ||= code >= 0xd800 && code <= 0xdfff;
  }
  // Letters of two units are rare, and only the pattern sees them whole.
  return { letters, own, alien: hasPairs ? (text.match(ALIEN)?.length ?? 0) : alien };
};

const share = (count: number, all: number): number => (all === 0 ? 0 : count / all);

interface WordFacts {
  /** False for codes and abbreviations, which are left out of every share. */
  readonly counts: boolean;
  readonly marked: boolean;
  readonly legal: boolean;
  readonly skeleton: boolean;
  readonly torn: boolean;
}

const words = new WordTable((printed): WordFacts => {
  const word = printed.replace(OUTER_PUNCTUATION, '');
  return {
    counts: word !== '' && !CODE_OR_ABBREVIATION.test(word),
    marked: /[^\p{ASCII}]/u.test(word),
    legal: isLegalSyllable(word),
    skeleton: isSyllableSkeleton(word),
    torn: TORN_LETTER.test(printed),
  };
});

const isBreak = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return ((unitKinds[code] || kindOf(code)) & BREAK) !== 0;
};

/** Measures a text; the figures behind `judgeText`. Empty text gives zeros. */
export const scoreText = (text: string): TextScores => {
  let [all, legal, skeleton, marked, markedLegal, torn] = [0, 0, 0, 0, 0, 0];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + 1;
    if (isBreak(text, start)) continue;
    while (end < text.length && !isBreak(text, end)) end++;
    const facts = words.at(text, start, end);
    if (facts.torn) torn++;
    if (!facts.counts) continue;
    all++;
    if (facts.legal) legal++;
    if (facts.skeleton) skeleton++;
    if (facts.marked) marked++;
    if (facts.marked && facts.legal) markedLegal++;
  }
  const { letters, own, alien } = countLetters(text);
  const ofItsOwn = share(own, letters);
  return {
    letters,
    legal: share(legal, all),
    markedLegal: share(markedLegal, marked),
    skeleton: share(skeleton, all),
    marked: ofItsOwn,
    // A text that has the letters of Unicode Vietnamese is in no legacy encoding.
    ...(ofItsOwn < LIMITS.foreignMarked ? measureLegacy(text) : { tcvn3: 0, vni: 0 }),
    alien: share(alien, letters),
    torn: share(torn, all + torn),
  };
};

const judgeScores = (scores: TextScores): TextQuality => {
  if (scores.letters < LIMITS.letters) return 'empty';
  // A text wholly in Cyrillic is a foreign language; glyph codes stand beside Latin letters.
  if (scores.alien > LIMITS.alien) return scores.alien > 0.9 ? 'foreign' : 'shifted';
  if (scores.torn > LIMITS.torn) return 'shredded';
  if (scores.marked < LIMITS.foreignMarked) {
    if (scores.tcvn3 >= LIMITS.legacy && scores.tcvn3 >= scores.vni / 2) return 'tcvn3';
    if (scores.vni >= LIMITS.legacy) return 'vni';
    return scores.skeleton < LIMITS.foreignSkeleton ? 'foreign' : 'mangled';
  }
  const isReadable =
    scores.legal >= LIMITS.goodLegal ||
    (scores.legal >= LIMITS.namesLegal && scores.markedLegal >= LIMITS.namesMarkedLegal);
  return isReadable && scores.marked >= LIMITS.goodMarked ? 'good' : 'mangled';
};

const splitBlocks = (text: string): string[] => {
  const blocks: string[] = [];
  let block = '';
  let letters = 0;
  for (const line of text.split(/(?<=\n)/u)) {
    block += line;
    letters += countLetters(line).letters;
    if (letters < BLOCK_LETTERS) continue;
    blocks.push(block);
    block = '';
    letters = 0;
  }
  const last = blocks.pop();
  return last === undefined ? [block] : [...blocks, last + block];
};

/** .VnTime, .VnArialH, VNI-Times: fonts of legacy codes, whose text cannot be Unicode. */
const LEGACY_FONTS = [
  ['tcvn3', /(?:^|\+)\.?Vn(?:Time|Arial|Cour|Book|Avant|3D|Aristote|Helv|Univ)/u],
  ['vni', /(?:^|\+)VNI[-_ ]/u],
] as const;

const legacyByFont = (fontNames: readonly string[]): TextQuality | undefined =>
  LEGACY_FONTS.find(([, pattern]) => fontNames.some((name) => pattern.test(name)))?.[0];

/**
 * Says what kind of text this is and why. Input: the text of one page (NFC), and the names of its fonts where known.
 * The text is judged in blocks of lines, so that a damaged half of a page is seen; damage in less than two fifths of the
 * letters does not condemn the page. `judgeText('Uy ban nhdn ddn tinh …').quality === 'mangled'`.
 */
export const judgeText = (
  text: string,
  fontNames: readonly string[] = [],
): { readonly quality: TextQuality; readonly scores: TextScores } => {
  const scores = scoreText(text);
  const whole = judgeScores(scores);
  // Too few letters for shares: what the words become tells an old encoding.
  if (whole !== 'good' && scores.letters < LIMITS.fragment) {
    const fragment = tellLegacy(text);
    if (fragment !== undefined) return { quality: fragment, scores };
  }
  if (whole === 'empty') return { quality: whole, scores };
  const legacy = legacyByFont(fontNames);
  if (legacy !== undefined && scores.marked < LIMITS.foreignMarked) return { quality: legacy, scores };

  const isWhole = scores.legal >= LIMITS.wholeLegal && scores.torn < LIMITS.torn / 2;
  if (whole === 'good' && isWhole && scores.marked >= LIMITS.wholeMarked) return { quality: whole, scores };

  const lettersByQuality = new Map<TextQuality, number>();
  for (const block of splitBlocks(text)) {
    const blockScores = scoreText(block);
    const quality = judgeScores(blockScores);
    lettersByQuality.set(quality, (lettersByQuality.get(quality) ?? 0) + blockScores.letters);
  }
  const damaged = [...lettersByQuality]
    .filter(([quality]) => quality !== 'good' && quality !== 'empty')
    .sort((a, b) => b[1] - a[1]);
  const damagedLetters = damaged.reduce((sum, [, letters]) => sum + letters, 0);
  if (damagedLetters < scores.letters * DAMAGED_SHARE) return { quality: 'good', scores };
  return { quality: damaged[0]?.[0] ?? whole, scores };
};

/** The header ends before this many characters. */
const HEADER_LENGTH = 1500;

/**
 * True when the header of a page lacks the number or the day that a clerk stamped by hand afterwards, so that the image
 * must be read there even though the text layer is good. `hasBlankHeaderField('Số:      /TB-UBND') === true`.
 */
export const hasBlankHeaderField = (text: string): boolean => {
  const header = text.slice(0, HEADER_LENGTH);
  return (
    findNumberLines(header).some((line) => line.blank) ||
    findPrintedDates(header).some(({ blank, day, year }) => blank && day === null && year !== null)
  );
};
