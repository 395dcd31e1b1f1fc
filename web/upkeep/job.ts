import { z } from 'zod';
import { ChildJob, Failed, JobError } from '../child-job.js';
import { Sentence } from '../text.js';

/** What an admin has done with the database: as the commands of these names. — sao lưu, kiểm tra, kiểm tra cài đặt, xử lý lại */
export const UpkeepKind = z.enum(['backup', 'verify', 'doctor', 'reprocess']);
export type UpkeepKind = z.output<typeof UpkeepKind>;

const Phase = z.enum(['idle', 'working', 'stopping', 'stopped', 'done', 'failed']);
type Phase = z.output<typeof Phase>;

/** How far it has come, and what came of it. */
export const UpkeepState = z.object({
  phase: Phase,
  kind: UpkeepKind.nullable(),
  by: z.string(),
  startedAt: z.string().nullable(),
  done: z.int(),
  /** Of so many steps; null where it is not known. */
  of: z.int().nullable(),
  /** All well; null before it is known. */
  ok: z.boolean().nullable(),
  /** What the command of the same name prints. */
  text: Sentence.nullable(),
  error: JobError.nullable(),
});
export type UpkeepState = z.output<typeof UpkeepState>;

const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), done: z.int(), of: z.int().nullable() }),
  z.object({ kind: z.literal('end'), stopped: z.boolean(), ok: z.boolean(), text: Sentence }),
  Failed,
]);

const NOTHING: UpkeepState = {
  phase: 'idle',
  kind: null,
  by: '',
  startedAt: null,
  done: 0,
  of: null,
  ok: null,
  text: null,
  error: null,
};

const GONE = {
  code: 'internal',
  text: { vi: 'Tiến trình đã dừng bất ngờ.', en: 'The process ended by surprise.' },
  hint: { vi: 'Không gì đã lưu bị mất. Chạy lại.', en: 'Nothing that is stored was lost. Run it again.' },
} as const;

/** True while a process works. */
export const isBusy = (phase: Phase): boolean => phase === 'working' || phase === 'stopping';

/** What the work is run with. */
export interface UpkeepOptions {
  readonly program: string;
  readonly database: string;
  readonly now: () => string;
}

/** The one piece of work on the database that runs. — việc chăm sóc cơ sở dữ liệu */
export class UpkeepJob extends ChildJob<UpkeepState> {
  constructor(readonly options: UpkeepOptions) {
    super(options.program, options.database, NOTHING);
  }

  get isBusy(): boolean {
    return isBusy(this.state.phase);
  }

  /** True while files are run again: nothing may be taken in beside it. */
  get isReprocessing(): boolean {
    return this.isBusy && this.state.kind === 'reprocess';
  }

  /** Starts it; false while something runs. `file`: where a backup goes. */
  start(kind: UpkeepKind, by: string, file?: string): boolean {
    if (this.isBusy) return false;
    this.set({ ...NOTHING, phase: 'working', kind, by, startedAt: this.options.now() });
    this.run({ kind, file });
    return true;
  }

  /** Stops it where it may be stopped: behind the file in hand. */
  stop(): void {
    if (this.isBusy && this.askToStop()) this.set({ ...this.state, phase: 'stopping' });
  }

  /** Forgets what was shown. */
  clear(): void {
    if (!this.isBusy) this.set(NOTHING);
  }

  protected override hear(message: unknown): void {
    const told = Told.parse(message);
    if (told.kind === 'step') this.set({ ...this.state, done: told.done, of: told.of });
    else if (told.kind === 'end')
      this.set({ ...this.state, phase: told.stopped ? 'stopped' : 'done', ok: told.ok, text: told.text });
    else {
      const { kind: _kind, ...error } = told;
      this.set({ ...this.state, phase: 'failed', ok: false, error });
    }
  }

  protected override lose(): void {
    this.set({ ...this.state, phase: 'failed', ok: false, error: GONE });
  }
}
