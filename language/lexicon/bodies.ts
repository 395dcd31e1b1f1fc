import type { BodyKind } from './bodies/body-kind.js';
import { FRONT_BODIES } from './bodies/front.js';
import { OTHER_BODIES } from './bodies/other.js';
import { PARTY_BODIES } from './bodies/party.js';
import { DEPUTIES, PERSONS } from './bodies/persons.js';
import { STATE_BODIES } from './bodies/state.js';

/**
 * Every kind of body that the house knows, each head once: a new one is a line in its file under bodies/, and outline,
 * casing, bodies, references and header know it. A head that stands in two lists is of the later kind.
 */
export const BODY_KINDS: readonly BodyKind[] = [
  ...PARTY_BODIES,
  ...STATE_BODIES,
  ...FRONT_BODIES,
  ...OTHER_BODIES,
  ...PERSONS,
  ...DEPUTIES,
];
