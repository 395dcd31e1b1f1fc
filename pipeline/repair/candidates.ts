import { isSyllableSkeleton, LONGEST_SYLLABLE } from '../../language/writing/syllables.js';
import type { LanguageModel } from './language-model.js';
import type { Token } from './tokens.js';
import type { WordReader } from './word-reader.js';
import type { Reading } from './word-search.js';
import { applyCase, NUMBER, toModelWord } from './words.js';

/** Something that one or two tokens may stand for. */
export interface Candidate {
  /** Ids in the language model: one, or two when a space was lost. */
  readonly words: readonly number[];
  /** As it would be written. */
  readonly text: string;
  /** Log probability of the tokens' characters, given this. */
  readonly emission: number;
  /** How many tokens it takes. */
  readonly span: 1 | 2;
}

/** Figures of the decoder that are tuned on held-out text. */
export interface DecoderSettings {
  /** Exponent of the language model. */
  readonly modelWeight: number;
  readonly mostCandidates: number;
  readonly beam: number;
  /** A word outside the model: its share, and the share of each of its letters. */
  readonly unknownShare: number;
  readonly unknownLetter: number;
  readonly lostSpace: number;
  readonly straySpace: number;
  /** Weights of the document's own sure words, alone and after the word before, beside the language model. */
  readonly wordMemory: number;
  readonly pairMemory: number;
}

export const SETTINGS: DecoderSettings = {
  modelWeight: 1.2,
  mostCandidates: 48,
  beam: 28,
  unknownShare: 1e-3,
  unknownLetter: 1 / 60,
  lostSpace: 2e-4,
  straySpace: 2e-4,
  wordMemory: 0.01,
  pairMemory: 0.15,
};

/** Noisy forms whose candidates are kept: enough for a paper, and bounded for a book. */
const MOST_KEPT = 10_000;

/** Words in which letters stand beside figures or signs are hardly ever meant so. */
const MIXED_SHARE = 1e-3;

/** Proposes what tokens may stand for. Keeps what it found for each noisy form: papers repeat themselves. */
export class CandidateFinder {
  readonly #model: LanguageModel;
  readonly #reader: WordReader;
  readonly #settings: DecoderSettings;
  readonly #number: number;
  readonly #found = new Map<string, readonly Candidate[]>();

  constructor(model: LanguageModel, reader: WordReader, settings: DecoderSettings) {
    this.#model = model;
    this.#reader = reader;
    this.#settings = settings;
    this.#number = model.idOf(NUMBER) ?? model.unknown;
  }

  /** What one token may be, split in two where `maySplit`. `trust` is the prior that it was copied right. */
  find(token: Token, trust: number, maySplit: boolean): readonly Candidate[] {
    const key = `${token.kind} ${token.inCapitals} ${trust} ${token.text}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = [...this.#findWhole(token, trust), ...(maySplit ? this.#findSplit(token, trust) : [])];
    if (this.#found.size >= MOST_KEPT) this.#found.clear();
    this.#found.set(key, found);
    return found;
  }

  /** The token as it is printed: context for its neighbours. */
  keep(token: Token): readonly Candidate[] {
    return token.kind === 'mark' ? this.#findWhole(token, 1) : [this.#copy(token, 1)];
  }

  #findWhole(token: Token, trust: number): Candidate[] {
    if (token.kind === 'mark')
      return [{ words: [this.#model.idOf(token.text) ?? this.#model.unknown], text: token.text, emission: 0, span: 1 }];
    const copy = this.#copy(token, trust);
    if (token.kind === 'fixed') return [copy];
    if (isSlashed(token)) return this.#withCopy(copy, this.#reader.readSlashed(token.text), trust);
    // "quý II/2022": one stroke more is another quarter, and no model of words knows which.
    if (ROMAN.test(token.text)) return [copy];
    if (isAbbreviation(token)) return this.#withCopy(copy, this.#reader.readAbbreviation(token.text), trust);
    if (token.kind === 'number' && !/^\d{1,2}$/u.test(token.text)) return [copy];
    return this.#withCopy(copy, this.#readWord(token), trust);
  }

  /** Words that two tokens may be when a stray space divides them. */
  findJoined(first: Token, second: Token): Candidate[] {
    const joined = first.text + second.text;
    if (first.kind !== 'word' || second.kind !== 'word' || !second.followsSpace || joined.length > LONGEST_SYLLABLE)
      return [];
    if (isSyllableSkeleton(first.text) && isSyllableSkeleton(second.text)) return [];
    return this.#reader
      .read(joined, first.inCapitals)
      .slice(0, 4)
      .map((reading) => ({ ...this.#toCandidate(reading, Math.log(this.#settings.straySpace)), span: 2 }));
  }

  /** Pairs of words that one token may be when the space between them was lost. */
  #findSplit(token: Token, trust: number): Candidate[] {
    const { text } = token;
    if (isAbbreviation(token) || isSlashed(token)) return [];
    if (token.kind !== 'word' || text.length < 5 || (text.length < 7 && isSyllableSkeleton(text))) return [];
    const found: Candidate[] = [];
    for (let cut = 2; cut <= text.length - 2; cut++) {
      const left = text.slice(0, cut);
      const right = text.slice(cut);
      if (
        right.length > LONGEST_SYLLABLE ||
        left.length > LONGEST_SYLLABLE ||
        !/\p{L}/u.test(left) ||
        !/\p{L}/u.test(right)
      )
        continue;
      for (const a of this.#reader.read(left, token.inCapitals).slice(0, 3))
        for (const b of this.#reader.read(right, token.inCapitals).slice(0, 3)) {
          const first = this.#toCandidate(a, 0);
          const second = this.#toCandidate(b, 0);
          found.push({
            words: [a.word, b.word],
            text: `${first.text} ${second.text}`,
            emission: Math.log((1 - trust) * this.#settings.lostSpace) + first.emission + second.emission,
            span: 1,
          });
        }
    }
    const rank = (c: Candidate): number =>
      c.emission + this.#model.bigramLog(c.words[0] ?? 0, c.words[1] ?? 0) + this.#model.unigramLog(c.words[0] ?? 0);
    return found.sort((a, b) => rank(b) - rank(a)).slice(0, 6);
  }

  #readWord({ text, inCapitals }: Token): readonly Reading[] {
    return this.#reader.read(text, inCapitals).slice(0, this.#settings.mostCandidates);
  }

  #toCandidate(reading: Reading, added: number): Candidate {
    const word = this.#model.words[reading.word] ?? '';
    return {
      words: [reading.word],
      text: applyCase(word, reading.form),
      emission: reading.logChannel + added,
      span: 1,
    };
  }

  #copy(token: Token, trust: number): Candidate {
    if (token.kind === 'number')
      return {
        words: [this.#number],
        text: token.text,
        emission: -Math.LN10 * Math.min(2, token.text.length),
        span: 1,
      };
    const known = this.#model.idOf(toModelWord(token.text));
    const { unknownShare, unknownLetter } = this.#settings;
    if (isAbbreviation(token) || isSlashed(token))
      return {
        words: [known ?? this.#model.unknown],
        text: token.text,
        emission: Math.log(Math.max(trust, 0.3)),
        span: 1,
      };
    if (known !== undefined) return { words: [known], text: token.text, emission: Math.log(trust), span: 1 };
    const isMixed = /\p{L}/u.test(token.text) && /[\p{N}&@¢€£¥$§%]/u.test(token.text);
    const spelled = Math.log(unknownLetter) * token.text.length + (isMixed ? Math.log(MIXED_SHARE) : 0);
    const share = Math.max(unknownShare, trust);
    return { words: [this.#model.unknown], text: token.text, emission: Math.log(share) + spelled, span: 1 };
  }

  #withCopy(copy: Candidate, readings: readonly Reading[], trust: number): Candidate[] {
    const doubt = Math.log(1 - trust);
    const key = toModelWord(copy.text);
    const found: Candidate[] = [];
    let isCopied = false;
    for (const reading of readings) {
      const candidate = this.#toCandidate(reading, doubt);
      if (
        reading.word === copy.words[0] &&
        toModelWord(candidate.text) === key &&
        isSameCase(candidate.text, copy.text)
      ) {
        found.push({ ...copy, emission: Math.log(Math.exp(copy.emission) + Math.exp(candidate.emission)) });
        isCopied = true;
      } else found.push(candidate);
    }
    if (!isCopied) found.push(copy);
    return found;
  }
}

const isSlashed = ({ kind, text }: Token): boolean => kind === 'word' && text.includes('/');

/** Roman numerals that are no syllables: II, III, IV, VII, VIII, IX, XII … */
const ROMAN = /^(?:X{0,2}(?:I{2,3}|IV|VI{2,3}|IX)|X{2,3})$/u;

/** UBND, NTM, VPTU among small letters: an abbreviation, whatever the engine; "THUGNG" is too long for one. */
const isAbbreviation = ({ kind, text, inCapitals }: Token): boolean =>
  kind === 'word' &&
  (/^[B-DF-HJ-NP-TV-XZĐ]{2,6}$/u.test(text) ||
    (!inCapitals && /^\p{Lu}{2,6}$/u.test(text) && !isSyllableSkeleton(text)));

const isSameCase = (a: string, b: string): boolean =>
  (a === a.toLowerCase()) === (b === b.toLowerCase()) && (a === a.toUpperCase()) === (b === b.toUpperCase());
