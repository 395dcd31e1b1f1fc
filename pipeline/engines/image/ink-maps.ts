import type { Mask } from '../../layout/components.js';
import type { ColourRaster } from './red-seal.js';

/** Ink leads paper by this much in some channel more than in another: red, violet and blue stamps, pale ones too. */
const COLOURED = 38;
/** Black print and gray stamps are darker than paper by this much. */
const DARKER = 60;

/** How much of the paper's light each pixel takes: what makes it coloured, and how dark it is. 0–255. */
export interface InkMaps {
  readonly width: number;
  readonly height: number;
  /** Zero everywhere on a gray page. */
  readonly colour: Uint8Array;
  readonly dark: Uint8Array;
  /** Pixels whose ink is coloured. */
  readonly coloured: number;
}

type Colour = readonly [number, number, number];

/** The middle level of each channel: that of the paper, of which most of a page is left. */
const measurePaper = ({ pixels, channels }: ColourRaster): Colour => {
  const middle = (channel: number): number => {
    const histogram = new Array<number>(256).fill(0);
    let total = 0;
    for (let at = channel; at < pixels.length; at += 61 * channels) {
      const level = pixels[at] ?? 255;
      histogram[level] = (histogram[level] ?? 0) + 1;
      total++;
    }
    let seen = 0;
    return histogram.findIndex((count) => {
      seen += count;
      return seen * 2 > total;
    });
  };
  const red = middle(0);
  return channels < 3 ? [red, red, red] : [red, middle(1), middle(2)];
};

/** The two inks of a page, apart: a red stamp over a black line stands in the one map, the line in the other. */
export const mapInks = (raster: ColourRaster): InkMaps => {
  const { pixels, width, height, channels } = raster;
  const [paperRed, paperGreen, paperBlue] = measurePaper(raster);
  const isGrayPaper = paperRed === paperGreen && paperRed === paperBlue;
  const colour = new Uint8Array(width * height);
  const dark = new Uint8Array(width * height);
  let coloured = 0;
  for (let i = 0, at = 0; i < dark.length; i++, at += channels) {
    const level = pixels[at] ?? 0;
    const red = paperRed - level;
    const isGray = channels < 3 || (pixels[at + 1] === level && pixels[at + 2] === level && isGrayPaper);
    if (isGray) {
      dark[i] = red > 0 ? red : 0;
      continue;
    }
    const green = paperGreen - (pixels[at + 1] ?? 0);
    const blue = paperBlue - (pixels[at + 2] ?? 0);
    const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    // Lighter than paper in one channel is no ink; a margin of white round a yellowed page is none either.
    const lead = most > 0 ? most - (least > 0 ? least : 0) : 0;
    colour[i] = lead;
    if (lead > COLOURED) coloured++;
    const light = (77 * red + 150 * green + 29 * blue) >> 8;
    dark[i] = light > 0 ? light : 0;
  }
  return { width, height, colour, dark, coloured };
};

/** Fewer coloured pixels than this are no stamp. */
const LEAST_COLOURED = 120;

/** Where coloured ink lies; undefined where there is none to speak of, as on a gray page. */
export const maskColour = ({ width, height, colour, coloured }: InkMaps): Mask | undefined => {
  if (coloured < LEAST_COLOURED) return undefined;
  const pixels = new Uint8Array(colour.length);
  for (let i = 0; i < pixels.length; i++) if ((colour[i] ?? 0) > COLOURED) pixels[i] = 1;
  return { pixels, width, height };
};

/** Where ink that is not coloured lies. */
export const maskDark = ({ width, height, colour, dark }: InkMaps): Mask => {
  const pixels = new Uint8Array(dark.length);
  for (let i = 0; i < pixels.length; i++) if ((dark[i] ?? 0) > DARKER && (colour[i] ?? 0) <= COLOURED) pixels[i] = 1;
  return { pixels, width, height };
};
