import type { Store } from '../store/store.js';
import { type Run, sweepLine } from './compromise.js';
import type { Step } from './sentence-line.js';
import { type Cue, isOfPatterns } from './sentence-patterns.js';
import { namesIn, readStoredNames, type StoredName } from './stored-names.js';

/** Wordings and names of a sentence by the step at which they begin; of a wording, where it ends. */
export interface Line {
  readonly steps: readonly Step[];
  readonly cues: ReadonlyMap<number, ReadonlyMap<Cue, number>>;
  readonly bodies: ReadonlyMap<number, StoredName>;
  readonly issuers: ReadonlyMap<number, StoredName>;
  readonly types: ReadonlyMap<number, StoredName>;
}

const nameAt = (steps: readonly Step[], { start, end }: Run, names: readonly StoredName[]): StoredName | undefined => {
  const own = steps.slice(start, end);
  return names.find(
    ({ exact, folded }) =>
      folded.length === own.length &&
      own.every((step, i) => step.folded === folded[i] && (step.exact === step.folded || step.exact === exact[i])),
  );
};

/** What stands where in a line: wordings that ask, and names of the database. */
export const readLine = (db: Store, steps: readonly Step[]): Line => {
  const stored = readStoredNames(db);
  const line = steps.map(({ folded }) => folded);
  const chosen = [stored.bodies, stored.issuers, stored.types].map((index) => namesIn(line, index));
  const swept = sweepLine(
    line,
    chosen.map((names) => names.map(({ folded }) => folded.join(' '))),
  );
  const cues = new Map<number, Map<Cue, number>>();
  for (const { cue, start, end } of swept.cues) {
    if (!steps.slice(start, end).every((step) => isOfPatterns(step.exact, step.folded))) continue;
    const at = cues.get(start) ?? new Map<Cue, number>();
    at.set(cue, Math.max(end, at.get(cue) ?? 0));
    cues.set(start, at);
  }
  const [bodies = new Map(), issuers = new Map(), types = new Map()] = chosen.map(
    (names, i) =>
      new Map(
        (swept.names[i] ?? []).flatMap((run) => {
          const name = nameAt(steps, run, names);
          return name === undefined ? [] : [[run.start, name] as const];
        }),
      ),
  );
  return { steps, cues, bodies, issuers, types };
};
