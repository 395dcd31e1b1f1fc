import type { Block } from '../../schemas/stages.js';
import type { ReadBlock } from './walk-blocks.js';

/** A group of fewer tasks shows no rule by itself. */
const LEAST_TASKS = 4;
/** Share of a group's tasks that name nobody, from which on naming nobody is its rule. */
const RULE_SHARE = 0.75;

interface Count {
  readonly named: number;
  readonly nobody: number;
}

const ROOT = null;

/** The blocks above one, from its parent to the root. */
const listAbove = (block: Block, byIndex: ReadonlyMap<number, Block>): readonly (number | null)[] => {
  const above: (number | null)[] = [];
  for (let at = block.parent; at !== ROOT; at = byIndex.get(at)?.parent ?? ROOT) above.push(at);
  return [...above, ROOT];
};

/**
 * Whether a group settles that its tasks name nobody; undefined where it is too small to tell. Two siblings that are given
 * to somebody, or as many as are not, show that a name is missing from the others.
 */
const settles = ({ named, nobody }: Count, isRoot: boolean): boolean | undefined => {
  if (named >= nobody) return false;
  const isRule = nobody >= RULE_SHARE * (named + nobody);
  if (named + nobody >= LEAST_TASKS && isRule) return true;
  if (named > 1) return false;
  return isRoot ? named === 0 && nobody > 1 : undefined;
};

/** An opening names who held the meeting, and tells nobody to act: "Sau khi nghe báo cáo của A, B kết luận như sau:". */
const mayHideAbove = (above: ReadBlock | undefined): boolean =>
  above !== undefined && above.block.part !== 'opening' && above.read.hides === 'likely';

/**
 * The tasks, by block index, that name nobody because their paper or section gives its tasks to nobody, as resolutions do:
 * that is one fact of the document. Not among them: a task whose siblings are given to somebody, and one that may hold a
 * name which was not read, itself or in a title above it. — nhiệm vụ viết chung, không nêu cơ quan chủ trì
 *
 * @param read every block that was read, titles too
 * @param isTask of the directives: whether it is a task, not a lead-in or a heading
 */
export const findGeneral = (
  read: readonly ReadBlock[],
  isTask: (one: ReadBlock) => boolean,
  namesNobody: (one: ReadBlock) => boolean,
): ReadonlySet<number> => {
  const byIndex = new Map(read.map(({ block }) => [block.index, block]));
  const readAt = new Map(read.map((one) => [one.block.index, one]));
  const counts = new Map<number | null, Count>();
  const tasks = read.filter((one) => one.block.isDirective && isTask(one));
  for (const one of tasks)
    for (const at of listAbove(one.block, byIndex)) {
      const { named, nobody } = counts.get(at) ?? { named: 0, nobody: 0 };
      counts.set(at, namesNobody(one) ? { named, nobody: nobody + 1 } : { named: named + 1, nobody });
    }
  const isGeneral = ({ block, read: own }: ReadBlock): boolean => {
    if (own.hides !== 'no') return false;
    const above = listAbove(block, byIndex);
    if (above.some((at) => at !== ROOT && mayHideAbove(readAt.get(at)))) return false;
    for (const at of above) {
      const settled = settles(counts.get(at) ?? { named: 0, nobody: 0 }, at === ROOT);
      if (settled !== undefined) return settled;
    }
    return false;
  };
  return new Set(tasks.filter((one) => namesNobody(one) && isGeneral(one)).map(({ block }) => block.index));
};
