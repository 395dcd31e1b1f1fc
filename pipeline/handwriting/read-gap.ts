import type { DigitReading } from '../../schemas/header-zones.js';
import { type Atom, maskOf, type Signs } from './cut-signs.js';
import { toDigitImage } from './digit-image.js';
import type { ClassifyDigit } from './digit-model.js';
import { NOT_A_DIGIT } from './digit-net.js';

/** Atoms that one digit may consist of. */
const MOST_ATOMS = 6;
/** More than these are no number. */
const MOST_IN_GAP = 16;
/** Sizes of a digit in heights of printed capitals. */
const LOWEST = 0.53;
const HIGHEST = 2.9;
const WIDEST = 2.1;
/** Ink lower than this may be dirt and is passed over; what is higher and no digit makes the number unread. */
const DIRT = 0.6;
/** A cut through ink is made where it makes two good digits, and pieces that do not touch are joined the same way. */
const CUT = 0.6;
const JOIN = 0.4;
/** Set on drawn pages, with digits that are neither trained on nor measured: the sums alone are less sure than right. */
const SHARPER = 1.3;
/** Readings kept at each place. */
const KEPT = 40;
const READINGS = 12;
/** Less likely ones say nothing. */
const LEAST = 0.002;
/** A digit that nobody can read. The model, which learns halves and pairs of digits as none, refuses more than a gap has of them. */
const UNREAD = '?';
const UNREAD_SHARE = 0.2;

type Weights = Map<string, number>;

const add = (weights: Weights, digits: string, weight: number): void => {
  weights.set(digits, (weights.get(digits) ?? 0) + weight);
};

const keepBest = (weights: Weights): Weights =>
  weights.size <= KEPT ? weights : new Map([...weights].sort((a, b) => b[1] - a[1]).slice(0, KEPT));

const spread = (atoms: readonly Atom[]): { wide: number; high: number } => {
  const ends = (pick: (atom: Atom) => number) => atoms.map(pick);
  return {
    wide: Math.max(...ends(({ box }) => box.right)) - Math.min(...ends(({ box }) => box.left)),
    high: Math.max(...ends(({ box }) => box.bottom)) - Math.min(...ends(({ box }) => box.top)),
  };
};

/** What joining atoms and cutting at both ends costs. */
const priceOf = (atoms: readonly Atom[], next: Atom | undefined): number => {
  const joins = atoms.slice(1).filter(({ isCut }) => !isCut).length;
  const cuts = [atoms[0], next].filter((atom) => atom?.isCut === true).length;
  return JOIN ** joins * CUT ** cuts;
};

/** A sign as it was written and set upright: both readings count alike. */
const askTwice = (sign: readonly Atom[], signs: Signs, classify: ClassifyDigit): readonly number[] | undefined => {
  const images = [false, true].map((isUpright) => toDigitImage(maskOf(sign, signs, isUpright)));
  const answers = images.flatMap((image) => (image === undefined ? [] : [classify(image)]));
  const [first, second] = answers;
  return second === undefined ? first : first?.map((share, i) => (share + (second[i] ?? 0)) / 2);
};

/**
 * Reads the ink of a gap as a row of digits: every way to cut it into signs is tried, each sign asked of the model, and
 * the ways that give the same digits are summed. The likeliest come first; empty where nothing stands there.
 */
export const readGap = (signs: Signs, classify: ClassifyDigit): readonly DigitReading[] => {
  const { atoms, tall } = signs;
  if (atoms.length === 0 || atoms.length > MOST_IN_GAP) return [];
  const at: Weights[] = Array.from({ length: atoms.length + 1 }, () => new Map());
  at[0]?.set('', 1);
  for (let start = 0; start < atoms.length; start++) {
    const before = keepBest(at[start] ?? new Map());
    for (let end = start + 1; end <= Math.min(atoms.length, start + MOST_ATOMS); end++) {
      const sign = atoms.slice(start, end);
      const { wide, high } = spread(sign);
      const isSmall = high < DIRT * tall;
      const isPossible = high >= LOWEST * tall && high <= HIGHEST * tall && wide <= WIDEST * tall;
      const shares = isPossible ? askTwice(sign, signs, classify) : undefined;
      if (shares === undefined && sign.length > 1) continue;
      const price = priceOf(sign, atoms[end]);
      const target = at[end];
      if (target === undefined) continue;
      const refused = shares?.[NOT_A_DIGIT] ?? 1;
      for (const [digits, weight] of before) {
        if (sign.length === 1 && isSmall) add(target, digits, weight * price * refused);
        else if (sign.length === 1) add(target, `${digits}${UNREAD}`, weight * price * refused * UNREAD_SHARE);
        if (shares === undefined) continue;
        for (let digit = 0; digit < NOT_A_DIGIT; digit++)
          add(target, `${digits}${digit}`, weight * price * (shares[digit] ?? 0));
      }
    }
  }
  const all = [...(at[atoms.length] ?? new Map<string, number>())].map(
    ([digits, weight]) => [digits, weight ** SHARPER] as const,
  );
  const total = all.reduce((sum, [, weight]) => sum + weight, 0);
  return all
    .filter(([digits, weight]) => weight >= LEAST * total && /^\d{1,5}$/u.test(digits))
    .map(([digits, weight]) => ({ digits, confidence: total === 0 ? 0 : weight / total }))
    .sort((a, b) => b.confidence - a.confidence || (a.digits < b.digits ? -1 : 1))
    .slice(0, READINGS);
};
