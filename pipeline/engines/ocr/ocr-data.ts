import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PipelineError } from '../../base/errors.js';

/** The language file as tesseract.js is to find it. */
export interface LanguageData {
  readonly folder: string;
  readonly gzip: boolean;
  /** Goes into the engine's id: other data may read other text. */
  readonly label: string;
}

const LANGUAGE = 'vie';
/** A language file without the bytes that only the legacy engine needs: tessdata_fast and best_int stay below this. */
const LARGEST_LSTM = 4_000_000;
/** A language file begins with the count of its parts; there are about twenty kinds of them. */
const FEWEST_PARTS = 17;
const MOST_PARTS = 64;
/** Place of the neural network among the parts. */
const LSTM_PART = 17;

/**
 * True when the table at the head of a language file points at parts inside it, the neural network among them. A file
 * that is cut off or damaged would end the whole process inside tesseract.js, past any catch of ours.
 */
const isWhole = (bytes: Buffer): boolean => {
  if (bytes.length < 4) return false;
  const parts = bytes.readInt32LE(0);
  if (parts < FEWEST_PARTS || parts > MOST_PARTS || bytes.length < 4 + 8 * parts) return false;
  const offsets = Array.from({ length: parts }, (_, i) => Number(bytes.readBigInt64LE(4 + 8 * i)));
  const isInside = offsets.every((offset) => offset === -1 || (offset >= 4 + 8 * parts && offset < bytes.length));
  return isInside && (offsets[LSTM_PART] ?? -1) !== -1;
};

const readIfWhole = (path: string, gzip: boolean): Buffer | undefined => {
  if (!existsSync(path)) return undefined;
  try {
    const bytes = readFileSync(path);
    const data = gzip ? gunzipSync(bytes) : bytes;
    return isWhole(data) ? data : undefined;
  } catch {
    // Unreadable or damaged is the same as absent: the caller says what to do about it.
    return undefined;
  }
};

const findIn = (folder: string, gzip: boolean, label: string): LanguageData | undefined => {
  const data = readIfWhole(join(folder, `${LANGUAGE}.traineddata${gzip ? '.gz' : ''}`), gzip);
  return data !== undefined && data.length <= LARGEST_LSTM ? { folder, gzip, label } : undefined;
};

const locatePackage = (): string | undefined => {
  try {
    return dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
  } catch {
    return undefined;
  }
};

/** What to tell a person whose installation lacks the Vietnamese data. */
export const missingLanguage = (): PipelineError =>
  new PipelineError(
    'ocr-language-missing',
    {
      vi: 'Thiếu dữ liệu nhận dạng tiếng Việt: cần tệp vie.traineddata trong gói @tesseract.js-data/vie, nhưng không có hoặc bị hỏng.',
      en: 'The Vietnamese OCR data is missing: expected vie.traineddata in the package @tesseract.js-data/vie, but it is absent or damaged.',
    },
    {
      vi: 'Cài lại bằng "npm ci", hoặc đặt TESSDATA_PREFIX tới thư mục có vie.traineddata.',
      en: 'Install again with "npm ci", or set TESSDATA_PREFIX to a folder that holds vie.traineddata.',
    },
  );

/**
 * Finds the Vietnamese data: `vie.traineddata` under `prefix` (TESSDATA_PREFIX, read by the command line) when it is
 * there and whole, else that of the package. Throws `ocr-language-missing` at once: tesseract.js itself would hang.
 */
export const findLanguageData = (
  prefix: string | undefined,
  packageFolder: string | undefined = locatePackage(),
): LanguageData => {
  const inPrefix =
    prefix === undefined || prefix === ''
      ? undefined
      : (findIn(prefix, false, 'tessdata') ?? findIn(join(prefix, 'tessdata'), false, 'tessdata'));
  const found =
    inPrefix ??
    (packageFolder === undefined ? undefined : findIn(join(packageFolder, '4.0.0_best_int'), true, 'best_int'));
  if (found === undefined) throw missingLanguage();
  return found;
};
