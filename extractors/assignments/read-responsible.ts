import { skipEnumerator } from '../../language/writing/clauses.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import { parseUnknown } from '../bodies/parse-unknown.js';
import type { ParsedBodies } from '../bodies/parsed.js';
import { PARTNERS, RESPONSIBLE, TIMES } from './lexicon.js';

/** Names behind a title and its colon. */
export interface Announced {
  readonly role: 'lead' | 'coordinating';
  readonly list: ParsedBodies;
}

/** "*Cơ quan chủ trì: Sở A*", "*phối hợp: Sở B*" at token `at`; undefined where no such title with names stands. */
export const readAnnounced = (tokens: readonly Token[], at: number): Announced | undefined => {
  const lead = matchPhrase(RESPONSIBLE, tokens, at);
  const title = lead ?? matchPhrase(PARTNERS, tokens, at);
  if (title === undefined || tokens[title.end]?.key !== ':') return undefined;
  const list =
    parseBodyList(tokens, title.end + 1, { takesPlaces: true, takesSemicolons: true }) ??
    parseUnknown(tokens, title.end + 1, 'partner');
  return list === undefined ? undefined : { role: lead === undefined ? 'coordinating' : 'lead', list };
};

/** End of "Thời gian hoàn thành: quý III/2026", up to a semicolon or the end; `at` where no such title stands. */
const skipTime = (tokens: readonly Token[], at: number): number => {
  const title = matchPhrase(TIMES, tokens, at);
  if (title === undefined) return at;
  let end = title.end;
  while (end < tokens.length && tokens[end]?.key !== ';') end += 1;
  return end;
};

/**
 * Reads a text that does nothing but name who answers for the items above it: "Trách nhiệm chỉ đạo thực hiện: Sở A.",
 * "(Chủ trì: Sở A; phối hợp: Sở B; thời gian: quý III)". Undefined where it says anything else. — trách nhiệm ghi sau các nhiệm vụ
 */
export const readResponsible = (tokens: readonly Token[]): readonly Announced[] | undefined => {
  const found: Announced[] = [];
  for (let at = skipEnumerator(tokens); at < tokens.length; ) {
    const announced = readAnnounced(tokens, at);
    const time = announced === undefined ? skipTime(tokens, at) : at;
    if (announced === undefined && time === at && tokens[at]?.kind !== 'mark') return undefined;
    if (announced !== undefined) found.push(announced);
    at = announced?.list.to ?? Math.max(time, at + 1);
  }
  return found.some(({ role }) => role === 'lead') ? found : undefined;
};
