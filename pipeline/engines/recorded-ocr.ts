import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { Confidence } from '../../schemas/span.js';
import { Word } from '../../schemas/stages.js';
import type { OcrEngine, OcrPage } from '../contract.js';
import { PipelineError } from '../errors.js';

const RecordedPage = z.object({
  text: z.string(),
  words: z.array(Word),
  confidence: Confidence,
  width: z.number(),
  height: z.number(),
});

/** A file of recorded OCR: which engine read, and what it read in which image. */
const Recording = z.object({ engine: z.string(), pages: z.record(z.string(), RecordedPage) });
type Recording = z.infer<typeof Recording>;

/** Key of a reading: SHA-256 of the image bytes and the zone. */
const keyOf = (image: Uint8Array, zone: 'page' | 'header'): string =>
  `${createHash('sha256').update(image).digest('hex')}${zone === 'header' ? ':header' : ''}`;

const unknownImage = (path: string, key: string, engine: string): PipelineError =>
  new PipelineError(
    'ocr-failed',
    {
      vi: `Bản ghi ${path} (${engine}) không có ảnh ${key.slice(0, 12)}…: ảnh đã đổi sau khi ghi.`,
      en: `The recording ${path} (${engine}) does not hold image ${key.slice(0, 12)}…: the image changed since.`,
    },
    { vi: 'Ghi lại bản ghi OCR.', en: 'Record the OCR again.' },
  );

const isPacked = (path: string): boolean => path.endsWith('.gz');

const readRecording = async (path: string): Promise<Recording> => {
  const bytes = await readFile(path);
  return Recording.parse(JSON.parse((isPacked(path) ? gunzipSync(bytes) : bytes).toString('utf8')));
};

/**
 * Plays back OCR from a file that recordOcr wrote; its id is that of the engine that read. An image that is not in the
 * recording is an error, never an empty page.
 */
export const openRecordedOcr = async (path: string): Promise<OcrEngine> => {
  const recording = await readRecording(path);
  return {
    id: recording.engine,
    read: async (image, signal, zone = 'page') => {
      signal.throwIfAborted();
      const key = keyOf(image, zone);
      const page = recording.pages[key];
      if (page === undefined) throw unknownImage(path, key, recording.engine);
      return page;
    },
    close: async () => undefined,
  };
};

/**
 * Wraps an engine so that everything it reads is written to `path` on close, keys sorted so that a new recording can be
 * compared line by line; packed where the name ends in `.gz`. `const ocr = recordOcr(createTesseractOcr(), 'tests/recorded/ocr.json')`.
 */
export const recordOcr = (engine: OcrEngine, path: string): OcrEngine => {
  const pages = new Map<string, OcrPage>();
  return {
    id: engine.id,
    read: async (image, signal, zone = 'page') => {
      const page = await engine.read(image, signal, zone);
      pages.set(keyOf(image, zone), page);
      return page;
    },
    close: async () => {
      await engine.close();
      const sorted = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
      const lines = sorted.map(([key, page]) => `${JSON.stringify(key)}: ${JSON.stringify(page)}`);
      const text = `{"engine": ${JSON.stringify(engine.id)}, "pages": {\n${lines.join(',\n')}\n}}\n`;
      await writeFile(path, isPacked(path) ? gzipSync(text, { level: 9 }) : text);
    },
  };
};
