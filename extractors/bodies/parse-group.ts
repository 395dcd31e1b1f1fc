import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { isCommitteeUnit, startsOwned } from './committee-row.js';
import { skipClause } from './group-clause.js';
import { skipGroupTail } from './group-tail.js';
import {
  BARE_GROUPS,
  FIELDS,
  HEADS,
  isNameStop,
  matchUnit,
  PEOPLE,
  QUANTITY,
  startsPredicate,
  TAILS,
  VERBS,
} from './lexicon.js';
import { isNameOver } from './name-ends.js';
import { joinTokens, MAX_LIST, parseArea, skipProperName } from './parse-area.js';
import type { ParsedBody } from './parsed.js';
import { plainBody } from './plain-body.js';

const isListMark = (token: Token | undefined): boolean =>
  token !== undefined && (token.key === ',' || token.key === 'và' || token.key === '/' || token.key === 'hoặc');

/** A head that is a body by itself, such as "Văn phòng Tỉnh ủy": a list of common nouns ends before it. */
const startsNamed = (tokens: readonly Token[], at: number): boolean => {
  const head = matchPhrase(HEADS, tokens, at);
  const unit = matchUnit(tokens, at);
  if (head === undefined) return false;
  if (unit === undefined || head.end > unit.end) return true;
  return (
    tokens[at]?.isCapital === true &&
    head.value.field === 'required' &&
    // "Các Vụ, Cục, *Tập đoàn kinh tế*": in small letters the field makes a common noun.
    tokens[head.end]?.isCapital === true &&
    matchPhrase(FIELDS, tokens, head.end) !== undefined
  );
};

const VAGUE = new Set(['cơ quan', 'đơn vị', 'địa phương', 'doanh nghiệp', 'đoàn thể']);
const isVague = (tokens: readonly Token[], from: number, to: number): boolean =>
  VAGUE.has(joinTokens(tokens, from, to).toLowerCase());

/** "…, *tổ chức* cuộc họp": a unit that is a verb where neither a mark nor a closer description follows. */
const isVerbThere = (tokens: readonly Token[], from: number, to: number): boolean => {
  if (tokens[from]?.key !== 'tổ' || to - from !== 2) return false;
  const next = tokens[to];
  return (
    next?.kind === 'word' && next.key !== 'và' && next.key !== 'có' && matchPhrase(TAILS, tokens, to) === undefined
  );
};

const CLAUSE_OPENERS = new Set(['có', 'được', 'đầu', 'nơi', 'chủ']);
/** True when words from `from` to `to` hold a clause that tells which bodies of the group are meant. */
const isTold = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from + 1, to).some(({ key }, i) => CLAUSE_OPENERS.has(key) && tokens[from + i + 2]?.key !== 'liên') &&
  to - from > 3;

const NUMBERED = new Set(['thôn', 'bản', 'ấp', 'xóm', 'khu', 'phố', 'tổ', 'khóm', 'buôn', 'làng']);

/** "các thôn *1, 2 và 5*": hamlets that bear numbers, up to the verb behind them. */
const skipNumbers = (tokens: readonly Token[], unitEnd: number, to: number): number => {
  if (to > unitEnd || !NUMBERED.has(tokens[unitEnd - 1]?.key ?? '')) return to;
  let end = unitEnd;
  while (tokens[end]?.kind === 'number') {
    const isMore = tokens[end + 1]?.key === ',' || tokens[end + 1]?.key === 'và';
    if (!isMore || tokens[end + 2]?.kind !== 'number') return startsPredicate(tokens, end + 1) ? end + 1 : to;
    end += 2;
  }
  return to;
};

// Branches of work that no department bears by themselves. — ngành giáo dục, ngành ngân hàng
const BRANCHES = buildPhraseSet(['giáo dục', 'ngân hàng', 'thuế', 'hải quan', 'kho bạc', 'bảo hiểm xã hội']);

/**
 * "ngành *y tế* quận phối hợp …", "cơ quan *tài chính* cùng cấp": the field of a branch, where the name ends behind it;
 * "ngành kinh tế mũi nhọn" is none.
 */
const skipBranchOfWork = (tokens: readonly Token[], at: number): number => {
  const isBranch = tokens[at - 1]?.key === 'ngành' || (tokens[at - 1]?.key === 'quan' && tokens[at - 2]?.key === 'cơ');
  const field = isBranch ? (matchPhrase(FIELDS, tokens, at) ?? matchPhrase(BRANCHES, tokens, at)) : undefined;
  if (field === undefined) return at;
  const isOver =
    isNameOver(tokens, field.end) ||
    tokens[field.end]?.key === 'để' ||
    matchPhrase(TAILS, tokens, field.end) !== undefined;
  return isOver ? field.end : at;
};

/** "các cấp *Hội Nông dân Việt Nam*": whose levels they are. */
const skipAssociation = (tokens: readonly Token[], at: number): number => {
  if (tokens[at - 2]?.key !== 'cấp' || tokens[at - 1]?.isCapital !== true) return at;
  return skipProperName(tokens, at - 1) > at ? skipProperName(tokens, at - 1) : at;
};

const MAX_TRADE = 4;

/** "các hộ *nuôi cá* di chuyển …": of people, the few unknown words before the verb tell their trade or state. */
const skipTrade = (tokens: readonly Token[], at: number): number => {
  for (let i = at; i <= at + MAX_TRADE; i++) {
    const token = tokens[i];
    if (i > at && startsPredicate(tokens, i)) return i;
    if (token?.kind !== 'word' || token.isCapital || isNameStop(token) || startsPredicate(tokens, i)) return at;
  }
  return at;
};

/** Whose the group is: "đảng ủy *các bộ, ngành*, các tỉnh ủy" ends before committees, which no committee owns. */
export interface GroupRules {
  readonly isOfCommittee?: boolean;
}

/**
 * Reads a group at token `at`: "các sở, ban, ngành liên quan", "cấp ủy, chính quyền các cấp", "các huyện, thành, thị ủy".
 * Common nouns that follow each other are one group, with or without "các" before each.
 */
export const parseGroup = (tokens: readonly Token[], at: number, rules: GroupRules = {}): ParsedBody | undefined => {
  const quantity = matchPhrase(QUANTITY, tokens, at);
  const opener = quantity === undefined ? matchPhrase(BARE_GROUPS, tokens, at) : undefined;
  if (quantity === undefined && opener === undefined) return undefined;
  let from = quantity?.end ?? at;
  let to = at;
  let again = quantity;
  for (let unitCount = 0; unitCount < MAX_LIST; unitCount++) {
    const isListed = from > (quantity?.end ?? at);
    if (isListed && (startsOwned(tokens, from) || (rules.isOfCommittee === true && isCommitteeUnit(tokens, from))))
      break;
    if (startsNamed(tokens, from) || (isListed && matchPhrase(PEOPLE, tokens, from))) break;
    const unit = matchUnit(tokens, from);
    // "cùng cấp, *cấp phát* kinh phí": the unit begins a verb.
    if (
      unit !== undefined &&
      isListed &&
      again === undefined &&
      (matchPhrase(VERBS, tokens, from)?.end ?? 0) > unit.end
    )
      break;
    if (unit === undefined || (again === undefined && from > at && isVerbThere(tokens, from, unit.end))) break;
    const area = parseArea(tokens, from);
    const end = Math.max(unit.end, skipBranchOfWork(tokens, unit.end), skipAssociation(tokens, unit.end));
    to = skipGroupTail(tokens, Math.max(area?.to ?? 0, end), (area?.to ?? 0) < unit.end);
    // "Cấp ủy *các chi bộ trực thuộc*": whose committees they are.
    const isCommittee = tokens[to - 1]?.key === 'ủy' && /^(?:cấp|chi)$/u.test(tokens[to - 2]?.key ?? '');
    if (isCommittee && tokens[to]?.key === 'các') to = parseGroup(tokens, to)?.to ?? to;
    to = skipNumbers(tokens, unit.end, to);
    if (tokens[at]?.key !== 'từng' && matchPhrase(PEOPLE, tokens, from) !== undefined) to = skipTrade(tokens, to);
    // "các tổ chức thuộc bộ, cơ quan ngang bộ"
    const whole = tokens[to]?.key === 'thuộc' ? parseGroup(tokens, to + 1) : undefined;
    to = whole?.to ?? to;
    const skip = tokens[to]?.key === ',' && tokens[to + 1]?.key === 'và' ? 2 : 1;
    // "các sở *-* ngành": of common nouns the dash is a comma.
    const isDashed =
      tokens[to]?.key === '-' && tokens[to + 1]?.isCapital === false && matchUnit(tokens, to + 1) !== undefined;
    if (!isListMark(tokens[to]) && !isDashed) break;
    again = matchPhrase(QUANTITY, tokens, to + skip);
    // "các đơn vị đầu mối giao kế hoạch, *các* cơ quan …": behind a clause of its own the next "các" opens another group.
    if (again !== undefined && isTold(tokens, from, to)) break;
    from = again?.end ?? to + skip;
  }
  if (to > at) to = skipClause(tokens, to);
  // "cơ quan", "đơn vị" alone tell nobody; "cơ quan chuyên môn", "Bộ, ngành" do.
  if (to === at || (quantity === undefined && (to === at + 1 || (to === opener?.end && isVague(tokens, at, to)))))
    return undefined;
  return {
    ...plainBody(tokens, at, to, 'group'),
    level: readLevel(tokens, at, to),
    branch: readBranch(tokens, at, to),
  };
};

/** "các huyện, thành, thị ủy" are committees of districts; beside "tỉnh ủy" those of cities are provincial. */
const readCommitteeLevel = (keys: ReadonlySet<string>): ParsedBody['level'] => {
  if (keys.has('tỉnh')) return 'province';
  return keys.has('huyện') || keys.has('thị') || keys.has('quận') ? 'district' : null;
};

const readLevel = (tokens: readonly Token[], from: number, to: number): ParsedBody['level'] => {
  const levels = new Set<ParsedBody['level']>();
  const keys = new Set(tokens.slice(from, to).map((token) => token.key));
  const committee = keys.has('ủy') && !keys.has('cấp') ? readCommitteeLevel(keys) : null;
  if (committee !== null) levels.add(committee);
  for (let i = from; i < to; i++) {
    const area = parseArea(tokens, i);
    const level = area?.places[0]?.level;
    if (level !== undefined && level !== null) levels.add(level);
    else if (tokens[i]?.key === 'sở') levels.add('province');
    else if (tokens[i]?.key === 'bộ' && tokens[i - 1]?.key !== 'đảng' && tokens[i - 1]?.key !== 'chi')
      levels.add('central');
  }
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? only : null;
};

const readBranch = (tokens: readonly Token[], from: number, to: number): ParsedBody['branch'] => {
  const keys = new Set(tokens.slice(from, to).map((token) => token.key));
  const isParty = keys.has('ủy') || keys.has('đảng') || keys.has('chi');
  const isState = keys.has('sở') || keys.has('quyền') || (keys.has('bộ') && !isParty) || keys.has('phòng');
  const isFront = keys.has('thể') || keys.has('hội') || keys.has('mttq');
  const isOther = keys.has('nghiệp') && !isParty && !isState;
  if (Number(isParty) + Number(isState) + Number(isFront) + Number(isOther) !== 1) return null;
  return isParty ? 'party' : isState ? 'state' : isFront ? 'front' : 'other';
};
