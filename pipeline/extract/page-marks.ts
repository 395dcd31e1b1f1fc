import type { HeaderGap, SignaturePanel, Urgency } from '../../schemas/header-zones.js';
import type { OutlinedDocument, RepairedDocument, RepairedPage } from '../../schemas/stages.js';

/** What stands on the page images of a document and is no text of it. */
export interface PageMarks {
  /** Gaps of its header that a hand may have filled. */
  readonly gaps: readonly HeaderGap[];
  /** By the stamp on its first page. — dấu độ khẩn */
  readonly urgency: Urgency | undefined;
  /** Panels of e-signatures, read by themselves. */
  readonly panels: readonly SignaturePanel[];
  /** True for a page that was read off its picture. */
  readonly isPicture: (page: number) => boolean;
}

/** The page at whose top a document begins: the zones of a page are those of the paper there. */
const findTopPage = ({ pages, text }: RepairedDocument, { span }: OutlinedDocument): RepairedPage | undefined => {
  const page = pages.find(
    (one) => one.span.end > span.start && text.slice(Math.max(one.span.start, span.start), one.span.end).trim() !== '',
  );
  const isAtTop =
    page !== undefined && text.slice(page.span.start, Math.max(page.span.start, span.start)).trim() === '';
  return isAtTop ? page : undefined;
};

/** Gathers the marks of a document from its pages. */
export const gatherMarks = (
  repaired: RepairedDocument,
  document: OutlinedDocument,
  pages: readonly RepairedPage[],
): PageMarks => {
  const zones = findTopPage(repaired, document)?.zones;
  return {
    gaps: zones?.gaps ?? [],
    urgency: zones?.urgency?.mark,
    panels: pages.flatMap((page) => page.zones?.panels ?? []),
    isPicture: (number) => pages.some((page) => page.number === number && page.origin === 'ocr'),
  };
};
