import type { Token } from '../../language/writing/tokens.js';
import { joinTokens } from './parse-area.js';
import { parseNamed } from './parse-named.js';
import type { ParsedBodies, ParsedBody } from './parsed.js';

/**
 * The known name that begins at token `at`, where the grammar reads less there and no name that it reads goes on beyond: what it
 * reads for certain is never cut. Its kind, level and branch are those of the shorter reading.
 */
export const parseKnown = (
  tokens: readonly Token[],
  at: number,
  read: ParsedBodies | undefined,
): ParsedBodies | undefined => {
  const to = tokens[at]?.knownTo;
  if (to === undefined || (read !== undefined && read.to >= to)) return undefined;
  for (let i = at + 1; i < to; i++) if ((parseNamed(tokens, i)?.to ?? 0) > to) return undefined;
  const [only, another] = read?.bodies ?? [];
  const like = another === undefined ? only : undefined;
  const body: ParsedBody = {
    name: joinTokens(tokens, at, to),
    from: at,
    to,
    level: like?.level ?? null,
    branch: like?.branch ?? null,
    form: like?.form ?? 'body',
    kind: like?.kind ?? null,
    tail: '',
    units: like?.units ?? [],
    isKnown: true,
  };
  return { bodies: [body], to };
};
