import type { Store } from '../store/store.js';
import { countPapers, type FoundPapers, findPapers } from './find-papers.js';
import { offerInsteadOfPapers } from './offers.js';
import { readWords } from './read-sentence.js';
import type { CorrectedWords, PaperPage, PaperRequest } from './request.js';
import { correctSpelling, toCorrected } from './spelling.js';
import { joinFilters, type TaskFilters } from './task-filters.js';
import { listWidenings } from './widen.js';

/** Filters that tell of papers; the others tell of tasks. */
const OF_PAPERS = ['issuer', 'type', 'year', 'issuedAfter', 'issuedBefore', 'number', 'meeting', 'batch'] as const;

const keep = (filters: TaskFilters): TaskFilters =>
  Object.fromEntries(OF_PAPERS.flatMap((key) => (filters[key] === undefined ? [] : [[key, filters[key]]])));

/** Searches once more with typing errors mended where the words as typed find nothing. */
const mend = (
  db: Store,
  asked: PaperRequest,
  found: FoundPapers,
): { readonly found: FoundPapers; readonly corrected: CorrectedWords | null } => {
  if (found.total.count > 0) return { found, corrected: null };
  const words = correctSpelling(db, asked, (tried) => countPapers(db, tried, 1).count > 0);
  if (words === undefined) return { found, corrected: null };
  const mended = findPapers(db, { ...asked, words });
  return { found: mended, corrected: toCorrected(words, mended.papers[0]?.snippet) };
};

/**
 * Finds papers by their number, subject, issuer, signer, recipients and whole text. Of a sentence only what tells of papers is
 * read as a filter: "kết luận năm 2025 của Ban Thường vụ". `searchPapers(db, { words: 'Nguyễn Văn An', filters: {}, today, limit: 20 })`.
 */
export const searchPapers = (db: Store, request: PaperRequest): PaperPage => {
  const { sure } = readWords(db, request);
  const isOfPapers = sure !== null && Object.keys(sure.filters).every((key) => OF_PAPERS.some((own) => own === key));
  const reading = isOfPapers ? sure : null;
  const asked: PaperRequest = {
    ...request,
    words: reading === null ? request.words : reading.words,
    filters: joinFilters(reading?.filters ?? {}, keep(request.filters)),
  };
  const typed = findPapers(db, asked);
  const { found, corrected } = mend(db, asked, typed);
  const { groups, ...shown } = found;
  return {
    ...shown,
    reading,
    widenings: listWidenings(groups),
    corrected,
    offers: typed.total.count > 0 ? [] : offerInsteadOfPapers(db, asked),
  };
};
