import type { BlockReading, InkBlock } from '../../../schemas/ink-block.js';
import type { Box } from '../../../schemas/span.js';
import { type CutBlock, cutBlock, type Look } from '../image/cut-block.js';
import type { InkLook, InkPatch } from '../image/find-blocks.js';
import type { InkMaps } from '../image/ink-maps.js';
import { collectLines, type OcrLine } from './ocr-words.js';
import type { PageReader } from './page-reader.js';

/** A reading with a word this sure needs no other; letters on their head may pass for others with less (MẬT for "LVW", .82). */
const SURE = 0.9;
/** Shorter than this for its height, a block may stand upright as well. */
const SQUARE = 1.6;
/** A page with many blocks is a drawing: each is then looked at less often. */
const LOOKS_AT_MOST = 40;
/** The letters of a seal go round: no look will read them. */
const LOOKS_AT_SEAL = 2;

/** The ways to look at a block, the likeliest first. */
const listLooks = ({ rectangle, isColoured, shape }: InkPatch): readonly Look[] => {
  const isUpright = Math.abs(rectangle.degrees) > 45;
  const level = [0, 180] as const;
  const across = [90, 270] as const;
  const mayStand = shape === 'ring' || rectangle.length < SQUARE * rectangle.breadth;
  const turns = mayStand ? (isUpright ? [...across, ...level] : [...level, ...across]) : level;
  const inks = isColoured ? (['colour', 'dark'] as const) : (['dark', 'pale'] as const);
  return turns.flatMap((turn) => inks.map((ink): Look => ({ ink, turn })));
};

const toReading = (lines: readonly OcrLine[]): BlockReading => {
  const words = lines.flatMap((line) => line.words);
  const sure = words.filter(({ text }) => (text.match(/\p{L}/gu) ?? []).length >= 3);
  return {
    text: lines.map((line) => line.words.map(({ text }) => text).join(' ')).join('\n'),
    confidence: Math.max(0, ...sure.map(({ confidence }) => confidence)),
  };
};

const readPatch = async (
  maps: InkMaps,
  patch: InkPatch,
  reader: PageReader,
  signal: AbortSignal,
  most: number,
): Promise<readonly BlockReading[]> => {
  const readings: BlockReading[] = [];
  const cuts: CutBlock[] = [];
  for (const look of listLooks(patch)) {
    const cut = await cutBlock(maps, patch, look);
    if (cut !== undefined) cuts.push(cut);
  }
  const first = cuts.map((cut) => ({ cut, layout: cut.lines === 1 ? 'line' : 'block' }) as const);
  const second = cuts.map((cut) => ({ cut, layout: cut.lines === 1 ? 'block' : 'line' }) as const);
  for (const { cut, layout } of [...first, ...second].slice(0, most)) {
    const reading = toReading(collectLines(await reader.recognize(cut.bytes, cut.pixels, signal, layout)));
    const isNew = readings.every(({ text }) => text !== reading.text);
    if (isNew && reading.text !== '') readings.push(reading);
    if (reading.confidence >= SURE) break;
  }
  return readings;
};

/**
 * Reads each stamp of an upright page by itself: straightened, its inks apart, in every direction in which it may stand. `toSource` leads a box back to the image that came in.
 */
export const readBlocks = async (
  { maps, patches }: InkLook,
  toSource: (box: Box) => Box,
  reader: PageReader,
  signal: AbortSignal,
): Promise<readonly InkBlock[]> => {
  const most = Math.max(2, Math.floor(LOOKS_AT_MOST / Math.max(1, patches.length)));
  return Promise.all(
    patches.map(async (patch): Promise<InkBlock> => {
      const { box, shape, place, isColoured } = patch;
      const readings = await readPatch(maps, patch, reader, signal, shape === 'seal' ? LOOKS_AT_SEAL : most);
      return { box: toSource(box), shape, place, isColoured, readings };
    }),
  );
};
