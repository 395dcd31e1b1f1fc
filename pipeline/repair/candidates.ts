import { isSyllableSkeleton, LONGEST_SYLLABLE } from '../../language/writing/syllables.js';
import type { Channel } from './channel.js';
import type { LanguageModel } from './language-model.js';
import type { Token } from './tokens.js';
import { type Reading, type Tries, WordSearch } from './word-search.js';
import { applyCase, type CaseForm, NUMBER, toModelWord } from './words.js';

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

/** Readings this far (in nats) below the best one are not worth a place in the beam. */
const READING_RANGE = 14;

/** Words in which letters stand beside figures or signs are hardly ever meant so. */
const MIXED_SHARE = 1e-3;

const CASE_SHARE: Readonly<Record<'mixed' | 'capitals', Readonly<Record<CaseForm, number>>>> = {
  mixed: { lower: 0.86, capital: 0.11, upper: 0.03 },
  capitals: { lower: 0.05, capital: 0.05, upper: 0.9 },
};

/** Small letters that a capital may have been read as, and figures and signs: any case may lie behind them. */
const SAME_IN_BOTH_CASES = /^[\P{Ll}cosuvwxzpky]/u;

const guessForms = (noisy: string, inCapitals: boolean): CaseForm[] => {
  if (inCapitals) return ['upper', 'capital', 'lower'];
  const forms: CaseForm[] = [];
  const letters = noisy.replace(/[^\p{L}]/gu, '');
  const rest = noisy.slice(1);
  const capitalsBehind = rest.match(/\p{Lu}/gu)?.length ?? 0;
  const smallBehind = rest.match(/\p{Ll}/gu)?.length ?? 0;
  if (smallBehind > 0 || capitalsBehind === 0) {
    if (!/^\p{Lu}/u.test(noisy) || letters.length < 2 || capitalsBehind > 0 || /^[OCSVXZIl]/u.test(noisy))
      forms.push('lower');
    if (SAME_IN_BOTH_CASES.test(noisy)) forms.push('capital');
  }
  if (capitalsBehind > 0) forms.push('upper');
  return forms;
};

/** Proposes what tokens may stand for. Keeps what it found for each noisy form: papers repeat themselves. */
export class CandidateFinder {
  readonly #model: LanguageModel;
  readonly #channel: Channel;
  readonly #words: WordSearch;
  readonly #abbreviations: WordSearch;
  readonly #slashed: WordSearch;
  readonly #settings: DecoderSettings;
  readonly #number: number;
  readonly #readings = new Map<string, readonly Reading[]>();
  readonly #found = new Map<string, readonly Candidate[]>();

  constructor(model: LanguageModel, tries: Tries, channel: Channel, settings: DecoderSettings) {
    this.#model = model;
    this.#channel = channel;
    this.#settings = settings;
    this.#words = new WordSearch(tries.words, channel);
    this.#abbreviations = new WordSearch(tries.abbreviations, channel);
    this.#slashed = new WordSearch(tries.slashed, channel);
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
    if (isSlashed(token)) return this.#withCopy(copy, this.#readSlashed(token.text), trust);
    // "quý II/2022": one stroke more is another quarter, and no model of words knows which.
    if (ROMAN.test(token.text)) return [copy];
    if (isAbbreviation(token)) return this.#withCopy(copy, this.#readAbbreviation(token.text), trust);
    if (token.kind === 'number' && !/^\d{1,2}$/u.test(token.text)) return [copy];
    return this.#withCopy(copy, this.#read(token.text, token.inCapitals), trust);
  }

  /** Words that two tokens may be when a stray space divides them. */
  findJoined(first: Token, second: Token): Candidate[] {
    const joined = first.text + second.text;
    if (first.kind !== 'word' || second.kind !== 'word' || !second.followsSpace || joined.length > LONGEST_SYLLABLE)
      return [];
    if (isSyllableSkeleton(first.text) && isSyllableSkeleton(second.text)) return [];
    return this.#read(joined, first.inCapitals)
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
      for (const a of this.#read(left, token.inCapitals).slice(0, 3))
        for (const b of this.#read(right, token.inCapitals).slice(0, 3)) {
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

  #readSlashed(noisy: string): readonly Reading[] {
    const encoded = this.#channel.encode(noisy);
    return FORMS.flatMap((form) => this.#slashed.find(encoded, form)).filter((r) => r.logChannel > LEAST_SLASHED);
  }

  #readAbbreviation(noisy: string): readonly Reading[] {
    return this.#abbreviations
      .find(this.#channel.encode(noisy), 'upper')
      .sort((a, b) => b.logChannel - a.logChannel)
      .slice(0, 8);
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

  /** Readings of a noisy form, best first by channel and frequency. */
  #read(noisy: string, inCapitals: boolean): readonly Reading[] {
    const key = inCapitals ? `^${noisy}` : noisy;
    const known = this.#readings.get(key);
    if (known !== undefined) return known;
    const encoded = this.#channel.encode(noisy);
    const shares = CASE_SHARE[inCapitals ? 'capitals' : 'mixed'];
    const all = guessForms(noisy, inCapitals).flatMap((form) =>
      this.#words.find(encoded, form).map((r) => ({ ...r, logChannel: r.logChannel + Math.log(shares[form]) })),
    );
    if (/\p{Lu}/u.test(noisy))
      for (const r of this.#abbreviations.find(encoded, 'upper'))
        all.push({ ...r, logChannel: r.logChannel + Math.log(shares.capital) });
    const likely = this.#pickLikely(all);
    if (this.#readings.size >= MOST_KEPT) this.#readings.clear();
    this.#readings.set(key, likely);
    return likely;
  }

  #pickLikely(all: readonly Reading[]): readonly Reading[] {
    const { modelWeight, mostCandidates } = this.#settings;
    const ranks = Float64Array.from(all, (r) => r.logChannel + modelWeight * this.#model.unigramLog(r.word));
    const best = ranks.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const order: number[] = [];
    for (let i = 0; i < ranks.length; i++) if ((ranks[i] ?? best) > best - READING_RANGE) order.push(i);
    order.sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
    return order.slice(0, mostCandidates).flatMap((i) => all[i] ?? []);
  }
}

const FORMS = ['lower', 'capital', 'upper'] as const;
/** A slashed word is short: a reading that explains it worse than this is another word. */
const LEAST_SLASHED = -14;
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
