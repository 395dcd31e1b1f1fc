import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { skipRelative } from './group-tail.js';
import { attends, HEADS, QUANTITY, startsPredicate } from './lexicon.js';
import { skipProperName } from './parse-area.js';
import type { ParsedBodies } from './parsed.js';
import { plainBody } from './plain-body.js';

const MAX_TITLES = 6;

/** Further titles of one person: "Chủ tịch, các Phó Chủ tịch". */
export const skipTitles = (tokens: readonly Token[], at: number): number => {
  let end = at;
  for (let count = 0; count < MAX_TITLES && (tokens[end]?.key === ',' || tokens[end]?.key === 'và'); count++) {
    const quantity = matchPhrase(QUANTITY, tokens, end + 1);
    const title = matchPhrase(HEADS, tokens, quantity?.end ?? end + 1);
    if (title?.value.form !== 'person' || title.value.owner !== 'required') break;
    end = title.end;
  }
  return end;
};

const MAX_DUTY = 10;

/** End of what a person is in charge of: "phụ trách địa bàn", "được phân công theo dõi xã". */
export const skipDuty = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== 'phụ' || tokens[at + 1]?.key !== 'trách') return skipRelative(tokens, at);
  let end = at + 2;
  while (
    (tokens[end]?.kind === 'word' || tokens[end]?.key === '-') &&
    tokens[end]?.key !== 'và' &&
    end - at < MAX_DUTY &&
    !startsPredicate(tokens, end) &&
    !attends(tokens, end)
  )
    end += 1;
  return end;
};

const personOf = (tokens: readonly Token[], at: number, to: number): ParsedBodies => ({
  bodies: [plainBody(tokens, at, to, 'person')],
  to,
});

/** "*các đồng chí cấp ủy phụ trách thôn*": people told by the group that they belong to. */
export const readComrades = (tokens: readonly Token[], at: number, groupEnd: number): ParsedBodies =>
  personOf(tokens, at, skipDuty(tokens, groupEnd));

/** A person named only by a form of address: "đồng chí Trần Văn Bình". */
export const readNamedPerson = (tokens: readonly Token[], at: number, from: number): ParsedBodies | undefined => {
  const end = skipProperName(tokens, from);
  if (end - from < 2) return undefined;
  return personOf(tokens, at, skipDuty(tokens, end));
};

/** End of a person's name behind an office: "Phó Thủ tướng *Trần Văn Bình*"; one capital alone is no name. */
export const skipPersonName = (tokens: readonly Token[], at: number): number => {
  // "trực thuộc *Sở Y* tế": a body begins there, no surname.
  const isName = tokens[at]?.kind === 'word' && matchPhrase(HEADS, tokens, at) === undefined;
  const end = isName ? skipProperName(tokens, at) : at;
  return end - at >= 2 ? end : at;
};
