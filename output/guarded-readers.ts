import type { ExportedDocument } from '../schemas/export.js';
import type { PaperPage, PaperRequest, SearchPage, SearchRequest } from './search/request.js';
import { search as findTasks } from './search/search.js';
import { searchPapers as findPapers } from './search/search-papers.js';
import { guard, guardList } from './store/database-error.js';
import {
  loadDirective as readDirective,
  loadDocument as readDocument,
  listDocuments as readDocuments,
  loadStored as readStored,
} from './store/load-document.js';
import type { Store } from './store/store.js';

/** search/search.ts, with whatever SQLite says against it told as one of our errors. */
export const search = (db: Store, request: SearchRequest): SearchPage => guard(db, () => findTasks(db, request), true);

/** search/search-papers.ts, likewise. */
export const searchPapers = (db: Store, request: PaperRequest): PaperPage =>
  guard(db, () => findPapers(db, request), true);

/** store/load-document.ts, likewise. */
export const loadDocument = (db: Store, id: string): ReturnType<typeof readDocument> =>
  guard(db, () => readDocument(db, id), true);

/** store/load-document.ts, likewise: a document as people corrected it. */
export const loadStored = (db: Store, id: string): ReturnType<typeof readStored> =>
  guard(db, () => readStored(db, id), true);

/** store/load-document.ts, likewise. */
export const loadDirective = (db: Store, id: string): ReturnType<typeof readDirective> =>
  guard(db, () => readDirective(db, id), true);

/** store/load-document.ts, likewise. */
export const listDocuments = (db: Store): ReturnType<typeof guardList<ExportedDocument>> =>
  guardList(db, readDocuments(db));
