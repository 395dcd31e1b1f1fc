import type { OcrPage } from '../base/contract.js';

/*
 * Pages of a long scan that others read: whoever reads the file (reader-handle.ts) has its process give pages away one at a
 * time, when somebody asks; the queue knows who asks. Nothing here knows a queue.
 */

/** A page image that its process gave away. */
export interface GivenPage {
  /** Its number among those that were given away: not that of the paper. */
  readonly page: number;
  readonly image: Uint8Array;
}

/** A file in work, of which pages may be had. */
export interface HelpedFile {
  /** A page that nobody reads yet; undefined where there is none. */
  give(): Promise<GivenPage | undefined>;
  /** What a page came to; undefined where it is to be read by the file's own process. */
  take(page: number, read: OcrPage | undefined): void;
}

/** Help with one file, from its first page to its end. */
export interface OpenHelp {
  /** Whether pages wait that may be had. */
  setSpare(hasSpare: boolean): void;
  /** Nothing of it may be out any more: those who read pages of it read for nobody. */
  close(): void;
}

/** Others who read pages of long scans. */
export interface PageHelp {
  /** Files of more page images than this are helped with. */
  readonly overPages: number;
  open(file: HelpedFile): OpenHelp;
}
