import { OPENS_WITH_TASK, OPENS_WITH_WORK } from '../../language/lexicon/section-words.js';
import { namesDoer } from '../../pipeline/outline/instructions.js';
import type { Block } from '../../schemas/stages.js';

/*
 * Sentences that a lost line break, or one too many, left in two blocks: "- Chủ trì, phối hợp Bộ Chỉ huy" + "Quân sự tỉnh tổ chức
 * …". Neither half says who does what; both are told.
 */

/** What ends a sentence or leads over; a closing bracket or quotation mark behind it belongs to it. */
const ENDS = /[.;:!?…][”"’')\]*/\s]*$|\)$/u;

const isOpen = ({ content }: Block): boolean => !ENDS.test(content.text.trimEnd());

/** Characters of the longest piece that a title or an item loses to the next line; a paragraph without its stop is longer. */
const PIECE_AT_MOST = 90;

/** "- Chủ trì, phối hợp Bộ Chỉ huy" was taken for a title, since it is short and has no stop; yet no title begins with an act. */
const actsAsTitle = ({ kind, enumerator, content: { text } }: Block): boolean => {
  const behind = text.slice(enumerator?.printed.length ?? 0).trim();
  return kind === 'heading' && (OPENS_WITH_WORK.test(behind) || OPENS_WITH_TASK.test(behind));
};

/** "2. Rà soát nguồn quần chúng" + "Đoàn Thanh niên giới thiệu …": below a theme that ends in a small word a body acts by itself. */
const isWholeBelow = ({ content: { text } }: Block, next: Block): boolean =>
  /(?:\s\p{Ll}+){3}$/u.test(text.trimEnd()) && namesDoer(next.content.text);

const isParagraph = ({ enumerator }: Block): boolean => enumerator === null;

/**
 * The blocks, by index, that are pieces of one sentence: a short one that ends in no stop and the unnumbered one right behind
 * it. A title is one of them only where what follows it is a piece as well: "2. Ban Quản lý Khu" + "Đông Nam". — câu bị ngắt dòng
 *
 * @param isTitle whether a block is the heading of others
 */
export const findBroken = (blocks: readonly Block[], isTitle: (block: Block) => boolean): ReadonlySet<number> => {
  const broken = new Set<number>();
  blocks.forEach((block, at) => {
    const next = blocks[at + 1];
    if (next === undefined || !next.isDirective || !isParagraph(next) || !isOpen(block)) return;
    if (!block.isDirective && !actsAsTitle(block)) return;
    if (block.content.text.length > PIECE_AT_MOST) return;
    const isPiece = isOpen(next) && next.content.text.length <= PIECE_AT_MOST;
    if (!isPiece && (isTitle(block) || block.kind === 'heading') && isWholeBelow(block, next)) return;
    if (isTitle(block) && !isPiece && !actsAsTitle(block)) return;
    broken.add(block.index);
    broken.add(next.index);
  });
  return broken;
};
