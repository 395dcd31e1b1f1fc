import { CONTENT_RULES } from './note-rules/content-rules.js';
import { DEADLINE_RULES } from './note-rules/deadline-rules.js';
import { HEADER_RULES } from './note-rules/header-rules.js';
import { IDENTITY_RULES } from './note-rules/identity-rules.js';
import { SIGNATURE_RULES } from './note-rules/signature-rules.js';
import { TEXT_RULES } from './note-rules/text-rules.js';
import { WORD_RULES } from './note-rules/word-rules.js';

/**
 * Every rule by which something is noted about a document, by its stable id `room/what`: the closed list. An id is never
 * given another meaning; a rule that is no longer raised leaves the list, and what older databases hold of it is read as
 * `outline/rule-unknown`, by its stage. Notes are made by `makeNote` alone. — quy tắc ghi chú
 */
export const NOTE_RULES = {
  ...TEXT_RULES,
  ...SIGNATURE_RULES,
  ...WORD_RULES,
  ...HEADER_RULES,
  ...DEADLINE_RULES,
  ...CONTENT_RULES,
  ...IDENTITY_RULES,
} as const;

export type NoteRule = keyof typeof NOTE_RULES;

/** True for an id of the list: of stored notes an older or newer version may know other ones. */
export const isNoteRule = (rule: string): rule is NoteRule => Object.hasOwn(NOTE_RULES, rule);

/** Every id, in the order of the pipeline. */
export const NOTE_RULE_IDS = Object.keys(NOTE_RULES).filter(isNoteRule);

/**
 * The rule of a stored note. One that this version does not know is `rule-unknown` of the stage that made the note:
 * `readNoteRule('outline/gone') === 'outline/rule-unknown'`; rooms that bear no stage's name are the extractors'.
 */
export const readNoteRule = (stored: string): NoteRule => {
  const unknown = `${stored.split('/')[0]}/rule-unknown`;
  return isNoteRule(stored) ? stored : isNoteRule(unknown) ? unknown : 'extract/rule-unknown';
};

const UNREAD: readonly NoteRule[] = [
  'paginate/pdf-cut-off',
  'paginate/image-cut-off',
  'paginate/page-broken',
  'recognize/page-lost',
];

/** True of a note which says that nothing of a page was read, or that pages of the file may be lost; a blank page is none. */
export const tellsUnreadPage = ({
  rule,
  actual,
}: {
  readonly rule: NoteRule;
  readonly actual?: string | undefined;
}): boolean => UNREAD.includes(rule) || (rule === 'recognize/no-text' && actual !== 'blank');
