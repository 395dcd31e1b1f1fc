import type { RepairedPage } from '../../schemas/stages.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';

/** The lines of print that no reading took, as passages without text, page by page. — dòng chữ chưa đọc được */
export const listUnread = (pages: readonly RepairedPage[]): readonly Unclaimed[] =>
  pages.flatMap(({ number, ink, imageSize }) =>
    ink === undefined || imageSize === null
      ? []
      : ink.unread.map(({ box }): Unclaimed => {
          const { width, height } = imageSize;
          const place = {
            left: box.left / width,
            top: box.top / height,
            right: box.right / width,
            bottom: box.bottom / height,
          };
          return { page: number, text: '', why: 'unread', boxes: [{ page: number, ...place }] };
        }),
  );

/** The lowest share of print that was read on a page; undefined where no image was read. */
export const findCoverage = (pages: readonly RepairedPage[]): number | undefined => {
  const shares = pages.flatMap(({ ink }) => (ink === undefined ? [] : [ink.coverage]));
  return shares.length === 0 ? undefined : Math.min(...shares);
};
