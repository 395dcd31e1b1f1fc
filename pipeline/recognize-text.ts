import { toNfc } from '../language/writing/unicode.js';
import type { RecognizedDocument } from '../schemas/stages.js';
import { hashBytes } from './intake/stage.js';
import { splitPages } from './paginate/split-pages.js';
import { judgeText } from './quality/judge-text.js';

/** A typed text as recognition would hand it on: NFC, pages parted by form feeds. `recognizeText('Kết luận', 'text')`. */
export const recognizeText = (text: string, path: string): RecognizedDocument => {
  const nfc = toNfc(text);
  const bytes = Buffer.from(nfc, 'utf8');
  return {
    file: { path, sha256: hashBytes(bytes), byteLength: bytes.length, mediaType: 'text/plain' },
    pages: splitPages(nfc).map((page, index) => ({
      number: index + 1,
      text: page,
      origin: 'plain',
      reason: 'plain-utf-8',
      quality: judgeText(page).quality,
      words: [],
      confidence: null,
      imageSize: null,
    })),
  };
};
