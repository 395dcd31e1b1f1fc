import type { Bilingual } from '../../schemas/note.js';
import type { Store } from '../store/store.js';
import { describeFilters } from './describe-filter.js';
import { countPapers } from './find-papers.js';
import { countTasks } from './find-tasks.js';
import type { SentenceReading } from './read-sentence.js';
import type { Corrected, Offer, SearchRequest, Total } from './request.js';
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
  readonly corrected: Corrected | null;
}

const without = (filters: TaskFilters, keys: readonly string[]): TaskFilters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => !keys.includes(key)));

const join = (vi: string, en: string, labels: readonly Bilingual[]): Bilingual => ({
  vi: vi + labels.map((label) => label.vi).join(' · '),
  en: en + labels.map((label) => label.en).join(' · '),
});

/** What a search that found little offers instead; each with what it would find, none that finds no more. */
export const offerInstead = (db: Store, { request, asked, reading, total, corrected }: Outcome): readonly Offer[] => {
  const { today } = request;
  const offers: Offer[] = [];
  const found = corrected === null ? total.count : 0;
  const add = (offer: Omit<Offer, 'total'>): void => {
    const counted =
      offer.in === 'papers'
        ? countPapers(db, { words: offer.words, filters: offer.filters }, MOST)
        : countTasks(db, { words: offer.words, filters: offer.filters, today }, MOST);
    if (counted.count > (offer.in === 'papers' ? 0 : found)) offers.push({ ...offer, total: counted });
  };
  const { sure, unsure } = reading;
  if (unsure !== null)
    add({
      kind: 'reading',
      label: join(
        'hiểu là: ',
        'read as: ',
        describeFilters(unsure.filters).map(({ label }) => label),
      ),
      in: 'tasks',
      words: unsure.words,
      filters: joinFilters(unsure.filters, request.filters),
      plain: true,
    });
  if (found >= FEW) return offers;
  if (sure !== null)
    add({
      kind: 'plain',
      label: { vi: 'tìm đúng các từ đã gõ', en: 'every word as a word' },
      in: 'tasks',
      words: request.words,
      filters: request.filters,
      plain: true,
    });
  if (found === 0)
    for (const { keys, label } of describeFilters(asked.filters))
      add({
        kind: 'without-filter',
        label: { vi: `bỏ lọc ${label.vi}`, en: `without ${label.en}` },
        in: 'tasks',
        words: asked.words,
        filters: without(asked.filters, keys),
        plain: true,
      });
  if (found === 0 && asked.words.trim() !== '')
    add({
      kind: 'papers',
      label: { vi: 'tìm trong toàn văn các văn bản', en: 'the same in whole papers' },
      in: 'papers',
      words: asked.words,
      filters: asked.filters,
      plain: true,
    });
  return offers;
};
