import type { ExportedDocument } from '../schemas/export.js';
import type { Bilingual, Note } from '../schemas/note.js';
import type {
  FileInfo,
  IntakeFile,
  PaginatedDocument,
  RecognizedDocument,
  RepairedDocument,
} from '../schemas/stages.js';
import type { RunContext, SecrecyPolicy, Stage } from './base/contract.js';
import { ERRORS, isErrorCode, PipelineError, toPipelineError } from './base/errors.js';
import type { Pipeline } from './build-pipeline.js';
import { refuseClassified } from './secrecy/refuse-classified.js';

/** What one file came to. A bad file is a result, not a throw. */
export type DocumentOutcome =
  | {
      readonly kind: 'done';
      readonly file: FileInfo;
      readonly repaired: RepairedDocument;
      readonly documents: readonly ExportedDocument[];
    }
  | { readonly kind: 'failed'; readonly file: FileInfo | null; readonly error: PipelineError };

/** A file that was read: its text and what was found in it. */
export type FileRead = Extract<DocumentOutcome, { kind: 'done' }>;

const runStage = async <Input, Output>(
  stage: Stage<Input, Output>,
  input: Input,
  context: RunContext,
  notes: Note[],
): Promise<Output> => {
  context.signal.throwIfAborted();
  const result = await stage.run(input, context);
  notes.push(...result.notes);
  return result.value;
};

/** Kinds of loss that are told of one file; more say nothing new. */
const MOST_LOSSES = 3;

/** That nothing was read, and of each kind of loss what is said of its first page. */
const nothingRead = (notes: readonly Note[]): Bilingual => {
  const losses = notes.filter(({ level, page }) => page !== undefined && level !== 'info');
  const kinds = [...new Map(losses.toReversed().map((note) => [`${note.rule} ${note.actual}`, note])).values()];
  const told = kinds.toReversed().slice(0, MOST_LOSSES);
  return {
    vi: ['Không trang nào của tệp đọc được.', ...told.map(({ message }) => message.vi)].join(' '),
    en: ['No page of the file could be read.', ...told.map(({ message }) => message.en)].join(' '),
  };
};

/** The one code that every page of a file was lost by, with the words of the first; undefined when they differ. */
const findSharedLoss = (pageCount: number, notes: readonly Note[]): PipelineError | undefined => {
  // What a page was lost by is the code of an error.
  const lost = notes.filter(
    ({ level, page, actual }) => level === 'error' && page !== undefined && isErrorCode(actual ?? ''),
  );
  const [first] = lost;
  const code = first?.actual;
  if (first === undefined || code === undefined || !isErrorCode(code)) return undefined;
  if (lost.length < pageCount || lost.some(({ actual }) => actual !== code)) return undefined;
  return new PipelineError(code, first.message, ERRORS[code].todo);
};

/** A file without a word: what became of its pages is its own reason, and a passing fault of OCR stays a passing one. */
const requireText = (recognized: RecognizedDocument, notes: readonly Note[]): void => {
  if (recognized.pages.some((page) => page.text.trim() !== '')) return;
  const shared = findSharedLoss(recognized.pages.length, notes);
  if (shared !== undefined) throw shared;
  throw new PipelineError('file-broken', nothingRead(notes), {
    vi: 'Mở tệp để kiểm tra; nếu là bản quét mờ hoặc trắng, hãy quét lại ở 300 dpi.',
    en: 'Open the file to check it; if the scan is blank or too faint, scan it again at 300 dpi.',
  });
};

/** Puts the remarks of the earlier stages on the first document of the file. */
const attachNotes = (documents: readonly ExportedDocument[], notes: readonly Note[]): readonly ExportedDocument[] => {
  if (notes.length === 0) return documents;
  const [first, ...others] = documents;
  if (first === undefined) return documents;
  const merged = [...notes, ...first.document.notes];
  const needsReview = first.document.needsReview || notes.some((note) => note.level !== 'info');
  return [{ ...first, document: { ...first.document, notes: merged, needsReview } }, ...others];
};

/** The first stage alone: bytes and hash, so that the caller can tell a duplicate before any work is spent on it. */
export const openFile = async (path: string, pipeline: Pipeline, context: RunContext): Promise<IntakeFile> =>
  (await pipeline.intake.run(path, context)).value;

/** `asked`: the texts of all pages, where they were asked already; pages that still say the same are not asked twice. */
const refuseClassifiedText = (
  { rawText, text, pages }: RepairedDocument,
  policy: SecrecyPolicy | undefined,
  asked: readonly string[],
): void => {
  const raw = pages.map(({ number, rawSpan }) => ({ number, text: rawText.slice(rawSpan.start, rawSpan.end) }));
  const isSame = raw.length === asked.length && raw.every((page, i) => page.text === asked[i]);
  if (!isSame) refuseClassified(raw, policy);
  if (text === rawText) return;
  // Repair may make a stamp readable that was damaged before.
  refuseClassified(
    pages.map(({ number, span }) => ({ number, text: text.slice(span.start, span.end) })),
    policy,
  );
};

/**
 * From repaired text on: outline and extraction, with the notes of the stages before them. Synchronous and pure. `asked`: the
 * texts of the pages, where their marks of secrecy were sought before.
 */
export const runFromRepaired = (
  repaired: RepairedDocument,
  pipeline: Pipeline,
  earlier: readonly Note[] = [],
  policy?: SecrecyPolicy,
  asked: readonly string[] = [],
): readonly ExportedDocument[] => {
  refuseClassifiedText(repaired, policy, asked);
  const outlined = pipeline.outline.run(repaired);
  const { knownNames } = pipeline;
  const extracted = pipeline.extract.run({ ...outlined.value, ...(knownNames === undefined ? {} : { knownNames }) });
  return attachNotes(extracted.value.documents, [...earlier, ...outlined.notes, ...extracted.notes]);
};

/** From recognized text on: repair, outline, extraction. Synchronous and pure but for the model's file. */
export const runFromText = (
  recognized: RecognizedDocument,
  pipeline: Pipeline,
  earlier: readonly Note[] = [],
  policy?: SecrecyPolicy,
  asked: readonly string[] = [],
): { readonly repaired: RepairedDocument; readonly documents: readonly ExportedDocument[] } => {
  const { value: repaired, notes } = pipeline.repair.run(recognized);
  return { repaired, documents: runFromRepaired(repaired, pipeline, [...earlier, ...notes], policy, asked) };
};

/** A text layer can give the mark away before a minute of OCR is spent. */
const paginateUnmarked = async (
  intake: IntakeFile,
  pipeline: Pipeline,
  context: RunContext,
  notes: Note[],
): Promise<PaginatedDocument> => {
  const paginated = await runStage(pipeline.paginate, intake, context, notes);
  refuseClassified(
    paginated.pages.map(({ number, layerText, aside }) => ({ number, text: layerText, aside })),
    context.secrecy,
  );
  return paginated;
};

/**
 * Asks a file for a mark of secrecy in the text that lies in it, as runDocument does first of all. Rejects with
 * `file-classified` or `file-perhaps-classified`, and with what keeps the file from being opened.
 */
export const askForMark = async (intake: IntakeFile, pipeline: Pipeline, context: RunContext): Promise<void> => {
  await paginateUnmarked(intake, pipeline, context, []);
};

/**
 * Runs one opened file through the chain. Never rejects but for an abort: what goes wrong is in the outcome.
 * A paper with a secrecy mark ends as `file-classified` before its text reaches repair, log or store.
 */
export const runDocument = async (
  intake: IntakeFile,
  pipeline: Pipeline,
  context: RunContext,
): Promise<DocumentOutcome> => {
  const notes: Note[] = [];
  try {
    const paginated = await paginateUnmarked(intake, pipeline, context, notes);
    const asked = paginated.pages.map(({ layerText }) => layerText);
    const recognized = await runStage(pipeline.recognize, paginated, context, notes);
    requireText(recognized, notes);
    context.signal.throwIfAborted();
    const { repaired, documents } = runFromText(recognized, pipeline, notes, context.secrecy, asked);
    return { kind: 'done', file: intake.file, repaired, documents };
  } catch (error) {
    context.signal.throwIfAborted();
    return { kind: 'failed', file: intake.file, error: toPipelineError(error) };
  }
};
