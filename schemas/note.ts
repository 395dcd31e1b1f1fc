import { z } from 'zod';
import { Bilingual, fillSentence } from './bilingual.js';
import { NOTE_LEVELS, type NoteLevel } from './note-rules/rule-text.js';
import { NOTE_RULE_IDS, NOTE_RULES, type NoteRule } from './note-rules.js';
import { Span } from './span.js';

export { Bilingual } from './bilingual.js';

/**
 * Something worth saying about a document: data, not an exception; made by `makeNote`. — ghi chú
 * `error`: a part was lost. `review`: a person should look. `info`: worth keeping, no action.
 */
export const Note = z
  .object({
    level: z.enum(NOTE_LEVELS),
    /** Stable id of the rule that wrote it, `room/what`: `outline/number-gap`. docs/notes.md lists them all. */
    rule: z.enum(NOTE_RULE_IDS),
    message: Bilingual,
    page: z.int().optional(),
    /** Number path of the directive that it is about. */
    directive: z.string().optional(),
    /** Place in the document's repaired text. */
    span: Span.optional(),
    expected: z.string().optional(),
    actual: z.string().optional(),
  })
  .readonly();
export type Note = z.infer<typeof Note>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Names<Rule extends NoteRule> = NamesIn<(typeof NOTE_RULES)[Rule]['message']['vi']>;
type Placing = Pick<Note, 'page' | 'directive' | 'span' | 'expected' | 'actual'>;

/** Where a note stands and what it compares; what its sentence has in braces must be there. `level` only to be milder. */
export type NotePlace<Rule extends NoteRule> = Placing & { readonly level?: NoteLevel } & {
  readonly [Name in Names<Rule> & keyof Placing]: NonNullable<Placing[Name]>;
};

/** What else the sentence of a rule has in braces: a number, a date or a sentence of its own. */
export type NoteValues<Rule extends NoteRule> = Readonly<
  Record<Exclude<Names<Rule>, keyof Placing>, string | number | Bilingual>
>;

/**
 * Makes a note by a rule of the list; the only way to make one. The compiler asks for what its sentence has in braces.
 * `makeNote('paginate/page-broken', { page: 3 }).message.en === 'Page 3 of the PDF cannot be read.'`
 */
export const makeNote = <Rule extends NoteRule>(
  rule: Rule,
  place: NotePlace<Rule>,
  ...[more]: keyof NoteValues<Rule> extends never ? [] : [NoteValues<Rule>]
): Note => {
  const { level, message } = NOTE_RULES[rule];
  const { page, expected, actual } = place;
  return {
    level,
    rule,
    message: fillSentence(message, { page, expected, actual, ...more }),
    ...place,
  };
};
