import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkOcr } from '../pipeline/engines/ocr/check-ocr.js';
import { findNativeTesseract } from '../pipeline/engines/ocr/native-tesseract.js';
import { findOffice } from '../pipeline/engines/word/office.js';
import { repairText } from '../pipeline/library.js';
import { attempt, type Check, checkWriting, same } from './check.js';
import { checkDatabase } from './check-database.js';
import { openDatabase } from './store/open-database.js';

const checkNode = (version: string): Check => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 16);
  return {
    name: same('Node.js'),
    ok,
    detail: ok
      ? same(version)
      : {
          vi: `cần 20.16 trở lên, đang là ${version}: cài bản Node mới hơn`,
          en: `expected 20.16 or later, got ${version}: install a newer Node`,
        },
  };
};

const checkSqlite = (): Promise<Check> =>
  attempt({ vi: 'SQLite và tìm toàn văn', en: 'SQLite and full-text search' }, () => {
    // Migrating an empty database exercises FTS5, triggers and views.
    const db = openDatabase(':memory:');
    const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
    db.close();
    return same(version);
  });

const checkModel = (): Promise<Check> =>
  attempt({ vi: 'Mô hình phục hồi dấu', en: 'Repair model' }, () => {
    const sample = 'Uy ban nhan dan tinh chi dao cac so, nganh thuc hien';
    const { text } = repairText(sample);
    return same(text);
  });

/** PDFs that embed no fonts are drawn with those that pdfjs brings along. */
const checkFonts = (): Check => {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');
  const ok = existsSync(folder);
  return {
    name: { vi: 'Phông chữ để vẽ trang PDF', en: 'Fonts for drawing PDF pages' },
    ok,
    detail: ok
      ? same(folder)
      : { vi: `thiếu ${folder}: cài lại gói`, en: `${folder} is missing: install the package again` },
  };
};

/** An installed Tesseract is an offer, not a need: absent is as well as present. */
const checkNativeEngine = (environment: Surroundings['environment']): Check => {
  const native = findNativeTesseract('tesseract', environment);
  return {
    name: { vi: 'Tesseract cài trên máy (không bắt buộc)', en: 'Installed Tesseract (optional)' },
    ok: true,
    detail:
      native === undefined
        ? { vi: 'không có bản 5 với dữ liệu vie; không cần', en: 'no version 5 with vie data; not needed' }
        : {
            vi: `${native.version}: dùng được với --engine native`,
            en: `${native.version}: --engine native can use it`,
          },
  };
};

/** An installed LibreOffice opens .doc, .rtf and .odt; .docx needs none. */
const checkOffice = (environment: Surroundings['environment']): Check => {
  const program = findOffice(environment);
  return {
    name: { vi: 'LibreOffice (không bắt buộc)', en: 'LibreOffice (optional)' },
    ok: true,
    detail:
      program === undefined
        ? {
            vi: 'không có: .docx vẫn đọc được; .doc có thể mất số thứ tự tự động; .rtf và .odt không đọc được',
            en: 'not there: .docx is read all the same; .doc may lose automatic numbers; .rtf and .odt are not read',
          }
        : { vi: `${program}: dùng để đọc .doc, .rtf, .odt`, en: `${program}: opens .doc, .rtf and .odt` },
  };
};

/** Where the program runs, as its caller knows it. */
export interface Surroundings {
  readonly database: string;
  readonly temporaryFolder: string;
  readonly nodeVersion: string;
  /** Of programs that it asks for their version. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder with another vie.traineddata. */
  readonly tessdataPrefix?: string;
}

/** Everything that ketluan needs, checked for real: OCR reads a page, SQLite builds a database, the model mends a line. */
export const checkSetup = async (surroundings: Surroundings): Promise<readonly Check[]> => {
  const { database, temporaryFolder, nodeVersion, tessdataPrefix, environment } = surroundings;
  const ocr = await checkOcr(tessdataPrefix === undefined ? {} : { tessdataPrefix });
  return [
    checkNode(nodeVersion),
    { name: { vi: 'Nhận dạng chữ tiếng Việt', en: 'Vietnamese OCR' }, ...ocr },
    checkNativeEngine(environment),
    checkOffice(environment),
    await checkModel(),
    await checkSqlite(),
    ...(await checkDatabase(database)),
    await checkWriting(temporaryFolder, { vi: 'Thư mục tạm', en: 'Temporary folder' }),
    checkFonts(),
  ];
};
