import type { BodyKind } from '../../language/lexicon/bodies/body-kind.js';
import type { Body } from '../../schemas/directive.js';

/** A body as the grammar reads it: tokens `from` to `to`, and a name that may be completed from its neighbours. */
export interface ParsedBody {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly level: Body['level'];
  readonly branch: Body['branch'];
  readonly form: 'body' | 'group' | 'person';
  readonly kind: BodyKind | null;
  /** The part behind the head that a neighbour without one may share: "HĐND, UBND *tỉnh*". Empty when there is none. */
  readonly tail: string;
  /** Units of places in the name: they have dates of their own. */
  readonly units: readonly string[];
  /** True when no list knows the name: it was taken as it stands, for the place says that somebody is named. */
  readonly isUnknown?: true;
  /** True for a name that no list knows and that people taught the database. */
  readonly isKnown?: true;
}

/** Bodies read at one position, and the token behind the last. */
export interface ParsedBodies {
  readonly bodies: readonly ParsedBody[];
  readonly to: number;
}
