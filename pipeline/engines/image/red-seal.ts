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

/**
 * A gray page in which red ink below the header is as light as its red: the seal over "CHÁNH VĂN PHÒNG" and half of the
 * signer's name vanishes, the black print under it stays. The header keeps its red, for the stamps MẬT and HOẢ TỐC are.
 */
export const toGrayWithoutSeals = ({ pixels, width, height, channels }: ColourRaster): Uint8Array => {
  const gray = new Uint8Array(width * height);
  const headerEnd = Math.round(height * HEADER_SHARE) * width;
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
  return gray;
};
