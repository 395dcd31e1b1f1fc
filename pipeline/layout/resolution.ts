/** A4 in inches. */
const LONG = 297 / 25.4;
const SHORT = 210 / 25.4;
/** A page's long side is this many times its short one: A4 has 1.41, Letter 1.29, Legal 1.65. A cut-out has any. */
const PAGE_SHAPE = [1.2, 1.68] as const;

/** Below this, in dots per inch, marks over letters run together: dấu hỏi is read as dấu sắc. */
export const COARSE_DPI = 130;

/**
 * Dots per inch of a page image, taken for A4: what scanners write into files is often wrong. Undefined for an image of
 * another shape, which is no whole page. `measureDpi({ width: 827, height: 1170 }) === 100`.
 */
export const measureDpi = ({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): number | undefined => {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const [squarest, slimmest] = PAGE_SHAPE;
  if (short === 0 || long < squarest * short || long > slimmest * short) return undefined;
  return Math.round(Math.min(long / LONG, short / SHORT));
};
