import type { Store } from '../store/store.js';
import { countPapers, findPapers } from './find-papers.js';
import { offerInsteadOfPapers } from './offers.js';
import { readWords } from './read-sentence.js';
import type { PaperPage, PaperRequest } from './request.js';
import { correctSpelling } from './spelling.js';
import { joinFilters, type TaskFilters } from './task-filters.js';
import { listWidenings } from './widen.js';

/** Filters that tell of papers; the others tell of tasks. */
const OF_PAPERS = ['issuer', 'type', 'year', 'number', 'meeting', 'batch'] as const;

const keep = (filters: TaskFilters): TaskFilters =>
  Object.fromEntries(OF_PAPERS.flatMap((key) => (filters[key] === undefined ? [] : [[key, filters[key]]])));

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
  const first = findPapers(db, asked);
  const words =
    first.total.count > 0
      ? undefined
      : correctSpelling(db, asked.words, (tried) => countPapers(db, { ...asked, words: tried }, 1).count > 0);
  const mended = words === undefined ? undefined : findPapers(db, { ...asked, words });
  const isMended = words !== undefined && mended !== undefined && mended.total.count > 0;
  const { groups, ...found } = isMended ? mended : first;
  return {
    ...found,
    reading,
    widenings: listWidenings(groups),
    corrected: isMended ? { words, shown: words } : null,
    offers: first.total.count === 0 ? offerInsteadOfPapers(db, asked) : [],
  };
};
