import type { z } from 'zod';
import type { InkBlock } from '../../schemas/ink-block.js';
import type { Note } from '../../schemas/note.js';
import type { OcrPage } from '../../schemas/ocr-page.js';
import type { RecognizedPage } from '../../schemas/stages.js';

export type { OcrPage };

/** The stages, in their order. */
export const STAGE_NAMES = ['intake', 'paginate', 'recognize', 'repair', 'outline', 'extract'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** True for the name of a stage. */
export const isStageName = (name: string): name is StageName => STAGE_NAMES.some((known) => known === name);

/** What is wanted of a page: its text, that of its head, or its stamps alone. */
export type PageZone = 'page' | 'header' | 'blocks';

/** Reads page images. Implemented by tesseract.js and, in tests, by recorded results. */
export interface OcrEngine {
  /** Name, version and language data: stored with the page, and what a recording is checked against. */
  readonly id: string;
  /** Reads one image. Rejects with a PipelineError (`ocr-failed`, `ocr-timeout`, `image-too-large`), never hangs. */
  read(image: Uint8Array, signal: AbortSignal, zone?: PageZone): Promise<OcrPage>;
  close(): Promise<void>;
}

/** What a stage may use besides its input: the engine that reads images, and the caller's wish to stop. No clock. */
export interface RunContext {
  readonly ocr: OcrEngine;
  readonly signal: AbortSignal;
  /** Pages that one file may have; no bound when not given. */
  readonly maxPages?: number;
  /** What a person allowed of papers that bear, or may bear, a secrecy mark; 'refuse' when not given. */
  readonly secrecy?: SecrecyPolicy;
  /** The installed LibreOffice; files that only it can open are told of when not given. */
  readonly office?: Office;
  /** Told of a file with page images: how many of its pages are done. */
  readonly onPage?: (done: number, of: number) => void;
  /** Others who read pages of a long scan; all are read here when not given. */
  readonly helpers?: PageHelpers;
}

/** Others who read pages of a long scan: no image leaves before the head of the file was read here and bears no mark. */
export interface PageHelpers {
  /** Files of more page images than this are helped with. */
  readonly overPages: number;
  /** An engine as `ocr` of the context, which may have whole pages read by others. */
  readonly ocr: OcrEngine;
  /** Pages in hand at once, here and there. */
  readonly pagesAtOnce: number;
  /** True where a page that was read bears nothing that is or may be a mark of secrecy, read by itself, and repaired. */
  isUnmarked(page: RecognizedPage, blocks: readonly InkBlock[]): boolean;
  /** No further page is given away, and those that are away are taken back. */
  keep(): void;
}

/** An installed LibreOffice, and where it may put its working files. */
export interface Office {
  /** Full path of its program. */
  readonly program: string;
  readonly temporaryFolder: string;
}

/** refuse: neither; allow-likely: what only may be marked; allow: marked papers, into a database made for them. */
export type SecrecyPolicy = 'refuse' | 'allow-likely' | 'allow';

export interface StageResult<Output> {
  readonly value: Output;
  readonly notes: readonly Note[];
}

/** One step of the chain: readonly input, a new output, remarks beside it. */
export interface Stage<Input, Output> {
  readonly name: StageName;
  /** Raise it when the same input may give another output: stored rows of older versions are then stale. */
  readonly version: number;
  readonly output: z.ZodType<Output>;
  run(input: Input, context: RunContext): StageResult<Output> | Promise<StageResult<Output>>;
}

/** A stage that touches neither disk nor engine and reads no context: repair, outline, extract. Equal input, equal output. */
export interface PureStage<Input, Output> extends Stage<Input, Output> {
  run(input: Input): StageResult<Output>;
}
