import { readAssignments } from '../extractors/assignments/index.js';
import { readDeadlines } from '../extractors/deadlines/lend-year.js';
import { extractDirectives } from '../extractors/directives/index.js';
import { type ExplainedStep, explainStep, explainWork } from '../extractors/explain-steps.js';
import { readHeader } from '../extractors/header/index.js';
import { findReferences } from '../extractors/references/index.js';
import { toNfc } from '../language/writing/unicode.js';
import type { Bilingual } from '../schemas/bilingual.js';
import type { Assignment, Directive, Reference } from '../schemas/directive.js';
import type { IsoDate } from '../schemas/span.js';
import type { OutlinedDocument, RepairedDocument } from '../schemas/stages.js';
import { VERDICT_RULES, type VerdictRule } from '../schemas/verdict-rules.js';
import { createIdMaker, makeDocumentId } from './extract/stage.js';
import { judgeItem, judgeParagraph } from './outline/judge.js';
import { outline } from './outline/stage.js';
import { recognizeText } from './recognize-text.js';
import { repair } from './repair/stage.js';
import { refuseClassified } from './secrecy/refuse-classified.js';

/** One item of a paper, or a text by itself, with why it was read as it was. — giải thích */
export interface ExplainedItem {
  /** Id of the directive; null for a block that is none and for a text that was typed. */
  readonly id: string | null;
  readonly number: string;
  readonly text: string;
  /** Whether it gives work, by which rule, and that rule's sentence. */
  readonly isDirective: boolean;
  /** What a directive is: lead-ins and headings are no tasks; null for what is no directive. */
  readonly kind: Directive['kind'] | null;
  readonly verdict: { readonly rule: VerdictRule; readonly sentence: Bilingual };
  /** What was found, in the shape of the export; nothing of what is no directive. */
  readonly assignments: readonly Assignment[];
  readonly references: readonly Reference[];
  /** Who found, dropped, joined or changed what, and why each body has its role. */
  readonly steps: readonly ExplainedStep[];
}

const explainVerdict = (rule: VerdictRule): ExplainedItem['verdict'] => ({ rule, sentence: VERDICT_RULES[rule] });

// 1. | 2.3. | a) | - : what is typed with its mark is judged as a numbered item
const ITEM_MARK = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[-+•])\s+/u;

/**
 * Explains a sentence or an item that stands by itself, as if conclusions had begun above it.
 * `explainText('Theo kế hoạch năm 2025', { issuedOn: '2025-03-01' }).steps` tells why "năm 2025" is no deadline.
 */
export const explainText = (given: string, { issuedOn }: { readonly issuedOn: IsoDate | null }): ExplainedItem => {
  const text = toNfc(given).trim();
  const mark = ITEM_MARK.exec(text)?.[0];
  const { isDirective, why } =
    mark === undefined ? judgeParagraph(text, 'open', true) : judgeItem(text.slice(mark.length), 'open');
  const { result, steps } = explainWork((trace) => {
    const deadlines = readDeadlines(text, { issuedOn, heldOn: null, trace });
    const { assignments } = readAssignments(text, { issuedOn, deadlines, trace });
    return { assignments, references: findReferences(text, { issuedOn, trace }) };
  });
  const kind = isDirective ? 'task' : null;
  return { id: null, number: '', text, isDirective, kind, verdict: explainVerdict(why), ...result, steps };
};

interface Dates {
  readonly issuedOn: IsoDate | null;
  readonly heldOn: IsoDate | null;
}

/** A row of an annex: its columns say who, and its own column when. — dòng phụ lục */
const explainRow = (
  { id, number, text, assignments, references }: Directive,
  due: string,
  dates: Dates,
): ExplainedItem => {
  const { steps } = explainWork((trace) => {
    for (const { name, role } of assignments.flatMap(({ bodies }) => bodies))
      trace({
        rule: 'role/annex-column',
        text: name,
        span: { start: text.length, end: text.length },
        values: { role },
      });
    readDeadlines(due, { ...dates, trace });
  });
  return {
    id,
    number,
    text,
    isDirective: true,
    kind: 'task',
    verdict: explainVerdict('judge/annex-row'),
    assignments,
    references,
    steps,
  };
};

/**
 * Explains every block of an outlined document in reading order, tasks and others. `issuedOn` stands in for a blank date.
 */
const explainDocument = (
  document: OutlinedDocument,
  id: string,
  issuedOn: IsoDate | null,
): readonly ExplainedItem[] => {
  const { header } = readHeader(document);
  const dates = { issuedOn: header.issuedOn ?? issuedOn, heldOn: header.heldOn };
  const steps = new Map<number, readonly ExplainedStep[]>();
  const { directives } = extractDirectives(document, {
    ...dates,
    makeId: createIdMaker(id),
    traceOf: ({ index }) => {
      const own: ExplainedStep[] = [];
      steps.set(index, own);
      return (step) => own.push(explainStep(step));
    },
  });
  const left = [...directives];
  const blocks = document.blocks.map((block): ExplainedItem => {
    const at = block.isDirective ? left.findIndex((one) => one.number === block.number) : -1;
    const [directive] = at < 0 ? [] : left.splice(at, 1);
    return {
      id: directive?.id ?? null,
      number: block.number,
      text: block.content.text,
      isDirective: block.isDirective,
      kind: directive?.kind ?? null,
      verdict: explainVerdict(block.why),
      assignments: directive?.assignments ?? [],
      references: directive?.references ?? [],
      steps: block.isDirective ? (steps.get(block.index) ?? []) : [],
    };
  });
  const rows = left.map((directive, at) => explainRow(directive, document.annexRows[at]?.due ?? '', dates));
  return [...blocks, ...rows];
};

/** Explains all documents of a file from its repaired text, which is what the store keeps of it. */
export const explainRepaired = (repaired: RepairedDocument, issuedOn: IsoDate | null): readonly ExplainedItem[] =>
  outline
    .run(repaired)
    .value.documents.flatMap((document, index) =>
      explainDocument(document, makeDocumentId(repaired.file.sha256, index + 1), issuedOn),
    );

/**
 * Explains what was typed or what a text file holds: a whole paper block by block, a sentence or an item by itself.
 * Throws `file-classified` for a paper with a secrecy mark.
 */
export const explainTyped = (
  text: string,
  { issuedOn }: { readonly issuedOn: IsoDate | null },
): readonly ExplainedItem[] => {
  const recognized = recognizeText(text, 'text');
  refuseClassified(recognized.pages);
  const { value } = repair.run(recognized);
  const blocks = outline.run(value).value.documents.reduce((sum, document) => sum + document.blocks.length, 0);
  return blocks > 1 ? explainRepaired(value, issuedOn) : [explainText(text, { issuedOn })];
};
