import { type ChildProcess, fork } from 'node:child_process';
import { z } from 'zod';
import { Sentence } from './text.js';

/** Why work in a process of its own came to nothing. */
export const JobError = z.object({ code: z.string(), text: Sentence, hint: Sentence.nullable() });

/** The last word of a process whose work came to nothing. */
export const Failed = JobError.extend({ kind: z.literal('failed') });

/** What everybody who looks at a job is told: its phase, beside what is its own. */
interface Phased {
  readonly phase: string;
}

/**
 * Work that runs in a process of its own, so that the page never stalls: one at a time, and everybody who looks sees the same.
 * — việc chạy ở tiến trình riêng
 */
export abstract class ChildJob<State extends Phased> {
  #state: State;
  #child: ChildProcess | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly program: string,
    readonly database: string,
    initial: State,
  ) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  /** True while a process works. */
  abstract get isBusy(): boolean;

  /** What the process told, as it came. */
  protected abstract hear(message: unknown): void;

  /** The process is gone while it should work. */
  protected abstract lose(): void;

  /** Calls back at every change, until what it gives back is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the process with the page. */
  close(): void {
    this.#child?.disconnect();
  }

  protected set(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** Asks the process to stop; false where there is none. */
  protected askToStop(): boolean {
    return this.#child?.send({ kind: 'stop' }) ?? false;
  }

  protected run(asked: object): void {
    const child = fork(this.program, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#child = child;
    // The last word of an earlier process may come when the next one works already: it is not about that one.
    child.on('message', (message) => {
      if (this.#child === child) this.hear(message);
    });
    const over = (): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      if (this.isBusy) this.lose();
    };
    child.on('error', over);
    child.on('exit', over);
    child.send({ ...asked, db: this.database });
  }
}
