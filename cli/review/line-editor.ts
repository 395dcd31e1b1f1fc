import { showCodes } from '../../language/writing/control-codes.js';
import type { KeyReader } from './keys.js';

/** Where a line is edited. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  /** False for a pipe: nothing is drawn while somebody types. */
  readonly isTerminal: boolean;
}

/** What the beginning of a line may go on to. */
export interface Completion {
  /** The line as it is after the key. */
  readonly line: string;
  /** Shown below it. */
  readonly options: readonly string[];
}

export interface LineRequest {
  readonly prompt: string;
  /** What stands there before anything is typed. */
  readonly initial?: string;
  readonly complete?: (line: string) => Completion;
}

/** The line was left by Ctrl-C. */
export const INTERRUPTED = Symbol('interrupted');

// One letter, with the marks that an input method may have set behind it.
const LAST_LETTER = /\P{M}\p{M}*$/u;
const FIRST_LETTER = /^\P{M}\p{M}*/u;

/** A line under edit, redrawn in place over as many rows as it takes. */
class Line {
  #row = 0;
  before: string;
  after = '';

  constructor(
    readonly terminal: Terminal,
    readonly request: LineRequest,
  ) {
    this.before = request.initial ?? '';
  }

  get text(): string {
    return this.before + this.after;
  }

  draw(): void {
    const { write, columns, isTerminal } = this.terminal;
    if (!isTerminal) return;
    const width = Math.max(20, columns());
    const head = this.request.prompt + showCodes(this.before);
    const whole = `${head}${showCodes(this.after)} `;
    // A full last row leaves the cursor between two rows.
    const drawn = whole.length % width === 0 ? `${whole} ` : whole;
    const [end, at] = [Math.floor(drawn.length / width), Math.floor(head.length / width)];
    write(`${this.#row > 0 ? `\x1b[${this.#row}A` : ''}\r\x1b[J${drawn}`);
    const right = head.length % width;
    write(`${end > at ? `\x1b[${end - at}A` : ''}\r${right > 0 ? `\x1b[${right}C` : ''}`);
    this.#row = at;
  }

  /** Leaves the line behind, as it stands. */
  leave(): void {
    const { write, isTerminal } = this.terminal;
    if (isTerminal) {
      this.before = this.text;
      this.after = '';
      this.draw();
      write('\n');
    } else write(`${this.request.prompt}${showCodes(this.text)}\n`);
    this.#row = 0;
  }

  complete(): void {
    const { complete } = this.request;
    if (complete === undefined) return;
    const { line, options } = complete(this.text);
    this.before = line;
    this.after = '';
    if (options.length < 2) return;
    this.leave();
    this.terminal.write(`   ${options.map((option) => showCodes(option)).join(' · ')}\n`);
  }

  edit(name: string, text: string): void {
    if (text !== '') this.before += text;
    else if (name === 'backspace') this.before = this.before.replace(LAST_LETTER, '');
    else if (name === 'delete') this.after = this.after.replace(FIRST_LETTER, '');
    else if (name === 'left') this.#move(LAST_LETTER);
    else if (name === 'right') this.#forward();
    else if (name === 'home' || name === 'ctrl-a') [this.before, this.after] = ['', this.text];
    else if (name === 'end' || name === 'ctrl-e') [this.before, this.after] = [this.text, ''];
    else if (name === 'ctrl-u') [this.before, this.after] = ['', ''];
  }

  #move(letter: RegExp): void {
    const [moved = ''] = letter.exec(this.before) ?? [];
    this.before = this.before.slice(0, this.before.length - moved.length);
    this.after = moved + this.after;
  }

  #forward(): void {
    const [moved = ''] = FIRST_LETTER.exec(this.after) ?? [];
    this.before += moved;
    this.after = this.after.slice(moved.length);
  }
}

/**
 * Has one line typed: letters, Backspace, Delete, arrows, Home, End, Ctrl-U, Tab. Undefined when it was left by Escape, or no more
 * keys will come; INTERRUPTED by Ctrl-C. Input methods that erase and type anew work, for letters go one by one.
 */
export const readLine = async (
  keys: KeyReader,
  terminal: Terminal,
  request: LineRequest,
): Promise<string | typeof INTERRUPTED | undefined> => {
  const line = new Line(terminal, request);
  for (;;) {
    line.draw();
    const key = await keys.next();
    if (key === undefined || key.name === 'escape' || key.name === 'ctrl-c') {
      line.leave();
      return key?.name === 'ctrl-c' ? INTERRUPTED : undefined;
    }
    if (key.name === 'return') {
      line.leave();
      return line.text.normalize('NFC').trim();
    }
    if (key.name === 'tab') line.complete();
    else line.edit(key.name, key.text);
  }
};
