import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

/*
 * The thread of a tesseract.js worker, with one thing changed: what it found is told by lines and words. The library tells of every
 * letter and what else it may be, in a text of a megabyte that is written, read and copied: 5 % of what a page costs.
 */

/** Levels of what Tesseract tells of, as its PageIteratorLevel counts them. */
const LINE = 2;
const WORD = 3;

type Pointer = number;

/** What is used of Tesseract's iterator over what it read; boxes and base lines go into four numbers at the pointers. */
interface ResultIterator {
  Begin(): void;
  Next(level: number): boolean;
  IsAtBeginningOf(level: number): boolean;
  GetUTF8Text(level: number): string;
  Confidence(level: number): number;
  BoundingBox(level: number, x0: Pointer, y0: Pointer, x1: Pointer, y1: Pointer): boolean;
  Baseline(level: number, x0: Pointer, y0: Pointer, x1: Pointer, y1: Pointer): boolean;
  RowAttributes(height: Pointer, descenders: Pointer, ascenders: Pointer): void;
}

interface TessApi {
  GetIterator(): ResultIterator;
  GetJSONText(): string;
}

/** What is used of the compiled engine. */
interface TessModule {
  readonly TessBaseAPI: { readonly prototype: TessApi };
  _malloc(bytes: number): Pointer;
  _free(at: Pointer): void;
  getValue(at: Pointer, type: 'i32' | 'float'): number;
  destroy(made: object): void;
}

type StartCore = (options: object) => Promise<TessModule>;

/** What is used of the library's own worker script. */
interface WorkerScript {
  dispatchHandlers(packet: unknown, answer: (message: unknown) => void): void;
  setAdapter(adapter: object): void;
}

/** Bytes of the four numbers that Tesseract writes for a box. */
const ROOM = 16;

/** Digits of a row's height in GetJSONText. */
const DIGITS = 8;

/** Lines and words as GetJSONText has them, all in one block, without letters, fonts and choices. */
const tellLines = (engine: TessModule, api: TessApi): string => {
  const at = engine._malloc(ROOM);
  const corners = [at, at + 4, at + 8, at + 12] as const;
  const readCorners = () => {
    const [x0, y0, x1, y1] = corners.map((corner) => engine.getValue(corner, 'i32'));
    return { x0, y0, x1, y1 };
  };
  const results = api.GetIterator();
  const boxOf = (level: number) => {
    results.BoundingBox(level, ...corners);
    return readCorners();
  };
  const openLine = () => {
    const bbox = boxOf(LINE);
    results.Baseline(LINE, ...corners);
    const baseline = readCorners();
    results.RowAttributes(at, at + 4, at + 8);
    const rowHeight = Number(engine.getValue(at, 'float').toPrecision(DIGITS));
    return { bbox, baseline, rowAttributes: { rowHeight }, words: [] as object[] };
  };
  const lines: ReturnType<typeof openLine>[] = [];
  let opensLine = true;
  results.Begin();
  do {
    opensLine ||= results.IsAtBeginningOf(LINE);
    const text = results.GetUTF8Text(WORD);
    // A rule or a picture is a word of a blank.
    if (text.trim() === '') continue;
    if (opensLine) lines.push(openLine());
    opensLine = false;
    // Whole numbers, as in GetJSONText: repair is calibrated on them.
    lines.at(-1)?.words.push({ text, confidence: Math.trunc(results.Confidence(WORD)), bbox: boxOf(WORD) });
  } while (results.Next(WORD));
  engine.destroy(results);
  engine._free(at);
  return JSON.stringify({ blocks: [{ paragraphs: [{ lines }] }] });
};

const main = (): void => {
  const require = createRequire(createRequire(import.meta.url).resolve('tesseract.js'));
  const script: WorkerScript = require('./worker-script/index.js');
  const loadCore: (...asked: unknown[]) => Promise<StartCore> = require('./worker-script/node/getCore.js');
  const getCore = async (...asked: unknown[]): Promise<StartCore> => {
    const start = await loadCore(...asked);
    return async (options) => {
      const engine = await start(options);
      engine.TessBaseAPI.prototype.GetJSONText = function () {
        return tellLines(engine, this);
      };
      return engine;
    };
  };
  const gunzip: unknown = require('./worker-script/node/gunzip.js');
  // No fetch: the data lies on the disk, and nothing here reaches a network.
  script.setAdapter({ getCore, gunzip, ...require('./worker-script/node/cache.js') });
  parentPort?.on('message', (packet) => script.dispatchHandlers(packet, (message) => parentPort?.postMessage(message)));
};

main();
