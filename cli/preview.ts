import type { PreviewedFile } from '../output/library.js';
import { DOC, DOCX, ODT } from '../pipeline/quality/word-kinds.js';
import { formatFigure } from './format.js';
import { type Language, say, speak } from './language.js';
import { RESULT_NAMES } from './result-names.js';
import { renderGroups } from './summary.js';

/** What a preview says before anything is read, in words for people. */
const nameResult = (result: PreviewedFile['result'], language: Language): string =>
  result === 'read' ? say({ vi: 'sẽ nạp', en: 'would be read' }, language) : say(RESULT_NAMES[result], language);

const WORD_NAMES: ReadonlyMap<string, string> = new Map([
  [DOCX, 'Word (.docx)'],
  [DOC, 'Word 97–2003 (.doc)'],
  [ODT, 'OpenDocument (.odt)'],
]);

/** "application/pdf" is PDF, "image/png" is PNG to people. */
const nameKind = (mediaType: PreviewedFile['mediaType'], language: Language): string => {
  if (mediaType === 'image/x-ketluan-joined')
    return say({ vi: 'ảnh từng trang, ghép lại', en: 'images of pages, joined' }, language);
  if (mediaType === 'text/plain') return say({ vi: 'văn bản thuần', en: 'plain text' }, language);
  const word = WORD_NAMES.get(mediaType ?? '');
  if (word !== undefined) return word;
  return (mediaType ?? '').replace(/^.*\//u, '').toUpperCase();
};

/** Counts by kind and what would be left out with the reasons. `folder`: where the command was typed. — bản xem trước */
export const renderPreview = (files: readonly PreviewedFile[], language: Language, folder: string): string => {
  const tell = speak(language);
  const lines: string[] = [];
  for (const result of ['read', 'known', 'duplicate', 'quarantined', 'skipped'] as const) {
    const own = files.filter((file) => file.result === result);
    if (own.length === 0) continue;
    lines.push(`${String(own.length).padStart(6)}  ${nameResult(result, language)}`);
    if (result !== 'read') {
      // Of what is simply there, the number is enough.
      const told = own.filter(({ reasons }) => result !== 'known' || reasons.length > 0);
      lines.push(
        ...renderGroups(
          told.map((file) => ({ ...file, hint: null, duplicateOf: file.duplicateOf ?? null })),
          language,
          folder,
        ),
      );
      continue;
    }
    for (const mediaType of new Set(own.map((file) => file.mediaType))) {
      const same = own.filter((file) => file.mediaType === mediaType);
      const megabytes = same.reduce((sum, file) => sum + (file.byteLength ?? 0), 0) / 1e6;
      lines.push(`        ${same.length} ${nameKind(mediaType, language)} (${formatFigure(megabytes, 1, tell)} MB)`);
    }
  }
  lines.push(
    tell(
      'Chưa đọc, chưa ghi gì. Dấu mật, trang hỏng, tệp không phải văn bản hành chính chỉ biết được khi đọc.',
      'Nothing was read or written. A secrecy mark, a broken page, a text that is no paper show only when it is read.',
    ),
  );
  return lines.join('\n');
};
