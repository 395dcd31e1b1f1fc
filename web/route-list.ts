import type { Route } from './routes.js';
import { CALENDAR } from './screens/calendar.js';
import { INTAKE } from './screens/intake.js';
import { MANAGE } from './screens/manage.js';
import { BODY_NAMES } from './screens/names.js';
import { PAPER } from './screens/paper.js';
import { PAPERS } from './screens/papers.js';
import { REVIEW } from './screens/review.js';
import { REVIEW_LIST } from './screens/review-list.js';
import { SAVED } from './screens/saved.js';
import { SEARCH } from './screens/search.js';
import { TIMELINE } from './screens/timeline.js';
import { TODAY } from './screens/today.js';

/** Every address that answers with a screen, or with the same as JSON. */
export const ROUTES: readonly Route[] = [
  TODAY,
  SEARCH,
  CALENDAR,
  TIMELINE,
  SAVED,
  PAPERS,
  PAPER,
  REVIEW,
  REVIEW_LIST,
  INTAKE,
  MANAGE,
  BODY_NAMES,
];
