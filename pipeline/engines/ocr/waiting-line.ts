import { interrupted } from './ocr-errors.js';

/**
 * Places that are taken and given back, in the order of asking. Our own, not p-queue: that gives the place of an aborted
 * task away at once, while its worker is still being ended, so that more tasks than places would run.
 */
export class WaitingLine<Place> {
  readonly #free: Place[];
  readonly #waiting: ((place: Place) => void)[] = [];

  constructor(places: readonly Place[]) {
    this.#free = [...places];
  }

  /** Waits for a free place; rejects with `interrupted` when the signal aborts first. */
  take(signal: AbortSignal): Promise<Place> {
    if (signal.aborted) return Promise.reject(interrupted(signal));
    const place = this.#free.pop();
    if (place !== undefined) return Promise.resolve(place);
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        const at = this.#waiting.indexOf(onPlace);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(interrupted(signal));
      };
      const onPlace = (free: Place) => {
        signal.removeEventListener('abort', onAbort);
        resolve(free);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push(onPlace);
    });
  }

  /** Gives a place to whoever waits longest. */
  give(place: Place): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next(place);
    else this.#free.push(place);
  }
}
