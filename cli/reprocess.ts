import { listStale, loadRepaired, type StaleFile } from '../output/store/load-file.js';
import { openDatabase } from '../output/store/open-database.js';
import { quarantineFile, saveFile } from '../output/store/save-file.js';
import { type FileCondition, selectFiles } from '../output/store/select-files.js';
import type { Store } from '../output/store/store.js';
import type { OcrEngine, StageName } from '../pipeline/base/contract.js';
import { PipelineError, toPipelineError } from '../pipeline/base/errors.js';
import { buildPipeline, type Pipeline, readModelCard, readStageVersions } from '../pipeline/build-pipeline.js';
import { createTesseractOcr } from '../pipeline/engines/ocr/tesseract-ocr.js';
import { recallRecognized } from '../pipeline/recall-recognized.js';
import { type DocumentOutcome, openFile, runDocument, runFromText } from '../pipeline/run-document.js';
import { localToday } from './today.js';

export interface ReprocessOptions {
  readonly db: string;
  /** Run this stage and those behind it, whatever their stored versions; without it, those that are newer now. */
  readonly stage: StageName | undefined;
  readonly where: { readonly condition: FileCondition; readonly value: string } | undefined;
  readonly signal: AbortSignal;
}

/** What reprocessing came to. Field names are stable: `--json` prints them. */
export interface ReprocessResult {
  readonly files: number;
  /** Run again from the images of the original file. */
  readonly fromFile: number;
  /** Run again from the stored raw text. */
  readonly fromText: number;
  /** Wanted the original file, which is gone or changed: run from the stored raw text instead. */
  readonly withoutFile: readonly string[];
  readonly quarantined: readonly { readonly path: string; readonly code: string }[];
}

/** The stages that need the file's bytes; the others run from the stored raw text. */
const NEEDS_FILE: ReadonlySet<string> = new Set<StageName>(['intake', 'paginate', 'recognize']);

const chooseVersions = (pipeline: Pipeline, stage: StageName | undefined): Readonly<Record<string, number>> =>
  stage === undefined ? readStageVersions(pipeline) : { [stage]: Number.MAX_SAFE_INTEGER };

/** The file as it was read then; undefined when it is gone or another now. */
const reopen = async (stale: StaleFile, pipeline: Pipeline, context: Parameters<typeof openFile>[2]) => {
  try {
    const intake = await openFile(stale.path, pipeline, context);
    return intake.file.sha256 === stale.sha256 ? intake : undefined;
  } catch (error) {
    if (error instanceof PipelineError) return undefined;
    throw error;
  }
};

const runStored = (db: Store, stale: StaleFile, pipeline: Pipeline): DocumentOutcome | undefined => {
  const stored = loadRepaired(db, stale.sha256);
  if (stored === undefined) return undefined;
  try {
    const { repaired, documents } = runFromText(recallRecognized(stored), pipeline);
    return { kind: 'done', file: stored.file, repaired, documents };
  } catch (error) {
    return { kind: 'failed', file: stored.file, error: toPipelineError(error) };
  }
};

const store = (db: Store, outcome: DocumentOutcome, path: string, pipeline: Pipeline): void => {
  const at = new Date().toISOString();
  if (outcome.kind === 'done') {
    const { repaired, documents } = outcome;
    saveFile(db, { repaired, documents, stageVersions: readStageVersions(pipeline), modelCard: readModelCard(), at });
    return;
  }
  if (outcome.file === null) return;
  const { sha256, byteLength, mediaType } = outcome.file;
  const { code, text, hint } = outcome.error;
  quarantineFile(db, { path, sha256, byteLength, mediaType, code, text, hint, at });
};

/**
 * Runs stored files again from the first stage that is newer than their rows: from the stored raw text, or from the
 * original file where OCR itself is newer. Human corrections are kept: the store lays them over what is found anew.
 */
export const reprocess = async ({ db: path, stage, where, signal }: ReprocessOptions): Promise<ReprocessResult> => {
  const db = openDatabase(path);
  const prefix = process.env.TESSDATA_PREFIX;
  let ocr: OcrEngine | undefined;
  try {
    const pipeline = buildPipeline();
    const chosen = where === undefined ? undefined : selectFiles(db, where.condition, where.value);
    const stale = [...listStale(db, chooseVersions(pipeline, stage))].filter((one) => chosen?.has(one.sha256) ?? true);
    const withoutFile: string[] = [];
    const quarantined: { path: string; code: string }[] = [];
    let fromFile = 0;
    let fromText = 0;
    for (const one of stale) {
      if (signal.aborted) break;
      let outcome: DocumentOutcome | undefined;
      if (one.stages.some((name) => NEEDS_FILE.has(name))) {
        ocr ??= createTesseractOcr({ workers: 2, ...(prefix === undefined ? {} : { tessdataPrefix: prefix }) });
        const context = { today: localToday(), ocr, log: () => undefined, signal };
        const intake = await reopen(one, pipeline, context);
        if (intake === undefined) withoutFile.push(one.path);
        else {
          outcome = await runDocument(intake, pipeline, context);
          fromFile++;
        }
      }
      if (outcome === undefined) {
        outcome = runStored(db, one, pipeline);
        fromText++;
      }
      if (outcome === undefined) continue;
      store(db, outcome, one.path, pipeline);
      if (outcome.kind === 'failed') quarantined.push({ path: one.path, code: outcome.error.code });
    }
    return { files: fromFile + fromText, fromFile, fromText, withoutFile, quarantined };
  } finally {
    await ocr?.close();
    db.close();
  }
};
