import { isWrittenTogether } from '../../language/lexicon/written-together.js';
import { isLegalSyllable } from '../../language/writing/syllables.js';
import { WordTable } from '../../language/writing/word-table.js';
import type { Edit } from '../../schemas/stages.js';
import type { LanguageModel } from './language-model.js';
import { Parter, type Parting, type Sureness } from './parting.js';
import { NUMBER, toModelWord } from './words.js';

/** How often blanks that were put back so were right, measured on papers whose blanks were taken out at random. */
const CONFIDENCE = { sure: 0.99, likely: 0.97 } as const;
/** A typist loses a blank, too: what is only likely is parted where so many others are sure. */
const WORDS_PER_LOSS = 400;
const SHORT_TEXT = 100;
const LEAST_LOSSES = 2;
/** How much better than its rivals a way to part must be, in nats, its neighbours asked. */
const CLEARLY = 0.7;
/** A word that a number follows more often than this (log probability) may have lost the blank before it. */
const BEFORE_NUMBER = -4;
/** After such a word even one figure is no footnote's: tháng 10, ngày 5. */
const MOSTLY_BEFORE_NUMBER = -2.2;

/** What a run of letters is by itself. */
interface RunFacts {
  readonly partings: readonly Parting[];
  readonly id: number;
  /** A syllable with a Vietnamese mark: what stands beside it is Vietnamese, too. */
  readonly isMarked: boolean;
  readonly isSyllable: boolean;
  readonly isCapital: boolean;
  readonly isSmall: boolean;
  /** Numbers follow it. */
  readonly isBeforeNumber: boolean;
  readonly isMostlyBeforeNumber: boolean;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly facts: RunFacts;
}

interface Place {
  readonly at: number;
  readonly sureness: Sureness;
}

const LETTER = 1;
const DIGIT = 2;
const BLANK = 3;
const OTHER = 4;
const unitKinds = new Uint8Array(0x10000);
const readUnit = (code: number): number => {
  const unit = String.fromCharCode(code);
  const kind = /[\p{L}\p{M}]/u.test(unit) ? LETTER : /\p{N}/u.test(unit) ? DIGIT : /\s/u.test(unit) ? BLANK : OTHER;
  unitKinds[code] = kind;
  return kind;
};
const kindAt = (text: string, at: number): number => {
  if (at < 0 || at >= text.length) return BLANK;
  const code = text.charCodeAt(at);
  return unitKinds[code] || readUnit(code);
};

const ADDRESS =
  /[@_\\]|:\/\/|^www\.|\.(?:vn|com|net|org|gov|edu|docx?|xlsx?|pptx?|pdf|txt|jpe?g|png|zip|rar)(?![\p{L}\p{N}])/iu;
/** No address is longer, and no chunk is looked at further. */
const LONGEST_CHUNK = 120;
/** 2025, 20/11/2025, 12-NQ, 15/2025, 04, 30%: figures that no footnote has. */
const SURE_FIGURES = /^(?:\d{3}|\d{1,3}\.\d{3}|0\d|\d{1,4}(?:,\d+)?%|\d{1,4}[-/.]\d|\d{1,4}[-/]\p{Lu})/u;

const FEW_FIGURES = /^\d{1,2}(?!\d|[^\s\p{L},.;)]|[.,]\d)/u;
/** A word that follows figures so much more often than by chance, in nats, is counted by them: tháng, lần, xã. */
const COUNTED = 1;

const DASHES: ReadonlySet<string> = new Set(['-', '–']);

/** The signs between two blanks around a place. */
const chunkAround = (text: string, start: number, end: number): string => {
  let from = start;
  while (start - from < LONGEST_CHUNK && kindAt(text, from - 1) !== BLANK) from--;
  let to = end;
  while (to - end < LONGEST_CHUNK && kindAt(text, to) !== BLANK) to++;
  return text.slice(from, to);
};

/** Finds where a text in Vietnamese letters lost the blank between two words. Text that lost none costs one walk. */
export class BlankFinder {
  readonly #model: LanguageModel;
  readonly #parter: Parter;
  readonly #number: number;
  readonly #facts = new WordTable((run) => this.#read(run));

  constructor(model: LanguageModel, kinds: Uint8Array) {
    this.#model = model;
    this.#parter = new Parter(model, kinds);
    this.#number = model.idOf(NUMBER) ?? model.unknown;
  }

  #read(run: string): RunFacts {
    const id = this.#model.idOf(toModelWord(run)) ?? this.#model.unknown;
    const isSyllable = run.length > 1 && isLegalSyllable(run);
    const small = run.toLowerCase();
    const numbered = id === this.#model.unknown ? Number.NEGATIVE_INFINITY : this.#model.bigramLog(id, this.#number);
    return {
      partings: this.#parter.find(run),
      id,
      isMarked: isSyllable && /[^\p{ASCII}]/u.test(run),
      isSyllable,
      isCapital: run.charAt(0) !== small.charAt(0),
      isSmall: run === small,
      isBeforeNumber: numbered > BEFORE_NUMBER,
      isMostlyBeforeNumber: numbered > MOSTLY_BEFORE_NUMBER,
    };
  }

  /** Where blanks were lost, in order; offsets are UTF-16 units of the text, and a blank belongs before each. */
  find(text: string): readonly Place[] {
    const places: Place[] = [];
    let words = 0;
    let sure = 0;
    let before: Run | undefined;
    for (let start = 0; start < text.length; ) {
      if (kindAt(text, start) !== LETTER) {
        start++;
        continue;
      }
      let end = start + 1;
      while (kindAt(text, end) === LETTER) end++;
      const run = { start, end, facts: this.#facts.at(text, start, end) };
      words++;
      if (run.facts.partings.length > 0) {
        const found = this.#partAt(text, run, before);
        words += found.length;
        for (const place of found) {
          places.push(place);
          if (place.sureness === 'sure') sure++;
        }
      }
      this.#findAround(text, run, before, places);
      before = run;
      start = end;
    }
    const isLossy = sure * WORDS_PER_LOSS >= words && (sure >= LEAST_LOSSES || (sure > 0 && words <= SHORT_TEXT));
    const taken = isLossy ? places : places.filter(({ sureness }) => sureness === 'sure');
    return taken.toSorted((a, b) => a.at - b.at);
  }

  #partAt(text: string, { start, end, facts }: Run, before: Run | undefined): readonly Place[] {
    if (ADDRESS.test(chunkAround(text, start, end))) return [];
    const parting = this.#choose(text, facts.partings, { start, end, facts }, before);
    if (parting === undefined) return [];
    return parting.cuts.map((cut) => ({ at: start + cut, sureness: parting.sureness }));
  }

  /** Of several ways to part a run, the one that its neighbours expect. */
  #choose(
    text: string,
    partings: readonly Parting[],
    { start, end }: Run,
    before: Run | undefined,
  ): Parting | undefined {
    const [only] = partings;
    if (only === undefined || partings.length === 1) return only;
    const model = this.#model;
    const isBeside = before !== undefined && text.slice(before.end, start).trim() === '';
    const left = isBeside ? (before.facts.partings[0]?.last ?? before.facts.id) : model.start;
    const right = this.#wordBehind(text, end);
    const weighed = partings
      .map((parting) => {
        const fits = right === undefined ? 0 : model.bigramLog(parting.last, right);
        return {
          parting,
          log: parting.log - model.unigramLog(parting.first) + model.bigramLog(left, parting.first) + fits,
        };
      })
      .sort((a, b) => b.log - a.log);
    const [best, rival] = weighed;
    return best !== undefined && rival !== undefined && best.log - rival.log >= CLEARLY ? best.parting : undefined;
  }

  #wordBehind(text: string, end: number): number | undefined {
    let from = end;
    while (kindAt(text, from) === BLANK && from < text.length) from++;
    let to = from;
    while (kindAt(text, to) === LETTER) to++;
    if (to === from) return undefined;
    const { partings, id } = this.#facts.at(text, from, to);
    return partings[0]?.first ?? id;
  }

  /** Blanks lost beside a mark or a figure: only likely, for a typist leaves them out as well. */
  #findAround(text: string, run: Run, before: Run | undefined, places: Place[]): void {
    const isVietnamese = ({ facts }: Run): boolean => facts.isSyllable || facts.partings.length > 0;
    if (before !== undefined && run.start - before.end === 1 && isVietnamese(run) && isVietnamese(before)) {
      const mark = text.charAt(before.end);
      const [left, right] = [this.#edgeFacts(text, before, 'last'), this.#edgeFacts(text, run, 'first')];
      const isMarked = left.isMarked || right.isMarked;
      const parts = mark === ',' || mark === ';' || (mark === '.' && left.isSmall && left.isMarked && right.isCapital);
      if (parts && isMarked && !ADDRESS.test(chunkAround(text, before.start, run.end)))
        places.push({ at: run.start, sureness: 'likely' });
    }
    // "kinh tế- xã hội": a dash has blanks on both sides or on none.
    if (run.facts.isMarked && DASHES.has(text.charAt(run.end))) {
      const behind = /^[-–] (\p{L}{1,7})/u.exec(text.slice(run.end, run.end + 9))?.[1];
      if (behind !== undefined && !isWrittenTogether(text.slice(run.start, run.end) + behind))
        places.push({ at: run.end, sureness: 'likely' });
    }
    if (kindAt(text, run.end) === DIGIT && this.#losesFigure(text, run))
      places.push({ at: run.end, sureness: 'likely' });
    const first = this.#edgeFacts(text, run, 'first');
    if (
      kindAt(text, run.start - 1) === DIGIT &&
      first.isMarked &&
      run.facts.isSmall &&
      first.id !== this.#model.unknown
    )
      places.push({ at: run.start, sureness: 'likely' });
  }

  /** Facts of the first or last word of a run that parts, of the run itself else. */
  #edgeFacts(text: string, { start, end, facts }: Run, edge: 'first' | 'last'): RunFacts {
    const cuts = facts.partings[0]?.cuts;
    if (cuts === undefined) return facts;
    return edge === 'first'
      ? this.#facts.at(text, start, start + (cuts[0] ?? 0))
      : this.#facts.at(text, start + (cuts.at(-1) ?? 0), end);
  }

  /** True where a figure stands glued to a word before it and is no footnote's: "kỳ2025", "trong6 tháng". */
  #losesFigure(text: string, run: Run): boolean {
    const model = this.#model;
    const facts = this.#edgeFacts(text, run, 'last');
    if (!facts.isSyllable || facts.id === model.unknown) return false;
    const figures = text.slice(run.end, run.end + 8);
    if (facts.isMarked && (facts.isSmall || facts.isBeforeNumber) && SURE_FIGURES.test(figures)) return true;
    const few = FEW_FIGURES.exec(figures);
    if (few === null || kindAt(text, run.start - 1) !== BLANK) return false;
    if (facts.isMarked && facts.isMostlyBeforeNumber) return true;
    const behind = this.#wordBehind(text, run.end + few[0].length);
    if (!facts.isSmall || behind === undefined || behind === model.unknown) return false;
    return model.bigramLog(this.#number, behind) - model.unigramLog(behind) > COUNTED;
  }

  /** The text with its blanks put back, and an edit for each: an empty place of the raw text became a blank. */
  putBack(text: string): { readonly text: string; readonly edits: readonly Edit[] } {
    const places = this.find(text);
    if (places.length === 0) return { text, edits: [] };
    let written = '';
    let from = 0;
    const edits = places.map(({ at, sureness }, i): Edit => {
      written += `${text.slice(from, at)} `;
      from = at;
      const repaired = { start: at + i, end: at + i + 1 };
      return { raw: { start: at, end: at }, repaired, confidence: CONFIDENCE[sureness], by: 'blank' };
    });
    return { text: written + text.slice(from), edits };
  }
}
