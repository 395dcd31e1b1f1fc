import type { Node } from './tree.js';

/** Paragraphs within which a quotation must end: where its end was lost in the scan, nothing counts as quoted. */
const QUOTED_AT_MOST = 20;

// A straight mark opens before a word and closes behind one; OCR sets blanks on its wrong side.
const OPENS_QUOTE = /[“«]|(?<![\p{L}\d.,;:)!?…])"(?=[\p{L}\d(“])/gu;
const CLOSES_QUOTE = /[”»]|(?<=[\p{L}\d.,;:)!?…]\s?)"(?![\p{L}\d])/gu;

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

const openAfter = (text: string): number => count(OPENS_QUOTE, text) - count(CLOSES_QUOTE, text);

/** Behind its mark a paragraph begins with a quotation that it does not end. */
const beginsQuotation = (text: string): boolean => /^[\s\d.)a-zđ(-]{0,8}["“«]/u.test(text) && openAfter(text) > 0;

/** "… với hồ sơ gồm: “a) Đơn theo mẫu;": the quotation goes on in the paragraphs below. */
const ENDS_IN_QUOTATION = /:\s*["“«][^"“”«»]{1,400}$/u;

const ENDS_QUOTED = /["”»][\s.;,)]*$/u;

/**
 * The paragraphs, by index, that stand inside a quotation of several: the words of another paper, which nobody is told by
 * this one: 'như sau: “1. Sở Tài chính thẩm định …', '2. …”'. A quotation whose end is not found is none. — trích nguyên văn
 */
export const findQuoted = (nodes: readonly Pick<Node, 'index' | 'content'>[]): ReadonlySet<number> => {
  const quoted = new Set<number>();
  for (let at = 0; at < nodes.length; at++) {
    const first = nodes[at]?.content.text ?? '';
    const isWhole = beginsQuotation(first);
    if (!isWhole && !ENDS_IN_QUOTATION.test(first)) continue;
    let open = isWhole ? openAfter(first) : 1;
    const end = nodes.slice(at + 1, at + QUOTED_AT_MOST).findIndex(({ content: { text } }) => {
      open += openAfter(text);
      return open <= 0 && ENDS_QUOTED.test(text);
    });
    if (end < 0) continue;
    for (const node of nodes.slice(isWhole ? at : at + 1, at + end + 2)) quoted.add(node.index);
    at += end + 1;
  }
  return quoted;
};
