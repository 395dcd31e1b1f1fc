import { readMarks } from '../../pipeline/outline/enumerators.js';
import { isBulletKey } from '../../pipeline/outline/series.js';
import type { Directive } from '../../schemas/directive.js';

/**
 * The text of a task without the mark that its number holds already: "b) Giao …" of II.1.b is "Giao …", "- Giao …" too. A
 * cell that begins with a hyphen would be a formula to a spreadsheet. Any other beginning stays.
 */
export const dropEnumerator = ({ text, number }: Pick<Directive, 'text' | 'number'>): string => {
  const bare = text.trimStart();
  const mark = readMarks(bare).find(
    ({ family, value, printed, damaged }) =>
      !damaged &&
      // "-5 độ C" begins with a figure.
      /^\s/u.test(bare.slice(printed.length)) &&
      (isBulletKey(family) || `.${number}`.endsWith(`.${value}`)),
  );
  return mark === undefined ? text : bare.slice(mark.printed.length).trimStart();
};
