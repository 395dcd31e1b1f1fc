import { RESPONSIBLE_TITLES } from '../../language/lexicon/assignment-words.js';
import { NAMES_WORK, ORDER_OPENERS } from '../../language/lexicon/section-words.js';
import type { Directive, DirectiveKind } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import type { OutlinedDocument } from '../../schemas/stages.js';
import { NOBODY_NAMED } from '../assignments/index.js';
import { readGlossary } from '../bodies/abbreviations.js';
import { compileNames } from '../bodies/known-names.js';
import type { ExtractionContext } from '../contract.js';
import { readDeadlines } from '../deadlines/lend-year.js';
import { noteDoubts } from '../deadlines/note-doubts.js';
import { noteDropped } from '../deadlines/note-dropped.js';
import { noteDamagedTimes } from '../deadlines/read-from-damage.js';
import { noteUnreadTimes } from '../deadlines/unread-times.js';
import { noteUnreadWordings } from '../deadlines/unread-wordings.js';
import { readTitle } from '../header/title.js';
import { readReferences } from '../references/read-references.js';
import { findBroken } from './broken-sentence.js';
import { judgeClarity } from './judge-clarity.js';
import { findGeneral } from './nobody-as-rule.js';
import { type Place, placeInTree } from './place-in-tree.js';
import { readAnnexRow } from './read-annex.js';
import { type DeadlineReader, type ReadBlock, type TraceOf, walkBlocks } from './walk-blocks.js';

/** What the directives of one document need besides its blocks. */
export interface DirectiveContext extends ExtractionContext {
  /** Day of the meeting, which lends its year where the issue date is blank. — ngày họp */
  readonly heldOn: IsoDate | null;
  /** Makes the stable id of a directive from its number; called once for each, in reading order. */
  readonly makeId: (number: string) => string;
  /** Names that people wrote when they corrected who has a task. */
  readonly knownNames?: readonly string[] | undefined;
  /** The trace of a block, for whoever asks why it was read so. */
  readonly traceOf?: TraceOf;
}

/** True where nothing stands behind the last name that was read: nobody is told what to do. */
const endsInName = ({ assignments }: ReadBlock['read'], text: string): boolean => {
  const ends = assignments.flatMap(({ bodies }) => bodies.flatMap(({ span }) => (span ? [span.end] : [])));
  return ends.length > 0 && !/\p{L}/u.test(text.slice(Math.max(...ends)));
};

/** A name and nothing to do: an item whose work was lost, or a name that ran on over its verb. */
const isNameOnly = (read: ReadBlock['read'], text: string): boolean =>
  read.isHeading && endsInName(read, text) && !TELLS_WHO.test(text);
// "1. Sửa nhà văn hóa *Chủ trì: Phòng A*": the work stands before the label.
const TELLS_WHO = new RegExp(`\\p{L}\\p{L}\\s(?:${RESPONSIBLE_TITLES.join('|')})\\s?:`, 'iu');

/** "4.1. Văn phòng Đảng ủy: *Phối hợp với …*" over its items: what the body has to do stands behind the colon. */
const tellsWork = ({ assignments }: ReadBlock['read'], text: string): boolean => {
  const ends = assignments.flatMap(({ bodies }) =>
    bodies.flatMap(({ role, span }) => (span && role === 'lead' ? [span.end] : [])),
  );
  return ends.length > 0 && /^[^:]{0,40}:\s+\p{L}{2,}\s\p{L}/u.test(text.slice(Math.max(...ends)));
};

/** "9. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh" over its items. */
const isAssignTitle = (read: ReadBlock['read'], text: string): boolean =>
  TITLE_ASSIGNS.test(text) && !/[.;](?:\s|$)/u.test(text.slice(TITLE_MARK)) && endsInName(read, text);
const TITLE_ASSIGNS = new RegExp(`^\\S{0,8}\\s?(?:${ORDER_OPENERS})\\s`, 'u');
/** Characters in which an item's mark stands with its dot. */
const TITLE_MARK = 9;

type Bare = Omit<Directive, 'id' | 'references'>;

/** "2. Văn phòng Sở:": a name and a colon without a verb, whether or not the lists know the name. */
const isBareName = (text: string): boolean => {
  if (!text.includes(':')) return false;
  const bare = text.replace(/\([^()]{0,200}\)/gu, '');
  return bare.length <= NAME_AT_MOST && /:\s*$/u.test(bare) && !NAMES_WORK.test(bare);
};
const NAME_AT_MOST = 120;

// "… tập trung thực hiện các nhiệm vụ, giải pháp về cải cách hành chính sau:": whatever is asked stands in the items.
const ANNOUNCES =
  /(?:những|các|một số|\d{1,2})\s(?:nội dung|nhiệm vụ|công việc|công tác|việc|vấn đề|giải pháp|biện pháp|yêu cầu)(?!\p{L})[^.;:]{0,90}\s(?:sau|sau đây|dưới đây)\s*:\s*$/u;

/** "…, Ủy ban nhân dân xã triển khai như sau:": of an unnumbered paragraph. */
const OPENS_LIST = /\s(?:như sau|sau đây)\s*:\s*$/u;

/** True for a text that leads over to its items, says to whom, and asks nothing by a day itself. */
const announces = ({ block, read, deadlines }: ReadBlock): boolean => {
  const { text } = block.content;
  const isTold = read.assignments.some(({ bodies }) =>
    bodies.some(({ role, inherited }) => role === 'lead' && !inherited),
  );
  const leadsOver =
    (isTold && ANNOUNCES.test(text.slice(-220))) || (block.enumerator === null && OPENS_LIST.test(text.slice(-40)));
  return leadsOver && deadlines.every(({ due, kind }) => due === null && kind !== 'recurring');
};

/** "2. Về cụ thể hóa, xây dựng Chương trình hành động:" over its items: a theme, whatever work its name holds. */
const THEME_TITLE = /^\S{0,8}\s?Về\s(?!lâu dài|cơ bản|việc đề nghị|phía)[^:.;]{3,240}:\s*$/u;

/** Kind of an item. Only what has items under it can be a lead-in or a heading; in doubt it is a task. */
const judgeKind = (one: ReadBlock, { hasItems }: Place): DirectiveKind => {
  const { read } = one;
  const { text } = one.block.content;
  if (!hasItems) return 'task';
  if ((read.isHeading && !tellsWork(read, text)) || (THEME_TITLE.test(text) && one.deadlines.length === 0))
    return 'heading';
  return isAssignTitle(read, text) || read.introduces || isBareName(text) || announces(one) ? 'lead-in' : 'task';
};

const TOP: Place = { parent: null, hasItems: false };

/** The same where the whole paper names nobody: told once, of the document. */
const NOBODY_AS_RULE: Note = { ...NOBODY_NAMED, level: 'info' };

const TASK_DOUBTFUL: Note = makeNote('directives/task-doubtful', {});

/** How a block is judged beside what is read from it. */
interface Judged {
  readonly place: Place;
  readonly kind: DirectiveKind;
  /** True when it names nobody because its paper or section gives its tasks to nobody. */
  readonly isGeneral: boolean;
  /** True of a piece of a sentence. */
  readonly isBroken: boolean;
}

const readBlock = (
  { block, read, deadlines, dropped }: ReadBlock,
  { place, kind, isGeneral, isBroken }: Judged,
  lender: IsoDate | null,
): Bare => {
  const { text } = block.content;
  const notes = [
    // A name and nothing to do: an item whose work was lost, or a name that runs on over its verb.
    ...((isBroken ||
      block.why === 'judge/in-doubt' ||
      (kind === 'task' && !place.hasItems && isNameOnly(read, text))) &&
    !read.notes.some(({ rule }) => rule === TASK_DOUBTFUL.rule)
      ? [TASK_DOUBTFUL]
      : []),
    ...read.notes,
    ...noteDoubts(deadlines, lender),
    ...noteDamagedTimes(text, deadlines),
    ...noteUnreadTimes(text, deadlines),
    ...noteDropped(dropped, deadlines),
    ...noteUnreadWordings(text, deadlines, dropped),
  ]
    // A title need not say who is responsible: its items do.
    .filter((note) => kind === 'task' || note !== NOBODY_NAMED)
    .map((note) => (isGeneral && note === NOBODY_NAMED ? NOBODY_AS_RULE : note))
    .map((note): Note => ({ ...note, directive: block.number, page: block.page }));
  return {
    number: block.number,
    text: block.content.text,
    kind,
    parent: place.parent,
    page: block.page,
    pieces: block.content.pieces,
    confidence: null,
    needsReview: notes.some((note) => note.level !== 'info'),
    clarity: judgeClarity(read.assignments, read.isHeading),
    assignments: read.assignments,
    notes,
  };
};

/**
 * Makes the directives of an outlined document, in reading order, annex rows last: bodies with roles and inheritance,
 * deadlines at their clauses, cited documents. — chỉ đạo, nhiệm vụ
 *
 * `extractDirectives(document, { issuedOn: '2025-06-10', heldOn: null, makeId: (number) => number })`.
 */
export const extractDirectives = (
  document: OutlinedDocument,
  { makeId, issuedOn, heldOn, traceOf, knownNames = [] }: DirectiveContext,
): { readonly directives: readonly Directive[]; readonly notes: readonly Note[] } => {
  const glossary = readGlossary(document.blocks.map((block) => block.content.text).join('\n'));
  const context = { issuedOn, glossary, known: compileNames(knownNames) };
  const findIn: DeadlineReader = (text, trace, onDrop) => readDeadlines(text, { issuedOn, heldOn, trace, onDrop });
  const places = placeInTree(document.blocks);
  const broken = findBroken(document.blocks, ({ index }) => places.get(index)?.hasItems === true);
  const walked = walkBlocks(document.blocks, context, broken, findIn, traceOf);
  const blocks = walked.filter(({ block }) => block.isDirective);
  const placeOf = ({ block }: ReadBlock): Place => places.get(block.index) ?? TOP;
  const kindOf = (one: ReadBlock): DirectiveKind => judgeKind(one, placeOf(one));
  const general = findGeneral(
    walked,
    (one) => kindOf(one) === 'task',
    ({ read }) => read.notes.includes(NOBODY_NAMED),
  );
  // Of the header only the abstract cites; beside and below it stand place, date and addressees.
  const head = readTitle(document.head).subject ?? '';
  const texts = [
    ...document.blocks.map((block) => block.content.text),
    ...document.annexRows.map((row) => row.task.text),
  ];
  const [, ...cited] = readReferences([head, ...texts], { issuedOn });
  const bare = [
    ...blocks.map((read) => ({
      ...readBlock(
        read,
        {
          place: placeOf(read),
          kind: kindOf(read),
          isGeneral: general.has(read.block.index),
          isBroken: broken.has(read.block.index),
        },
        issuedOn ?? heldOn,
      ),
      references: cited[read.block.index] ?? [],
    })),
    ...document.annexRows.map((row, at) => ({
      ...readAnnexRow(row, context, findIn, issuedOn ?? heldOn),
      references: cited[document.blocks.length + at] ?? [],
    })),
  ];
  const directives = bare.map((one): Directive => ({ ...one, id: makeId(one.number) }));
  const count = general.size;
  return {
    directives,
    notes: [
      ...(directives.length > 0 ? [] : [makeNote('directives/none-found', {})]),
      ...(count > 0 ? [makeNote('directives/nobody-as-rule', {}, { count })] : []),
    ],
  };
};
