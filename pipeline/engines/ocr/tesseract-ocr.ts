import type { InkBlock } from '../../../schemas/ink-block.js';
import type { Box } from '../../../schemas/span.js';
import type { OcrEngine, OcrPage, PageZone } from '../../base/contract.js';
import type { GrayRaster } from '../../layout/skew.js';
import { findTables, type Table } from '../../layout/table-rules.js';
import { cutOut } from '../image/cut-out.js';
import { hasFramedHead, type InkLook, lookAtInk } from '../image/find-blocks.js';
import {
  type ColourPage,
  type ImageZone,
  openColourPage,
  type PreparedImage,
  prepareForOcr,
  turnColourPage,
} from '../image/image.js';
import { toPgm } from '../image/pgm.js';
import { accountInk, isOfStamp } from './account-ink.js';
import { type ReadZones, readHeaderGaps, toZones } from './header-gaps.js';
import { interrupted } from './ocr-errors.js';
import { collectLines, layoutWithStamps, mergeRegion, type OcrLine, overlapOf } from './ocr-words.js';
import { gatherInk, type PageInk } from './page-ink.js';
import type { PageReader } from './page-reader.js';
import { readBlocks } from './read-blocks.js';
import { findRegions, type Region } from './second-look.js';
import { setApart } from './set-apart.js';
import { findStampBoxes, readArrivalStamp, whitenStamp } from './stamp-lines.js';
import { createTesseractReader, type TesseractOptions } from './tesseract-reader.js';

/** Upright print is read with more confidence than this; a page on its side or head stays at .32 to .40. */
const UPRIGHT = 0.6;
/** Quarter turns to try, clockwise. */
const TURNS = [90, 270, 180] as const;
/** Ink that lies in a gap which a hand filled by more than this share is no print. */
const OF_PEN = 0.6;
/** Fewer words than this tell nothing about the orientation. */
const FEW_WORDS = 4;
/** The stamps of a page as it stands upright, and the way back to the image that came in. */
interface TurnedLook {
  readonly look: InkLook;
  readonly toSource: (box: Box) => Box;
}

/** Looks for stamps once: for arrival stamps before the page is read, for all others after. */
const lookAtTurned = async (colour: ColourPage, turn: number): Promise<TurnedLook> => {
  const { raster, toSource } = await turnColourPage(colour, turn);
  return { look: lookAtInk(raster), toSource };
};

/** A page as it was first read. */
interface Turned {
  readonly page: OcrPage;
  readonly prepared: PreparedImage;
  /** The ink of the page without its arrival stamps; undefined where no zone of it was looked at. */
  readonly ink: PageInk;
  readonly zones: ReadZones | undefined;
  /** Undefined where a part of the page alone was read. */
  readonly seen: TurnedLook | undefined;
  readonly lines: readonly OcrLine[];
  readonly stamps: Unstamped['stamps'];
  readonly tables: readonly Table[];
}

/** A page without its arrival stamps, and what these say. */
interface Unstamped extends Pick<PreparedImage, 'raster' | 'bytes'> {
  readonly stamps: readonly (readonly OcrLine[])[];
  /** Where print was lost under them, in pixels of the image that came in. */
  readonly crossed: readonly Box[];
}

class TesseractOcr implements OcrEngine {
  readonly id: string;
  readonly #pool: PageReader;

  constructor(id: string, pool: PageReader) {
    this.id = id;
    this.#pool = pool;
  }

  async read(image: Uint8Array, signal: AbortSignal, zone: PageZone = 'page'): Promise<OcrPage> {
    if (zone === 'blocks') return this.#readBlocksAlone(image, signal);
    const upright = await this.#readTurned(image, signal, zone, 0);
    if (zone === 'header') return upright.page;
    const turn = isDoubtful(upright.page) ? await this.#findTurn(image, signal) : undefined;
    const turned = turn === undefined ? upright : await this.#readTurned(image, signal, 'page', turn);
    const { blocks } = await this.#readBlocks(turned.seen, signal);
    return { ...(await this.#account(turned, blocks ?? [], signal)), ...(blocks === undefined ? {} : { blocks }) };
  }

  /** Reads what is left of a page's print, and says what stays unread. */
  async #account(turned: Turned, blocks: readonly InkBlock[], signal: AbortSignal): Promise<OcrPage> {
    const { page, prepared, lines, stamps, tables, zones } = turned;
    const { toSource } = prepared;
    const pens = (zones?.gaps ?? []).filter((gap) => gap.ink === 'pen').map(({ box }) => box);
    const { lines: all, ink } = await accountInk(
      turned.ink,
      lines,
      (row, box) => this.#readRow(row, box, signal),
      (box) => isOfStamp(toSource(box), blocks) || pens.some((pen) => overlapOf(pen, box) > OF_PEN),
    );
    const { lines: own, above, below } = setApart(all, blocks, toSource);
    return {
      ...page,
      ...(own === lines ? {} : layoutWithStamps(own, [...stamps, ...below], tables, toSource, above)),
      ...(ink === undefined
        ? {}
        : { ink: { ...ink, unread: ink.unread.map(({ box, share }) => ({ box: toSource(box), share })) } }),
    };
  }

  async #readRow(row: GrayRaster, { left, top }: Box, signal: AbortSignal): Promise<OcrLine[]> {
    const whole = { left: 0, top: 0, right: row.width, bottom: row.height };
    const { bytes, margin } = await cutOut(row, whole, false);
    return collectLines(await this.#pool.recognize(bytes, pixelsOf(row), signal, 'line'), left - margin, top - margin);
  }

  /** Reads arrival stamps by themselves, and takes those of black ink out of the page, whose lines they cross. */
  async #takeStamps(prepared: PreparedImage, look: InkLook, signal: AbortSignal): Promise<Unstamped> {
    const stamps: (readonly OcrLine[])[] = [];
    const crossed: Box[] = [];
    let { raster } = prepared;
    const { stampInk } = prepared;
    const coloured = stampInk === undefined ? [] : findStampBoxes(stampInk);
    // What is left of a coloured frame on the page is none of black ink.
    const framed = hasFramedHead(look) ? findStampBoxes(raster) : [];
    const black = framed.filter((box) => coloured.every((other) => overlapOf(box, other) === 0));
    for (const box of coloured) {
      const stamp = readArrivalStamp(await this.#readRegion(stampInk ?? raster, { box, hasSeal: false }, signal));
      if (stamp !== undefined) stamps.push(stamp.lines);
    }
    for (const box of black) {
      const stamp = readArrivalStamp(await this.#readRegion(raster, { box, hasSeal: false }, signal));
      if (stamp === undefined) continue;
      stamps.push(stamp.lines);
      raster = whitenStamp(raster, box);
      if (stamp.isCrossed) crossed.push(prepared.toSource(box));
    }
    return { stamps, crossed, raster, bytes: raster === prepared.raster ? prepared.bytes : toPgm(raster) };
  }

  async #readBlocksAlone(image: Uint8Array, signal: AbortSignal): Promise<OcrPage> {
    if (signal.aborted) throw interrupted(signal);
    const colour = await openColourPage(image);
    const [width, height] = [colour.width, colour.height].map((side) => Math.round(side / colour.scale));
    const blocks = await this.#readBlocks(await lookAtTurned(colour, 0), signal);
    return { text: '', words: [], confidence: null, width: width ?? 0, height: height ?? 0, ...blocks };
  }

  async #readBlocks(seen: TurnedLook | undefined, signal: AbortSignal): Promise<Pick<OcrPage, 'blocks'>> {
    if (seen === undefined) return {};
    const blocks = await readBlocks(seen.look, seen.toSource, this.#pool, signal);
    return blocks.length === 0 ? {} : { blocks };
  }

  /**
   * Reads the middle third of the image in each direction and takes the best: enough to tell, at a third of the cost.
   * The first good one will not do, for print on its head may pass as well.
   */
  async #findTurn(image: Uint8Array, signal: AbortSignal): Promise<number | undefined> {
    let best: number | undefined;
    let highest = UPRIGHT;
    for (const turn of TURNS) {
      const { confidence, words } = (await this.#readTurned(image, signal, 'middle', turn)).page;
      if (confidence === null || confidence <= highest || words.length < FEW_WORDS) continue;
      highest = confidence;
      best = turn;
    }
    return best;
  }

  async #readTurned(image: Uint8Array, signal: AbortSignal, zone: ImageZone, turn: number): Promise<Turned> {
    if (signal.aborted) throw interrupted(signal);
    const prepared = await prepareForOcr(image, zone, turn);
    const seen = zone === 'page' ? await lookAtTurned(prepared.colour, turn) : undefined;
    const { raster, bytes, stamps, crossed } =
      seen === undefined
        ? { ...prepared, stamps: [], crossed: [] }
        : await this.#takeStamps(prepared, seen.look, signal);
    const read = await this.#pool.recognize(bytes, pixelsOf(raster), signal);
    const tables = zone === 'page' ? findTables(raster) : [];
    let lines: readonly OcrLine[] = collectLines(read);
    if (zone === 'page') {
      // In one batch: an engine that must start for each reading starts once.
      const regions = findRegions(lines, tables, raster);
      const again = await Promise.all(regions.map((region) => this.#readRegion(raster, region, signal)));
      for (const [i, region] of regions.entries()) lines = mergeRegion(lines, region.box, again[i] ?? []);
    }
    const { toSource, width, height } = prepared;
    const ink = gatherInk(raster);
    const header = zone === 'middle' ? undefined : readHeaderGaps(ink, lines);
    const rest = header?.lines ?? lines;
    const text = layoutWithStamps(rest, stamps, tables, toSource);
    const page = {
      ...text,
      width,
      height,
      ...(crossed.length === 0 ? {} : { crossed }),
      ...(header === undefined ? {} : { zones: toZones(header.zones, toSource) }),
    };
    return { page, prepared, seen, ink, zones: header?.zones, lines: rest, stamps, tables };
  }

  async #readRegion(raster: GrayRaster, { box, hasSeal }: Region, signal: AbortSignal): Promise<OcrLine[]> {
    const { bytes, margin } = await cutOut(raster, box, hasSeal);
    const pixels = (box.right - box.left) * (box.bottom - box.top);
    return collectLines(
      await this.#pool.recognize(bytes, pixels, signal, 'block'),
      box.left - margin,
      box.top - margin,
    );
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

const pixelsOf = ({ width, height }: { readonly width: number; readonly height: number }): number => width * height;

/** A word of three letters or more is wider than tall, unless the page lies on its side. */
const liesOnSide = (words: OcrPage['words']): boolean => {
  const long = words.filter(({ text }) => text.length >= 3);
  const tall = long.filter(({ box }) => box.bottom - box.top > box.right - box.left);
  return tall.length > long.length / 2;
};

/** Tesseract reads a sideways page badly, or, when it has few lines, well but word by word in a wrong order. */
const isDoubtful = ({ confidence, words }: OcrPage): boolean =>
  confidence !== null && words.length >= FEW_WORDS && (confidence < UPRIGHT || liesOnSide(words));

/**
 * Reads page images with tesseract.js and the Vietnamese data on disk. Throws `ocr-language-missing` when there is
 * none. Workers start at the first page; close() ends them.
 * `const ocr = createTesseractOcr({ workers: 2 }); await ocr.read(png, signal)`.
 */
export const createTesseractOcr = (options: TesseractOptions = {}): OcrEngine => {
  const { id, reader } = createTesseractReader(options);
  return createOcrOver(id, reader);
};

/** An engine that prepares and lays out pages here and has them recognised by `reader`, which may be another process. */
export const createOcrOver = (id: string, reader: PageReader): OcrEngine => new TesseractOcr(id, reader);
