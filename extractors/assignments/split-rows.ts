import type { Clause } from '../../language/writing/clauses.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { COMPOUNDS, VERBS } from '../bodies/lexicon.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import type { ParsedBodies } from '../bodies/parsed.js';

/*
 * Several who act in one sentence, parted by commas alone: "Hội Phụ nữ đảm nhận 3 tuyến, *Đoàn Thanh niên đảm nhận* 2 tuyến".
 * Each is a clause of its own.
 */

// "X chủ trì, *Công an xã phối hợp*": who helps is marked by the verb behind him; "*thực hiện xong*" may go on with a row.
const HELPS = buildPhraseSet(['phối hợp', 'phối hợp thực hiện', 'cùng phối hợp', 'phối kết hợp', 'tham gia']);
/** Tokens before a comma in which the row of names begins that the name behind it goes on with. */
const ROW_REACH = 14;
const BRACKETS: Readonly<Record<string, number>> = { '(': 1, ')': -1, '“': 1, '”': -1, '[': 1, ']': -1 };

const LIST_RULES = { takesPlaces: true } as const;

/** Names that open an act at token `at`, all of them surely bodies. */
const readActor = (tokens: readonly Token[], at: number, to: number): ParsedBodies | undefined => {
  const first = tokens[at];
  if (first?.kind !== 'word' || (!first.isCapital && !/^(?:các|xã|thôn|bản|ấp|phường|đồng)$/u.test(first.key)))
    return undefined;
  const list = parseBodyList(tokens, at, LIST_RULES);
  if (list === undefined || list.to >= to || matchPhrase(HELPS, tokens, list.to) !== undefined) return undefined;
  const acts =
    matchPhrase(VERBS, tokens, list.to) !== undefined && matchPhrase(COMPOUNDS, tokens, list.to) === undefined;
  const isNamed = first.isCapital || list.bodies.every(({ name }) => /\p{Lu}/u.test(name));
  return acts && isNamed ? list : undefined;
};

/** True where the name behind the comma at `at` goes on with names before it: "báo cáo Tỉnh ủy*, Ủy ban nhân dân tỉnh* xem xét". */
const goesOnWithNames = (tokens: readonly Token[], from: number, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(from, at - ROW_REACH); i--) {
    if (tokens[i]?.key === ',' || tokens[i]?.key === ';') continue;
    if ((parseBodyList(tokens, i, LIST_RULES)?.to ?? 0) >= at) return true;
  }
  return false;
};

/** True where somebody acts between the two tokens: a verb stands behind the first word, and not only that of who helps. */
const hasAct = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++)
    if (matchPhrase(VERBS, tokens, i) !== undefined && matchPhrase(HELPS, tokens, i) === undefined) return true;
  return false;
};

// "…, *nếu có ca bệnh*, Trung tâm Y tế điều tra": what stands before who acts, of when and why.
const CONDITIONS = buildPhraseSet([
  'nếu',
  'khi',
  'trường hợp',
  'sau khi',
  'trước khi',
  'trước',
  'sau',
  'trong',
  'để',
  'nhằm',
]);

/** Token at which the part of who acts at `at` begins: at the adverbial between commas before him, if there is one. */
const startOfPart = (tokens: readonly Token[], from: number, at: number): number => {
  let before = at - 2;
  while (before > from && tokens[before]?.key !== ',') before -= 1;
  return before > from && matchPhrase(CONDITIONS, tokens, before + 1) !== undefined ? before + 1 : at;
};

/**
 * Cuts a clause before each further body that acts: only where somebody acts before it already, and never inside a row of
 * names. The clauses together cover the same tokens. — nhiều chủ thể trong một câu
 */
export const splitRows = (tokens: readonly Token[], clause: Clause): readonly Clause[] => {
  const starts: number[] = [];
  let depth = 0;
  for (let i = clause.from; i + 2 < clause.to; i++) {
    depth += BRACKETS[tokens[i]?.key ?? ''] ?? 0;
    if (tokens[i]?.key !== ',' || depth > 0) continue;
    const from = starts.at(-1) ?? clause.from;
    const actor = readActor(tokens, i + 1, clause.to);
    if (
      actor === undefined ||
      !hasAct(tokens, from, startOfPart(tokens, from, i + 1)) ||
      goesOnWithNames(tokens, from, i)
    )
      continue;
    starts.push(startOfPart(tokens, from, i + 1));
    i = actor.to - 1;
  }
  return [clause.from, ...starts].map((from, at) => ({
    from,
    to: starts[at] ?? clause.to,
    startsSentence: at === 0 && clause.startsSentence,
  }));
};
