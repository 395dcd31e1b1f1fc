import type { Channel } from './channel.js';
import type { LanguageModel } from './language-model.js';
import { type Reading, type Tries, WordSearch } from './word-search.js';
import type { CaseForm } from './words.js';

/** Noisy forms whose readings are kept: what a long batch repeats, and bounded. */
const MOST_KEPT = 10_000;

/** Readings this far (in nats) below the best one are not worth a place in the beam. */
const READING_RANGE = 14;

const CASE_SHARE: Readonly<Record<'mixed' | 'capitals', Readonly<Record<CaseForm, number>>>> = {
  mixed: { lower: 0.86, capital: 0.11, upper: 0.03 },
  capitals: { lower: 0.05, capital: 0.05, upper: 0.9 },
};

const FORMS = ['lower', 'capital', 'upper'] as const;
/** A slashed word is short: a reading that explains it worse than this is another word. */
const LEAST_SLASHED = -14;

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

/** How a reader ranks, and how many readings of a form it hands out: figures of the decoder. */
export interface ReaderSettings {
  /** Exponent of the language model. */
  readonly modelWeight: number;
  readonly mostCandidates: number;
}

/**
 * What a noisy form may have been, by one channel and the language model alone. It hangs on no text, so one reader serves
 * every look at every text with that channel, and what it found is kept: papers repeat each other's words.
 */
export class WordReader {
  readonly #model: LanguageModel;
  readonly #channel: Channel;
  readonly #words: WordSearch;
  readonly #abbreviations: WordSearch;
  readonly #slashed: WordSearch;
  readonly #settings: ReaderSettings;
  readonly #readings = new Map<string, readonly Reading[]>();

  constructor(model: LanguageModel, tries: Tries, channel: Channel, settings: ReaderSettings) {
    this.#model = model;
    this.#channel = channel;
    this.#settings = settings;
    this.#words = new WordSearch(tries.words, channel);
    this.#abbreviations = new WordSearch(tries.abbreviations, channel);
    this.#slashed = new WordSearch(tries.slashed, channel);
  }

  /** Readings of a noisy form, best first by channel and frequency. */
  read(noisy: string, inCapitals: boolean): readonly Reading[] {
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

  readSlashed(noisy: string): readonly Reading[] {
    const encoded = this.#channel.encode(noisy);
    return FORMS.flatMap((form) => this.#slashed.find(encoded, form)).filter((r) => r.logChannel > LEAST_SLASHED);
  }

  readAbbreviation(noisy: string): readonly Reading[] {
    return this.#abbreviations
      .find(this.#channel.encode(noisy), 'upper')
      .sort((a, b) => b.logChannel - a.logChannel)
      .slice(0, 8);
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
