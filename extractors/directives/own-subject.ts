import { readTokens } from '../../language/writing/tokens.js';
import type { Body } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { NAME_CUT, OWN_SUBJECT } from '../assignments/doubts.js';
import { NOBODY_NAMED, type ReadAssignments } from '../assignments/index.js';
import { inheritBody } from '../assignments/inheritance.js';
import { endOfObliged, readAgent } from '../assignments/own-subject.js';
import { normalizeName } from '../bodies/abbreviations.js';
import { readKind } from '../bodies/name-parts.js';

/** What a heading may end in that is no part of the name; what it puts in brackets are examples. */
const HEADING_END = /(?<=[^\s:,])(?:,?\s+(?:có|chịu) trách nhiệm)(?:\s(?:như )?sau)?$/u;
const EXAMPLES = /(?<=\S)\s?\([^()]{0,200}\)$/u;
const NAME_AT_MOST = 160;

const nameOf = (text: string, isHeading: boolean): string | undefined => {
  const tokens = readTokens(text);
  const agent = tokens[0]?.isCapital === true ? readAgent(tokens, 0) : undefined;
  if (agent === undefined) return undefined;
  if (isHeading && agent.isSure && !/[.;!?](?:\s|$)/u.test(text))
    return text.trimEnd().replace(/:$/u, '').trimEnd().replace(HEADING_END, '').replace(EXAMPLES, '');
  const end = endOfObliged(tokens, 0, tokens.length);
  return end === undefined ? undefined : text.slice(0, tokens[end - 1]?.end ?? 0);
};

/**
 * True where what was read of the subject is too little: nobody, somebody from above, or its first words: "Các đơn vị" of
 * "Các đơn vị cấp nước sạch".
 */
const isCut = (own: readonly Body[], name: string, at: number): boolean => {
  if (own.length === 0) return true;
  const [only] = own;
  if (only?.span === undefined || own.length > 1 || only.span.start !== at) return false;
  return only.span.end < at + name.length && /^\s\p{Ll}/u.test(name.slice(only.span.end - at));
};

/** What may stand behind the names of a title that has no colon: their duty, or that they lead. */
const TITLE_ENDS = /^,?\s*(?:(?:có|chịu)\s+trách nhiệm|chủ trì|phối hợp với|chỉ đạo|thực hiện|tổ chức|triển khai|\()/u;

/**
 * Doubts a title without a colon whose last name does not reach its end: "1. Các tập đoàn, các doanh nghiệp *phối hợp hoạt động
 * trong ngành* | a) Rà soát …": the items below would inherit half a name.
 */
const doubtCutTitle = (read: ReadAssignments, { text, hasItems }: ItemText): ReadAssignments => {
  if (!hasItems || text.length > NAME_AT_MOST || /[.:;,!?]/u.test(text.trimEnd().slice(-1))) return read;
  const ends = read.assignments.flatMap(({ bodies }) =>
    bodies.flatMap(({ role, span }) => (role === 'lead' && span ? [span.end] : [])),
  );
  const rest = ends.length === 0 ? '' : text.slice(Math.max(...ends)).trim();
  return rest === '' || TITLE_ENDS.test(rest) ? read : { ...read, notes: [...read.notes, NAME_CUT] };
};

/** What stands behind a name that is a title's only one. */
const DUTY_ONLY = /^,?\s?(?:(?:có|chịu) trách nhiệm(?: (?:như )?sau)?)?\s?:?$/u;

interface ItemText {
  readonly text: string;
  /** Where the text begins behind the item's mark. */
  readonly at: number;
  readonly hasItems: boolean;
}

/**
 * Names the subject of an item as it is written, where no list knows it and what stands above would take its place: a heading
 * ("12. Các tổ chức, cá nhân khai thác nước dưới đất có trách nhiệm"), or what stands before its duty. With a doubt.
 */
export const nameOwnSubject = (read: ReadAssignments, item: ItemText): ReadAssignments => {
  const { text, at, hasItems } = item;
  const name = nameOf(text.slice(at), hasItems)?.trim();
  const [first, ...others] = read.assignments;
  if (name === undefined || name === '' || name.length > NAME_AT_MOST || first === undefined)
    return doubtCutTitle(read, item);
  if (
    !isCut(
      first.bodies.filter((body) => body.role === 'lead' && !body.inherited),
      name,
      at,
    )
  )
    return read;
  const body: Body = {
    name,
    role: 'lead',
    inherited: false,
    span: { start: at, end: at + name.length },
    normalized: normalizeName(name),
    ...readKind(name),
    confidence: null,
  };
  // A title that is the name and nothing else hides no other subject: what is told of it is that no list knows it.
  const isWhole = hasItems && DUTY_ONLY.test(text.slice(at + name.length).trim());
  const notes: readonly Note[] = read.notes.filter(
    (note) => note !== NOBODY_NAMED && !(isWhole && note.rule === OWN_SUBJECT.rule),
  );
  return {
    ...read,
    assignments: [{ ...first, bodies: [body, ...first.bodies.filter((one) => one.role !== 'lead')] }, ...others],
    notes: [...notes, makeNote('assignments/unknown-name', { actual: name })],
    handsDown: hasItems ? { bodies: [inheritBody(body)], directs: false, from: 'parent' } : read.handsDown,
    isHeading: read.isHeading || hasItems,
  };
};
