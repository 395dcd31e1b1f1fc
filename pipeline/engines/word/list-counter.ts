import { formatNumber, isKnownFormat } from './number-format.js';
import { LEVELS, type List, type ListLevel } from './numbering.js';

/** The label of a numbered paragraph as printed: "II.1." and what parts it from the text. */
export interface ListLabel {
  readonly text: string;
  readonly suffix: string;
  readonly level: ListLevel;
}

/** Bullets of symbol fonts, which show their letters as signs, come out as the sign that everybody knows. */
const PLAIN_BULLET = /^[-–—+*•●▪■◦○·❖➢✓]$/u;
const SYMBOL_FONT = /symbol|wingdings|webdings|courier/iu;
const BULLET = '•';

/** Letters of the longest label. */
const LABEL_AT_MOST = 60;

const SUFFIXES = { tab: ' ', space: ' ', nothing: '' } as const;

const printBullet = ({ text, run }: ListLevel): string => {
  const sign = text.trim();
  // "-" set in Symbol is a dash; "o" in Courier New and "§" in Wingdings are rings and squares.
  if (sign === '' || PLAIN_BULLET.test(sign)) return sign;
  if (sign === '\uf02d') return '-';
  const isSymbol = /\p{Co}/u.test(sign) || SYMBOL_FONT.test(run.font ?? '') || [...sign].length === 1;
  return isSymbol ? BULLET : sign;
};

interface Count {
  value: number;
  /** False where the next paragraph of the level starts anew. */
  isGoing: boolean;
}

/**
 * Counts the lists of a file in the order of its paragraphs, as Word does. Lists of one abstract list count on together;
 * one that changes the start does so once, at the first of its paragraphs whose level it changes; LibreOffice does the same.
 */
export class ListCounter {
  readonly #counts = new Map<string, Count[]>();
  /** Lists that have begun anew. */
  readonly #started = new Set<string>();
  /** Formats that are printed in digits, since Word's own print of them is not known. */
  readonly unknownFormats = new Set<string>();

  /** The label of the next paragraph of `list` at `level`, from 0; undefined for a level that the list does not have. */
  next(list: List, level: number): ListLabel | undefined {
    const own = list.levels[level];
    if (own === undefined) return undefined;
    const counts = this.#of(list);
    const count = counts[level] ?? { value: 0, isGoing: false };
    const start = this.#started.has(list.id) ? undefined : list.starts.get(level);
    if (start !== undefined) this.#started.add(list.id);
    count.value = start ?? (count.isGoing ? count.value + 1 : own.start);
    count.isGoing = true;
    // A list that opens below its first level, or jumps over one, has passed those above: the next of them is a second one.
    for (let above = 0; above < level; above++) {
      const passed = counts[above];
      if (passed === undefined || passed.isGoing) continue;
      passed.value = list.levels[above]?.start ?? 0;
      passed.isGoing = true;
    }
    for (let below = level + 1; below < LEVELS; below++) {
      const restart = list.levels[below]?.restart;
      const other = counts[below];
      if (other !== undefined && (restart === undefined || (restart > 0 && level < restart))) other.isGoing = false;
    }
    return { text: this.#print(list, level, own, counts), suffix: SUFFIXES[own.suffix], level: own };
  }

  #of(list: List): Count[] {
    const counts = this.#counts.get(list.key) ?? Array.from({ length: LEVELS }, () => ({ value: 0, isGoing: false }));
    this.#counts.set(list.key, counts);
    return counts;
  }

  #print(list: List, level: number, own: ListLevel, counts: readonly Count[]): string {
    if (own.format === 'bullet') return printBullet(own);
    const label = own.text.replace(/%([1-9])/gu, (print, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.levels[at];
      // A level below its own has no number yet.
      if (at > level || shown === undefined) return at > level ? '' : print;
      if (!isKnownFormat(shown.format)) this.unknownFormats.add(shown.format);
      if (shown.format === 'bullet') return '';
      return formatNumber(counts[at]?.value ?? 0, own.isLegal && shown.format !== 'none' ? 'decimal' : shown.format);
    });
    return label.slice(0, LABEL_AT_MOST).trim();
  }
}
