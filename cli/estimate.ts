import { extname } from 'node:path';

/** What a batch has behind it and before it. Times in seconds, on the caller's clock. */
export interface Outlook {
  /** 0 to 1. */
  readonly share: number;
  /** Undefined until there is something to reckon from. */
  readonly secondsLeft: number | undefined;
  /** The file that is longest in work, and how far it is; `of` is 0 until its pages are counted. */
  readonly inHand: { readonly path: string; readonly page: number; readonly of: number } | undefined;
}

/** A file in work. */
interface InHand {
  readonly since: number;
  page: number;
  of: number;
}

/** Files of one kind that are done, and what they took. */
interface Measured {
  files: number;
  seconds: number;
}

const kindOf = (path: string): string => extname(path).toLowerCase();

/** Less than this part of a file says nothing of the whole: the engine was starting. */
const LEAST_SHARE = 0.02;

/**
 * How long a batch will take, by what its files took so far: a scan costs a hundred times a text, so each kind (by the end of
 * its name) is measured by itself, and a file in work counts by its pages. Reads no clock.
 */
export class Estimate {
  readonly #waiting = new Map<string, number>();
  readonly #inHand = new Map<string, InHand>();
  readonly #measured = new Map<string, Measured>();
  #done = 0;
  /** Files done that were begun: one that is answered at once (a link, a known file) says nothing of what the others take. */
  #worked = 0;
  #busy = 0;

  constructor(
    readonly paths: readonly string[],
    readonly startedAt: number,
  ) {
    for (const path of paths) this.#waiting.set(kindOf(path), (this.#waiting.get(kindOf(path)) ?? 0) + 1);
  }

  begin(path: string, now: number): void {
    this.#inHand.set(path, { since: now, page: 0, of: 0 });
  }

  reach(path: string, page: number, of: number): void {
    const one = this.#inHand.get(path);
    if (one !== undefined) Object.assign(one, { page, of });
  }

  /** The end of a file, whether it was begun or answered at once. */
  end(path: string, now: number): void {
    const one = this.#inHand.get(path);
    this.#inHand.delete(path);
    const seconds = one === undefined ? 0 : now - one.since;
    const kind = kindOf(path);
    const measured = this.#measured.get(kind) ?? { files: 0, seconds: 0 };
    this.#measured.set(kind, { files: measured.files + 1, seconds: measured.seconds + seconds });
    this.#waiting.set(kind, Math.max(0, (this.#waiting.get(kind) ?? 0) - 1));
    this.#done += 1;
    if (one !== undefined) this.#worked += 1;
    this.#busy += seconds;
  }

  /** What one more file of a kind will take; by all kinds, where none of its own is done. */
  #expect(kind: string, ofAny: number | undefined): number | undefined {
    const own = this.#measured.get(kind);
    return own === undefined ? ofAny : own.seconds / own.files;
  }

  at(now: number): Outlook {
    const inHand = [...this.#inHand].map(([path, one]) => {
      const share = one.of === 0 ? 0 : one.page / one.of;
      const spent = now - one.since;
      return { path, ...one, share, spent, whole: share < LEAST_SHARE ? undefined : spent / share };
    });
    const guesses = inHand.flatMap(({ whole }) => (whole === undefined ? [] : [whole]));
    const known = this.#done + guesses.length;
    const ofAny = known === 0 ? undefined : (this.#busy + guesses.reduce((a, b) => a + b, 0)) / known;
    let left = 0;
    let isReckoned = this.#worked + guesses.length > 0;
    for (const [kind, count] of this.#waiting) {
      // Those in work are counted by their pages below.
      const waiting = count - inHand.filter(({ path }) => kindOf(path) === kind).length;
      const each = this.#expect(kind, ofAny);
      if (waiting <= 0) continue;
      if (each === undefined) isReckoned = false;
      else left += waiting * each;
    }
    for (const one of inHand)
      left += Math.max(0, (one.whole ?? this.#expect(kindOf(one.path), ofAny) ?? 0) - one.spent);
    const spent = this.#busy + inHand.reduce((sum, one) => sum + one.spent, 0);
    const atOnce = Math.max(1, spent / Math.max(now - this.startedAt, 0.001));
    const byFiles = this.paths.length === 0 ? 1 : this.#done / this.paths.length;
    const [longest] = inHand.sort((a, b) => b.spent - a.spent);
    return {
      share: isReckoned && spent + left > 0 ? spent / (spent + left) : byFiles,
      secondsLeft: isReckoned ? left / atOnce : undefined,
      inHand: longest === undefined ? undefined : { path: longest.path, page: longest.page, of: longest.of },
    };
  }
}
