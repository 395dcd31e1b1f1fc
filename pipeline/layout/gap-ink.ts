import type { HeaderGap } from '../../schemas/header-zones.js';
import type { Box } from '../../schemas/span.js';
import type { Ink } from './components.js';
import type { FoundGap } from './header-zones.js';
import { findMedian } from './page-layout.js';

/** Less high than this share of a capital: dots of a leader, specks, commas. */
const LEAST_HEIGHT = 0.4;
/** Figures of one print differ in height from the capitals beside them by less than this; those of a hand are larger. */
const SAME_HEIGHT = 0.12;
/** Feet of figures lie nearer to the foot of the print than this, and to each other. */
const SAME_FOOT = 0.14;
const FAR_FOOT = 0.24;
const UNEVEN = 0.18;
/** A figure is no wider than this, in heights; two that touch may be print that ran. */
const WIDEST = 0.85;
const JOINED = 1.2;
/** Small letters are this high. */
const SMALL = [0.6, 0.85] as const;

const heightOf = ({ box }: Ink): number => box.bottom - box.top;
const widthOf = ({ box }: Ink): number => box.right - box.left;

/** The ink of a gap that is more than specks. */
export const inkIn = ({ left, top, right, bottom }: Box, inks: readonly Ink[], tall: number): readonly Ink[] =>
  inks.filter((ink) => {
    const [x, y] = [(ink.box.left + ink.box.right) / 2, (ink.box.top + ink.box.bottom) / 2];
    return x > left && x < right && y > top && y < bottom && heightOf(ink) >= LEAST_HEIGHT * tall;
  });

/** Height and foot of the capitals of a line of print, by their ink; the estimate where there are too few. */
export const measureCapitals = (
  box: Box,
  inks: readonly Ink[],
  estimate: { readonly tall: number; readonly foot: number },
): { readonly tall: number; readonly foot: number } => {
  const capitals = inks.filter((ink) => {
    const [x, y] = [(ink.box.left + ink.box.right) / 2, (ink.box.top + ink.box.bottom) / 2];
    const isInside = x > box.left && x < box.right && y > box.top && y < box.bottom;
    return isInside && heightOf(ink) > 0.7 * estimate.tall && heightOf(ink) < 1.25 * estimate.tall;
  });
  if (capitals.length < 3) return estimate;
  return {
    tall: findMedian(capitals.map(heightOf), estimate.tall),
    foot: findMedian(
      capitals.map((ink) => ink.box.bottom),
      estimate.foot,
    ),
  };
};

/** A gap behind the print of "Số:" that no reading took, which its ink shows: a capital, a small letter, both on the foot. */
export const cutLabel = (gap: FoundGap, inks: readonly Ink[]): FoundGap => {
  if (gap.isBounded) return gap;
  const [capital, small] = inkIn(gap.box, inks, gap.tall).toSorted((a, b) => a.box.left - b.box.left);
  if (capital === undefined || small === undefined) return gap;
  const share = heightOf(small) / gap.tall;
  const stands = [capital, small].every((ink) => Math.abs(ink.box.bottom - gap.foot) <= SAME_FOOT * gap.tall);
  const isLabel =
    Math.abs(heightOf(capital) - gap.tall) <= SAME_HEIGHT * gap.tall && share > SMALL[0] && share < SMALL[1];
  return stands && isLabel ? { ...gap, box: { ...gap.box, left: small.box.right + 0.4 * gap.tall } } : gap;
};

/** What stands in a gap, by its ink alone. — chữ in hay chữ viết tay */
export const judgeGapInk = (gap: FoundGap, inks: readonly Ink[]): HeaderGap['ink'] => {
  const { tall, foot } = gap;
  const glyphs = inkIn(gap.box, inks, tall);
  if (glyphs.length === 0) return 'blank';
  const feet = glyphs.map((ink) => (ink.box.bottom - foot) / tall);
  const heights = glyphs.map((ink) => heightOf(ink) / tall);
  const isUneven = Math.max(...feet) - Math.min(...feet) > UNEVEN;
  const isLarge = Math.max(...heights) > 1 + SAME_HEIGHT;
  const isJoined = glyphs.some((ink, i) => widthOf(ink) > JOINED * tall && (heights[i] ?? 0) > 1 + SAME_HEIGHT / 2);
  if (isLarge || isUneven || isJoined || feet.some((one) => Math.abs(one) > FAR_FOOT)) return 'pen';
  const isFigure = (ink: Ink, i: number): boolean =>
    (heights[i] ?? 0) >= 1 - SAME_HEIGHT && Math.abs(feet[i] ?? 1) <= SAME_FOOT && widthOf(ink) <= WIDEST * tall;
  return glyphs.every(isFigure) ? 'print' : 'unclear';
};
