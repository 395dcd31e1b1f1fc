import type { Token } from '../../language/writing/tokens.js';
import { joinTokens } from './parse-area.js';
import type { ParsedBody } from './parsed.js';

/** A name as it stands in tokens `from` to `to`, of which nothing else is known: no kind, level or branch. */
export const plainBody = (
  tokens: readonly Token[],
  from: number,
  to: number,
  form: ParsedBody['form'],
): ParsedBody => ({
  name: joinTokens(tokens, from, to),
  from,
  to,
  level: null,
  branch: null,
  form,
  kind: null,
  tail: '',
  units: [],
});
