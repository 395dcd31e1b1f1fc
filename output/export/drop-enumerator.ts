import type { Directive } from '../../schemas/directive.js';

const BULLET = /^\s*[-+•*–—▪●○·]\s+/u;
const LABEL = /^\s*\(?(?<value>[\p{L}\d]{1,6}(?:\.\d{1,3}){0,4})\s?[.)/:-]{1,2}\s+/u;

/**
 * The text of a task without the mark that its number holds already: "b) Giao …" of II.1.b is "Giao …", "- Giao …" too. A
 * cell that begins with a hyphen would be a formula to a spreadsheet. Any other beginning stays.
 */
export const dropEnumerator = ({ text, number }: Pick<Directive, 'text' | 'number'>): string => {
  const bullet = BULLET.exec(text);
  if (bullet !== null) return text.slice(bullet[0].length);
  const label = LABEL.exec(text);
  const value = label?.groups?.value;
  return label === null || value === undefined || !`.${number}`.endsWith(`.${value}`)
    ? text
    : text.slice(label[0].length);
};
