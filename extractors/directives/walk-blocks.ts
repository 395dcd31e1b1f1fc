import { ORDER_OPENERS } from '../../language/lexicon/section-words.js';
import type { Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { Block } from '../../schemas/stages.js';
import { NAME_CUT, OWN_SUBJECT } from '../assignments/doubts.js';
import { type ReadAssignments, readAssignments } from '../assignments/index.js';
import { type Inheritance, NO_INHERITANCE } from '../assignments/inheritance.js';
import type { BodyContext } from '../bodies/index.js';
import type { DroppedTime } from '../contract.js';
import type { Trace } from '../trace.js';
import { nameOwnSubject } from './own-subject.js';

/** A block with what was read from it; assessments are walked past and not read. */
export interface ReadBlock {
  readonly block: Block;
  readonly read: ReadAssignments;
  readonly deadlines: readonly Deadline[];
  /** Times that were dropped although their wording says that they are due. */
  readonly dropped: readonly DroppedTime[];
  /** What it took over when it was read. */
  readonly inherited: Inheritance;
}

/** Finds the deadlines of one text; given from outside so that this room does not know how. */
export type DeadlineReader = (
  text: string,
  trace?: Trace,
  onDrop?: (dropped: DroppedTime) => void,
) => readonly Deadline[];

/** The trace of one block, for whoever asks why it was read so. */
export type TraceOf = (block: Block) => Trace | undefined;

/** Where the text of a block begins, behind its mark; unnumbered ones have no subject of their own to be named by a heading. */
const textStart = ({ enumerator, content }: Block): number => {
  const printed = enumerator?.printed.length ?? 0;
  return printed + (/^\s*/u.exec(content.text.slice(printed))?.[0].length ?? 0);
};

/** What makes a title's own names doubtful, and with them the leads that the items below take from it or across it. */
const TITLE_DOUBTS: readonly Note[] = [OWN_SUBJECT, NAME_CUT];

/** Doubts an item that takes its lead from a title whose name was cut, or from above one whose own subject could not be read. */
const doubtInherited = (read: ReadAssignments, doubt: Note): ReadAssignments => {
  const leads = read.assignments.flatMap((one) => one.bodies).filter((body) => body.role === 'lead');
  const isInherited = leads.length > 0 && leads.every((body) => body.inherited);
  const isTold = read.notes.some(({ rule }) => rule === doubt.rule);
  return isInherited && !isTold ? { ...read, notes: [...read.notes, doubt] } : read;
};

const ORDERS = new RegExp(`^\\s*(?:${ORDER_OPENERS})\\s`, 'u');

/**
 * "4. Yêu cầu A chỉ đạo các cấp ủy giải quyết, hoàn thành trong năm." + "*Yêu cầu* các cơ quan …": below a whole sentence the author
 * orders anew; below a colon he tells what the body above it does.
 */
const ordersAnew = ({ enumerator, parent, content }: Block, blocks: readonly Block[]): boolean => {
  const above = parent === null ? undefined : blocks.find(({ index }) => index === parent);
  return (
    enumerator === null && ORDERS.test(content.text) && above?.kind === 'item' && /[.…]\s*$/u.test(above.content.text)
  );
};

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

const hasOwnLead = ({ read, inherited }: ReadBlock): boolean =>
  inherited.from === 'parent' && read.assignments.some((one) => one.bodies.some((body) => body.role === 'lead'));

/**
 * Gives an item the times of a line below it, which is theirs as it is of those beside it. They stand outside its text, as the
 * times of an annex row do: their place is empty, at the end.
 */
const giveTimes = (read: ReadAssignments, text: string, times: readonly Deadline[]): ReadAssignments => {
  const last = read.assignments.at(-1);
  const [first] = times;
  if (last === undefined || first === undefined) return read;
  const placed = times.map((one) => ({ ...one, span: { start: text.length, end: text.length } }));
  return {
    ...read,
    assignments: [...read.assignments.slice(0, -1), { ...last, deadlines: placed }],
    notes: [...read.notes, makeNote('directives/shared-time', { actual: first.text })],
  };
};

/**
 * Gives the items before a line of who answers for them what it names: those beside it and below them, back to the line
 * before, that name nobody and stand under nobody; where there are none, the item under which the line stands. Its times go
 * with it to those that have none. False where there was no such item.
 */
const answerAbove = (
  done: ReadBlock[],
  line: Block,
  { answersFor, times }: { readonly answersFor: Inheritance; readonly times: readonly Deadline[] },
  context: BodyContext,
  traceOf: TraceOf | undefined,
): boolean => {
  const inReach = (one: ReadBlock): boolean =>
    one.block.isDirective && !hasOwnLead(one) && one.inherited.from !== 'below';
  const under = new Set<number | null>([line.parent]);
  const beside: ReadBlock[] = [];
  for (const one of done) {
    if (!under.has(one.block.parent)) continue;
    under.add(one.block.index);
    if (inReach(one)) beside.push(one);
  }
  const owner = done.find((one) => one.block.index === line.parent);
  const targets = new Set(beside.length > 0 ? beside : owner && inReach(owner) ? [owner] : []);
  let isTaken = false;
  done.forEach((one, at) => {
    if (!targets.has(one)) return;
    const { block, dropped } = one;
    const own = readAssignments(block.content.text, {
      ...context,
      deadlines: one.deadlines,
      inherited: answersFor,
      trace: traceOf?.(block),
    });
    const read = one.deadlines.length > 0 ? own : giveTimes(own, block.content.text, times);
    const deadlines = read.assignments.flatMap((each) => each.deadlines);
    isTaken ||= one.deadlines.length === 0;
    done[at] = { block, read, deadlines, dropped, inherited: answersFor };
  });
  return isTaken;
};

/**
 * Reads the blocks of a document in order and hands bodies down the tree: from a lead-in or a heading to the blocks under
 * it, from an opening paragraph to the numbered items after it in the same section. The nearest wins.
 *
 * @param broken blocks, by index, that are pieces of one sentence
 */
export const walkBlocks = (
  blocks: readonly Block[],
  context: BodyContext,
  broken: ReadonlySet<number>,
  findDeadlines: DeadlineReader,
  traceOf?: TraceOf,
): readonly ReadBlock[] => {
  const handed = new Map<number, Inheritance>();
  const openings = new Map<number, Inheritance>();
  const parents = new Map(blocks.map((block) => [block.index, block.parent ?? ROOT]));
  const owners = new Set(blocks.flatMap((block) => (block.isDirective && block.parent !== null ? [block.parent] : [])));
  const doubted = new Map<number, Note>();
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
    const inherited =
      isNumbered && above.bodies.length === 0 ? findOpening(block) : ordersAnew(block, blocks) ? NO_INHERITANCE : above;
    const trace = traceOf?.(block);
    const dropped: DroppedTime[] = [];
    const tell = (one: DroppedTime): void => {
      dropped.push(one);
    };
    const deadlines = block.isDirective ? findDeadlines(block.content.text, trace, tell) : [];
    const own = nameOwnSubject(readAssignments(block.content.text, { ...context, deadlines, inherited, trace }), {
      text: block.content.text,
      at: textStart(block),
      hasItems: owners.has(block.index),
    });
    const doubt = block.parent === null ? undefined : doubted.get(block.parent);
    const read = doubt === undefined ? own : doubtInherited(own, doubt);
    const again = TITLE_DOUBTS.find(({ rule }) => read.notes.some((note) => note.rule === rule));
    if (again !== undefined && owners.has(block.index)) doubted.set(block.index, again);
    // "6. Hiệp hội" + "Doanh nghiệp tỉnh, Hội Nông dân tỉnh" + "a) …": names below a title are the rest of its own.
    if (!isNumbered && read.isHeading && block.isDirective && block.parent !== null)
      doubted.set(block.parent, NAME_CUT);
    if (broken.has(block.index) && owners.has(block.index)) doubted.set(block.index, NAME_CUT);
    if (read.answersFor !== undefined && block.isDirective) {
      const isGiven = answerAbove(done, block, { answersFor: read.answersFor, times: deadlines }, context, traceOf);
      // It is no task itself; one that names a time which no item took says more than who answers.
      if (deadlines.length === 0 || isGiven) continue;
    }
    done.push({ block, read, deadlines, dropped, inherited });
    if (isOpening(block)) {
      // Above the sections only who is told to act counts: "Ban Thường vụ làm việc với …:" gives nobody a task.
      if (read.handsDown.bodies.length === 0 || (block.part === 'opening' && !read.assigns)) continue;
      openings.set(isNumbered ? block.index : (block.parent ?? ROOT), toDefault(read.handsDown));
    } else handed.set(block.index, read.handsDown);
  }
  return done;
};
