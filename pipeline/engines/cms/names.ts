import { toNfc } from '../../../language/writing/unicode.js';
import { type Asn1, at, childrenOf, isUniversal, oidOf } from './asn1.js';

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const T61 = 20;
/** Characters of the longest name that is kept; a name made to do harm has millions. */
const NAME_AT_MOST = 200;

/** One line of plain letters, NFC; null where none is left. */
export const tidyText = (text: string): string | null => {
  const line = toNfc(
    text
      .slice(0, 4 * NAME_AT_MOST)
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .trim(),
  ).slice(0, NAME_AT_MOST);
  return line === '' ? null : line;
};

const textOf = (value: Asn1 | undefined): string => {
  const block: unknown = value?.valueBlock;
  const held = typeof block === 'object' && block !== null && 'value' in block ? block.value : undefined;
  if (typeof held !== 'string') return '';
  // Programs write UTF-8 into T61String, which the library takes for single bytes.
  if (!isUniversal(value, T61)) return held;
  const utf8 = Buffer.from(held, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? held : utf8;
};

/** The name in a subject: CN, else O. `CN=Ủy ban nhân dân tỉnh, O=…` → "Ủy ban nhân dân tỉnh". Nothing else is kept of it. */
export const readSubjectName = (name: Asn1 | undefined): string | null => {
  const parts = childrenOf(name)
    .flatMap(childrenOf)
    .map((part) => ({ kind: oidOf(at(part, 0)), text: tidyText(textOf(at(part, 1))) }));
  const find = (kind: string): string | null =>
    parts.find((part) => part.kind === kind && part.text !== null)?.text ?? null;
  return find(COMMON_NAME) ?? find(ORGANIZATION);
};
