import { describe, expect, it } from 'vitest';
import { extractors } from '../../../extractors/index.js';
import { createExtractStage } from '../../../pipeline/extract/stage.js';
import { findCoverage, listUnread } from '../../../pipeline/extract/unread-print.js';
import type { InkAccount } from '../../../schemas/page-print.js';
import type { RepairedPage } from '../../../schemas/stages.js';
import { outline, wrapBody } from '../outline/support.js';

const pageOf = (number: number, ink?: InkAccount): RepairedPage => ({
  number,
  origin: 'ocr',
  reason: 'image-only',
  quality: 'good',
  rawSpan: { start: 0, end: 0 },
  span: { start: 0, end: 0 },
  words: [],
  confidence: 0.9,
  imageSize: { width: 1000, height: 2000 },
  repaired: false,
  ...(ink === undefined ? {} : { ink }),
});

const LOST: InkAccount = {
  coverage: 0.98,
  unread: [{ box: { left: 100, top: 500, right: 600, bottom: 540 }, share: 0.02 }],
};
const WHOLE: InkAccount = { coverage: 1, unread: [] };

describe('print that stayed unread', () => {
  it('is a passage without text, its box in shares of its page', () => {
    expect(listUnread([pageOf(1, WHOLE), pageOf(2, LOST), pageOf(3)])).toEqual([
      {
        page: 2,
        text: '',
        why: 'unread',
        boxes: [{ page: 2, left: 0.1, top: 0.25, right: 0.6, bottom: 0.27 }],
      },
    ]);
  });

  it('makes the coverage of a document that of its worst page', () => {
    expect(findCoverage([pageOf(1, WHOLE), pageOf(2, LOST), pageOf(3)])).toBe(0.98);
    expect(findCoverage([pageOf(1)])).toBeUndefined();
  });

  it('sends its document to review, and no other', () => {
    const outlined = outline(wrapBody('1. Giao Sở Tài chính thẩm tra trước ngày 15/7/2026.')).value;
    const { repaired } = outlined;
    const withInk = (ink: InkAccount) => {
      const pages = repaired.pages.map((page) => ({ ...page, ink, imageSize: { width: 1000, height: 2000 } }));
      const { documents } = createExtractStage(extractors).run({ ...outlined, repaired: { ...repaired, pages } }).value;
      return documents[0]?.document;
    };
    expect(withInk(LOST)).toMatchObject({ coverage: 0.98, needsReview: true, unclaimed: [{ page: 1, why: 'unread' }] });
    expect(withInk(WHOLE)).toMatchObject({ coverage: 1, unclaimed: [] });
    expect(withInk(WHOLE)?.notes.filter(({ rule }) => rule === 'coverage/unclaimed')).toEqual([]);
    expect(withInk(LOST)?.notes).toEqual(withInk(WHOLE)?.notes);
  });
});
