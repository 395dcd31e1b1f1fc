import type { Store } from '../store/store.js';
import { countTasks, type FoundTasks, findTasks, listTaskKeys } from './find-tasks.js';
import { offerInstead } from './offers.js';
import { readWords, type SentenceReading } from './read-sentence.js';
import type { CorrectedWords, SearchPage, SearchRequest } from './request.js';
import { correctSpelling, toCorrected } from './spelling.js';
import { joinFilters } from './task-filters.js';

/** What is sought, without what of it is shown. */
export type AskedTasks = Pick<SearchRequest, 'words' | 'filters' | 'today' | 'plain'>;

/** Words and filters as they are searched: what was read out of the words is among the filters, which a person gave go before. */
const applyReading = <Request extends Pick<SearchRequest, 'words' | 'filters'>>(
  request: Request,
  { sure }: SentenceReading,
): Request =>
  sure === null ? request : { ...request, words: sure.words, filters: joinFilters(sure.filters, request.filters) };

/** Searches once more with typing errors mended where the words as typed find nothing. */
const mend = (
  db: Store,
  asked: SearchRequest,
  found: FoundTasks,
): { found: FoundTasks; corrected: CorrectedWords | null } => {
  if (found.total.count > 0 || asked.pageToken !== undefined) return { found, corrected: null };
  const words = correctSpelling(db, asked, (tried) => countTasks(db, { ...asked, ...tried }, 1).count > 0);
  if (words === undefined) return { found, corrected: null };
  const mended = findTasks(db, { ...asked, words });
  const [first] = mended.hits;
  return first === undefined
    ? { found, corrected: null }
    : { found: mended, corrected: toCorrected(words, first.snippet) };
};

/**
 * Finds directives. Words match without regard to marks, i and y, and with what abbreviations stand for; hits with the marks as
 * typed come first, then those with the words in a row, then the newest date of issue. A plain sentence is read into filters and
 * told as `reading`; where nothing is found typing errors are mended, told as `corrected`, and something else is offered.
 * Any text is safe. `search(db, { words: 'việc của Sở Y tế quá hạn', filters: { year: 2025 }, today, limit: 20 })`.
 */
export const search = (db: Store, request: SearchRequest): SearchPage => {
  const reading = readWords(db, request);
  const asked = applyReading(request, reading);
  const { found, corrected } = mend(db, asked, findTasks(db, asked));
  const isFirst = request.pageToken === undefined && (request.page ?? 1) === 1;
  const offers = isFirst ? offerInstead(db, { request, asked, reading, total: found.total, corrected }) : [];
  return { ...found, reading: reading.sure, corrected, offers };
};

/**
 * What a search shows, as words and filters that nothing is read out of any more: the sentence is read, typing errors are mended where
 * the words as typed find nothing. Exports, calendars and counts of what is shown go by it. — đúng những gì đang thấy
 */
export const settleSearch = (db: Store, request: AskedTasks): AskedTasks & { readonly plain: true } => {
  const asked = applyReading(request, readWords(db, request));
  const finds = (tried: Pick<AskedTasks, 'words' | 'filters'>): boolean =>
    countTasks(db, { ...asked, ...tried }, 1).count > 0;
  const mended = finds(asked) ? undefined : correctSpelling(db, asked, finds);
  return { words: mended ?? asked.words, filters: asked.filters, today: asked.today, plain: true };
};

/** Internal keys of all directives that a search finds, in stored order, one at a time: what exports run over. */
export function* findAll(db: Store, request: AskedTasks): Generator<number> {
  yield* listTaskKeys(db, applyReading(request, readWords(db, request)));
}
