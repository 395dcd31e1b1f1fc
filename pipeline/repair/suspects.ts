import { fold } from '../../language/writing/unicode.js';
import { WordTable } from '../../language/writing/word-table.js';
import type { Span } from '../../schemas/span.js';
import { isBrokenWord, isGluedWord } from './broken-words.js';
import { ClearWords } from './clear-words.js';
import type { LanguageModel } from './language-model.js';
import {
  COMMA,
  isBlank,
  isDigit,
  isLetter,
  MARKS,
  NEWLINE,
  OPENING,
  SEMICOLON,
  standsAlone,
  startsLine,
} from './letter-codes.js';
import { WORD_KIND } from './model-file.js';
import { isSlip } from './slips.js';
import { NUMBER, toModelWord } from './words.js';

/**
 * A word of a text in good order that may be misread. broken: no syllable ("thưc", "bqnh"); unlikely: a syllable that its
 * neighbours do not expect, where the same letters with other marks are expected ("tô chức").
 */
export interface Suspect {
  readonly span: Span;
  readonly kind: 'broken' | 'unlikely';
  /** Words of the model with the same letters and other marks. */
  readonly siblings: readonly number[];
  /** True when hardly a doubt is left that it is no word of this place. */
  readonly isStrong: boolean;
  /** Written as names are: what it is mended to is told, for names are not what a model of words knows. */
  readonly mayBeName: boolean;
  /** Model's form of the printed word. */
  readonly form: string;
  /** True when the marks of one letter, changed or unseen, turn the word that fits best into the printed one. */
  readonly isSlip: boolean;
  /** True of a capital word that is several syllables in a row: "Khuditích". */
  readonly isGlued: boolean;
}

/** What a printed word is to the model. */
interface WordFacts {
  readonly form: string;
  readonly id: number;
  /** Words of the model with the same letters and other marks. */
  readonly siblings: readonly number[];
  readonly isBroken: boolean;
  readonly isGlued: boolean;
  readonly isCapital: boolean;
  readonly isUpper: boolean;
}

/** How to look: leastGain is how much better, in nats, a sibling must fit. */
export interface Look {
  readonly leastGain: number;
  /** A word that its neighbours expect as much as this, on both sides together, is not asked further. */
  readonly fitsWell: number;
}

/**
 * quick: at a text of which nothing is known; thorough: at one that was misread, where "thâm định" is to be found though
 * papers that were read badly taught the model that, too.
 */
export const LOOKS = {
  quick: { leastGain: 4, fitsWell: -10 },
  thorough: { leastGain: 2.5, fitsWell: 0 },
} as const satisfies Record<string, Look>;

/** Part of the gain that must show between the next neighbours before those beyond them are asked. */
const WORTH_A_LOOK = 0.5;
/** More that must speak against what may be a name. */
const NAME_GAIN = 4;
/** More where a neighbour is no word of the model, which then knows little of what stands beside it. */
const UNKNOWN_GAIN = 3;
/** A sibling that fits better by so much leaves hardly a doubt. */
const STRONG_GAIN = 8;

/** Words of the shortest name of a person. */
const PERSON_WORDS = 3;

const isNameWord = ({ facts }: Row, word: number): boolean => facts[word]?.isCapital === true && !facts[word].isUpper;

/** True of a word with a capital right behind another word, no mark between. */
const isNextCapital = (row: Row, word: number): boolean =>
  isNameWord(row, word) && (row.places[word] ?? 0) - (row.places[word - 1] ?? 0) === 1;

/** How many words with a capital stand side by side around one of them, itself included. */
const countCapitals = (row: Row, word: number): number => {
  let first = word;
  while (isNextCapital(row, first) && isNameWord(row, first - 1)) first -= 1;
  let last = word;
  while (isNextCapital(row, last + 1)) last += 1;
  return last - first + 1;
};

/** Units that a place's name stands behind, and words of the longest such name. */
const AREA_WORDS = ['xã', 'phường', 'huyện', 'tỉnh', 'thôn', 'bản', 'trấn', 'phố', 'ấp', 'buôn', 'khu'];
const PLACE_WORDS = 3;

/** The words of a text side by side, and the row of model words that they and the marks and numbers between them are. */
interface Row {
  readonly ids: number[];
  readonly facts: WordFacts[];
  readonly starts: number[];
  readonly ends: number[];
  /** Where each word stands in the row of ids. */
  readonly places: number[];
  /** True where a sentence, an item or a line with a bullet begins. */
  readonly opens: boolean[];
}

/** Finds words that may be misread in text that is in good order otherwise; text without any costs one walk. */
export class SuspectFinder {
  readonly #model: LanguageModel;
  readonly #bySkeleton = new Map<string, number[]>();
  readonly #facts = new WordTable((printed) => this.#read(printed));
  readonly #clear = new Map<Look, ClearWords>();
  readonly #marks: ReadonlyMap<number, number>;
  readonly #markIds: ReadonlySet<number>;
  readonly #units: ReadonlySet<number>;
  readonly #number: number;
  readonly #stop: number;

  constructor(model: LanguageModel, kinds: Uint8Array) {
    this.#model = model;
    model.words.forEach((word, id) => {
      if (kinds[id] !== WORD_KIND.word) return;
      const key = fold(word);
      const group = this.#bySkeleton.get(key) ?? [];
      group.push(id);
      this.#bySkeleton.set(key, group);
    });
    const idOf = (word: string): number => model.idOf(word) ?? model.unknown;
    this.#marks = new Map([...MARKS].map((code) => [code, idOf(code === SEMICOLON ? ',' : String.fromCharCode(code))]));
    this.#markIds = new Set(this.#marks.values());
    this.#units = new Set(AREA_WORDS.map(idOf));
    this.#number = idOf(NUMBER);
    this.#stop = idOf('.');
  }

  /** Suspects of a text, in order, and how many words it has. Spans are in UTF-16 units. */
  find(text: string, look: Look): { readonly suspects: readonly Suspect[]; readonly words: number } {
    const row = this.#readRow(text);
    const suspects: Suspect[] = [];
    const clear = this.#clear.get(look) ?? new ClearWords();
    this.#clear.set(look, clear);
    for (let word = 0; word < row.facts.length; word++) {
      const suspect = this.#judge(row, word, look, clear);
      if (suspect !== undefined && standsAlone(text, suspect.span.start, suspect.span.end)) suspects.push(suspect);
    }
    return { suspects, words: row.facts.length };
  }

  #readRow(text: string): Row {
    const { length } = text;
    const row: Row = { ids: [], facts: [], starts: [], ends: [], places: [], opens: [] };
    const { ids } = row;
    let opens = true;
    let newlines = 0;
    let at = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      const start = at++;
      if (isLetter(code)) {
        while (at < length && isLetter(text.charCodeAt(at))) at++;
        const facts = this.#facts.at(text, start, at);
        row.facts.push(facts);
        row.starts.push(start);
        row.ends.push(at);
        row.places.push(ids.length);
        row.opens.push(opens);
        ids.push(facts.id);
        opens = false;
      } else if (isDigit(code)) {
        while (at < length && !isBlank(text.charCodeAt(at)) && !MARKS.has(text.charCodeAt(at))) at++;
        ids.push(this.#number);
        opens = false;
      } else if (code === NEWLINE) {
        if (newlines++ === 1) {
          ids.push(this.#stop);
          opens = true;
        }
        continue;
      } else if (!isBlank(code)) {
        const mark = this.#marks.get(code);
        if (mark !== undefined) ids.push(mark);
        // A dash inside a line stands between the parts of a name.
        opens = code === COMMA ? false : mark !== undefined || OPENING.has(code) || startsLine(text, start);
      } else continue;
      newlines = 0;
    }
    return row;
  }

  #read(printed: string): WordFacts {
    const form = toModelWord(printed);
    const id = this.#model.idOf(form) ?? this.#model.unknown;
    const small = printed.toLowerCase();
    const isCapital = printed.charAt(0) !== small.charAt(0);
    return {
      form,
      id,
      siblings: printed.length < 2 ? [] : (this.#bySkeleton.get(fold(printed)) ?? []).filter((other) => other !== id),
      isBroken: printed.length > 1 && isBrokenWord(small),
      isGlued: isCapital && isGluedWord(small),
      isCapital,
      isUpper: printed.length > 1 && printed === printed.toUpperCase(),
    };
  }

  #judge(row: Row, word: number, { leastGain, fitsWell }: Look, clear: ClearWords): Suspect | undefined {
    const { ids, facts, starts, ends, places, opens } = row;
    const one = facts[word];
    if (one === undefined) return undefined;
    const { form, id, siblings, isBroken, isGlued, isCapital, isUpper } = one;
    if (!isBroken && siblings.length === 0) return undefined;
    const model = this.#model;
    const at = places[word] ?? 0;
    const basis = () => ({ span: { start: starts[word] ?? 0, end: ends[word] ?? 0 }, form, isGlued });
    const broken = { kind: 'broken', siblings, isStrong: true, isSlip: true } as const;
    if (isGlued) return { ...basis(), ...broken, mayBeName: true };
    if (isBroken && !isCapital) return { ...basis(), ...broken, mayBeName: false };
    const before = at > 0 ? (ids[at - 1] ?? model.start) : model.start;
    const after = ids[at + 1] ?? this.#stop;
    if (!isBroken && clear.has(before, id, after)) return undefined;
    const own = model.bigramLog(before, id) + model.bigramLog(id, after);
    if (own > fitsWell) {
      clear.add(before, id, after);
      return undefined;
    }
    const least = own + WORTH_A_LOOK * leastGain;
    // "Triệu Đình Phụng" below "(đã ký)": at the head of a line two capitals side by side are a name's, too.
    const mayBeName = isUpper ? !isBroken : isCapital && (opens[word] === false || isNextCapital(row, word + 1));
    // "Hoàng Thị Mỷ": what a person is called no model knows better than the paper.
    if (mayBeName && !isUpper && !isBroken && countCapitals(row, word) >= PERSON_WORDS) return undefined;
    const possible = mayBeName
      ? siblings.filter((sibling) => this.#isMet(ids[at - 1], sibling, ids[at + 1]))
      : siblings;
    if (!isBroken && possible.length === 0) return undefined;
    let gain = Number.NEGATIVE_INFINITY;
    let best: number | undefined;
    for (const sibling of possible) {
      // The second logarithm is never above 0: most siblings fall at the first.
      const left = model.bigramLog(before, sibling);
      if (left <= least || left + model.bigramLog(sibling, after) <= least) continue;
      const fits = this.#gainOf(id, sibling, at, ids);
      if (fits > gain) [gain, best] = [fits, sibling];
    }
    // No word of the same letters fits here, whoever stands farther off; a word that the model does not know may be any.
    if (gain === Number.NEGATIVE_INFINITY && !isBroken && !mayBeName && id !== model.unknown)
      clear.add(before, id, after);
    const isBesideUnknown = before === model.unknown || after === model.unknown;
    const needed = leastGain + (mayBeName ? NAME_GAIN : 0) + (isBesideUnknown ? UNKNOWN_GAIN : 0);
    if (gain < needed) return undefined;
    return {
      ...basis(),
      kind: isBroken ? 'broken' : 'unlikely',
      siblings: possible,
      isStrong: isBroken || gain >= STRONG_GAIN,
      isSlip: best !== undefined && isSlip(model.words[best] ?? '', form),
      mayBeName: mayBeName && (!isUpper || this.#isPlace(ids, at)),
    };
  }

  /** "XÃ MƯỜNG *LẠ*": in a line in capitals a name is known by the unit before it. */
  #isPlace(ids: readonly number[], at: number): boolean {
    return ids.slice(Math.max(0, at - PLACE_WORDS), at).some((id) => this.#units.has(id));
  }

  /**
   * True when the word was met beside one of its neighbours: that a word is frequent is no reason to put it into a name.
   * "Hà Nôi" is Hà Nội; "Khe Nọi" is a place that the model does not know, not "Khe Nội".
   */
  #isMet(before: number | undefined, word: number, after: number | undefined): boolean {
    const isWord = (id: number | undefined): id is number =>
      id !== undefined && id !== this.#number && id !== this.#stop && !this.#markIds.has(id);
    return (
      (isWord(before) && this.#model.findBigram(before, word) >= 0) ||
      (isWord(after) && this.#model.findBigram(word, after) >= 0)
    );
  }

  /** How much better a word fits than the printed one, in nats, two neighbours on each side asked. */
  #gainOf(id: number, other: number, at: number, ids: readonly number[]): number {
    const model = this.#model;
    const [two, one] = [ids[at - 2] ?? model.start, ids[at - 1] ?? model.start];
    const [next, second] = [ids[at + 1] ?? this.#stop, ids[at + 2] ?? this.#stop];
    const expect = (word: number): number =>
      model.trigramLog(two, one, word) + model.trigramLog(one, word, next) + model.trigramLog(word, next, second);
    return expect(other) - expect(id);
  }
}
