import { emitKeypressEvents } from 'node:readline';
import type { Readable } from 'node:stream';
import { fold } from '../../language/writing/unicode.js';

/** A key that was pressed: what it types, and what it is called. */
export interface Key {
  /** Empty for keys that type nothing. */
  readonly text: string;
  readonly name: string;
}

/** Where keys come from: a terminal, or anything that can be read, as in tests and pipes. */
export type KeySource = Readable & { readonly isTTY?: boolean; setRawMode?(isRaw: boolean): unknown };

interface Pressed {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

const CONTROL = /^\p{Cc}/u;

const toKey = (text: string | undefined, { name = '', ctrl = false, meta = false }: Pressed): Key => {
  if (ctrl) return { text: '', name: `ctrl-${name}` };
  const isTyped = text !== undefined && text !== '' && !meta && !CONTROL.test(text);
  return { text: isTyped ? text : '', name: name === 'enter' ? 'return' : name };
};

/** The letter of a key, whatever an input method made of it: "đ" is D, "ư" is U. */
export const letterOf = ({ text }: Key): string => fold(text.normalize('NFC')).toUpperCase();

/**
 * Keys one at a time, in the order in which they came, whether the reader waits for them or not. A terminal is put into raw mode
 * until `close`; letters of several bytes come whole.
 */
export class KeyReader {
  readonly #waiting: Key[] = [];
  #wake: (() => void) | undefined;
  #isOver = false;

  constructor(readonly source: KeySource) {
    emitKeypressEvents(source);
    source.on('keypress', this.#take);
    source.on('end', this.#end);
    source.on('close', this.#end);
    if (source.isTTY === true) source.setRawMode?.(true);
    source.resume();
  }

  readonly #take = (text: string | undefined, pressed: Pressed): void => {
    this.#waiting.push(toKey(text, pressed));
    this.#wake?.();
  };

  readonly #end = (): void => {
    this.#isOver = true;
    this.#wake?.();
  };

  /** The next key; undefined when no more will come. */
  async next(): Promise<Key | undefined> {
    while (this.#waiting.length === 0 && !this.#isOver)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    return this.#waiting.shift();
  }

  /** Leaves the source as it was. */
  close(): void {
    this.source.off('keypress', this.#take);
    this.source.off('end', this.#end);
    this.source.off('close', this.#end);
    if (this.source.isTTY === true) this.source.setRawMode?.(false);
    this.source.pause();
  }
}
