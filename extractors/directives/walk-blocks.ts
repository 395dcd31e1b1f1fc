import type { Deadline } from '../../schemas/directive.js';
import type { Block } from '../../schemas/stages.js';
import { type ReadAssignments, readAssignments } from '../assignments/index.js';
import { type Inheritance, NO_INHERITANCE } from '../assignments/inheritance.js';
import type { BodyContext } from '../bodies/index.js';
import type { DroppedTime } from '../contract.js';
import type { Trace } from '../trace.js';

/** A block with what was read from it; assessments are walked past and not read. */
export interface ReadBlock {
  readonly block: Block;
  readonly read: ReadAssignments;
  readonly deadlines: readonly Deadline[];
  /** Times that were dropped although their wording says that they are due. */
  readonly dropped: readonly DroppedTime[];
}

/** Finds the deadlines of one text; given from outside so that this room does not know how. */
export type DeadlineReader = (
  text: string,
  trace?: Trace,
  onDrop?: (dropped: DroppedTime) => void,
) => readonly Deadline[];

/** The trace of one block, for whoever asks why it was read so. */
export type TraceOf = (block: Block) => Trace | undefined;

const ROOT = -1;

/** A paragraph, or the text of a whole section, that addresses everybody below: its bodies are only a default there. */
const isOpening = (block: Block): boolean =>
  block.content.text.trimEnd().endsWith(':') &&
  (block.enumerator === null || block.enumerator.style === 'roman' || block.enumerator.style === 'part');

const toDefault = (handed: Inheritance): Inheritance => ({
  bodies: handed.bodies.filter((body) => body.role === 'lead'),
  directs: false,
  from: 'opening',
});

/**
 * Reads the blocks of a document in order and hands bodies down the tree: from a lead-in or a heading to the blocks under
 * it, from an opening paragraph to the numbered items after it in the same section. The nearest wins.
 */
export const walkBlocks = (
  blocks: readonly Block[],
  context: BodyContext,
  findDeadlines: DeadlineReader,
  traceOf?: TraceOf,
): readonly ReadBlock[] => {
  const handed = new Map<number, Inheritance>();
  const openings = new Map<number, Inheritance>();
  const parents = new Map(blocks.map((block) => [block.index, block.parent ?? ROOT]));
  const done: ReadBlock[] = [];
  const findOpening = (block: Block): Inheritance => {
    for (let at = block.parent ?? ROOT; ; at = parents.get(at) ?? ROOT) {
      const found = openings.get(at);
      if (found !== undefined) return found;
      if (at === ROOT) return NO_INHERITANCE;
    }
  };
  for (const block of blocks) {
    if (block.part === 'assessment' || block.content.text === '') continue;
    const parent = block.parent === null ? undefined : handed.get(block.parent);
    const above = parent !== undefined && parent.bodies.length > 0 ? parent : NO_INHERITANCE;
    const isNumbered = block.enumerator !== null;
    const inherited = above.bodies.length > 0 ? above : isNumbered ? findOpening(block) : NO_INHERITANCE;
    const trace = traceOf?.(block);
    const dropped: DroppedTime[] = [];
    const tell = (one: DroppedTime): void => {
      dropped.push(one);
    };
    const deadlines = block.isDirective ? findDeadlines(block.content.text, trace, tell) : [];
    const read = readAssignments(block.content.text, { ...context, deadlines, inherited, trace });
    done.push({ block, read, deadlines, dropped });
    if (isOpening(block)) {
      // Above the sections only who is told to act counts: "Ban Thường vụ làm việc với …:" gives nobody a task.
      if (read.handsDown.bodies.length === 0 || (block.part === 'opening' && !read.assigns)) continue;
      openings.set(isNumbered ? block.index : (block.parent ?? ROOT), toDefault(read.handsDown));
    } else handed.set(block.index, read.handsDown);
  }
  return done;
};
