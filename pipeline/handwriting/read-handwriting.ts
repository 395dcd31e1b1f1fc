import type { DigitReading } from '../../schemas/header-zones.js';
import type { GrayRaster } from '../layout/skew.js';
import { cutSigns, type PenGap } from './cut-signs.js';
import { loadDigitModel } from './digit-model.js';
import { readGap } from './read-gap.js';

/**
 * Reads the digits that a hand wrote into a gap of a header, the likeliest first; `raster` and the gap are of the level page.
 * Empty where nothing that looks like digits stands there. — đọc chữ số viết tay
 */
export const readHandwriting = (raster: GrayRaster, gap: PenGap): readonly DigitReading[] => {
  const signs = cutSigns(raster, gap);
  return signs.atoms.length === 0 ? [] : readGap(signs, loadDigitModel());
};
