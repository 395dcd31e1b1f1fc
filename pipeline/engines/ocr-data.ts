import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PipelineError } from '../errors.js';

/** The language file as tesseract.js is to find it. */
export interface LanguageData {
  readonly folder: string;
  readonly gzip: boolean;
  /** Goes into the engine's id: other data may read other text. */
  readonly label: string;
}

const LANGUAGE = 'vie';
/** A whole language file is never smaller; a pointer or a cut-off download is. */
const SMALLEST = 100_000;

/** True when a folder holds a language file that tesseract.js can load. A bad one would make it wait for ever. */
const isUsable = (path: string): boolean => {
  if (!existsSync(path)) return false;
  const bytes = readFileSync(path);
  return bytes.length >= SMALLEST;
};

/** A language file without the bytes that only the legacy engine needs: tessdata_fast and best_int stay below this. */
const LARGEST_LSTM = 4_000_000;

const inTessdata = (prefix: string): LanguageData | undefined => {
  for (const folder of [prefix, join(prefix, 'tessdata')]) {
    const path = join(folder, `${LANGUAGE}.traineddata`);
    if (isUsable(path) && readFileSync(path).length <= LARGEST_LSTM) return { folder, gzip: false, label: 'tessdata' };
  }
  return undefined;
};

const inPackage = (): LanguageData | undefined => {
  try {
    const root = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
    const folder = join(root, '4.0.0_best_int');
    return isUsable(join(folder, `${LANGUAGE}.traineddata.gz`)) ? { folder, gzip: true, label: 'best_int' } : undefined;
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
 * there, else that of the package. Throws `ocr-language-missing` at once: tesseract.js itself would hang.
 */
export const findLanguageData = (prefix: string | undefined): LanguageData => {
  const found = (prefix === undefined || prefix === '' ? undefined : inTessdata(prefix)) ?? inPackage();
  if (found === undefined) throw missingLanguage();
  return found;
};
