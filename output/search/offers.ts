import type { Bilingual } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Store } from '../store/store.js';
import { describeFilters } from './describe-filter.js';
import { countPapers } from './find-papers.js';
import { countTasks } from './find-tasks.js';
import type { SentenceReading } from './read-sentence.js';
import type { CorrectedWords, Offer, PaperRequest, SearchPlace, SearchRequest, Total } from './request.js';
import { joinFilters, type TaskFilters } from './task-filters.js';

/** With fewer results something else may have been meant. */
const FEW = 3;
/** Offers count up to so many. */
const MOST = 100;

/** What was asked and found so far. */
export interface Outcome {
  /** As a person gave it. */
  readonly request: SearchRequest;
  /** As it was searched, with what was read as filters. */
  readonly asked: SearchRequest;
  readonly reading: SentenceReading;
  readonly total: Total;
  readonly corrected: CorrectedWords | null;
}

type Draft = Omit<Offer, 'plain' | 'total'>;

/** Drafts with what they would find, none that finds no more than was found. */
const finish = (db: Store, drafts: readonly Draft[], today: IsoDate, found: number): readonly Offer[] =>
  drafts.flatMap((draft) => {
    const { words, filters } = draft;
    const total =
      draft.in === 'papers'
        ? countPapers(db, { words, filters }, MOST)
        : countTasks(db, { words, filters, today }, MOST);
    return total.count > found ? [{ ...draft, plain: true, total }] : [];
  });

type Asked = Pick<SearchRequest, 'words' | 'filters'>;

const without = (filters: TaskFilters, keys: readonly string[]): TaskFilters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => !keys.includes(key)));

/** The same in the same place without one filter, for each. */
const withoutEach = (place: SearchPlace, { words, filters }: Asked): Draft[] =>
  describeFilters(filters).map(({ keys, label }) => ({
    kind: 'without-filter',
    label: { vi: `bỏ lọc ${label.vi}`, en: `without ${label.en}` },
    in: place,
    words,
    filters: without(filters, keys),
  }));

const join = (vi: string, en: string, labels: readonly Bilingual[]): Bilingual => ({
  vi: vi + labels.map((label) => label.vi).join(' · '),
  en: en + labels.map((label) => label.en).join(' · '),
});

/** What a search for tasks that found little offers instead. */
export const offerInstead = (db: Store, { request, asked, reading, total, corrected }: Outcome): readonly Offer[] => {
  const drafts: Draft[] = [];
  const found = corrected === null ? total.count : 0;
  const { sure, unsure } = reading;
  if (unsure !== null)
    drafts.push({
      kind: 'reading',
      label: join(
        'hiểu là: ',
        'read as: ',
        describeFilters(unsure.filters).map(({ label }) => label),
      ),
      in: 'tasks',
      words: unsure.words,
      filters: joinFilters(unsure.filters, request.filters),
    });
  if (found < FEW && sure !== null)
    drafts.push({
      kind: 'plain',
      label: { vi: 'tìm đúng các từ đã gõ', en: 'every word as a word' },
      in: 'tasks',
      words: request.words,
      filters: request.filters,
    });
  if (found === 0) drafts.push(...withoutEach('tasks', asked));
  if (found === 0 && asked.words.trim() !== '')
    drafts.push({
      kind: 'papers',
      label: { vi: 'tìm trong toàn văn các văn bản', en: 'the same in whole papers' },
      in: 'papers',
      words: asked.words,
      filters: asked.filters,
    });
  return finish(db, drafts, request.today, found);
};

/** What a search for papers that found none offers instead. */
export const offerInsteadOfPapers = (db: Store, { words, filters, today }: PaperRequest): readonly Offer[] => {
  const tasks: Draft = {
    kind: 'tasks',
    label: { vi: 'tìm trong nhiệm vụ', en: 'the same in tasks' },
    in: 'tasks',
    words,
    filters,
  };
  return finish(db, [...withoutEach('papers', { words, filters }), tasks], today, 0);
};
