import type { ReflowedText } from '../../schemas/stages.js';
import type { Reading } from './enumerators.js';

/** A paragraph with every way to read its mark; none for an unnumbered one. */
export interface Draft {
  readonly content: ReflowedText;
  readonly page: number;
  readonly readings: readonly Reading[];
}
