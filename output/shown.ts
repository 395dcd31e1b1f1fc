// What library.ts gives of pages, known names and reports: what people are shown.
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
  addKnownName,
  listKnownNames,
  type NameSource,
  removeKnownName,
  type TaughtName,
} from './store/known-names.js';
