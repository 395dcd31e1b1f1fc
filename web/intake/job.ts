import { extname } from 'node:path';
import { z } from 'zod';
import { PUT_BACK, REVERTED } from '../../output/store/recall-file.js';
import { MOVED } from '../../pipeline/batch-reasons.js';
import { ChildJob, Failed, JobError } from '../child-job.js';
import { Sentence } from '../text.js';

const Reason = z.object({ rule: z.string(), message: Sentence });

/** A file that a preview met, or that was taken in. */
export const IntakeFile = z.object({ path: z.string(), result: z.string(), reasons: z.array(Reason) });
export type IntakeFile = z.output<typeof IntakeFile>;

/** idle: nothing chosen; looking, seen: the preview; reading, stopping, stopped, done, failed: taking in. */
const Phase = z.enum(['idle', 'looking', 'seen', 'reading', 'stopping', 'stopped', 'done', 'failed']);
type Phase = z.output<typeof Phase>;

/** How far one intake has come. — tiến độ nạp */
export const IntakeState = z.object({
  phase: Phase,
  paths: z.array(z.string()),
  /** What the preview met, by what would become of it. */
  seen: z.record(z.string(), z.int()),
  /** How many of those that would be read have which ending: ".pdf"; "" where there is none. */
  kinds: z.record(z.string(), z.int()),
  /** Files that were left out, with the reason; the first of them. */
  leftOut: z.array(IntakeFile),
  found: z.int(),
  done: z.int(),
  pages: z.int(),
  counts: z.record(z.string(), z.int()),
  /** Files in hand, with their pages. */
  inHand: z.array(z.object({ path: z.string(), page: z.int(), of: z.int() })),
  /** Files with a reason to look at, the last one first. */
  told: z.array(IntakeFile),
  startedAt: z.string().nullable(),
  error: JobError.nullable(),
});
export type IntakeState = z.output<typeof IntakeState>;

const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seen'), files: z.array(IntakeFile) }),
  z.object({ kind: z.literal('found'), count: z.int() }),
  z.object({ kind: z.literal('begin'), path: z.string() }),
  z.object({ kind: z.literal('page'), path: z.string(), done: z.int(), of: z.int() }),
  IntakeFile.extend({ kind: z.literal('file') }),
  z.object({ kind: z.literal('end'), stopped: z.boolean() }),
  Failed,
]);
type Told = z.output<typeof Told>;

const NOTHING: IntakeState = {
  phase: 'idle',
  paths: [],
  seen: {},
  kinds: {},
  leftOut: [],
  found: 0,
  done: 0,
  pages: 0,
  counts: {},
  inHand: [],
  told: [],
  startedAt: null,
  error: null,
};

/** So many files with a reason are shown; the manifest has them all. */
const MOST_TOLD = 50;

/** Known files that a batch has something to do with: one that lies elsewhere by now, one that was taken out. — đã chuyển chỗ, đưa trở lại */
const SEEN_NAMES: Readonly<Record<string, string>> = {
  [MOVED.rule]: 'moved',
  [PUT_BACK.rule]: 'put-back',
  [REVERTED.rule]: 'put-back',
};

const nameSeen = ({ result, reasons }: IntakeFile): string =>
  result === 'known'
    ? (reasons.map(({ rule }) => SEEN_NAMES[rule]).find((name) => name !== undefined) ?? result)
    : result;

const countBy = (files: readonly IntakeFile[], nameOf: (file: IntakeFile) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const file of files) counts[nameOf(file)] = (counts[nameOf(file)] ?? 0) + 1;
  return counts;
};

const GONE = {
  code: 'internal',
  text: { vi: 'Tiến trình nạp đã dừng bất ngờ.', en: 'The process that takes files in ended by surprise.' },
  hint: {
    vi: 'Những tệp đã xong vẫn được lưu. Bấm Tiếp tục để nạp phần còn lại.',
    en: 'What was done is stored. Go on to take in the rest.',
  },
} as const;

/** One step further, after what the process told. */
const advance = (state: IntakeState, told: Told): IntakeState => {
  switch (told.kind) {
    case 'seen':
      return {
        ...state,
        phase: 'seen',
        seen: countBy(told.files, nameSeen),
        kinds: countBy(
          told.files.filter(({ result }) => result === 'read'),
          ({ path }) => extname(path).toLowerCase(),
        ),
        leftOut: told.files.filter(({ result }) => result !== 'read' && result !== 'known').slice(0, MOST_TOLD),
      };
    case 'found':
      return { ...state, found: told.count };
    case 'begin':
      return { ...state, inHand: [...state.inHand, { path: told.path, page: 0, of: 0 }] };
    case 'page':
      return {
        ...state,
        pages: state.pages + 1,
        inHand: state.inHand.map((one) => (one.path === told.path ? { ...one, page: told.done, of: told.of } : one)),
      };
    case 'file': {
      const { kind: _kind, ...file } = told;
      return {
        ...state,
        done: state.done + 1,
        counts: { ...state.counts, [file.result]: (state.counts[file.result] ?? 0) + 1 },
        inHand: state.inHand.filter(({ path }) => path !== file.path),
        told: file.reasons.length === 0 ? state.told : [file, ...state.told].slice(0, MOST_TOLD),
      };
    }
    case 'end':
      return { ...state, phase: told.stopped ? 'stopped' : state.phase === 'seen' ? 'seen' : 'done', inHand: [] };
    case 'failed': {
      const { kind: _kind, ...error } = told;
      return { ...state, phase: 'failed', inHand: [], error };
    }
  }
};

const BUSY: ReadonlySet<Phase> = new Set<Phase>(['looking', 'reading', 'stopping']);
/** True while a process works. */
export const isBusy = (phase: Phase): boolean => BUSY.has(phase);

/** What an intake is run with. */
export interface JobOptions {
  /** The program of the process that does the work. */
  readonly program: string;
  readonly database: string;
  readonly now: () => string;
  /** Told every file that is done, before anybody else. */
  readonly onFile: (file: IntakeFile) => void;
  /** Told what was looked at and never taken in. */
  readonly onDropped: (paths: readonly string[]) => void;
}

/** The one intake of a page. — lượt nạp đang chạy */
export class IntakeJob extends ChildJob<IntakeState> {
  constructor(readonly options: JobOptions) {
    super(options.program, options.database, NOTHING);
  }

  get isBusy(): boolean {
    return isBusy(this.state.phase);
  }

  /** Looks at paths without reading them. False while something runs. */
  look(paths: readonly string[]): boolean {
    if (this.isBusy) return false;
    this.#forget(paths);
    this.set({ ...NOTHING, phase: 'looking', paths: [...paths] });
    this.run({ kind: 'look', paths });
    return true;
  }

  /** Takes in what was looked at, or goes on with what was stopped. False where there is nothing, or something runs. */
  read(by: string): boolean {
    const { paths, seen, kinds, leftOut } = this.state;
    if (this.isBusy || paths.length === 0) return false;
    this.set({ ...NOTHING, phase: 'reading', paths, seen, kinds, leftOut, startedAt: this.options.now() });
    this.run({ kind: 'read', paths, by });
    return true;
  }

  /** Reads files in quarantine again. */
  retry(names: readonly string[], by: string): boolean {
    if (this.isBusy) return false;
    this.#forget([]);
    this.set({ ...NOTHING, phase: 'reading', startedAt: this.options.now() });
    this.run({ kind: 'retry', names, by });
    return true;
  }

  /** Stops after the pages in hand; what is done is stored, and `read` goes on behind it. */
  stop(): void {
    if (!this.isBusy || !this.askToStop()) return;
    this.set({ ...this.state, phase: 'stopping' });
  }

  /** Forgets what was shown. */
  clear(): void {
    if (this.isBusy) return;
    this.#forget([]);
    this.set(NOTHING);
  }

  /** A preview that gives way to something else was never taken in. */
  #forget(next: readonly string[]): void {
    const { phase, paths } = this.state;
    if (phase === 'seen') this.options.onDropped(paths.filter((path) => !next.includes(path)));
  }

  protected override hear(message: unknown): void {
    const told = Told.parse(message);
    if (told.kind === 'file') this.options.onFile(told);
    this.set(advance(this.state, told));
  }

  protected override lose(): void {
    this.set({ ...this.state, phase: 'failed', inHand: [], error: GONE });
  }
}
