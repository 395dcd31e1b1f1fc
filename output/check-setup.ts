import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { toPipelineError } from '../pipeline/base/errors.js';
import { checkOcr } from '../pipeline/engines/ocr/check-ocr.js';
import { repairText } from '../pipeline/library.js';
import type { Bilingual } from '../schemas/note.js';
import { openDatabase } from './store/open-database.js';

/** One thing that must work, what was found, and what to do when it does not. */
export interface Check {
  readonly name: Bilingual;
  readonly ok: boolean;
  readonly detail: Bilingual;
}

const same = (text: string): Bilingual => ({ vi: text, en: text });

/** Runs a check that throws a PipelineError when it fails. */
const attempt = async (name: Bilingual, work: () => Promise<Bilingual> | Bilingual): Promise<Check> => {
  try {
    return { name, ok: true, detail: await work() };
  } catch (error) {
    const { text, hint } = toPipelineError(error);
    return { name, ok: false, detail: { vi: `${text.vi} ${hint.vi}`, en: `${text.en} ${hint.en}` } };
  }
};

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

const checkDatabase = (path: string): Promise<Check> =>
  attempt({ vi: 'Cơ sở dữ liệu', en: 'Database' }, () => {
    if (!existsSync(path)) return { vi: `${path} chưa có, sẽ được tạo`, en: `${path} is not there yet, will be made` };
    openDatabase(path).close();
    return { vi: `${path} ghi được`, en: `${path} can be written` };
  });

const checkWriting = async (folder: string, name: Bilingual): Promise<Check> => {
  try {
    const probe = await mkdtemp(join(folder, 'ketluan-'));
    await writeFile(join(probe, 'probe'), 'x');
    await rm(probe, { recursive: true });
    return { name, ok: true, detail: same(folder) };
  } catch {
    return {
      name,
      ok: false,
      detail: {
        vi: `không ghi được vào ${folder}: cấp quyền ghi hoặc chọn nơi khác bằng --db`,
        en: `cannot write into ${folder}: grant write access or choose another place with --db`,
      },
    };
  }
};

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

/** Where the program runs, as its caller knows it. */
export interface Surroundings {
  readonly database: string;
  readonly temporaryFolder: string;
  readonly nodeVersion: string;
  /** Folder with another vie.traineddata. */
  readonly tessdataPrefix?: string;
}

/** Everything that ketluan needs, checked for real: OCR reads a page, SQLite builds a database, the model mends a line. */
export const checkSetup = async (surroundings: Surroundings): Promise<readonly Check[]> => {
  const { database, temporaryFolder, nodeVersion, tessdataPrefix } = surroundings;
  const ocr = await checkOcr(tessdataPrefix === undefined ? {} : { tessdataPrefix });
  return [
    checkNode(nodeVersion),
    { name: { vi: 'Nhận dạng chữ tiếng Việt', en: 'Vietnamese OCR' }, ...ocr },
    await checkModel(),
    await checkSqlite(),
    await checkDatabase(database),
    await checkWriting(dirname(resolve(database)), { vi: 'Thư mục của cơ sở dữ liệu', en: "The database's folder" }),
    await checkWriting(temporaryFolder, { vi: 'Thư mục tạm', en: 'Temporary folder' }),
    checkFonts(),
  ];
};
