import type { ErrorCode } from '../pipeline/base/errors.js';

/** Exit codes of every command; documented in the README and told apart by scripts. */
export const EXIT = {
  /** Everything was stored, or the command did what it was asked. */
  ok: 0,
  /** Our own fault. */
  internal: 1,
  /** Wrong use: an unknown option, a missing argument, nothing found at the path. */
  usage: 2,
  /** The batch ended, but some files are quarantined. */
  quarantined: 3,
  /** The set-up is broken: language data, model or database. */
  setup: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** The exit code for an error that ended a command. */
export const exitCodeOf = (code: ErrorCode): number => {
  switch (code) {
    case 'usage':
      return EXIT.usage;
    case 'interrupted':
      return EXIT.interrupted;
    case 'ocr-language-missing':
    case 'model-missing':
    case 'database-unwritable':
    case 'database-newer':
    case 'database-invalid':
      return EXIT.setup;
    case 'internal':
      return EXIT.internal;
    default:
      return EXIT.quarantined;
  }
};
