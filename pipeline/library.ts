import { findDeadlines as findDeadlinesIn } from '../extractors/deadlines/index.js';
import { type ExplainedStep, explainWork } from '../extractors/explain-steps.js';
import { convertLegacy } from '../language/writing/legacy-encodings.js';
import { toNfc } from '../language/writing/unicode.js';
import type { Deadline } from '../schemas/directive.js';
import type { ExportedDocument } from '../schemas/export.js';
import type { IsoDate } from '../schemas/span.js';
import type { SecrecyPolicy } from './base/contract.js';
import { PipelineError } from './base/errors.js';
import { buildPipeline, type Pipeline } from './build-pipeline.js';
import { splitPages } from './paginate/split-pages.js';
import { judgeText } from './quality/judge-text.js';
import { recognizeText } from './recognize-text.js';
import { loadRepairer, type RepairResult } from './repair/repairer.js';
import { DAY_OR_NULL, type OptionRule, requireOptions, requireText, TEXT } from './require-arguments.js';
import { runFromText } from './run-document.js';
import { refuseClassified } from './secrecy/refuse-classified.js';

export type { ExplainedStep } from '../extractors/explain-steps.js';
export type { Assignment, Body, Deadline, Directive, Reference } from '../schemas/directive.js';
export type { ExportedDocument } from '../schemas/export.js';
export { PipelineError } from './base/errors.js';
export type { RepairResult } from './repair/repairer.js';

/**
 * Finds every deadline that a text gives. — thời hạn
 * Spans are in the NFC form of the text. Without `issuedOn` no missing year is filled in, and relative deadlines have
 * no day. Throws `usage` for wrong arguments, as every function here does.
 * @example findDeadlines('Hoàn thành trước ngày 15/6', { issuedOn: '2025-05-02' })[0].due // '2025-06-15', inferred
 */
export const findDeadlines = (
  text: string,
  options: { readonly issuedOn?: IsoDate | null } = {},
): readonly Deadline[] => {
  requireText('findDeadlines', text);
  requireOptions('findDeadlines', options, { issuedOn: DAY_OR_NULL });
  return findDeadlinesIn(toNfc(text), { issuedOn: options.issuedOn ?? null });
};

/** What a caller may allow of papers that bear, or may bear, a secrecy mark. */
const SECRECY: OptionRule = {
  expected: "'refuse', 'allow-likely' or 'allow'",
  holds: (value) => value === 'refuse' || value === 'allow-likely' || value === 'allow',
};

const refuseText = (text: string, policy: SecrecyPolicy | undefined): void =>
  refuseClassified(
    splitPages(text).map((page, index) => ({ number: index + 1, text: page })),
    policy,
  );

/** Why the deadlines of a text are what they are. */
export interface DeadlineExplanation {
  readonly found: readonly Deadline[];
  /** Times that are no deadline, each with the rule that dropped it and its sentence. */
  readonly dropped: readonly ExplainedStep[];
  /** Times that are part of another one, or that a neighbour changed. */
  readonly changed: readonly ExplainedStep[];
}

/**
 * Finds deadlines as findDeadlines does and tells what else was taken for one at first, and by which rule it was dropped.
 * Spans are in the NFC form of the text. — vì sao
 * @example explainDeadlines('Theo kế hoạch năm 2025').dropped[0].rule // 'drop-unsupported/names-noun'
 */
export const explainDeadlines = (
  text: string,
  options: { readonly issuedOn?: IsoDate | null } = {},
): DeadlineExplanation => {
  requireText('explainDeadlines', text);
  requireOptions('explainDeadlines', options, { issuedOn: DAY_OR_NULL });
  const issuedOn = options.issuedOn ?? null;
  const { result: found, steps } = explainWork((trace) => findDeadlinesIn(toNfc(text), { issuedOn, trace }));
  return {
    found,
    dropped: steps.filter(({ deed }) => deed === 'dropped'),
    changed: steps.filter(({ deed }) => deed === 'changed' || deed === 'merged'),
  };
};

/**
 * Repairs text whose diacritics were lost or mangled; good text comes back as it was, legacy encodings are converted.
 * Spans of the edits are in the NFC form of the text. Throws `model-missing` when the package lost its model, `file-classified` or
 * `file-perhaps-classified` for a paper with a secrecy mark, unless `secrecy` allows it.
 * @example repairText('Uy ban nhan dan tinh').text // 'Ủy ban nhân dân tỉnh'
 */
export const repairText = (text: string, options: { readonly secrecy?: SecrecyPolicy } = {}): RepairResult => {
  requireText('repairText', text);
  requireOptions('repairText', options, { secrecy: SECRECY });
  const raw = toNfc(text);
  refuseText(raw, options.secrecy);
  const { quality } = judgeText(raw);
  const result =
    quality === 'tcvn3' || quality === 'vni'
      ? { ...convertLegacy(raw, quality), doubtful: [], confidence: null }
      : loadRepairer().repair(raw, { quality });
  // Repair may make a stamp readable.
  refuseText(result.text, options.secrecy);
  return result;
};

let pipeline: Pipeline | undefined;

const emptyText = (): PipelineError =>
  new PipelineError(
    'file-empty',
    {
      vi: 'Văn bản rỗng: cần nội dung, nhưng không có chữ nào.',
      en: 'The text is empty: expected a document, got none.',
    },
    { vi: 'Đưa vào toàn văn của văn bản.', en: 'Pass the whole text of the document.' },
  );

export interface ExtractOptions {
  /** Name under which the text is known; 'text' when not given. */
  readonly path?: string;
  /** Papers with a secrecy mark are refused unless it is allowed here. */
  readonly secrecy?: SecrecyPolicy;
}

/**
 * Reads every document in a text: header, directives, bodies, deadlines, references, in the shape of the export.
 * Pages are parted by form feeds. Throws `file-empty` for white space alone, `file-classified` or
 * `file-perhaps-classified` for a paper with a secrecy mark.
 */
export const extractDocuments = (
  text: string,
  options: ExtractOptions = {},
): readonly [ExportedDocument, ...ExportedDocument[]] => {
  requireText('extractDocuments', text);
  requireOptions('extractDocuments', options, { path: TEXT, secrecy: SECRECY });
  if (text.trim() === '') throw emptyText();
  pipeline ??= buildPipeline();
  const [first, ...others] = runFromText(
    recognizeText(text, options.path ?? 'text'),
    pipeline,
    [],
    options.secrecy,
  ).documents;
  if (first === undefined) throw emptyText();
  return [first, ...others];
};

/**
 * Reads one document; of a text that holds several, the first (a note says that there are more: see extractDocuments).
 * @example extractText(text).directives.map((directive) => directive.number)
 */
export const extractText = (text: string, options: ExtractOptions = {}): ExportedDocument =>
  extractDocuments(text, options)[0];
