import { AUDIT_RULES } from '../../output/audit/audit-rules.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import type { NoteRuleText } from '../../schemas/note-rules/rule-text.js';
import { NOTE_RULE_IDS, NOTE_RULES, type NoteRule } from '../../schemas/note-rules.js';

const both = ({ vi, en }: Bilingual): string => `${vi}<br>*${en}*`;

const renderLevel = ({ level, milder }: NoteRuleText): string =>
  milder === undefined ? level : `${level}; \`info\`: ${both(milder)}`;

const renderRule = (rule: NoteRule): string => {
  const text: NoteRuleText = NOTE_RULES[rule];
  return `| \`${rule}\` | ${renderLevel(text)} | ${both(text.message)} | ${both(text.advice)} |`;
};

const INTRODUCTION = `# Notes: what the program says about a document

Generated from schemas/note-rules.ts and output/audit/audit-rules.ts by \`npm run reference\`; a test fails when it is not
current, and another when a rule is raised by nobody or a note is made past the list.

A note has a rule, a level and one sentence in Vietnamese and English; where it applies also a page, a directive, a place in
the text, what was expected and what stands there.

- **error**: a part of the paper was lost. **review**: a person should look; the document or task counts as "cần xem lại".
  **info**: worth keeping, nothing to do.
- **Ids are stable**: an id is never given another meaning. New versions may add ids, so readers should show a rule that they
  do not know by its sentence.
- What stands in \`{braces}\` is filled in: a number, a date, a page.
`;

/** docs/notes.md, made from the two closed lists: every rule with its level, its sentence and what the reader should do. */
export const renderNotesDoc = (): string =>
  [
    INTRODUCTION,
    '## Notes of documents and tasks',
    '',
    '| rule | level | sentence | what to do |',
    '|---|---|---|---|',
    ...NOTE_RULE_IDS.map(renderRule),
    '',
    '## Findings of `ketluan audit`',
    '',
    'These are made anew each time and not stored.',
    '',
    '| rule | heading | what to do |',
    '|---|---|---|',
    ...Object.entries(AUDIT_RULES).map(
      ([rule, { name, advice }]) => `| \`${rule}\` | ${both(name)} | ${both(advice)} |`,
    ),
    '',
  ].join('\n');
