import type { RoleMarker } from '../../language/lexicon/assignment-words.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import type { BodyRole } from '../../schemas/directive.js';
import { ASSIGN, COMPOUNDS, isNameStop } from '../bodies/lexicon.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import { parseNamed } from '../bodies/parse-named.js';
import { parseUnknown } from '../bodies/parse-unknown.js';
import type { ParsedBodies, ParsedBody } from '../bodies/parsed.js';
import { isFollowed, isNoun } from './clause-words.js';
import { FOLLOWING, MARKERS } from './lexicon.js';
import { readAnnounced } from './read-responsible.js';

/** Bodies marked inside the predicate. */
export interface Marked {
  readonly role: BodyRole;
  /** Token at which the marker begins. */
  readonly at: number;
  /** True when the marker is one by which an author assigns: giao, phân công, yêu cầu, đề nghị. */
  readonly isAssigned: boolean;
  readonly bodies: readonly ParsedBody[];
}

const mayReceive = (body: ParsedBody): boolean => body.form !== 'group' || RECEIVING_GROUP.test(body.name);
/** "các ban HĐND tỉnh" examine what a council is sent; other groups are whom a paper is about. */
const RECEIVING_GROUP = /cấp|trung ương|^các ban (?:của )?(?:HĐND|hội đồng nhân dân)/iu;

/** "báo cáo *lãnh đạo UBND tỉnh*": people in small letters, where the place says that somebody is named. */
const parseLeaders = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  const named = parseNamed(tokens, at, 1);
  if (named?.bodies[0]?.form !== 'person') return undefined;
  // "giao kế toán xã*, thủ quỹ* đối chiếu sổ"
  const mark = tokens[named.to]?.key;
  const more = mark === ',' || mark === 'và' ? parseLeaders(tokens, named.to + 1) : undefined;
  return more === undefined ? named : { bodies: [...named.bodies, ...more.bodies], to: more.to };
};

/** "…, *để lãnh đạo UBND tỉnh* theo dõi, chỉ đạo": whoever follows and decides is told; "không để …" is no purpose. */
const readFollower = (tokens: readonly Token[], at: number, to: number): ParsedBodies | undefined => {
  if (tokens[at]?.key !== 'để' || tokens[at - 1]?.key === 'không') return undefined;
  const list = parseBodyList(tokens, at + 1) ?? parseLeaders(tokens, at + 1);
  return list !== undefined && list.to < to && matchPhrase(FOLLOWING, tokens, list.to) !== undefined ? list : undefined;
};

const FAR = 48;
const TO_WHOM = new Set(['về', 'đến', 'cho', 'tới']);

/** "gửi báo cáo tình hình thực hiện, khó khăn, vướng mắc *về Văn phòng UBND tỉnh* trước …": to whom, far behind what is sent. */
const findAddressee = (
  tokens: readonly Token[],
  at: number,
  to: number,
  isReport: boolean,
): ParsedBodies | undefined => {
  for (let i = at; i < Math.min(to, at + FAR); i++) {
    if (tokens[i]?.key === ';' || tokens[i]?.key === '.') return undefined;
    if (!TO_WHOM.has(tokens[i]?.key ?? '')) continue;
    // "báo cáo năm trước ngày 20/11 *về Sở A*": behind its day it is told where a report goes, not what it is about.
    if (isReport && (tokens[i]?.key !== 'về' || tokens[i - 1]?.kind !== 'number')) continue;
    if (tokens[i + 1]?.isCapital !== true && !BOARDS.has(tokens[i + 2]?.key ?? '')) continue;
    const list = parseBodyList(tokens, i + 1);
    const isOver = list !== undefined && (list.to >= to || ENDS_ADDRESS.has(tokens[list.to]?.key ?? ''));
    if (isOver) return list;
  }
  return undefined;
};
/** "đến *các ban* HĐND tỉnh": in small letters. */
const BOARDS = new Set(['ban']);
// What may follow an addressee: its end, by when, through whom, what for.
const ENDS_ADDRESS = new Set([
  '.',
  ';',
  ',',
  '(',
  'để',
  'trước',
  'chậm',
  'qua',
  'theo',
  'vào',
  'trong',
  'đúng',
  'hằng',
  'hàng',
]);

/** Position of the bodies behind a marker, past its link words; undefined where none is in reach. */
const findMarked = (tokens: readonly Token[], at: number, marker: RoleMarker, to: number): ParsedBodies | undefined => {
  const near = parseBodyList(tokens, at, { takesPlaces: marker.role !== 'receiving' }) ?? parseLeaders(tokens, at);
  if (near !== undefined) return near;
  // "báo cáo kết quả" names nobody: a report tells whom it goes to by a name alone.
  const unknown = marker.tellsWork === true ? parseUnknown(tokens, at, 'urged') : undefined;
  if (unknown !== undefined) return unknown;
  for (let i = at; i < Math.min(to, at + marker.reach); i++) {
    const token = tokens[i];
    if (token === undefined || (token.kind === 'mark' && token.key !== ',' && token.key !== '(')) return undefined;
    if (!marker.links.includes(token.key)) {
      if (token.key === ',' && marker.role === 'receiving') return undefined;
      continue;
    }
    const list =
      parseBodyList(tokens, i + 1, { takesPlaces: marker.role === 'coordinating' }) ??
      parseLeaders(tokens, i + 1) ??
      (marker.role === 'coordinating' ? parseUnknown(tokens, i + 1, 'partner') : undefined);
    if (list !== undefined) return list;
  }
  return undefined;
};

const isHelping = (tokens: readonly Token[], at: number, to: number): boolean =>
  at + 1 < to && tokens[at]?.key === 'phối' && tokens[at + 1]?.key === 'hợp';

/** "Tờ trình số 26 ngày 25/8/2025 *Phân công* các đồng chí …": with a capital right behind the day of a cited paper stands its name. */
const isCitedTitle = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.isCapital === true &&
  tokens[at - 1]?.kind === 'number' &&
  tokens
    .slice(Math.max(0, at - CITATION_TOKENS), at)
    .some(({ key }, i, all) => key === 'số' && all[i + 1]?.kind === 'number');
const CITATION_TOKENS = 18;

/** Reads the bodies that markers name in tokens `from` to `to`: phối hợp với …, chỉ đạo …, báo cáo … */
export const readMarked = (tokens: readonly Token[], from: number, to: number): readonly Marked[] => {
  const marked: Marked[] = [];
  // What announces names has a colon behind it.
  const lastColon = tokens.findLastIndex((token) => token.key === ':');
  for (let i = from; i < to; ) {
    const names =
      tokens[i]?.key === ',' && tokens[i + 1]?.isCapital === true ? parseBodyList(tokens, i + 1) : undefined;
    if (names !== undefined && names.to <= to) {
      // "X chủ trì, *Công an xã, Trạm Y tế xã* phối hợp thực hiện": names that help, told by the verb behind them.
      if (isHelping(tokens, names.to, to))
        marked.push({ role: 'coordinating', at: names.to, isAssigned: false, bodies: names.bodies });
      i = names.to;
      continue;
    }
    const announced = i < lastColon ? readAnnounced(tokens, i) : undefined;
    if (announced !== undefined && announced.list.to <= to) {
      const { role, list } = announced;
      marked.push({ role, at: i, isAssigned: role === 'lead', bodies: list.bodies });
      i = list.to;
      continue;
    }
    const follower = readFollower(tokens, i, to);
    if (follower !== undefined) {
      marked.push({ role: 'receiving', at: i, isAssigned: false, bodies: follower.bodies.filter(mayReceive) });
      i = follower.to;
      continue;
    }
    const compound = matchPhrase(COMPOUNDS, tokens, i);
    const marker = matchPhrase(MARKERS, tokens, i);
    const isNoMarker = marker === undefined || (compound !== undefined && compound.end >= marker.end);
    if (isNoMarker || isNoun(tokens, i) || isCitedTitle(tokens, i)) {
      i = compound?.end ?? i + 1;
      continue;
    }
    const list =
      findMarked(tokens, marker.end, marker.value, to) ??
      (tokens[i]?.key === 'gửi' || tokens[i]?.key === 'báo'
        ? findAddressee(tokens, marker.end, to, tokens[i]?.key === 'báo')
        : undefined);
    if (list === undefined || list.to > to || !fits(tokens, list, marker.value, to)) {
      i = marker.end;
      continue;
    }
    const bodies = marker.value.role === 'receiving' ? list.bodies.filter(mayReceive) : list.bodies;
    if (bodies.length > 0)
      marked.push({
        role: marker.value.role,
        at: i,
        isAssigned: matchPhrase(ASSIGN, tokens, i) !== undefined,
        bodies,
      });
    i = list.to;
  }
  return marked;
};

/** A small word that is no function word: a verb, though no list has it. */
const mayBeVerb = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !token.isCapital && !isNameStop(token) && token.key !== 'và';

const fits = (tokens: readonly Token[], list: ParsedBodies, marker: RoleMarker, to: number): boolean =>
  !marker.needsPredicate ||
  isFollowed(tokens, list.to, to) ||
  tokens[list.to]?.key === ':' ||
  (marker.tellsWork === true && list.to < to && mayBeVerb(tokens[list.to]));
