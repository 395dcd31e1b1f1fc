import { setImmediate } from 'node:timers/promises';
import type { Bilingual, Note } from '../schemas/note.js';
import type { FileInfo, IntakeFile, RepairedDocument } from '../schemas/stages.js';
import { type SecrecyPolicy, STAGE_NAMES, type StageName } from './base/contract.js';
import { ERRORS, type ErrorCode, PipelineError, toPipelineError } from './base/errors.js';
import { readModelCard, STAGE_VERSIONS } from './base/provenance.js';
import type { Pipeline } from './build-pipeline.js';
import type { FileReader } from './file-reader.js';
import { findRawName } from './intake/raw-name.js';
import { openFile } from './intake/stage.js';
import { stageOfNote } from './note-stage.js';
import { recallRecognized } from './recall-recognized.js';
import type { Withdrawn } from './run-batch.js';
import { type FileRead, runFromRepaired, runFromText } from './run-document.js';

/** What the rows of a file were made by: version of each stage, and models. */
export interface Made {
  readonly stageVersions: Readonly<Record<string, number>>;
  readonly modelCard: Readonly<Record<string, string>>;
}

/** A file whose text is stored. */
export interface HeldFile extends Made {
  readonly sha256: string;
  readonly path: string;
  /** What a person allowed when it was taken in; neither when not given. */
  readonly secrecy?: SecrecyPolicy;
}

/** The text layers of a stored file as they were saved, and the notes of all its documents, in order. */
export interface HeldText {
  readonly repaired: RepairedDocument;
  readonly notes: readonly Note[];
}

/** Where files are held that may run again. The store implements it; nothing here knows a database. */
export interface HeldFiles {
  list(): Iterable<HeldFile>;
  /** Undefined when it was removed meanwhile. */
  recall(sha256: string): HeldText | undefined;
  /** Puts a new reading in the place of the old one; corrections of people stay. */
  save(read: FileRead, made: Made): void;
  /** Takes out all that is stored of a file, which turned out to bear a secrecy mark; returns what still holds it. */
  withdraw(file: FileInfo, error: PipelineError): Withdrawn;
}

export interface AgainOptions {
  /** Run this stage and those behind it, whatever their stored versions; without it, those that are newer now. */
  readonly stage?: StageName | undefined;
  /** Run extraction again, too, where it was given other known names than now. What people teach makes no file stale by itself. */
  readonly renamed?: boolean | undefined;
  readonly signal: AbortSignal;
  /** Makes the reader of originals, with the limits of ingestion, at the first file that needs it; runAgain closes it. */
  readonly openReader: () => Promise<FileReader>;
  /** Told after each file, stale or not, how many were looked at. */
  readonly onFile?: ((done: number) => void) | undefined;
}

/** What running again came to. Field names are stable: `--json` prints them. */
export interface AgainResult {
  /** Files that ran again, whatever came of it. */
  readonly files: number;
  /** Run again from the bytes of the original file. */
  readonly fromFile: number;
  /** Run again from the stored text. */
  readonly fromText: number;
  /** Wanted the original file, which is gone or changed: what is stored was used instead. */
  readonly withoutFile: readonly string[];
  /** Taken out of the database: a secrecy mark was found. */
  readonly quarantined: readonly {
    readonly path: string;
    readonly code: ErrorCode;
    /** What was written before and may hold it, if anything. */
    readonly copies?: readonly string[];
    /** True when its words are still in the file, for another program reads the database: run again when it is closed. */
    readonly wordsRemain?: true;
  }[];
  /** Could not be read this time: what is stored was kept as it is. */
  readonly failed: readonly { readonly path: string; readonly code: ErrorCode; readonly reason: Bilingual }[];
  readonly interrupted: boolean;
}

/** Where a file can be taken up: at its bytes, at the stored raw text, at the stored repaired text. */
type Resume = 'intake' | 'repair' | 'outline';

const RESUME: Readonly<Record<StageName, Resume>> = {
  intake: 'intake',
  paginate: 'intake',
  recognize: 'intake',
  repair: 'repair',
  outline: 'outline',
  // What the outline found is not stored: it is made anew, which costs little.
  extract: 'outline',
};

const isBefore = (one: StageName, other: StageName): boolean => STAGE_NAMES.indexOf(one) < STAGE_NAMES.indexOf(other);

/** Where a file must be taken up: at the stage asked for, or at the first of `stages` that is newer than its rows. */
const findResume = (
  held: HeldFile,
  asked: StageName | undefined,
  stages: readonly StageName[] = STAGE_NAMES,
): Resume | undefined => {
  const first = asked ?? stages.find((name) => (held.stageVersions[name] ?? 0) < STAGE_VERSIONS[name]);
  return first === undefined ? undefined : RESUME[first];
};

type ModelCard = Made['modelCard'];

/** True where extraction was given other names than now. */
const isRenamed = ({ modelCard }: HeldFile, now: ModelCard): boolean => modelCard.names !== now.names;

/** The stages that need nothing but text. */
const TEXT_STAGES = STAGE_NAMES.filter((name) => RESUME[name] !== 'intake');

/** What the rows are made by now: the stages before `resume` did not run, so their old versions still stand. */
const madeBy = (held: HeldFile, resume: Resume, now: ModelCard): Made => ({
  stageVersions: Object.fromEntries(
    STAGE_NAMES.map((name) => [name, isBefore(name, resume) ? (held.stageVersions[name] ?? 0) : STAGE_VERSIONS[name]]),
  ),
  modelCard: resume === 'outline' ? withNames(held, now) : now,
});

/** The text is as it was repaired then; the names are those of now. */
const withNames = ({ modelCard }: HeldFile, { names }: ModelCard): ModelCard => {
  const { names: _before, ...kept } = modelCard;
  return names === undefined ? kept : { ...kept, names };
};

const runStored = (
  file: FileInfo,
  { repaired, notes }: HeldText,
  resume: Resume,
  pipeline: Pipeline,
  policy: SecrecyPolicy | undefined,
): FileRead => {
  const kept = notes.filter((note) => isBefore(stageOfNote(note), resume));
  return resume === 'outline'
    ? { kind: 'done', file, repaired, documents: runFromRepaired(repaired, pipeline, kept, policy) }
    : { kind: 'done', file, ...runFromText(recallRecognized(repaired), pipeline, kept, policy) };
};

const lostPages = (notes: readonly Note[]): ReadonlyMap<number, string | undefined> =>
  new Map(
    notes.flatMap(({ level, page, actual }) => (level === 'error' && page !== undefined ? [[page, actual]] : [])),
  );

/** A reading that lost a page which the stored one has is no better: an engine that stumbles must not cost text. */
const refuseLoss = ({ documents }: FileRead, held: HeldText): void => {
  const before = lostPages(held.notes);
  const now = [...lostPages(documents.flatMap(({ document }) => document.notes))];
  const lost = now.find(([page]) => !before.has(page));
  if (lost === undefined) return;
  throw new PipelineError(
    'ocr-failed',
    {
      vi: `Lần này không đọc được trang ${lost[0]}; giữ bản đã lưu.`,
      en: `Page ${lost[0]} could not be read this time; what is stored was kept.`,
    },
    { vi: 'Chạy ketluan doctor, rồi chạy lại.', en: 'Run ketluan doctor, then run again.' },
  );
};

/** These mean that the original is no longer there, or no longer what it was. */
const GONE: ReadonlySet<ErrorCode> = new Set(['file-unreadable', 'file-empty', 'file-unsupported']);

/** The files of one run: what became of them is counted as they go. */
class Again {
  /** What every answer of this run rests on. */
  readonly #card: ModelCard;
  #reader: FileReader | undefined;
  readonly withoutFile: string[] = [];
  readonly quarantined: { path: string; code: ErrorCode; copies?: readonly string[]; wordsRemain?: true }[] = [];
  readonly failed: { path: string; code: ErrorCode; reason: Bilingual }[] = [];
  fromFile = 0;
  fromText = 0;

  constructor(
    readonly store: HeldFiles,
    readonly pipeline: Pipeline,
    readonly options: AgainOptions,
  ) {
    this.#card = readModelCard(pipeline.knownNames);
  }

  /** Runs one file again if it is stale. Rejects for an abort and for a broken set-up alone. */
  async take(held: HeldFile): Promise<void> {
    const { stage, renamed = false } = this.options;
    const asked = stage ?? (renamed && isRenamed(held, this.#card) ? 'extract' : undefined);
    // What is stale for another reason may have to be taken up earlier.
    const resume = findResume(held, stage) ?? findResume(held, asked);
    const text = resume === undefined ? undefined : this.store.recall(held.sha256);
    if (resume === undefined || text === undefined) return;
    const { file } = text.repaired;
    try {
      if (resume === 'intake') await this.#readAgain(held, file, text);
      else this.#resume(held, file, text, resume);
    } catch (error) {
      this.options.signal.throwIfAborted();
      this.#fail(file, toPipelineError(error));
    }
  }

  async close(): Promise<void> {
    await this.#reader?.close();
  }

  async #readAgain(held: HeldFile, file: FileInfo, text: HeldText): Promise<void> {
    const { signal, stage, openReader } = this.options;
    this.#reader ??= await openReader();
    const found = await this.#reopen(held);
    if (found === undefined) {
      this.withoutFile.push(held.path);
      const resume = findResume(held, stage === undefined ? undefined : 'repair', TEXT_STAGES);
      if (resume !== undefined) this.#resume(held, file, text, resume);
      return;
    }
    this.fromFile++;
    const { raw, intake } = found;
    const bytes = intake.file.mediaType === 'text/plain' ? intake.bytes : undefined;
    const read = await this.#reader.read(intake.file, signal, raw, bytes, held.secrecy);
    refuseLoss(read, text);
    this.store.save(read, madeBy(held, 'intake', this.#card));
  }

  #resume(held: HeldFile, file: FileInfo, text: HeldText, resume: Resume): void {
    this.fromText++;
    this.store.save(runStored(file, text, resume, this.pipeline, held.secrecy), madeBy(held, resume, this.#card));
  }

  /** The file as it was read then, and its name in bytes; undefined when it is gone or another now. */
  async #reopen({ path, sha256 }: HeldFile): Promise<{ raw: Buffer | undefined; intake: IntakeFile } | undefined> {
    try {
      const raw = await findRawName(path);
      const intake = await openFile(path, this.options.signal, raw);
      return intake.file.sha256 === sha256 ? { raw, intake } : undefined;
    } catch (error) {
      if (error instanceof PipelineError && GONE.has(error.code)) return undefined;
      throw error;
    }
  }

  /** What is stored stays for the next run to try again, unless the failure is one that removes it: a secrecy mark. */
  #fail(file: FileInfo, error: PipelineError): void {
    const { code } = error;
    const { fatal, removes } = ERRORS[code];
    if (fatal) throw error;
    const { path } = file;
    if (removes) {
      const { copies, isWiped } = this.store.withdraw(file, error);
      const left = { ...(copies.length === 0 ? {} : { copies }), ...(isWiped ? {} : { wordsRemain: true as const }) };
      this.quarantined.push({ path, code, ...left });
    } else this.failed.push({ path, code, reason: error.text });
  }
}

/**
 * Runs stored files again from the first stage that is newer than their rows: from the stored text, or from the original
 * file where reading itself is newer. Notes of the stages that do not run again are kept, and so is everything of a file
 * that fails, but for one with a secrecy mark. Throws the errors of a broken set-up. — xử lý lại
 */
export const runAgain = async (store: HeldFiles, pipeline: Pipeline, options: AgainOptions): Promise<AgainResult> => {
  const again = new Again(store, pipeline, options);
  let done = 0;
  try {
    for (const held of store.list()) {
      // A signal is heard between two files, even where none of them waits for anything.
      await setImmediate();
      if (options.signal.aborted) break;
      await again.take(held);
      options.onFile?.(++done);
    }
  } catch (error) {
    if (!options.signal.aborted) throw error;
  } finally {
    await again.close();
  }
  const { withoutFile, quarantined, failed, fromFile, fromText } = again;
  const files = fromFile + fromText;
  return { files, fromFile, fromText, withoutFile, quarantined, failed, interrupted: options.signal.aborted };
};
