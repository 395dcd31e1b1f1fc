import type { InkBlock } from '../../../schemas/ink-block.js';
import type { Box } from '../../../schemas/span.js';
import { findComponents, type Mask, type Point } from '../../layout/components.js';
import { type FrameSizes, tellShape } from '../../layout/frame-shape.js';
import { findHiddenFrame } from '../../layout/hidden-frame.js';
import { findHull, findLeastRectangle, type Rectangle } from '../../layout/least-rectangle.js';
import { findTileRegions, gatherTiles, TILE, type TileRegion } from '../../layout/tiles.js';
import { type InkMaps, mapInks, maskColour, maskDark } from './ink-maps.js';
import { type ColourRaster, HEADER_SHARE } from './red-seal.js';

/** Ink that looks like a stamp: framed, or coloured. */
export interface InkPatch {
  readonly box: Box;
  readonly rectangle: Rectangle;
  readonly shape: InkBlock['shape'];
  readonly place: InkBlock['place'];
  readonly isColoured: boolean;
  /** True when its letters are paper in a block of ink. */
  readonly isSolid: boolean;
}

/** The foot of a page begins here. */
const FOOT_SHARE = 0.85;
/** Sizes in millimetres of a page 297 mm long. */
const PAGE_LENGTH = 297;
const FRAME: FrameSizes = { length: [11, 130], breadth: [4, 60] };
const PATCH: FrameSizes = { length: [8, 190], breadth: [3, 90] };
/** Between head and foot, below the end of a short page, a straight frame of the size of a stamp counts; a table is larger. */
const FRAME_IN_MIDDLE: FrameSizes = { length: [11, 75], breadth: [5, 32] };
/** Anything else must go across the page there: seals and signatures are smaller. */
const ACROSS = 60;
/** A ring wider than this is the seal of an office, whose letters go round. */
const SEAL = 27;
/** Larger than this in square millimetres, ink that hangs together is a drawing. */
const OVERPRINTED = 8000;
/** How far from its edge the line of a frame may run. */
const REACH = 1;
/** More ink than this in its rectangle: a block with letters of paper. */
const SOLID = 0.62;
/** A frame with less than this is empty; a patch with less is specks. */
const LEAST_INK = 0.04;
/** Coloured pixels of a square of ink: fringes of black print on a scan have fewer. */
const COLOUR_IN_TILE = 5;
/** More patches than this are a picture. */
const PATCHES_AT_MOST = 12;

interface Found {
  readonly box: Box;
  readonly pixels: number;
  readonly edge: readonly Point[];
}

const isWithin = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

const placeOf = ({ top, bottom }: Box, height: number): InkPatch['place'] => {
  const middle = (top + bottom) / 2;
  if (middle < HEADER_SHARE * height) return 'head';
  return middle > FOOT_SHARE * height ? 'foot' : 'middle';
};

const toPatch = (mask: Mask, { box, pixels, edge }: Found, isColoured: boolean): InkPatch | undefined => {
  const hull = findHull(edge);
  const rectangle = findLeastRectangle(hull);
  if (rectangle === undefined) return undefined;
  const millimetre = Math.max(mask.width, mask.height) / PAGE_LENGTH;
  const [length, breadth] = [rectangle.length / millimetre, rectangle.breadth / millimetre];
  const fill = pixels / (rectangle.length * rectangle.breadth);
  if (fill < LEAST_INK) return undefined;
  const isSolid = fill > SOLID;
  const outline = isSolid ? 'plain' : tellShape(mask, rectangle, hull, Math.max(2, REACH * millimetre));
  const shape = outline === 'ring' && breadth > SEAL ? 'seal' : outline;
  const sizes = shape === 'plain' ? PATCH : FRAME;
  if (!isWithin(length, sizes.length) || !isWithin(breadth, sizes.breadth)) return undefined;
  if (shape === 'plain' && !isColoured && !isSolid) return undefined;
  const place = placeOf(box, mask.height);
  const isStamp = isWithin(length, FRAME_IN_MIDDLE.length) && isWithin(breadth, FRAME_IN_MIDDLE.breadth);
  if (place === 'middle' && !(shape === 'frame' ? isStamp : isColoured && length >= ACROSS)) return undefined;
  return { box, rectangle, shape, place, isColoured, isSolid };
};

/** The ink of a region of squares. */
const gatherRegion = (mask: Mask, region: TileRegion): Found => {
  const box = {
    left: region.left * TILE,
    top: region.top * TILE,
    right: Math.min(mask.width, region.right * TILE),
    bottom: Math.min(mask.height, region.bottom * TILE),
  };
  const edge: Point[] = [];
  let pixels = 0;
  for (let y = box.top; y < box.bottom; y++) {
    let [first, last] = [-1, -1];
    for (let x = box.left; x < box.right; x++) {
      if (mask.pixels[y * mask.width + x] !== 1) continue;
      if (first < 0) first = x;
      last = x;
      pixels++;
    }
    if (first >= 0) edge.push({ x: first, y }, { x: last, y });
  }
  return { box, pixels, edge };
};

const covers = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

/** The outer line of a double frame stands for both. */
const outermost = (patches: readonly InkPatch[]): readonly InkPatch[] =>
  patches.filter(({ box }, i) => !patches.some((other, j) => i !== j && covers(other.box, box)));

/** Frames by what hangs together; ink that no frame holds by what lies near each other. */
const findColoured = (mask: Mask, least: number): InkPatch[] => {
  const isPatch = (patch: InkPatch | undefined): patch is InkPatch => patch !== undefined;
  const frames = findComponents(mask, least)
    .map((found) => toPatch(mask, found, true))
    .filter(isPatch)
    .filter(({ shape }) => shape !== 'plain');
  const rest = Uint8Array.from(mask.pixels);
  for (const { left, top, right, bottom } of frames.map(({ box }) => box))
    for (let y = top; y < bottom; y++) rest.fill(0, y * mask.width + left, y * mask.width + right);
  const left: Mask = { ...mask, pixels: rest };
  const tiles = gatherTiles(left, COLOUR_IN_TILE);
  const patches = findTileRegions(tiles).map((region) => toPatch(left, gatherRegion(left, region), true));
  return [...outermost(frames), ...patches.filter(isPatch)];
};

/** A frame that print runs over hangs together with it. */
const findOverprinted = (mask: Mask, { box }: Found): InkPatch | undefined => {
  const millimetre = Math.max(mask.width, mask.height) / PAGE_LENGTH;
  const scale = ([least, most]: readonly [number, number]) => [least * millimetre, most * millimetre] as const;
  const sizes = { length: scale(FRAME.length), breadth: scale(FRAME.breadth) };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width < sizes.length[0] || height < sizes.breadth[0] || width * height > OVERPRINTED * millimetre ** 2)
    return undefined;
  const place = placeOf(box, mask.height);
  if (place === 'middle') return undefined;
  const rectangle = findHiddenFrame(mask, box, sizes, Math.max(2, REACH * millimetre));
  if (rectangle === undefined) return undefined;
  return { box, rectangle, shape: 'frame', place, isColoured: false, isSolid: false };
};

/** Frames and solid blocks of black or gray ink. */
const findDark = (mask: Mask, least: number): readonly InkPatch[] =>
  outermost(
    findComponents(mask, least).flatMap((found) => toPatch(mask, found, false) ?? findOverprinted(mask, found) ?? []),
  );

/**
 * The stamps of an upright page: framed blocks of any ink and coloured ones without a frame, in its head and foot, and what
 * goes across its middle. A page with more of them than a clerk puts on one is a picture: the largest count.
 */
export const findInkPatches = (maps: InkMaps): readonly InkPatch[] => {
  const { width, height } = maps;
  const millimetre = Math.max(width, height) / PAGE_LENGTH;
  const least = PATCH.length[0] * millimetre;
  const colour = maskColour(maps);
  const coloured = colour === undefined ? [] : findColoured(colour, least);
  const patches = [...coloured, ...findDark(maskDark(maps), least)];
  return patches
    .sort((a, b) => b.rectangle.length * b.rectangle.breadth - a.rectangle.length * a.rectangle.breadth)
    .slice(0, PATCHES_AT_MOST);
};

/** A page in colour looked at once: its inks, and what of them looks like a stamp. */
export interface InkLook {
  readonly maps: InkMaps;
  readonly patches: readonly InkPatch[];
}

/** Maps the inks of an upright page and finds its stamps: see findInkPatches. */
export const lookAtInk = (raster: ColourRaster): InkLook => {
  const maps = mapInks(raster);
  return { maps, patches: findInkPatches(maps) };
};

/** True where an arrival stamp may stand: it is framed, and in the head. */
export const hasFramedHead = ({ patches }: Pick<InkLook, 'patches'>): boolean =>
  patches.some(({ shape, place }) => shape === 'frame' && place === 'head');
