import { convertLegacy } from '../../language/writing/legacy-encodings.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { Span } from '../../schemas/span.js';
import {
  type DoubtfulWord,
  type Edit,
  type RecognizedDocument,
  type RecognizedPage,
  RepairedDocument,
  type RepairedPage,
} from '../../schemas/stages.js';
import type { PureStage } from '../base/contract.js';
import { toRepaired } from '../base/edit-map.js';
import { STAGE_VERSIONS } from '../base/provenance.js';
import { loadRepairer, type RepairOptions, type RepairResult } from './repairer.js';

const PAGE_BREAK = '\f';

/**
 * What is done with a page: what our engine read is corrected by its confidences, old codes are converted; text in good
 * order is searched for scattered misreadings, for another program's OCR may have read it.
 */
type Treatment = 'keep' | 'convert' | 'correct-ocr' | 'correct-text' | 'repair';

const chooseTreatment = ({ origin, quality }: RecognizedPage): Treatment => {
  if (quality === 'tcvn3' || quality === 'vni') return 'convert';
  if (origin === 'ocr' && (quality === 'good' || quality === 'mangled' || quality === 'shredded')) return 'correct-ocr';
  if (quality === 'mangled') return 'repair';
  return quality === 'good' ? 'correct-text' : 'keep';
};

/** A page's new text; spans of edits and words are in the page. */
interface PageText {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly doubtful: readonly DoubtfulWord[];
  readonly confidence: number | null;
}

const shiftSpan = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
const shiftEdit = (edit: Edit, raw: number, repaired: number): Edit => ({
  ...edit,
  raw: shiftSpan(edit.raw, raw),
  repaired: shiftSpan(edit.repaired, repaired),
});
const isInside = (span: Span, outer: Span): boolean => span.start >= outer.start && span.end <= outer.end;

/** Cuts the result for several joined pages into the pages' own. */
const cutResult = (result: RepairResult, rawSpan: Span): PageText => {
  const span = toRepaired(result.edits, rawSpan);
  return {
    text: result.text.slice(span.start, span.end),
    edits: result.edits
      .filter((edit) => isInside(edit.raw, rawSpan))
      .map((edit) => shiftEdit(edit, -rawSpan.start, -span.start)),
    doubtful: result.doubtful
      .filter((word) => isInside(word.span, span))
      .map((word) => ({ ...word, span: shiftSpan(word.span, -span.start) })),
    confidence: result.confidence,
  };
};

/** Where each page lies when they are joined by a form feed. */
const joinPages = (pages: readonly RecognizedPage[]): { readonly text: string; readonly spans: readonly Span[] } => {
  let at = 0;
  const spans = pages.map(({ text }) => {
    const span = { start: at, end: at + text.length };
    at = span.end + PAGE_BREAK.length;
    return span;
  });
  return { text: pages.map(({ text }) => text).join(PAGE_BREAK), spans };
};

/** Treatments that the decoder gives. */
type Queued = Exclude<Treatment, 'keep' | 'convert'>;

/** How the repairer is told what it gets. */
const optionsFor = (
  treatment: Queued,
  wordConfidences: NonNullable<RepairOptions['wordConfidences']>,
): RepairOptions => {
  if (treatment === 'repair') return { quality: 'mangled' };
  return treatment === 'correct-text' ? { quality: 'good' } : { quality: 'good', wordConfidences };
};

/** Pages with one kind of damage are repaired together, so that the channel learns from all of them. */
const repairTogether = (pages: readonly RecognizedPage[], treatment: Queued): readonly PageText[] => {
  if (pages.length === 0) return [];
  const { text, spans } = joinPages(pages);
  const wordConfidences = pages.flatMap((page, i) =>
    page.words.flatMap(({ span, confidence }) =>
      confidence === null ? [] : [{ span: shiftSpan(span, spans[i]?.start ?? 0), confidence }],
    ),
  );
  const result = loadRepairer().repair(text, optionsFor(treatment, wordConfidences));
  return spans.map((span) => cutResult(result, span));
};

const treatPages = (pages: readonly RecognizedPage[]): readonly PageText[] => {
  const treatments = pages.map(chooseTreatment);
  const pick = (wanted: Treatment): RecognizedPage[] => pages.filter((_, i) => treatments[i] === wanted);
  const queues = {
    'correct-ocr': [...repairTogether(pick('correct-ocr'), 'correct-ocr')],
    'correct-text': [...repairTogether(pick('correct-text'), 'correct-text')],
    repair: [...repairTogether(pick('repair'), 'repair')],
  };
  return pages.map((page, i) => {
    const treatment = treatments[i] ?? 'keep';
    const kept = { text: page.text, edits: [], doubtful: [], confidence: page.confidence };
    if (treatment === 'keep') return kept;
    if (treatment === 'convert' && (page.quality === 'tcvn3' || page.quality === 'vni'))
      return { ...kept, ...convertLegacy(page.text, page.quality) };
    if (treatment === 'convert') return kept;
    const done = queues[treatment].shift() ?? kept;
    return treatment === 'repair' ? done : { ...done, confidence: page.confidence };
  });
};

/** A page is worth a look when more of its words than this are doubtful. */
const MOST_DOUBTFUL = 0.05;
/** In text that was taken for good, fewer tell that it is not. */
const MOST_DOUBTFUL_IN_GOOD = 0.01;

/** Where more of its words than this had run together, some are left that nobody could part. */
const MANY_BLANKS = 0.05;

const noteBlanks = (page: RecognizedPage, { text, edits }: PageText): Note[] => {
  const count = edits.filter(({ by }) => by === 'blank').length;
  if (count === 0) return [];
  const place = { page: page.number, actual: String(count) };
  const isMany = count > text.split(/\s+/u).length * MANY_BLANKS;
  return [makeNote('repair/blanks-put-back', isMany ? place : { ...place, level: 'info' })];
};

const noteDoubts = (page: RecognizedPage, treatment: Treatment, { text, edits, doubtful }: PageText): Note[] => {
  if (page.quality === 'shifted' || page.quality === 'foreign' || page.quality === 'shredded')
    return [makeNote('repair/unreadable-text', { page: page.number, actual: page.quality })];
  const most = treatment === 'correct-text' ? MOST_DOUBTFUL_IN_GOOD : MOST_DOUBTFUL;
  const isDoubtful = doubtful.length > 0 && doubtful.length > text.split(/\s+/u).length * most;
  // "Khuditích" in a text in good order stays as it is, and is told.
  const isCorrected = doubtful.length > 0 || edits.some(({ by }) => by !== 'blank');
  const isMended = treatment === 'repair' || (treatment === 'correct-text' && isCorrected);
  if (!isMended && !isDoubtful) return [];
  const place = { page: page.number, actual: String(doubtful.length) };
  return [makeNote('repair/doubtful-words', isDoubtful ? place : { ...place, level: 'info' })];
};

/** Figures that were changed are shown one by one: a wrong date costs more than a look. */
const noteNumbers = (page: RecognizedPage, { text, edits }: PageText, offset: number): Note[] =>
  edits
    .filter((edit) => edit.by === 'number')
    .map((edit) =>
      makeNote('repair/number-changed', {
        page: page.number,
        span: shiftSpan(edit.repaired, offset),
        expected: text.slice(edit.repaired.start, edit.repaired.end),
        actual: page.text.slice(edit.raw.start, edit.raw.end),
      }),
    );

const repairDocument = ({
  file,
  pages,
  signatures,
}: RecognizedDocument): { value: RepairedDocument; notes: Note[] } => {
  const treated = treatPages(pages);
  const edits: Edit[] = [];
  const doubtfulWords: DoubtfulWord[] = [];
  const notes: Note[] = [];
  const repairedPages: RepairedPage[] = [];
  let rawAt = 0;
  let at = 0;
  pages.forEach((page, i) => {
    const done = treated[i] ?? { text: page.text, edits: [], doubtful: [], confidence: page.confidence };
    edits.push(...done.edits.map((edit) => shiftEdit(edit, rawAt, at)));
    doubtfulWords.push(...done.doubtful.map((word) => ({ ...word, span: shiftSpan(word.span, at) })));
    notes.push(
      ...noteBlanks(page, done),
      ...noteDoubts(page, chooseTreatment(page), done),
      ...noteNumbers(page, done, at),
    );
    repairedPages.push({
      number: page.number,
      origin: page.origin,
      reason: page.reason,
      quality: page.quality,
      rawSpan: { start: rawAt, end: rawAt + page.text.length },
      span: { start: at, end: at + done.text.length },
      words: page.words.map((word) => ({ ...word, span: shiftSpan(word.span, rawAt) })),
      confidence: done.confidence,
      imageSize: page.imageSize,
      ...(page.ink === undefined ? {} : { ink: page.ink }),
      ...(page.zones === undefined ? {} : { zones: page.zones }),
      repaired: done.edits.length > 0,
    });
    rawAt += page.text.length + PAGE_BREAK.length;
    at += done.text.length + PAGE_BREAK.length;
  });
  const rawText = pages.map((page) => page.text).join(PAGE_BREAK);
  const text = treated.map((page) => page.text).join(PAGE_BREAK);
  const signed = signatures === undefined ? {} : { signatures };
  return { value: { file, rawText, text, pages: repairedPages, edits, doubtfulWords, ...signed }, notes };
};

/**
 * Joins the pages by form feeds and mends their text. — khôi phục văn bản
 * Good text passes unchanged but for blanks that were lost between words, and for scattered misreadings, where there are so
 * many that a program read it; OCR pages are corrected, weighted by their word confidences; mangled text is decoded; TCVN3 and VNI are converted. Kept true: text outside `edits` is byte for byte that of `rawText`, and
 * `toRaw`/`toRepaired` lead between the two. Pure and synchronous but for the first load of the packaged model.
 */
export const repair: PureStage<RecognizedDocument, RepairedDocument> = {
  name: 'repair',
  version: STAGE_VERSIONS.repair,
  output: RepairedDocument,
  run: (input) => repairDocument(input),
};
