import { loadReadPaper, type ReadPaper } from '../output/pages/read-paper.js';
import { loadPaper, type ReviewPaper } from '../output/review/items.js';
import { readDatabaseState } from '../output/store/database-state.js';
import type { Store } from '../output/store/store.js';

/** Pages of papers that are kept in all: those that some clerks have in hand; a page with its words takes some 100 kB. */
const MOST_PAGES = 200;

/** A paper as people corrected it and as it was read; undefined when it is not stored. */
export interface KeptPaper {
  readonly paper: ReviewPaper | undefined;
  readonly read: ReadPaper | undefined;
}

interface Kept {
  readonly state: string;
  readonly papers: Map<string, KeptPaper>;
}

const kept = new WeakMap<Store, Kept>();

const pagesOf = ({ read }: KeptPaper): number => read?.repaired.pages.length ?? 0;

/** A paper with the words of its pages: kept while people click from item to item of it, forgotten as soon as anything is stored. */
export const keepPaper = (db: Store, id: string): KeptPaper => {
  const state = readDatabaseState(db);
  let own = kept.get(db);
  if (own?.state !== state) {
    own = { state, papers: new Map() };
    kept.set(db, own);
  }
  const { papers } = own;
  const paper = papers.get(id) ?? { paper: loadPaper(db, id), read: loadReadPaper(db, id) };
  // The last asked for stands last.
  papers.delete(id);
  papers.set(id, paper);
  let pages = [...papers.values()].reduce((sum, one) => sum + pagesOf(one), 0);
  for (const [oldest, one] of papers) {
    if (pages <= MOST_PAGES) break;
    pages -= pagesOf(one);
    papers.delete(oldest);
  }
  return paper;
};
