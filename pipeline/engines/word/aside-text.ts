import type { Findings } from './findings.js';

/** In capitals, as a mark is printed. */
const isCapital = (text: string): boolean => text === text.toUpperCase();

/**
 * What a paragraph holds and does not print, whatever runs it is cut into: only asked for a mark of secrecy. Hidden text
 * stands by itself. Deleted text stands with the letters around it, so that "mật" struck out of "bảo mật" is no mark, and
 * in capitals by itself too: what was put in the place of a mark does not cover it.
 */
export class AsideText {
  #hidden = '';
  #struck = '';
  #whole = '';
  #wasStruck = false;

  constructor(readonly findings: Findings) {}

  #join(text: string, isStruck: boolean): void {
    this.#whole += isStruck === this.#wasStruck ? text : ` ${text}`;
    this.#wasStruck = isStruck;
  }

  print(text: string): void {
    this.#join(text, false);
  }

  hide(text: string): void {
    this.#hidden += text;
  }

  /** Deleted or moved away, and nobody accepted it. */
  strike(text: string): void {
    this.#join(text, true);
    this.#struck += text;
  }

  endParagraph(): void {
    if (this.#hidden !== '') this.findings.aside.push(this.#hidden);
    if (this.#struck !== '') this.findings.aside.push(this.#whole.trim());
    if (this.#struck !== '' && isCapital(this.#struck)) this.findings.aside.push(this.#struck);
    this.#hidden = '';
    this.#struck = '';
    this.#whole = '';
    this.#wasStruck = false;
  }
}
