import type { Box } from '../../../schemas/span.js';
import type { GrayRaster } from '../../layout/skew.js';
import { countLevels, openRaster } from './image.js';
import { toPgm } from './pgm.js';

/** White paper around a part that is read by itself: Tesseract loses print that touches the edge. */
const PART_MARGIN = 12;

/** Print is darker than this share of the way from ink to paper; a seal on a gray scan is paler than the second. */
const INK_SHARE = 0.3;
const SEAL_SHARE = 0.55;

/** Levels between which gray is spread out, so that a pale seal turns white and the print under it stays. */
const findSealLevels = ({ pixels }: GrayRaster): { readonly black: number; readonly white: number } => {
  const histogram = countLevels(pixels);
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const levelAt = (share: number): number => {
    let below = 0;
    return Math.max(
      0,
      histogram.findIndex((count) => {
        below += count;
        return below >= share * total;
      }),
    );
  };
  const ink = levelAt(0.005);
  const paper = levelAt(0.5);
  return { black: ink + INK_SHARE * (paper - ink), white: ink + SEAL_SHARE * (paper - ink) };
};

/**
 * Cuts a part out of a prepared page, in whole pixels inside it, and washes out what is paler than print where asked.
 * Its own pixels begin at `margin`.
 */
export const cutOut = async (
  raster: GrayRaster,
  box: Box,
  washesSeal: boolean,
): Promise<{ bytes: Buffer; margin: number }> => {
  const { left, top, right, bottom } = box;
  const { black, white } = washesSeal ? findSealLevels(raster) : { black: 0, white: 255 };
  const slope = 255 / Math.max(1, white - black);
  const { data, info } = await openRaster(raster)
    .linear(slope, -black * slope)
    .extract({ left, top, width: right - left, height: bottom - top })
    .extend({ top: PART_MARGIN, bottom: PART_MARGIN, left: PART_MARGIN, right: PART_MARGIN, background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { bytes: toPgm({ pixels: data, width: info.width, height: info.height }), margin: PART_MARGIN };
};
