import { toUnicode } from '../../../language/writing/legacy-encodings.js';
import type { FontCode } from './run-look.js';

/** Letters of one look. */
interface Piece {
  readonly code: FontCode | undefined;
  readonly isCapital: boolean;
  text: string;
}

/** Letters that only Unicode Vietnamese has: text with them was pasted into an old font and is no code. */
const UNICODE_VIETNAMESE = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u;

/** Symbol fonts shift their letters into the private area; old fonts of that kind are shifted back. */
const unshift = (text: string): string =>
  text.replace(/[\uf020-\uf0ff]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));

/** Text in an old font as Unicode letters: `convertFont('Tþ b¸o', { encoding: 'tcvn3', isCapital: false })`. */
export const convertFont = (text: string, { encoding, isCapital }: FontCode): string => {
  const letters = toUnicode(unshift(text), encoding);
  return isCapital ? letters.toUpperCase() : letters;
};

// Optional hyphens are seen at the end of a line alone; what has no width is nothing to a reader.
const UNSEEN = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/gu;

const tidy = (text: string): string => text.replace(UNSEEN, '').replaceAll('\u2011', '-').replaceAll('\u00a0', ' ');

/** The printed letters of a paragraph, gathered run by run. */
export class ParagraphText {
  readonly #pieces: Piece[] = [];
  #hasPrint = false;

  /** Letters of one run. Runs of one look are joined: a letter of VNI is two codes, which may stand in two runs. */
  add(text: string, code: FontCode | undefined, isCapital: boolean): void {
    this.#hasPrint ||= text.trim() !== '';
    const last = this.#pieces.at(-1);
    if (last !== undefined && last.isCapital === isCapital && isSameCode(last.code, code)) last.text += text;
    else this.#pieces.push({ text, code, isCapital });
  }

  append(other: ParagraphText): void {
    for (const { text, code, isCapital } of other.#pieces) this.add(text, code, isCapital);
  }

  /** True where there is nothing to see but breaks. */
  get isBlank(): boolean {
    return !this.#hasPrint;
  }

  /** The text in Unicode; line breaks are `\n`, page breaks `\f`. */
  toText(): string {
    const coded = this.#pieces.filter(({ code }) => code !== undefined);
    const isPasted = coded.some(({ text }) => UNICODE_VIETNAMESE.test(text));
    return this.#pieces
      .map(({ text, code, isCapital }) => {
        const letters = tidy(code === undefined || isPasted ? text : convertFont(text, code));
        return isCapital ? letters.toUpperCase() : letters;
      })
      .join('');
  }

  /** True where letters were turned from an old font's code. */
  get isConverted(): boolean {
    return this.#pieces.some(({ code, text }) => code !== undefined && /[^\p{ASCII}]/u.test(text));
  }
}

const isSameCode = (a: FontCode | undefined, b: FontCode | undefined): boolean =>
  a?.encoding === b?.encoding && a?.isCapital === b?.isCapital;
