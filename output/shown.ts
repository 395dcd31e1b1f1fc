// What library.ts gives of pages, known names, reports and searches: what people are shown.
export type { FrameKind, PageFrame, PagePicture } from '../pipeline/page-picture.js';
export {
  type DoubtfulPlace,
  findPlaces,
  type Place,
  type PlacedPage,
  type PlacedWord,
  type TaskPlaces,
} from './pages/find-places.js';
export { framesOf, type RenderOptions, renderPage } from './pages/render-page.js';
export {
  type BodyShare,
  gatherReport,
  type OverdueTask,
  type ReportOptions,
  type TaskReport,
} from './report/gather-report.js';
export { gatherToday, type TaskOfDay, type Today } from './report/gather-today.js';
export {
  type DocumentFilters,
  type DocumentPage,
  findDocuments,
  type ListedDocument,
} from './search/find-documents.js';
export type { SearchSort } from './search/page-token.js';
export type {
  CorrectedWords,
  Offer,
  PaperHit,
  PaperPage,
  PaperRequest,
  ReadFilter,
  Reading,
  SearchHit,
  SearchPage,
  SearchPlace,
  SearchRequest,
} from './search/request.js';
export { listReviewReasons } from './search/review-reasons.js';
export {
  AskedSearch,
  type FoundSearch,
  listSavedSearches,
  removeSearch,
  requireSavedSearch,
  runSearch,
  type SavedSearch,
  type SearchView,
  saveSearch,
} from './search/saved-searches.js';
export { TaskFilters } from './search/task-filters.js';
export type { Widening } from './search/widen.js';
export {
  addKnownName,
  listKnownNames,
  type NameSource,
  removeKnownName,
  type TaughtName,
} from './store/known-names.js';
