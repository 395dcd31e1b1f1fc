import type { Candidate, DecoderSettings } from './candidates.js';
import type { LanguageModel } from './language-model.js';

/** One way across part of a sentence: from one gap between tokens to a later one. */
export interface Arc extends Candidate {
  readonly from: number;
  readonly to: number;
}

/** What the decoder says of one arc: its probability, all paths taken together. */
export interface ScoredArc extends Arc {
  readonly posterior: number;
}

interface State {
  readonly first: number;
  readonly second: number;
  forward: number;
  backward: number;
}

interface Step {
  readonly from: State;
  readonly to: State;
  readonly arc: Arc;
  readonly weight: number;
}

const addLogs = (a: number, b: number): number => {
  if (a === Number.NEGATIVE_INFINITY) return b;
  const high = Math.max(a, b);
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
};

const KEY = 65_536;

/** Scores words after the two words of a state; one for each gap, so that shared bigrams are looked up once. */
class GapScorer {
  readonly #model: LanguageModel;
  readonly #bigrams = new Map<number, number>();

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  score(state: State, place: number, hasTrigrams: boolean, backoff: number, word: number): number {
    if (hasTrigrams) {
      const known = this.#model.trigramLogAt(place, word);
      if (!Number.isNaN(known)) return known;
    }
    const key = state.second * KEY + word;
    let bigram = this.#bigrams.get(key);
    if (bigram === undefined) {
      bigram = this.#model.bigramLog(state.second, word);
      this.#bigrams.set(key, bigram);
    }
    return backoff + bigram;
  }
}

/**
 * Weighs all ways across one sentence (beam of states, forward-backward) and returns each arc with its posterior.
 * `arcsAt[i]` are the arcs that leave gap i; `arcsAt.length` gaps lead to the end.
 */
export const weighArcs = (
  arcsAt: readonly (readonly Arc[])[],
  model: LanguageModel,
  settings: DecoderSettings,
): ScoredArc[] => {
  const end = arcsAt.length;
  const statesAt: Map<number, State>[] = Array.from({ length: end + 1 }, () => new Map());
  const stepsInto: Step[][] = Array.from({ length: end + 1 }, () => []);
  statesAt[0]?.set(0, { first: model.start, second: model.start, forward: 0, backward: Number.NEGATIVE_INFINITY });
  const keptAt: State[][] = [];

  for (let gap = 0; gap < end; gap++) {
    const all = [...(statesAt[gap]?.values() ?? [])];
    const kept = all.length > settings.beam ? all.sort((a, b) => b.forward - a.forward).slice(0, settings.beam) : all;
    keptAt[gap] = kept;
    const scorer = new GapScorer(model);
    for (const state of kept) {
      const place = model.findBigram(state.first, state.second);
      const hasTrigrams = model.hasTrigrams(place);
      const backoff = model.backoffAt(place);
      for (const arc of arcsAt[gap] ?? []) {
        const [word = 0, next] = arc.words;
        let log = scorer.score(state, place, hasTrigrams, backoff, word);
        let first = state.second;
        let second = word;
        if (next !== undefined) {
          log += model.trigramLog(first, second, next);
          first = second;
          second = next;
        }
        const weight = settings.modelWeight * log + arc.emission;
        const states = statesAt[arc.to];
        const key = first * KEY + second;
        let to = states?.get(key);
        if (to === undefined) {
          to = { first, second, forward: Number.NEGATIVE_INFINITY, backward: Number.NEGATIVE_INFINITY };
          states?.set(key, to);
        }
        to.forward = addLogs(to.forward, state.forward + weight);
        stepsInto[arc.to]?.push({ from: state, to, arc, weight });
      }
    }
  }

  let total = Number.NEGATIVE_INFINITY;
  for (const state of statesAt[end]?.values() ?? []) {
    state.backward = 0;
    total = addLogs(total, state.forward);
  }
  const posteriors = new Map<Arc, number>();
  for (let gap = end; gap > 0; gap--)
    for (const { from, to, arc, weight } of stepsInto[gap] ?? []) {
      if (to.backward === Number.NEGATIVE_INFINITY) continue;
      const through = weight + to.backward;
      from.backward = addLogs(from.backward, through);
      const log = from.forward + through - total;
      if (log > -30) posteriors.set(arc, (posteriors.get(arc) ?? 0) + Math.exp(log));
    }
  return [...posteriors].map(([arc, posterior]) => ({ ...arc, posterior: Math.min(1, posterior) }));
};
