/** A bound on what is under way at a time: whoever comes when it is full waits, first come, first served. */
export class Gate {
  #size: number;
  #taken = 0;
  readonly #line: { readonly amount: number; enter(): void }[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** A larger one lets in at once; of a smaller one nobody who is in is sent away. */
  resize(size: number): void {
    this.#size = size;
    this.#admit();
  }

  /** Resolves when there is room for `amount`; rejects with the reason of the signal. */
  async enter(amount: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#line.length === 0 && this.#fits(amount)) {
      this.#taken += amount;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const one = { amount, enter: (): void => resolve() };
      const onAbort = (): void => {
        const at = this.#line.indexOf(one);
        if (at < 0) return;
        this.#line.splice(at, 1);
        reject(signal.reason);
      };
      one.enter = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#line.push(one);
    });
  }

  /** Gives room back. */
  leave(amount: number): void {
    this.#taken -= amount;
    this.#admit();
  }

  #fits(amount: number): boolean {
    // One that is larger than all goes alone.
    return this.#taken === 0 || this.#taken + amount <= this.#size;
  }

  #admit(): void {
    for (let next = this.#line[0]; next !== undefined && this.#fits(next.amount); next = this.#line[0]) {
      this.#line.shift();
      this.#taken += next.amount;
      next.enter();
    }
  }
}
