import type { BodyKind } from './body-kind.js';
import { FRONT_BODIES, OTHER_BODIES } from './other-bodies.js';
import { PARTY_BODIES } from './party-bodies.js';
import { DEPUTIES, PERSONS } from './persons.js';
import { STATE_BODIES } from './state-bodies.js';

/** Every kind of body that the grammar knows. A head that stands in two lists is of the later kind. */
export const BODY_KINDS: readonly BodyKind[] = [
  ...PARTY_BODIES,
  ...STATE_BODIES,
  ...FRONT_BODIES,
  ...OTHER_BODIES,
  ...PERSONS,
  ...DEPUTIES,
];
