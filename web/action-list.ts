import type { Action } from './actions.js';
import { CORRECT } from './correct.js';
import { INTAKE_ACTIONS } from './intake/routes.js';
import { CHANGE_ACCESS } from './manage.js';
import { FORGET_SEARCH, SAVE_SEARCH } from './saved.js';
import { LOOK_AFTER } from './upkeep/routes.js';

/** Every address that changes something, as programs may call it. */
export const ACTIONS: readonly Action[] = [
  CORRECT,
  ...INTAKE_ACTIONS,
  CHANGE_ACCESS,
  LOOK_AFTER,
  SAVE_SEARCH,
  FORGET_SEARCH,
];
