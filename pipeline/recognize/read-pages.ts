import PQueue from 'p-queue';
import type { InkBlock } from '../../schemas/ink-block.js';
import type { Note } from '../../schemas/note.js';
import { leavesPrintUnread, leavesStampUnread } from '../../schemas/note-rules/unread-print.js';
import type { PageSource, RecognizedPage } from '../../schemas/stages.js';
import type { PageHelpers, RunContext } from '../base/contract.js';

/** Pages in hand at once: the engine's own queue bounds the reading, this bounds the images that wait for it. */
export const PAGES_AT_ONCE = 3;

/** A page that was read. */
export interface Recognized {
  readonly page: RecognizedPage;
  readonly notes: readonly Note[];
  /** Its stamps, only asked for a secrecy mark. */
  readonly blocks?: readonly InkBlock[];
}

const isUnmarked = ({ page, notes, blocks = [] }: Recognized, helpers: PageHelpers): boolean =>
  !notes.some(leavesStampUnread) && helpers.isUnmarked(page, blocks);

const isClear = (read: Recognized, helpers: PageHelpers): boolean =>
  !read.notes.some(leavesPrintUnread) && isUnmarked(read, helpers);

const isLong = (pages: readonly PageSource[], { overPages }: PageHelpers): boolean =>
  pages.filter(({ trust }) => trust === 'image').length > overPages;

/** So many pages at a time, in their order. */
const readAtOnce = (
  pages: readonly PageSource[],
  concurrency: number,
  read: (page: PageSource) => Promise<Recognized>,
): Promise<Recognized[]> => new PQueue({ concurrency }).addAll(pages.map((page) => () => read(page)));

/**
 * Reads the pages of a file. Where others may help with a long scan, its head is read here first, up to the first page that
 * says something; only when no mark can stand there, others are given pages, and only until a page turns up that may bear one.
 * What is read is the same whoever reads it, and what becomes of the file is decided as ever, by all its pages.
 */
export const readPages = async (
  pages: readonly PageSource[],
  context: RunContext,
  read: (page: PageSource, reading: RunContext) => Promise<Recognized>,
): Promise<readonly Recognized[]> => {
  const { helpers } = context;
  const readHere = (page: PageSource): Promise<Recognized> => read(page, context);
  if (helpers === undefined || !isLong(pages, helpers)) return readAtOnce(pages, PAGES_AT_ONCE, readHere);
  const head: Recognized[] = [];
  let isOpen = true;
  for (const page of pages) {
    const one = await readHere(page);
    head.push(one);
    isOpen = isClear(one, helpers);
    if (!isOpen || one.page.text.trim() !== '') break;
  }
  const rest = pages.slice(head.length);
  if (!isOpen) return [...head, ...(await readAtOnce(rest, PAGES_AT_ONCE, readHere))];
  const readShared = async (page: PageSource): Promise<Recognized> => {
    const one = await read(page, { ...context, ocr: helpers.ocr });
    if (isOpen && !isUnmarked(one, helpers)) {
      isOpen = false;
      helpers.keep();
    }
    return one;
  };
  return [...head, ...(await readAtOnce(rest, helpers.pagesAtOnce, readShared))];
};
