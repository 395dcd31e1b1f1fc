import { describe, expect, it } from 'vitest';
import { formatFigure } from '../../cli/format.js';

/** What the tables of languages say, which a search does not wait for. */
const asListed = (value: number, decimals: number, language: string): string =>
  value.toLocaleString(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

describe('figures', () => {
  it.each([0, 7, 99.5, 999, 1000, 1234.567, 99_999.95, 123_456, 1_234_567.25, 1e9, -12, -1234.5])(
    'writes %s as both languages do',
    (value) => {
      for (const decimals of [0, 1, 2]) {
        expect(formatFigure(value, decimals, (vi) => vi)).toBe(asListed(value, decimals, 'vi'));
        expect(formatFigure(value, decimals, (_, en) => en)).toBe(asListed(value, decimals, 'en'));
      }
    },
  );
});
