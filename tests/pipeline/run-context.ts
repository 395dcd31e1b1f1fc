import type { OcrEngine, OcrPage, RunContext } from '../../pipeline/base/contract.js';

export const emptyOcrPage: OcrPage = { text: '', words: [], confidence: null, width: 10, height: 10 };

/** A context whose engine answers as told. */
export const makeContext = (
  read: OcrEngine['read'] = async () => emptyOcrPage,
  signal: AbortSignal = new AbortController().signal,
): RunContext => ({
  ocr: { id: 'fake', read, close: async () => undefined },
  signal,
});
