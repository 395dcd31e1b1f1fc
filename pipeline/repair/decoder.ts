import type { Candidate, DecoderSettings } from './candidates.js';
import { type DocumentMemory, NO_MEMORY } from './document-memory.js';
import type { LanguageModel } from './language-model.js';

/** A candidate at its place in the sentence, and its probability, all paths taken together. */
export interface ScoredCandidate {
  readonly candidate: Candidate;
  /** The gap between tokens that it leaves. */
  readonly from: number;
  readonly posterior: number;
}

/** States further than this (in nats) below the best of their gap are given up before the beam is counted. */
const BEAM_RANGE = 14;
/** Paths with less than e^-30 of the whole add nothing that could be seen. */
const LEAST_LOG = -30;

/** ln(e^a + e^b) */
const addLogs = (a: number, b: number): number => {
  const high = Math.max(a, b);
  const gap = Math.min(a, b) - high;
  return gap < LEAST_LOG ? high : high + Math.log1p(Math.exp(gap));
};

/** Doubles that grow by doubling: paths are counted by the hundred thousand, so they are kept flat. */
class Column {
  #values = new Float64Array(1 << 14);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  clear(): void {
    this.length = 0;
  }

  get(at: number): number {
    return this.#values[at] ?? 0;
  }

  set(at: number, value: number): void {
    this.#values[at] = value;
  }
}

/** The states of a sentence: the last two words of a path, and what leads to and from them. */
class States {
  readonly first = new Column();
  readonly second = new Column();
  readonly forward = new Column();
  readonly backward = new Column();

  clear(): void {
    for (const column of [this.first, this.second, this.forward, this.backward]) column.clear();
  }

  add(first: number, second: number): number {
    this.first.push(first);
    this.second.push(second);
    this.forward.push(Number.NEGATIVE_INFINITY);
    this.backward.push(Number.NEGATIVE_INFINITY);
    return this.first.length - 1;
  }

  /** The likeliest of these states, best first. */
  prune(ids: readonly number[], most: number): number[] {
    let best = Number.NEGATIVE_INFINITY;
    for (const id of ids) best = Math.max(best, this.forward.get(id));
    const near = ids.filter((id) => this.forward.get(id) > best - BEAM_RANGE);
    near.sort((a, b) => this.forward.get(b) - this.forward.get(a));
    return near.length > most ? near.slice(0, most) : near;
  }
}

/** Steps from state to state along arcs, in the order of their gaps. */
class Steps {
  readonly from = new Column();
  readonly to = new Column();
  readonly arc = new Column();
  readonly weight = new Column();

  clear(): void {
    for (const column of [this.from, this.to, this.arc, this.weight]) column.clear();
  }

  add(from: number, to: number, arc: number, weight: number): void {
    this.from.push(from);
    this.to.push(to);
    this.arc.push(arc);
    this.weight.push(weight);
  }
}

/** What the states of a gap that end in the same word have in common: where candidates lead, and their bigrams. */
interface SharedSteps {
  readonly target: Int32Array;
  readonly bigram: Float64Array;
  readonly remembered: Float64Array;
}

const openWord = (
  candidates: readonly Candidate[],
  before: number,
  model: LanguageModel,
  memory: DocumentMemory,
): SharedSteps => {
  const bigram = new Float64Array(candidates.length);
  const remembered = new Float64Array(candidates.length);
  candidates.forEach(({ words }, i) => {
    bigram[i] = model.bigramLog(before, words[0] ?? 0);
    remembered[i] = memory.share(before, words[0] ?? 0);
  });
  return { target: new Int32Array(candidates.length).fill(-1), bigram, remembered };
};

/** Room for one sentence at a time, used again by the next. */
const states = new States();
const steps = new Steps();

/**
 * Weighs all ways across one sentence (beam of states, forward-backward) and returns each candidate that some likely
 * path takes, with its posterior. `candidatesAt[i]` are those that leave gap i, before token i.
 */
export const weighCandidates = (
  candidatesAt: readonly (readonly Candidate[])[],
  model: LanguageModel,
  settings: DecoderSettings,
  memory: DocumentMemory = NO_MEMORY,
): ScoredCandidate[] => {
  const end = candidatesAt.length;
  states.clear();
  steps.clear();
  const idsAt: number[][] = Array.from({ length: end + 1 }, () => []);
  const opening = states.add(model.start, model.start);
  states.forward.set(opening, 0);
  idsAt[0]?.push(opening);

  let arcBase = 0;
  for (let gap = 0; gap < end; gap++) {
    const arcs = candidatesAt[gap] ?? [];
    // States that share their last word reach the same states, by the same bigrams.
    const byLastWord = new Map<number, SharedSteps>();
    for (const id of states.prune(idsAt[gap] ?? [], settings.beam)) {
      const before = states.second.get(id);
      const place = model.findBigram(states.first.get(id), before);
      const hasTrigrams = model.hasTrigrams(place);
      const backoff = model.backoffAt(place);
      const forward = states.forward.get(id);
      const shared = byLastWord.get(before) ?? openWord(arcs, before, model, memory);
      byLastWord.set(before, shared);
      const { target, bigram, remembered } = shared;
      for (let a = 0; a < arcs.length; a++) {
        const arc = arcs[a];
        if (arc === undefined) continue;
        const [word = 0, next] = arc.words;
        const known = hasTrigrams ? model.trigramLogAt(place, word) : Number.NaN;
        let log = Number.isNaN(known) ? backoff + (bigram[a] ?? 0) : known;
        const share = remembered[a] ?? 0;
        if (share > 0) log = Math.log(Math.exp(log) * memory.rest + share);
        if (next !== undefined) log += model.trigramLog(before, word, next);
        const weight = settings.modelWeight * log + arc.emission;
        let to = target[a] ?? -1;
        if (to < 0) {
          to = next === undefined ? states.add(before, word) : states.add(word, next);
          target[a] = to;
          idsAt[gap + arc.span]?.push(to);
        }
        states.forward.set(to, addLogs(states.forward.get(to), forward + weight));
        steps.add(id, to, arcBase + a, weight);
      }
    }
    arcBase += arcs.length;
  }

  let total = Number.NEGATIVE_INFINITY;
  for (const id of idsAt[end] ?? []) {
    states.backward.set(id, 0);
    total = addLogs(total, states.forward.get(id));
  }
  const posteriors = new Float64Array(arcBase);
  for (let s = steps.from.length - 1; s >= 0; s--) {
    const backward = states.backward.get(steps.to.get(s));
    if (backward === Number.NEGATIVE_INFINITY) continue;
    const from = steps.from.get(s);
    const through = steps.weight.get(s) + backward;
    const log = states.forward.get(from) + through - total;
    if (log < LEAST_LOG) continue;
    states.backward.set(from, addLogs(states.backward.get(from), through));
    const arc = steps.arc.get(s);
    posteriors[arc] = (posteriors[arc] ?? 0) + Math.exp(log);
  }
  const scored: ScoredCandidate[] = [];
  let arc = 0;
  candidatesAt.forEach((candidates, from) => {
    for (const candidate of candidates) {
      const posterior = posteriors[arc++] ?? 0;
      if (posterior > 0) scored.push({ candidate, from, posterior: Math.min(1, posterior) });
    }
  });
  return scored;
};
