import type { Check } from '../output/check.js';
import type { VerifyPart, VerifyResult } from '../output/store/verify.js';
import type { Copy } from '../output/store/write-copy.js';
import type { Originals } from '../output/verify-originals.js';
import { ERRORS } from '../pipeline/base/errors.js';
import type { AgainResult } from '../pipeline/run-again.js';
import type { Bilingual } from '../schemas/note.js';
import { formatFigure } from './format.js';
import { type Language, type Speak, say, speak } from './language.js';
import { oneLine } from './print.js';

/* What the commands that look after a database say, on the terminal and on the page alike. */

const PARTS: Readonly<Record<VerifyPart | 'originals', Bilingual>> = {
  views: { vi: 'Khung nhìn', en: 'Views' },
  structure: { vi: 'Cấu trúc tệp', en: 'Structure of the file' },
  keys: { vi: 'Liên kết giữa các bảng', en: 'Keys between tables' },
  index: { vi: 'Chỉ mục tìm kiếm', en: 'Full-text index' },
  pages: { vi: 'Các trang đã lưu', en: 'Stored pages' },
  documents: { vi: 'Văn bản, nhiệm vụ', en: 'Documents and tasks' },
  originals: { vi: 'Tệp gốc', en: 'Originals' },
};

/** What a check of a database and of the originals found, a line each. */
export const formatVerified = (
  { parts, originals }: { readonly parts: readonly VerifyResult[]; readonly originals: Originals | undefined },
  language: Language,
): string => {
  const lines = parts.flatMap(({ part, ok, findings }) => [
    `${ok ? '✓' : '✗'} ${say(PARTS[part], language)}`,
    ...findings.map((finding) => `    ${oneLine(say(finding, language))}`),
  ]);
  if (originals === undefined) return lines.join('\n');
  const { same, changed, gone } = originals;
  const counts = {
    vi: `${same} còn nguyên, ${changed.length} đã đổi, ${gone.length} không còn ở chỗ cũ`,
    en: `${same} as they were, ${changed.length} changed, ${gone.length} no longer there`,
  };
  return [
    ...lines,
    `${changed.length === 0 ? '✓' : '!'} ${say(PARTS.originals, language)}: ${say(counts, language)}`,
    ...changed.map((name) => `    ${say({ vi: 'đã đổi', en: 'changed' }, language)}: ${oneLine(name)}`),
    ...gone.map((name) => `    ${say({ vi: 'không còn', en: 'gone' }, language)}: ${oneLine(name)}`),
  ].join('\n');
};

/** What works of a set-up, and what does not, a line each. */
export const formatChecks = (checks: readonly Check[], language: Language): string =>
  checks
    .map(({ name, ok, detail }) => `${ok ? '✓' : '✗'} ${say(name, language)}: ${oneLine(say(detail, language))}`)
    .join('\n');

/** What running again came to, with what a person should look at. */
export const formatAgain = (result: AgainResult, language: Language): string => {
  const { files, fromFile, fromText, withoutFile, quarantined, failed, interrupted } = result;
  const tell = speak(language);
  return [
    tell(
      `Chạy lại ${files} tệp: ${fromText} từ văn bản đã lưu, ${fromFile} từ tệp gốc.`,
      `Ran ${files} files again: ${fromText} from the stored text, ${fromFile} from the original file.`,
    ),
    ...withoutFile.map((path) => {
      const what = tell('tệp gốc không còn, dùng những gì đã lưu', 'original gone, what is stored was used');
      return `  ${oneLine(path)}: ${what}`;
    }),
    ...quarantined.flatMap(({ path, code, copies = [], wordsRemain }) => [
      `  ${oneLine(path)}: ${tell('cách ly', 'quarantined')} [${code}]`,
      ...copies.map(
        (copy) => `    → ${tell('bản đã ghi có thể còn văn bản này', 'a copy may hold this paper')}: ${oneLine(copy)}`,
      ),
      ...(wordsRemain === true
        ? [
            `    → ${tell('chữ của văn bản còn trong tệp cơ sở dữ liệu: đóng chương trình đang đọc rồi chạy lại', 'its words are still in the database file: close the program that reads it and run again')}`,
          ]
        : []),
    ]),
    ...failed.flatMap(({ path, code, reason }) => [
      `  ${oneLine(path)}: ${tell('chưa chạy lại được, giữ bản đã lưu', 'did not run again, what is stored was kept')} [${code}]`,
      `    ${say(reason, language)}`,
      `    → ${say(ERRORS[code].todo, language)}`,
    ]),
    ...(interrupted
      ? [tell('Đã dừng theo yêu cầu; chạy lại để tiếp tục.', 'Stopped as asked; run again to go on.')]
      : []),
  ].join('\n');
};

/** A copy that was written, and what to mind of it. */
export const formatCopy = (copy: Copy, done: string, say: Speak): string => {
  const size = `${formatFigure(copy.bytes / 1e6, 1, say)} MB`;
  const upTo = say(`đến thay đổi số ${copy.lastChange}`, `up to change ${copy.lastChange}`);
  const secret = say(
    '\nBản này chứa văn bản mật: chỉ chủ tệp đọc được, giữ như tài liệu mật.',
    '\nThis copy holds classified papers: only its owner may read it; keep it as such.',
  );
  const forgotten = say(
    '\nCơ sở dữ liệu chỉ đọc được nên không ghi nhớ bản này: nếu sau này một văn bản bị xác định là mật, hãy tự kiểm tra bản này.',
    '\nThe database can only be read and does not remember this copy: should a paper turn out to be classified, look here yourself.',
  );
  return `${done} ${oneLine(copy.path)} (${size}), ${upTo}${copy.secret ? secret : ''}${copy.remembered ? '' : forgotten}`;
};
