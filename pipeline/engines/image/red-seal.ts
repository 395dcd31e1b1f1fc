import type { Mask } from '../../layout/components.js';
import { findTileRegions, gatherTiles, TILE, type TileRegion } from '../../layout/tiles.js';

/** Share of the page that holds its header: issuer, number, place and date, title. */
export const HEADER_SHARE = 0.36;

/** Red must lead green and blue by this much: brown paper and the fringes of black print stay below. */
const RED_LEAD = 36;

/** A page in colour, decoded. */
export interface ColourRaster {
  /** Bytes of each pixel, red, green and blue first; or gray alone. */
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** A seal is 30 to 45 mm wide, an arrival stamp 18 to 40 mm high; HỎA TỐC and MẬT are lower. Share of a page's long side. */
const LEAST_SIDE = 16 / 297;
/** Coloured pixels that fill a square of ink: the fringes of black print have fewer. */
const COLOUR_IN_TILE = 5;

/** Level of ink of any colour when only its strongest channel is seen, and how much that leads the weakest. */
const readInk = ({ pixels, channels }: ColourRaster, i: number): { readonly lead: number; readonly light: number } => {
  const at = i * channels;
  const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
  const light = Math.max(red, green, blue);
  return { lead: light - Math.min(red, green, blue), light };
};

/** Where the strongest channel of the first rows leads the weakest. */
const maskLead = ({ pixels, width, channels }: ColourRaster, rows: number): Mask => {
  const mask = new Uint8Array(rows * width);
  for (let i = 0, at = 0; i < mask.length; i++, at += channels) {
    const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
    const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    if (most - least > RED_LEAD) mask[i] = 1;
  }
  return { pixels: mask, width, height: rows };
};

/** The largest seal: one that the lower edge of the header cuts is looked at whole. */
const LARGEST_SEAL = 50 / 297;

/** Where seals and arrival stamps of coloured ink lie in the head of a page, or reach into it: large both ways. In pixels. */
const findHeadStamps = (raster: ColourRaster, headerRows: number): readonly TileRegion[] => {
  const { width, height } = raster;
  const rows = Math.min(height, headerRows + Math.round(LARGEST_SEAL * Math.max(width, height)));
  const tiles = gatherTiles(maskLead(raster, rows), COLOUR_IN_TILE);
  const least = (LEAST_SIDE * Math.max(width, height)) / TILE;
  return findTileRegions(tiles).filter(
    ({ left, top, right, bottom }) => right - left >= least && bottom - top >= least && top * TILE < headerRows,
  );
};

/** A page without its coloured seals, and the ink of those in its head by itself, dark on white, where there are any. */
export interface PartedPage {
  readonly gray: Uint8Array;
  readonly stamps?: Uint8Array;
}

/** Inside a stamp, where JPEG smears colour over its neighbours, ink that leads by less still is the stamp's. */
const FAINT_LEAD = 10;
/** Ink that leads by this much is as dark as black print. */
const FULL_LEAD = 120;

/**
 * A gray page without coloured seals. Red ink below the header becomes as light as its red: the seal over "CHÁNH VĂN
 * PHÒNG" and half of the signer's name vanishes, the black print under it stays. In the header only ink of any colour that
 * is as large as a seal or an arrival stamp goes, for the stamps MẬT and HOẢ TỐC are read with the text.
 */
export const partSeals = (raster: ColourRaster): PartedPage => {
  const { pixels, width, height, channels } = raster;
  const gray = new Uint8Array(width * height);
  const headerRows = Math.round(height * HEADER_SHARE);
  const headerEnd = headerRows * width;
  for (let i = 0; i < gray.length; i++) {
    const at = i * channels;
    const red = pixels[at] ?? 0;
    if (channels < 3) {
      gray[i] = red;
      continue;
    }
    const green = pixels[at + 1] ?? 0;
    const blue = pixels[at + 2] ?? 0;
    const light = 0.299 * red + 0.587 * green + 0.114 * blue;
    const isSeal = i >= headerEnd && red - green > RED_LEAD && red - blue > RED_LEAD;
    gray[i] = isSeal ? red : light;
  }
  const regions = channels < 3 ? [] : findHeadStamps(raster, headerRows);
  if (regions.length === 0) return { gray };
  const stamps = new Uint8Array(gray.length).fill(255);
  for (const { left, top, right, bottom } of regions) {
    const [lastRow, lastColumn] = [Math.min(headerRows, bottom * TILE), Math.min(width, right * TILE)];
    for (let y = top * TILE; y < lastRow; y++) {
      for (let x = left * TILE; x < lastColumn; x++) {
        const i = y * width + x;
        const { lead, light } = readInk(raster, i);
        if (lead <= FAINT_LEAD) continue;
        // Dark ink of a stamp is still gray in its strongest channel; black print over it has next to no lead.
        gray[i] = Math.min(255, light + lead);
        stamps[i] = 255 - Math.min(255, Math.round((255 * lead) / FULL_LEAD));
      }
    }
  }
  return { gray, stamps };
};
