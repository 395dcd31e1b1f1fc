import type { RecognizedDocument, RepairedDocument } from '../schemas/stages.js';

/**
 * What recognition once handed on, from what was stored of it: the raw layer is never overwritten, so that repair and
 * everything behind it can run again without the file or its images.
 */
export const recallRecognized = ({ file, rawText, pages, signatures }: RepairedDocument): RecognizedDocument => ({
  file,
  ...(signatures === undefined ? {} : { signatures }),
  pages: pages.map(({ number, origin, reason, quality, rawSpan, words, confidence, imageSize, ink }) => ({
    number,
    text: rawText.slice(rawSpan.start, rawSpan.end),
    origin,
    reason,
    quality,
    words: words.map((word) => ({
      ...word,
      span: { start: word.span.start - rawSpan.start, end: word.span.end - rawSpan.start },
    })),
    confidence,
    imageSize,
    ...(ink === undefined ? {} : { ink }),
  })),
});
