import { TRACE_RULES } from '../../extractors/trace-rules.js';
import { AUDIT_RULES } from '../../output/audit/audit-rules.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import type { NoteRuleText } from '../../schemas/note-rules/rule-text.js';
import { NOTE_RULE_IDS, NOTE_RULES, type NoteRule } from '../../schemas/note-rules.js';
import { VERDICT_RULES } from '../../schemas/verdict-rules.js';

const both = ({ vi, en }: Bilingual): string => `${vi}<br>*${en}*`;

const renderLevel = ({ level, milder }: NoteRuleText): string =>
  milder === undefined ? level : `${level}; \`info\`: ${both(milder)}`;

const renderRule = (rule: NoteRule): string => {
  const text: NoteRuleText = NOTE_RULES[rule];
  return `| \`${rule}\` | ${renderLevel(text)} | ${both(text.message)} | ${both(text.advice)} |`;
};

const INTRODUCTION = `# Notes: what the program says about a document

Generated from the lists of rules in schemas, extractors and output/audit by \`npm run reference\`; a test fails when it is
not current, and another when a rule is raised by nobody or a note is made past the list.

A note has a rule, a level and one sentence in Vietnamese and English; where it applies also a page, a directive, a place in
the text, what was expected and what stands there.

- **error**: a part of the paper was lost. **review**: a person should look; the document or task counts as "cần xem lại".
  **info**: worth keeping, nothing to do.
- **Ids are stable**: an id is never given another meaning. New versions may add ids, so readers should show a rule that they
  do not know by its sentence.
- What stands in \`{braces}\` is filled in: a number, a date, a page.
`;

/** docs/notes.md, made from the closed lists: every rule with its level, its sentence and what the reader should do. */
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
    '## Reasons that `ketluan explain` gives',
    '',
    'Not stored either: they come from reading the text once more. First why a block of a paper is a task or none.',
    '',
    '| rule | because |',
    '|---|---|',
    ...Object.entries(VERDICT_RULES).map(([rule, sentence]) => `| \`${rule}\` | ${both(sentence)} |`),
    '',
    'Then what was found, dropped, joined or changed, and why a body has its role.',
    '',
    '| rule | deed | because |',
    '|---|---|---|',
    ...Object.entries(TRACE_RULES).map(([rule, { deed, sentence }]) => `| \`${rule}\` | ${deed} | ${both(sentence)} |`),
    '',
  ].join('\n');
