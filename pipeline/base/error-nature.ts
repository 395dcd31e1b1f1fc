import type { Bilingual } from '../../schemas/note.js';

/** Exit codes of every command; documented in the README and told apart by scripts. */
export const EXIT = {
  /** Everything was stored, or the command did what it was asked. */
  ok: 0,
  /** Our own fault. */
  internal: 1,
  /** Wrong use: an unknown option, a missing argument, nothing found at the path. */
  usage: 2,
  /** The batch ended, but some files are quarantined or kept as they were; `audit --fail-on` found what it was to find. */
  quarantined: 3,
  /** The set-up is broken: language data, model or database. */
  setup: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a failure of one kind means for the file, the batch and the command. */
export interface ErrorNature {
  /** What the command ends with when this is what it ended in. */
  readonly exit: ExitCode;
  /** The same bytes meet it again: such a file is not tried a second time unless asked. */
  readonly lasting: boolean;
  /** Of the set-up, not of a file: it ends the batch, since every other file would meet it too. */
  readonly fatal: boolean;
  /** What is stored of the file is taken out. Any other failure leaves it: a later run may do better. */
  readonly removes: boolean;
  /** When it comes. */
  readonly when: Bilingual;
  /** What the reader of the message can do about it. */
  readonly todo: Bilingual;
}

export const ofFile = (lasting: boolean, when: Bilingual, todo: Bilingual): ErrorNature => ({
  exit: EXIT.quarantined,
  lasting,
  fatal: false,
  removes: false,
  when,
  todo,
});

export const ofSetup = (when: Bilingual, todo: Bilingual): ErrorNature => ({
  exit: EXIT.setup,
  lasting: false,
  fatal: true,
  removes: false,
  when,
  todo,
});

export const ofCall = (exit: ExitCode, when: Bilingual, todo: Bilingual): ErrorNature => ({
  exit,
  lasting: false,
  fatal: false,
  removes: false,
  when,
  todo,
});
