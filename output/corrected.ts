/** What people do to what was read: the doors of the review, one list for the library. — rà soát, sửa */
export { completeBodies, type KnownName } from './review/bodies.js';
export { type Corrected, Corrector, correct, correctAll } from './review/correct.js';
export { type DoubtfulSpan, type DoubtfulWord, findDoubts, listDoubtfulWords } from './review/doubts.js';
export { type Conflict, CorrectionConflict, CorrectionInvalid } from './review/errors.js';
export {
  type Action,
  listActions,
  listHistoryOf,
  listRecent,
  listUnsettled,
  type Unsettled,
} from './review/history.js';
export { findItem, type ItemOf, type ReviewItem, type ReviewPaper } from './review/items.js';
export { listNeighbours } from './review/plan.js';
export { listReview, type QueueRequest, type ReviewEntry } from './review/queue.js';
export { CorrectionRequest } from './review/request.js';
