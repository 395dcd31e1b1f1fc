import { AGENT_NOUNS, NO_AGENTS } from '../../language/lexicon/name-words.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { skipClause } from './group-clause.js';
import {
  ACTS_OF_GROUPS,
  ADVERBS,
  attends,
  COMPOUNDS,
  isNameStop,
  matchUnit,
  NOT_HEADS,
  OBLIGES,
  QUANTITY,
  TAILS,
  VERBS,
} from './lexicon.js';
import { isNameNumber } from './name-number.js';
import { parseArea } from './parse-area.js';
import { startsHead } from './parse-field.js';
import { parseGroup } from './parse-group.js';
import { parseNamed } from './parse-named.js';
import type { ParsedBodies } from './parsed.js';
import { plainBody } from './plain-body.js';

const AGENTS = buildPhraseSet(AGENT_NOUNS);
const THINGS = buildPhraseSet(NO_AGENTS);

/**
 * Where a name may stand that no list knows.
 * told: behind giao, yêu cầu, đề nghị at the head of a clause; urged: behind the same further on, where things are asked for
 * as well; partner: behind phối hợp với; subject: at the head of a clause, before its verb;
 * heading: nothing else stands in the clause.
 */
export type UnknownPlace = 'told' | 'urged' | 'partner' | 'subject' | 'heading';

// Offices that in the papers of their own house are named by nothing else: "*Văn phòng* theo dõi, đôn đốc."
const OFFICES = buildPhraseSet(['văn phòng', 'nhà trường']);

// "Đề nghị *các đồng chí* dự đủ": those to whom a Party letter goes, where what they must do stands right behind it.
const COMRADES = buildPhraseSet(['đồng chí', 'đ/c']);

const isKnownNoun = (tokens: readonly Token[], from: number, to: number, isActing: boolean): boolean =>
  matchUnit(tokens, from)?.end === to ||
  matchPhrase(OFFICES, tokens, from)?.end === to ||
  (isActing && matchPhrase(COMRADES, tokens, from)?.end === to);

const MAX_WORDS = 16;
const MAX_PLAIN = 4;
const MAX_OF_THINGS = 10;
// Small words behind which no name is: the verb was passive, or the words tell of a thing.
const isSmallVerb = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.isCapital === false &&
  matchPhrase(COMPOUNDS, tokens, at) === undefined &&
  (matchPhrase(VERBS, tokens, at) !== undefined || matchPhrase(ADVERBS, tokens, at) !== undefined);

const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.key === '-') return tokens[at + 1]?.isCapital === true && !startsHead(tokens, at + 1);
  if (token.kind === 'mark') return false;
  if (token.kind === 'number') return tokens[at - 1]?.key === 'số' || isNameNumber(tokens, at);
  if (token.key === 'và') return false;
  // "Chủ *các phương tiện vận tải*": owners of things, which are no group of bodies.
  if (token.key === 'các') return tokens[at - 1]?.key === 'chủ' || parseGroup(tokens, at) !== undefined;
  return token.isCapital || !(isNameStop(token) || isSmallVerb(tokens, at));
};

interface Reach {
  readonly to: number;
  /** Token behind the last run of two capitals, or of a capital and a number: where a proper name surely ends. */
  readonly proper: number;
}

const readReach = (tokens: readonly Token[], from: number, at: number): Reach => {
  let to = at;
  let proper = at;
  while (to - from < MAX_WORDS && goesOn(tokens, to)) {
    const token = tokens[to];
    const owner = to > at && startsHead(tokens, to) ? parseNamed(tokens, to) : undefined;
    const area = token?.isCapital === false ? parseArea(tokens, to) : undefined;
    const tail = area === undefined ? matchPhrase(TAILS, tokens, to) : undefined;
    // "Ban Đại diện cha mẹ học sinh *các trường*"
    const group = token?.key === 'các' ? parseGroup(tokens, to) : undefined;
    if (group !== undefined) return { to: group.to, proper: group.to };
    if (owner !== undefined && owner.bodies.length === 1) return { to: owner.to, proper: owner.to };
    const next = area?.to ?? tail?.end ?? to + 1;
    const isProper =
      area !== undefined ||
      token?.kind === 'number' ||
      (token?.isCapital === true && to > at && tokens[to - 1]?.isCapital === true);
    if (isProper) proper = next;
    to = next;
  }
  return { to, proper };
};

const hasCapital = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((token) => token.isCapital);

/** True when two capitals side by side stand within a few small words: the proper name behind a trade. */
const leadsToProper = (tokens: readonly Token[], at: number | undefined): boolean => {
  if (at === undefined) return false;
  for (let i = at; i < at + MAX_PLAIN + 1; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || isNameStop(token) || isSmallVerb(tokens, i)) return false;
    if (token.isCapital) return tokens[i + 1]?.isCapital === true;
  }
  return false;
};

/**
 * Reads a name that no list knows at token `at`, as it stands, where the place of the sentence says that somebody is named:
 * "giao *Trại giống Ao Sen* cung ứng …", "phối hợp với *Mạng lưới Nhà vườn Cù Lao Én* …", "*Nhóm Điều phối Mây Ngàn*:".
 * It ends before the verb of work; in small letters it must begin with a noun for people or their organisations, and a
 * verb must follow. Undefined where the words tell of a thing.
 */
export const parseUnknown = (tokens: readonly Token[], at: number, place: UnknownPlace): ParsedBodies | undefined => {
  const quantity = matchPhrase(QUANTITY, tokens, at);
  const from = quantity?.end ?? at;
  const first = tokens[from];
  if (first?.kind !== 'word' || isNameStop(first)) return undefined;
  const comrades = quantity === undefined ? undefined : matchPhrase(COMRADES, tokens, from);
  if (comrades !== undefined && attends(tokens, comrades.end))
    return name(tokens, { at, from, to: comrades.end, place, isActing: true, isAgent: true });
  const noun = matchPhrase(AGENTS, tokens, from);
  // "chỉ đạo *cơ sở khám bệnh, chữa bệnh* dự trữ thuốc": the noun of a group may say more.
  const agent = noun === undefined ? undefined : { end: Math.max(noun.end, matchUnit(tokens, from)?.end ?? 0) };
  const refused = Math.max(
    matchPhrase(THINGS, tokens, from)?.end ?? 0,
    matchPhrase(NOT_HEADS, tokens, from)?.end ?? 0,
    matchPhrase(VERBS, tokens, from)?.end ?? 0,
    matchPhrase(ADVERBS, tokens, from)?.end ?? 0,
  );
  if (refused >= (agent?.end ?? 1)) return undefined;
  const isStated = (place === 'told' && !/\d/u.test(first.text)) || place === 'partner';
  if (agent === undefined && !(isStated && (first.isCapital || quantity !== undefined))) return undefined;
  // "Đơn vị *quản lý* đường bộ:" — what a body does may be a part of its name where nothing but the name stands.
  const doing = agent === undefined ? undefined : matchPhrase(ACTS_OF_GROUPS, tokens, agent.end);
  // "Tổ hợp tác *trồng dưa lưới Đồng Bến* ký cam kết": the trade, where a proper name follows.
  const act = place === 'heading' || leadsToProper(tokens, doing?.end) ? doing : undefined;
  const { to: reach, proper } = readReach(tokens, from, act?.end ?? agent?.end ?? from + 1);
  const clause = quantity === undefined && agent === undefined ? reach : skipClause(tokens, reach);
  const isActing = isSmallVerb(tokens, clause);
  const isBare = agent !== undefined && !hasCapital(tokens, from, clause);
  // "các chủ tàu *soi đèn tìm luồng cá*": of words that no list knows only few can be the rest of a plain noun.
  const isOfThings = tokens[agent?.end ?? -1]?.key === 'các';
  if (isBare && (clause - agent.end > (isOfThings ? MAX_OF_THINGS : MAX_PLAIN) || (place === 'urged' && !isActing)))
    return name(tokens, { at, from, to: agent.end, place, isActing: true, isAgent: true });
  // With no verb that we know behind it, a name ends with its proper name: "Đội Thầy thuốc trẻ *Sao Hôm* khám …".
  const to = isActing || place === 'heading' || proper <= (agent?.end ?? from + 1) ? clause : proper;
  return name(tokens, { at, from, to, place, isActing, isAgent: agent !== undefined });
};

const name = (tokens: readonly Token[], span: Span): ParsedBodies | undefined => {
  const { at, from, to } = span;
  if (!isNamed(tokens, span)) return undefined;
  return {
    bodies: [
      {
        ...plainBody(tokens, at, to, from === at ? 'body' : 'group'),
        // "phối hợp với *địa phương*": a common noun by itself is known, though it tells nobody elsewhere.
        ...(isKnownNoun(tokens, from, to, span.isActing) ? {} : { isUnknown: true as const }),
      },
    ],
    to,
  };
};

interface Span {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly place: UnknownPlace;
  readonly isActing: boolean;
  readonly isAgent: boolean;
}

const isNamed = (tokens: readonly Token[], { at, from, to, place, isActing, isAgent }: Span): boolean => {
  const isPlural = from > at;
  if (to - from < 2 && tokens[from]?.isCapital !== true) return false;
  // The first word of a clause has its capital from the sentence.
  const inner = hasCapital(tokens, from + 1, to);
  const obliges = matchPhrase(OBLIGES, tokens, to) !== undefined;
  switch (place) {
    case 'heading':
      return isAgent && (inner || isPlural || (tokens[to]?.key === ':' && to - from > 2));
    case 'subject':
      if (isActing && !isPlural && matchPhrase(OFFICES, tokens, from)?.end === to)
        return tokens[from]?.isCapital === true;
      return (
        isAgent && (inner ? tokens[to]?.isCapital === false && !isNameStop(tokens[to]) : isPlural ? isActing : obliges)
      );
    case 'partner':
      return tokens[from]?.isCapital === true || isAgent || (isActing && isPlural);
    case 'urged':
      return isAgent && (inner || isActing || isPlural);
    default:
      return tokens[from]?.isCapital === true || (isActing && (isAgent || isPlural));
  }
};
