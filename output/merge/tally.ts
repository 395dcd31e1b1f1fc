import type { Bilingual } from '../../schemas/note.js';
import type { ToldClash } from '../store/note-clash.js';

/** A file that one of the databases has and the merged one does not show. */
export interface LeftOut {
  readonly sha256: string;
  readonly path: string;
  /** removed: a person took it out (restore puts it back); purged: for good; classified: one database met a mark of secrecy. */
  readonly why: 'removed' | 'purged' | 'classified';
}

/** What merging came to, counted while it goes on. */
export interface Tally {
  /** Files that came in. */
  added: number;
  /** Files that were there and got another reading, or corrections. */
  updated: number;
  /** Files that were there, with all that others know of them. */
  known: number;
  /** Files that stand behind another one of the same paper. */
  behind: number;
  quarantined: number;
  corrections: number;
  names: number;
  searches: number;
  /** Saved searches that came under another name, for theirs was taken: was, is. */
  readonly renamed: (readonly [string, string])[];
  readonly clashes: ToldClash[];
  readonly leftOut: LeftOut[];
  /** Files that may be the same paper: a person must compare them. */
  readonly perhaps: { readonly path: string; readonly reason: Bilingual }[];
  /** Copies that may hold a paper that turned out to be classified. */
  readonly copies: string[];
}

export const newTally = (): Tally => ({
  added: 0,
  updated: 0,
  known: 0,
  behind: 0,
  quarantined: 0,
  corrections: 0,
  names: 0,
  searches: 0,
  renamed: [],
  clashes: [],
  leftOut: [],
  perhaps: [],
  copies: [],
});
