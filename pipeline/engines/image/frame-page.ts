import sharp from 'sharp';
import { openUpright, readImageSize, unreadable } from './image.js';

/** A frame to draw: shares of the page from its top left corner, and what it stands for. — khung */
export interface PageFrame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly kind: FrameKind;
}

/** sentence: the item; deadline: its day; body: who; doubt: a word read with doubt. */
export type FrameKind = 'sentence' | 'deadline' | 'body' | 'doubt';

/** How the picture is to be: no wider than `width` pixels, never enlarged. */
export interface PageLook {
  readonly width: number;
  readonly format: 'png' | 'webp';
  readonly frames: readonly PageFrame[];
}

/** A picture for people. */
export interface PagePicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly mediaType: 'image/png' | 'image/webp';
}

/** Stroke and fill: the sentence stands out, what is inside it stays readable. */
const PAINTS: Readonly<Record<FrameKind, { readonly stroke: string; readonly fill: string }>> = {
  sentence: { stroke: '#1f4e8c', fill: '#1f4e8c1a' },
  deadline: { stroke: '#c25e00', fill: '#ffb3474d' },
  body: { stroke: '#2e7d32', fill: '#66bb6a40' },
  doubt: { stroke: '#c62828', fill: '#ef535040' },
};

/** The sentence lies lowest. */
const ORDER: readonly FrameKind[] = ['sentence', 'body', 'deadline', 'doubt'];

/** Pixels between print and frame, for each thousand that the page is wide. */
const AIR = 3;

const drawFrame = ({ left, top, right, bottom, kind }: PageFrame, width: number, height: number): string => {
  const air = (AIR * width) / 1000;
  const { stroke, fill } = PAINTS[kind];
  const x = left * width - air;
  const y = top * height - air;
  const [w, h] = [(right - left) * width + 2 * air, (bottom - top) * height + 2 * air];
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" fill="${fill}" stroke="${stroke}" stroke-width="${Math.max(1, width / 700).toFixed(1)}"/>`;
};

const drawFrames = (frames: readonly PageFrame[], width: number, height: number): Buffer => {
  const sorted = [...frames].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const drawn = sorted.map((frame) => drawFrame(frame, width, height)).join('');
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn}</svg>`);
};

/**
 * A page for people to look at: upright, in colour, no wider than asked for, with its frames. Rejects with `image-too-large` or
 * `file-broken`. `await framePage(bytes, { width: 1200, format: 'webp', frames: [] })`
 */
export const framePage = async (bytes: Uint8Array, { width, format, frames }: PageLook): Promise<PagePicture> => {
  const size = await readImageSize(bytes);
  try {
    const raw = await openUpright(bytes)
      .resize({ width: Math.min(width, size.width), withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width: wide, height: high, channels } = raw.info;
    let page = sharp(raw.data, { raw: { width: wide, height: high, channels } });
    if (frames.length > 0) page = page.composite([{ input: drawFrames(frames, wide, high) }]);
    const coded = format === 'png' ? page.png({ compressionLevel: 6 }) : page.webp({ quality: 82, effort: 2 });
    return { bytes: await coded.toBuffer(), width: wide, height: high, mediaType: `image/${format}` };
  } catch (error) {
    throw unreadable(error);
  }
};
