import type { InkBlock } from '../../schemas/ink-block.js';
import type { SecrecyPolicy } from '../base/contract.js';
import { PipelineError } from '../base/errors.js';
import { findSecrecyMark } from './find-mark.js';
import { findBlockMark } from './judge-block.js';
import type { FoundMark } from './mark-words.js';

/** What is said of a page that bears a mark. */
const classified = (page: number, mark: string): PipelineError =>
  new PipelineError(
    'file-classified',
    {
      vi: `Trang ${page} có dấu ${mark}: văn bản mật không được nạp vào chương trình này; chưa lưu gì.`,
      en: `Page ${page} bears the stamp ${mark}: classified papers are not taken in; nothing was stored.`,
    },
    {
      vi: 'Chuyển văn bản cho người phụ trách bảo vệ bí mật nhà nước. Nếu dấu đã được giải mật, xin bản đã giải mật.',
      en: 'Hand it to the officer in charge of state secrets; if it was declassified, ingest the declassified copy.',
    },
  );

const perhapsClassified = (page: number): PipelineError =>
  new PipelineError(
    'file-perhaps-classified',
    {
      vi: `Trang ${page} có thể có dấu mật (chữ đọc chưa rõ): tệp được giữ lại, chưa lưu gì của nội dung.`,
      en: `Page ${page} may bear a secrecy stamp (its letters are not clear): the file is held back, nothing of it is stored.`,
    },
    {
      vi: 'Mở tệp để xem. Nếu không phải văn bản mật, nạp lại riêng tệp này với --not-secret; nếu là văn bản mật, chuyển cho người phụ trách.',
      en: 'Open the file and look. If it is not classified, ingest this file alone with --not-secret; else hand it to the officer in charge.',
    },
  );

/** A page's text, and what stands on it outside the text, stamps among it: each piece is asked as if it stood in the head. */
export interface PageToAsk {
  readonly number: number;
  readonly text: string;
  readonly aside?: readonly string[] | undefined;
  readonly blocks?: readonly InkBlock[] | undefined;
}

const askPage = ({ number, text, aside = [], blocks = [] }: PageToAsk, paper: string): FoundMark | undefined => {
  const found = [findSecrecyMark(text, { isFirstPage: number === 1, paper })];
  for (const piece of aside) found.push(findSecrecyMark(piece, { paper }));
  found.push(...blocks.map(findBlockMark));
  return found.find((one) => one?.isCertain) ?? found.find((one) => one !== undefined);
};

/**
 * Stops a file one of whose pages bears a secrecy mark (a bundle may hold a marked paper behind others): throws
 * `file-classified`, or `file-perhaps-classified` where it is only likely, with nothing of its text. Call it again after
 * repair, which may make a stamp readable.
 */
export const refuseClassified = (pages: readonly PageToAsk[], policy: SecrecyPolicy = 'refuse'): void => {
  if (policy === 'allow') return;
  const paper = pages.map(({ text }) => text).join('\n');
  let likely: number | undefined;
  for (const page of pages) {
    const found = askPage(page, paper);
    if (found?.isCertain) throw classified(page.number, found.mark);
    if (found !== undefined) likely ??= page.number;
  }
  if (likely !== undefined && policy === 'refuse') throw perhapsClassified(likely);
};
