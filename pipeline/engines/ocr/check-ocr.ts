import { fold } from '../../../language/writing/unicode.js';
import type { Bilingual } from '../../../schemas/note.js';
import { PipelineError } from '../../base/errors.js';
import { createTesseractOcr } from './tesseract-ocr.js';
import type { TesseractOptions } from './tesseract-reader.js';

/** A picture of the words "Kết luận số 15" in DejaVu Serif, so that the check needs no font and no file. PNG. */
export const SAMPLE_IMAGE: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAaQAAABGAQMAAAC5eXJLAAAABlBMVEX///8AAABVwtN+AAAACXBIWXMAAAsSAAALEgHS3X78AAABuUlEQVRIx+3UzWobMRAA4BGCVQ9mN0cflqiPkN4UMPGrGPICOvpgahX6YPKleY2BHHLpQbfuwUQZ/ZW6tnabHEoCO2Awsj40Gs0YYI455ni30Z+tMDutlufKTKubshfLCv+HDDdlrysrYhyscW/6oI5B/T70R7ga866u4A6yasoFOaXKR5QABff0iXVcfMqrDR3ajSoNB6P+qv6CDr219UIKCHVTF97sy5iKP11SbEzFl3m1agB2zCP0kiNH8UgJr2MNR9UCmDfeRiWP4onK5lEOUX2vqiXwbzZkyGGzbOHnlraj6tMr13pYaCpIUVcNOEWdu9FtVFh9L4QWMCt6B9eT+qxFute2ptypwj7MlhNpxFRNDaRcVsxHhYBZrWpqBdIX1SU1kDJR9TV1/YfqY4awN5Oqg+vUG6RUUtJOKmHOFMdJxW1bFG6TAleqUVUMWzrkVOlUeV5X4IoyWTHQOqvqe0HYqjZRqS4qo1NHcVNXq9C9QR1wJZPK3cutrv5HyYM3EsGz55389TDsaXJsmBR5DGNXU539Cp0BD9udeHgavMlTuT7Sl3cX9i2I4f9Tb8twjjnm+IDxAo/ptMgoFMd1AAAAAElFTkSuQmCC',
  'base64',
);

const report = (ok: boolean, vi: string, en: string) => ({ ok, detail: { vi, en } });

/**
 * Tries the whole way from image to text once, for `ketluan doctor`: language data, worker, recognition. Never throws.
 * `await checkOcr()` gives `{ ok: true, detail: { vi: 'Nhận dạng tiếng Việt chạy tốt (…).', … } }`.
 */
export const checkOcr = async (
  options: TesseractOptions = {},
): Promise<{ readonly ok: boolean; readonly detail: Bilingual }> => {
  try {
    const ocr = createTesseractOcr(options);
    try {
      const { text } = await ocr.read(SAMPLE_IMAGE, new AbortController().signal);
      if (fold(text).includes('ket luan so 15'))
        return report(true, `Nhận dạng tiếng Việt chạy tốt (${ocr.id}).`, `Vietnamese OCR works (${ocr.id}).`);
      return report(
        false,
        'Nhận dạng chạy nhưng đọc sai dòng mẫu: dữ liệu tiếng Việt có thể bị hỏng; cài lại bằng "npm ci".',
        'OCR runs but misreads its sample line: the Vietnamese data may be damaged; install again with "npm ci".',
      );
    } finally {
      await ocr.close();
    }
  } catch (error) {
    if (error instanceof PipelineError)
      return report(false, `${error.text.vi} ${error.hint.vi}`, `${error.text.en} ${error.hint.en}`);
    return report(false, 'Bộ nhận dạng chữ không chạy được.', 'The OCR engine does not run.');
  }
};
