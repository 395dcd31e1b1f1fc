import type { Bilingual } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import type { TaskSummary } from '../store/load-hit.js';
import type { StateCounts } from './count-states.js';
import type { Facets } from './facets.js';
import type { PassageHit } from './find-passages.js';
import type { Cursor, SearchSort } from './page-token.js';
import type { Snippet } from './snippet.js';
import type { TaskFilters } from './task-filters.js';
import type { Widening } from './widen.js';

// What search takes and gives: plain values throughout, as JSON holds them.

/** Where one looks: tasks, or papers with their header and whole text. */
export const SEARCH_PLACES = ['tasks', 'papers'] as const;
export type SearchPlace = (typeof SEARCH_PLACES)[number];

export interface SearchRequest {
  /** What a person typed; empty asks for everything. A plain sentence is read into filters unless `plain`. */
  readonly words: string;
  readonly filters: TaskFilters;
  /** The day that overdue and due-within are counted from, and whose year a day without one is of. */
  readonly today: IsoDate;
  readonly limit: number;
  /** `next` of the page before; absent for the first. Not together with `page`. */
  readonly pageToken?: string;
  /** Page to show, from 1; 1 when not given. */
  readonly page?: number;
  /** relevance when not given. */
  readonly sort?: SearchSort;
  /** True: every word is a word, nothing is read as a filter. */
  readonly plain?: boolean;
  readonly withFacets?: boolean;
}

/** A filter that was read out of a sentence. */
export interface ReadFilter {
  /** The words that were read so, as typed, with their place in `words`. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  readonly filters: TaskFilters;
  /** "cơ quan: Sở Y tế", "hạn: từ 01/04/2025 đến 30/06/2025" */
  readonly label: Bilingual;
}

/** How a plain sentence was read. — hiểu là */
export interface Reading {
  readonly parts: readonly ReadFilter[];
  /** All filters of the parts together; filters that the request gives itself go before them. */
  readonly filters: TaskFilters;
  /** What is left as words. */
  readonly words: string;
}

/**
 * What a search that found little or nothing offers instead, with what it would find. without-filter: the same without one
 * filter; papers, tasks: the same there; plain: every word as a word; reading: a reading that was not sure enough.
 */
export interface Offer {
  readonly kind: 'without-filter' | 'papers' | 'tasks' | 'plain' | 'reading';
  readonly label: Bilingual;
  readonly in: SearchPlace;
  readonly words: string;
  readonly filters: TaskFilters;
  readonly plain: boolean;
  readonly total: Total;
}

/** What a person most likely meant. `shown`: as a paper writes it, with its marks. — ý bạn là */
export interface CorrectedWords {
  readonly words: string;
  readonly shown: string;
}

/** How many matched; when not exact, at least so many. */
export interface Total {
  readonly count: number;
  readonly exact: boolean;
}

/** A directive that matched. `exact`: every word was found with the marks that were typed. */
export interface SearchHit extends TaskSummary {
  readonly exact: boolean;
  readonly snippet: Snippet;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Token of the next page; null when this is the last. */
  readonly next: string | null;
  /** From 1; null behind a page token, which does not count pages. */
  readonly page: number | null;
  readonly total: Total;
  /** sorted: as `sort` says; stored: newest stored first, because too many matched to sort them. */
  readonly order: Cursor['order'];
  readonly sort: SearchSort;
  /** null when nothing was read as a filter. */
  readonly reading: Reading | null;
  readonly widenings: readonly Widening[];
  /** Words that were searched in place of those typed, which found nothing: typing errors mended. null when none were. */
  readonly corrected: CorrectedWords | null;
  /** Empty where enough was found. */
  readonly offers: readonly Offer[];
  readonly facets?: Facets;
  /** With the facets, over the same tasks: how many are in each state today. */
  readonly states?: StateCounts;
  /** With the facets, over the same tasks: how many wait for review. */
  readonly toReview?: number;
  /** Unclaimed passages that hold the words, with the first page: no tasks, and perhaps ones that were missed. */
  readonly passages: readonly PassageHit[];
}

/** A paper that matched. */
export interface PaperHit {
  readonly documentId: string;
  readonly type: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issuedOn: IsoDate | null;
  readonly subject: string | null;
  readonly signer: string | null;
  readonly path: string;
  /** Page of the file on which the words stand; null when they stand in the header alone. */
  readonly page: number | null;
  readonly tasks: number;
  /** Where the words were found. */
  readonly where: 'header' | 'text';
  readonly snippet: Snippet;
}

export interface PaperRequest {
  readonly words: string;
  /** Of the filters those that tell of papers count: issuer, type, year, number, meeting, batch. */
  readonly filters: TaskFilters;
  readonly today: IsoDate;
  readonly limit: number;
  readonly page?: number;
  readonly plain?: boolean;
}

export interface PaperPage {
  readonly papers: readonly PaperHit[];
  readonly page: number;
  readonly total: Total;
  readonly reading: Reading | null;
  readonly widenings: readonly Widening[];
  readonly corrected: CorrectedWords | null;
  readonly offers: readonly Offer[];
}
