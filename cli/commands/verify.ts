import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { databaseError } from '../../output/store/database-error.js';
import { type VerifyPart, verify } from '../../output/store/verify.js';
import { verifyOriginals } from '../../output/verify-originals.js';
import type { Bilingual } from '../../schemas/note.js';
import { withInterrupt } from '../interrupt.js';
import { readLanguage, say } from '../language.js';
import { oneLine, printText } from '../print.js';
import { addStoreOption, readDatabase, withStore } from '../store-option.js';

const PARTS: Readonly<Record<VerifyPart | 'originals', Bilingual>> = {
  views: { vi: 'Khung nhìn', en: 'Views' },
  structure: { vi: 'Cấu trúc tệp', en: 'Structure of the file' },
  keys: { vi: 'Liên kết giữa các bảng', en: 'Keys between tables' },
  index: { vi: 'Chỉ mục tìm kiếm', en: 'Full-text index' },
  pages: { vi: 'Các trang đã lưu', en: 'Stored pages' },
  documents: { vi: 'Văn bản, nhiệm vụ', en: 'Documents and tasks' },
  originals: { vi: 'Tệp gốc', en: 'Originals' },
};

/** `ketluan verify`: can everything that is stored be read, and are the originals what they were. — kiểm tra */
export const registerVerify = (program: Command): void => {
  const command = program
    .command('verify')
    .description('kiểm tra cơ sở dữ liệu và tệp gốc / check the database and the originals');
  addStoreOption(command)
    .option('--json', 'in dạng JSON / print as JSON', false)
    .action(async () => {
      const path = readDatabase(command);
      const { parts, originals } = await withInterrupt((signal) =>
        withStore(command, async (db) => {
          const found = verify(db, path);
          const isReadable = found.every(({ ok }) => ok);
          return { parts: found, originals: isReadable ? await verifyOriginals(db, signal) : undefined };
        }),
      );
      const language = readLanguage(command);
      const lines = parts.flatMap(({ part, ok, findings }) => [
        `${ok ? '✓' : '✗'} ${say(PARTS[part], language)}`,
        ...findings.map((finding) => `    ${oneLine(say(finding, language))}`),
      ]);
      if (originals !== undefined) {
        const { same, changed, gone } = originals;
        const counts = {
          vi: `${same} còn nguyên, ${changed.length} đã đổi, ${gone.length} không còn ở chỗ cũ`,
          en: `${same} as they were, ${changed.length} changed, ${gone.length} no longer there`,
        };
        lines.push(
          `${changed.length === 0 ? '✓' : '!'} ${say(PARTS.originals, language)}: ${say(counts, language)}`,
          ...changed.map((name) => `    ${say({ vi: 'đã đổi', en: 'changed' }, language)}: ${oneLine(name)}`),
          ...gone.map((name) => `    ${say({ vi: 'không còn', en: 'gone' }, language)}: ${oneLine(name)}`),
        );
      }
      printText(command.opts().json === true ? toJson({ parts, originals: originals ?? null }) : lines.join('\n'));
      if (parts.some(({ ok }) => !ok)) throw databaseError('database-damaged', path);
    });
};
