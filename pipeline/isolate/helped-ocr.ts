import type { OcrEngine, OcrPage, PageZone } from '../base/contract.js';
import { PAGES_AT_ONCE } from '../recognize/read-pages.js';
import type { GivenPage } from './page-help.js';

/** Pages in hand at once, here and with others. */
export const PAGES_IN_HAND = 16;

/** A page that is in hand. */
interface Held {
  readonly image: Uint8Array;
  readonly signal: AbortSignal;
  resolve(page: OcrPage): void;
  reject(error: unknown): void;
}

/**
 * An engine that reads as many pages here as ever, while those that wait may be given to whoever asks for one. Nobody waits
 * for helpers: what lies here is read here as soon as there is room, and what comes back unread, too.
 */
export class HelpedOcr implements OcrEngine {
  readonly id: string;
  readonly #own: OcrEngine;
  readonly #tell: (hasSpare: boolean) => void;
  readonly #waiting: Held[] = [];
  /** Pages that others read, by their numbers. */
  readonly #away = new Map<number, Held>();
  #here = 0;
  #last = 0;
  #isKept = false;
  #hasSpare = false;

  /** `tell`: told when the first page waits that may be given away, and when none does any more. */
  constructor(own: OcrEngine, tell: (hasSpare: boolean) => void) {
    this.id = own.id;
    this.#own = own;
    this.#tell = tell;
  }

  read(image: Uint8Array, signal: AbortSignal, zone: PageZone = 'page'): Promise<OcrPage> {
    // Parts of a page take less than their way.
    if (zone !== 'page') return this.#own.read(image, signal, zone);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ image, signal, resolve, reject });
      this.#goOn();
    });
  }

  /** A page that nobody reads yet, for somebody else; undefined where there is none to give. */
  give(): GivenPage | undefined {
    const held = this.#isKept ? undefined : this.#waiting.shift();
    if (held === undefined) return undefined;
    this.#last += 1;
    this.#away.set(this.#last, held);
    this.#tellSpare();
    return { page: this.#last, image: held.image };
  }

  /** What a page came to that was given away; read here where that is nothing. What comes late is not looked at. */
  take(page: number, read: OcrPage | undefined): void {
    const held = this.#away.get(page);
    this.#away.delete(page);
    if (held === undefined) return;
    if (read !== undefined) held.resolve(read);
    else {
      this.#waiting.unshift(held);
      this.#goOn();
    }
  }

  /** Gives nothing away any more, and reads here what others have in hand. */
  keep(): void {
    this.#isKept = true;
    for (const page of [...this.#away.keys()]) this.take(page, undefined);
    this.#tellSpare();
  }

  #goOn(): void {
    while (this.#here < PAGES_AT_ONCE) {
      const held = this.#waiting.shift();
      if (held === undefined) break;
      this.#here += 1;
      this.#own
        .read(held.image, held.signal, 'page')
        .then(held.resolve, held.reject)
        .finally(() => {
          this.#here -= 1;
          this.#goOn();
        });
    }
    this.#tellSpare();
  }

  #tellSpare(): void {
    const hasSpare = !this.#isKept && this.#waiting.length > 0;
    if (hasSpare === this.#hasSpare) return;
    this.#hasSpare = hasSpare;
    this.#tell(hasSpare);
  }

  close(): Promise<void> {
    return this.#own.close();
  }
}
