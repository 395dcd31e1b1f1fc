import type { Block } from '../../schemas/stages.js';

/** Where a directive stands among the others. */
export interface Place {
  /** Number of the directive above it; null at the top. */
  readonly parent: string | null;
  /** True when directives stand under it. */
  readonly hasItems: boolean;
}

/** An unnumbered paragraph with a colon: the numbered items after it in its section stand under it. */
const announces = (block: Block): boolean =>
  block.isDirective && block.enumerator === null && /:[”"’'\s.]*$/u.test(block.content.text);

/** For each block the paragraph that announces it: "… yêu cầu thực hiện các việc sau:", up to the next bare paragraph. */
const findAnnouncers = (blocks: readonly Block[]): ReadonlyMap<number, Block> => {
  const current = new Map<number | null, Block>();
  const found = new Map<number, Block>();
  for (const block of blocks) {
    const announcer = current.get(block.parent);
    if (announces(block)) current.set(block.parent, block);
    else if (block.enumerator === null) current.delete(block.parent);
    else if (announcer !== undefined) found.set(block.index, announcer);
  }
  return found;
};

/**
 * Tells for each directive, by block index, under which directive it stands and whether others stand under it: by the tree
 * of the outline, else by the announcing paragraph before it. — mục cha
 */
export const placeInTree = (blocks: readonly Block[]): ReadonlyMap<number, Place> => {
  const byIndex = new Map(blocks.map((block) => [block.index, block]));
  const announcers = findAnnouncers(blocks);
  const findAbove = (block: Block): Block | undefined => {
    for (let at: Block | undefined = block; at !== undefined; ) {
      const announcer = announcers.get(at.index);
      if (announcer !== undefined) return announcer;
      at = at.parent === null ? undefined : byIndex.get(at.parent);
      if (at?.isDirective === true) return at;
    }
    return undefined;
  };
  const directives = blocks.filter((block) => block.isDirective);
  const above = new Map(directives.map((block) => [block.index, findAbove(block)]));
  const owners = new Set([...above.values()].map((block) => block?.index));
  return new Map(
    directives.map((block) => [
      block.index,
      { parent: above.get(block.index)?.number ?? null, hasItems: owners.has(block.index) },
    ]),
  );
};
