import { USUAL_ABBREVIATIONS } from '../../language/lexicon/abbreviations.js';
import { isWrittenTogether } from '../../language/lexicon/written-together.js';
import { isLegalSyllable, LONGEST_SYLLABLE } from '../../language/writing/syllables.js';
import type { LanguageModel } from './language-model.js';
import { WORD_KIND } from './model-file.js';
import { toModelWord } from './words.js';

/** sure: wherever it is met; likely: on pages that lost other blanks as well. */
export type Sureness = 'sure' | 'likely';

/** A way to part a run of letters: where it is cut, counted from its start, and what stands at both ends for the model. */
export interface Parting {
  readonly cuts: readonly number[];
  readonly sureness: Sureness;
  /** Log probability of the parts side by side. */
  readonly log: number;
  readonly first: number;
  readonly last: number;
}

/** A piece of a run that may stand alone. word: a syllable; short: an abbreviation or Roman numeral; name: a foreign rest. */
interface Piece {
  readonly text: string;
  readonly end: number;
  readonly kind: 'word' | 'short' | 'name';
  readonly id: number;
}

interface Path {
  readonly pieces: readonly Piece[];
  readonly log: number;
}

/** No line of a page is longer without a blank: what is, is no writing. */
const LONGEST_RUN = 60;
/** What one letter may be by itself: ý kiến, y tế, ở các. */
const ONE_LETTER = /^[yýởô]$/iu;
/** Those that begin words of two syllables, and hardly anything else. */
const ONE_VOWEL = /^[yýô]$/iu;
const ROMAN = /^[IVX]+$/u;
const CONSONANTS = /^[B-DF-HJ-NP-TV-XZĐ]{2,8}$/u;
const CAPITAL = /\p{Lu}/u;
const SMALL = /\p{Ll}/u;
const ALL_CAPITAL = /^\p{Lu}+$/u;
const MARKED = /[^\p{ASCII}]/u;
/** In decomposed small letters. "yê" begins a syllable, it goes on none: yêu, yên, yếu. */
const VOWEL_FIRST = /^(?:[aeiou]|y(?!e\u0302))/u;
const VOWELS = 'aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ';
const TONED = /[áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/u;
/**
 * What only Vietnamese writes: hỏi, ngã, nặng, ư, two marks on one letter, huyền on a, i, o, u. Loan words and foreign names
 * have sắc alone, or bare ê, ô, ơ: kilôgam, phốtpho, Bogotá.
 */
const NATIVE = new RegExp(
  `[ưứừửữựảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵầềồờằàìòùấ]|[iy]ế|[ắếốớ](?!(?:ch?|p|t)(?![hr${VOWELS}]))`,
  'u',
);

/** Foreign words in small letters, in letters. */
const LEAST_FOREIGN = 4;
const LONGEST_FOREIGN = 12;
/** Shorter than this, what follows a syllable is no name. */
const LEAST_NAME = 3;
/** What a rest that is no word costs, in nats: a parting without one is preferred. */
const NAME_LOG = -18;
/** A syllable that the model never met: the share of all such words together says nothing of one. */
const UNKNOWN_LOG = -15;
/** Ways that are followed at each place of a run. */
const BEAM = 10;
/** Ways this much less likely than the best are none. */
const RIVAL = 3;

/** A word rarer than this (log probability) is no ground to part upon, or none by itself. */
const RARE = -11;
const USUAL = -9.7;
/** How much more often than by chance two words stand together, in nats: by habit, hardly. */
const HABIT = 3;
const MORE_THAN_CHANCE = 0.5;
/** Met side by side, but no more often than by chance, or hardly less. */
const CHANCE = -1.5;

const shorts: ReadonlySet<string> = new Set(USUAL_ABBREVIATIONS.map(([short]) => short));

/** True where each word in capitals has a tone or three letters, as an abbreviation has not: UỶ, BAN. */
const isFullWord = (...words: readonly string[]): boolean =>
  words.every((word) => word.length > 2 || TONED.test(word.toLowerCase()));

/** Finds how a run of letters that is no word parts into words. */
export class Parter {
  readonly #model: LanguageModel;
  readonly #kinds: Uint8Array;

  constructor(model: LanguageModel, kinds: Uint8Array) {
    this.#model = model;
    this.#kinds = kinds;
  }

  /**
   * The likely ways to part a run of letters (NFC), the likeliest first; none for a syllable, a word that the model or the
   * list knows whole, and what parts into no whole syllables. `find('thựchiện')` cuts at 4.
   */
  find(run: string): readonly Parting[] {
    if (run.length < 3 || run.length > LONGEST_RUN || isWrittenTogether(run)) return [];
    // "thứI" could be one by its sounds.
    if (isLegalSyllable(run) && !(ROMAN.test(run.slice(-1)) && SMALL.test(run))) return [];
    if (this.#model.idOf(toModelWord(run)) !== undefined) return [];
    const paths = this.#partAll(run);
    const least = (paths[0]?.log ?? 0) - RIVAL;
    // Where the likeliest way is no ground to part upon, a poorer one is none either.
    return paths.filter(({ log }) => log >= least).flatMap((path) => this.#judge(path, run) ?? []);
  }

  #partAll(run: string): readonly Path[] {
    const reached: Path[][] = Array.from({ length: run.length + 1 }, () => []);
    reached[0]?.push({ pieces: [], log: 0 });
    for (let at = 0; at < run.length; at++) {
      const paths = reached[at] ?? [];
      if (paths.length === 0) continue;
      paths.sort((a, b) => b.log - a.log).splice(BEAM);
      for (const piece of this.#piecesAt(run, at))
        for (const path of paths)
          reached[piece.end]?.push({ pieces: [...path.pieces, piece], log: path.log + this.#expect(path, piece) });
    }
    return (reached[run.length] ?? []).filter(({ pieces }) => pieces.length > 1).sort((a, b) => b.log - a.log);
  }

  #expect({ pieces }: Path, { kind, id }: Piece): number {
    if (kind === 'name') return NAME_LOG;
    if (kind === 'word' && id === this.#model.unknown) return UNKNOWN_LOG;
    const before = pieces.at(-1);
    return before === undefined ? this.#model.unigramLog(id) : this.#model.bigramLog(before.id, id);
  }

  /** All pieces that begin at a place: a capital inside a run begins one, or goes on a row of capitals. */
  #piecesAt(run: string, from: number): readonly Piece[] {
    const found: Piece[] = [];
    const isCapital = (at: number): boolean => CAPITAL.test(run.charAt(at));
    const isSmall = (at: number): boolean => SMALL.test(run.charAt(at));
    const inCapitals = isCapital(from) && isCapital(from + 1);
    for (let end = from + 1; end <= Math.min(run.length, from + LONGEST_SYLLABLE); end++) {
      if (end - from > 1 && isCapital(end - 1) !== inCapitals) break;
      const text = run.slice(from, end);
      if (text.length === 1 && !ONE_LETTER.test(text)) continue;
      if (isLegalSyllable(text)) found.push({ text, end, kind: 'word', id: this.#idOf(text, WORD_KIND.word) });
    }
    found.push(...this.#foreignAt(run, from));
    if (!isCapital(from) || (from > 0 && isCapital(from - 1))) return found;
    let behind = from + 1;
    while (isCapital(behind)) behind++;
    // "UBNDTỉnh": the last capital may be the next word's.
    for (const end of isSmall(behind) ? [behind, behind - 1] : [behind]) {
      const text = run.slice(from, end);
      const isNumeral = from > 0 && end === run.length && ROMAN.test(text);
      // "KCNTằng": what nobody knows as an abbreviation ends before the capital of a word.
      if (isNumeral || this.#isShort(text, end < behind || end === run.length))
        found.push({ text, end, kind: 'short', id: this.#idOf(text, WORD_KIND.abbreviation) });
    }
    if (from > 0 && run.length - from >= LEAST_NAME)
      found.push({ text: run.slice(from), end: run.length, kind: 'name', id: this.#model.unknown });
    return found;
  }

  /** Foreign words of the model: titan, online. */
  #foreignAt(run: string, from: number): readonly Piece[] {
    const found: Piece[] = [];
    for (let end = from + LEAST_FOREIGN; end <= Math.min(run.length, from + LONGEST_FOREIGN); end++) {
      const text = run.slice(from, end);
      if (CAPITAL.test(text.slice(1))) break;
      const id = this.#model.idOf(toModelWord(text));
      if (id !== undefined && this.#kinds[id] === WORD_KIND.context && !isLegalSyllable(text))
        found.push({ text, end, kind: 'word', id });
    }
    return found;
  }

  #idOf(text: string, kind: number): number {
    const id = this.#model.idOf(toModelWord(text));
    return id !== undefined && (this.#kinds[id] === kind || kind === WORD_KIND.abbreviation) ? id : this.#model.unknown;
  }

  #isShort(text: string, mayBeNew: boolean): boolean {
    if (text.length < 2) return false;
    const id = this.#model.idOf(text.toLowerCase());
    return (
      (mayBeNew && CONSONANTS.test(text)) ||
      shorts.has(text) ||
      (id !== undefined && this.#kinds[id] === WORD_KIND.abbreviation)
    );
  }

  #judge({ pieces, log }: Path, run: string): Parting | undefined {
    const [first] = pieces;
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const isNative = NATIVE.test(run.toLowerCase());
    let sureness: Sureness = 'sure';
    for (let i = 1; i < pieces.length; i++) {
      const [left, right] = [pieces[i - 1], pieces[i]];
      if (left === undefined || right === undefined) return undefined;
      const one =
        ONE_VOWEL.test(left.text) ||
        (ALL_CAPITAL.test(left.text) === ALL_CAPITAL.test(right.text) &&
          !(SMALL.test(left.text) && CAPITAL.test(right.text.charAt(0))))
          ? this.#judgeSoft(left, right, isNative, i === 1)
          : this.#judgeCase(left, right, run);
      if (one === undefined) return undefined;
      if (one === 'likely') sureness = 'likely';
    }
    return { cuts: pieces.slice(0, -1).map(({ end }) => end), sureness, log, first: first.id, last: last.id };
  }

  #isMet(left: Piece, right: Piece): boolean {
    const { unknown } = this.#model;
    return left.id !== unknown && right.id !== unknown && this.#model.findBigram(left.id, right.id) >= 0;
  }

  /** Where small letters follow small ones, or capitals capitals: the model decides. */
  #judgeSoft(left: Piece, right: Piece, isNative: boolean, isFirst: boolean): Sureness | undefined {
    const model = this.#model;
    if (left.kind !== 'word' || right.kind !== 'word' || right.id === model.unknown) return undefined;
    const [one, other] = [model.unigramLog(left.id), model.unigramLog(right.id)];
    const mayBeName = isFirst && CAPITAL.test(left.text.charAt(0)) && !ALL_CAPITAL.test(left.text);
    const isInside = VOWEL_FIRST.test(right.text.toLowerCase().normalize('NFD')) || ONE_VOWEL.test(left.text);
    const isMet = this.#isMet(left, right);
    const habit = model.bigramLog(left.id, right.id) - other;
    const isHabit = isMet && habit >= HABIT;
    if (left.id === model.unknown || ((one < RARE || other < RARE) && (isInside || !isHabit))) {
      // A name that no model knows, before a usual word.
      const follows = mayBeName && !isInside && left.text.length > 1 && NATIVE.test(right.text) && other > USUAL;
      return follows && MARKED.test(left.text) ? 'likely' : undefined;
    }
    if (isNative && isHabit) return 'sure';
    // "ngưòi", "chưong": a letter misread inside one syllable parts before a vowel.
    if (isInside && !ONE_VOWEL.test(left.text) && isNative && isMet && habit > 0)
      return habit >= HABIT / 2 ? 'sure' : 'likely';
    if (!isNative && isHabit) return 'likely';
    // ĐƯHĐ: an abbreviation has marks, too.
    if (isInside || (ALL_CAPITAL.test(right.text) && !isFullWord(left.text, right.text))) return undefined;
    if (!isNative) {
      // Without any mark it may be any language's.
      const least = MARKED.test(left.text + right.text) ? CHANCE : MORE_THAN_CHANCE;
      return isMet && habit > least && one > USUAL && other > USUAL && !mayBeName ? 'likely' : undefined;
    }
    if (isMet && habit > 0) return 'sure';
    return one > USUAL && other > USUAL && !mayBeName ? 'sure' : 'likely';
  }

  /** Where a capital follows small letters, or small letters an abbreviation. */
  #judgeCase(left: Piece, right: Piece, run: string): Sureness | undefined {
    // "hộI", "thựC": the letter is wrong, not the blank lost. "TrạmY tế" lost it.
    const isHealth = right.text === 'Y' && right.end === run.length && left.id !== this.#model.unknown;
    if (right.text.length === 1 && !ROMAN.test(right.text) && !isHealth) return undefined;
    const joined = left.text + right.text;
    if (isLegalSyllable(joined) && this.#model.idOf(toModelWord(joined)) !== undefined) return undefined;
    if (left.kind === 'name' || (left.kind === 'word' && left.text.length === 1)) return undefined;
    const isMarked = MARKED.test(left.text);
    const isKnown = left.id !== this.#model.unknown;
    if (right.kind === 'name')
      return isMarked && isKnown && left.kind === 'word' && SMALL.test(left.text.charAt(0)) ? 'likely' : undefined;
    if (ALL_CAPITAL.test(left.text) && SMALL.test(right.text.charAt(0))) {
      if (right.kind === 'word' && (right.id === this.#model.unknown || this.#model.unigramLog(right.id) < RARE))
        return undefined;
      // "INghị": the last capital is the word's, and what stands before it is no abbreviation.
      const whole = this.#model.idOf(toModelWord(left.text.slice(-1) + right.text));
      if (whole !== undefined && this.#model.unigramLog(whole) > this.#model.unigramLog(right.id)) return undefined;
    }
    if (left.kind === 'short') {
      // "NBCUniversal": a foreign name.
      if (right.kind === 'word' && (right.id === this.#model.unknown || !isLegalSyllable(right.text))) return undefined;
      const isDoubtful = !MARKED.test(right.text) || VOWEL_FIRST.test(right.text.normalize('NFD'));
      if (isDoubtful && !this.#isMet(left, right)) return undefined;
      return isKnown || shorts.has(left.text) ? 'sure' : 'likely';
    }
    if (isMarked) return ROMAN.test(right.text) && !isKnown ? 'likely' : 'sure';
    if (SMALL.test(run.charAt(0)) && isKnown) {
      if (MARKED.test(right.text) || (right.kind === 'short' && this.#isMet(left, right))) return 'sure';
      return this.#isMet(left, right) ? 'likely' : undefined;
    }
    // "HaNoi", "VinGroup" are written so; "TheoQuyết" is not.
    return MARKED.test(right.text) && isKnown ? 'likely' : undefined;
  }
}
