import { REQUESTS } from '../../language/lexicon/section-words.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { ASSIGN } from '../bodies/lexicon.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import { isApproval } from './approval.js';
import { CONCERNING } from './lexicon.js';

/*
 * The topic of an item, which only says what its order is about: "1. Về đề nghị của Sở A giao UBND xã B quản lý chợ: giao Sở C
 * thẩm định". Whoever is named there is told of, not told.
 */

/** Tokens of the longest topic. A request is quoted at length. */
const TOPIC_AT_MOST = 220;

/** What somebody asked for or told: behind "về" it is quoted whole, with its own orders. */
const QUOTED = new Set([...REQUESTS, 'phản ánh', 'yêu cầu', 'khiếu nại', 'kết quả', 'tình hình']);

const quotesRequest = (tokens: readonly Token[], from: number): boolean => {
  for (let i = from + 1; i <= from + 3; i++)
    if (QUOTED.has(`${tokens[i]?.key ?? ''} ${tokens[i + 1]?.key ?? ''}`)) return true;
  return false;
};

/** "Về Phân công các đồng chí dự lễ: *Thường trực Đảng ủy nhất trí* …": what a committee decides parts it from what it was about. */
const decides = (tokens: readonly Token[], at: number): boolean => {
  const list = parseBodyList(tokens, at);
  return list !== undefined && isApproval(tokens, list);
};

/**
 * Token behind the topic that opens an item and the colon that ends it; `from` where none does. The colon is the first behind
 * which somebody is told or acts (`opensOrder`); of a quoted request, whatever it holds, the first one.
 *
 * — "Về …: giao …"
 */
export const skipTopicOf = (tokens: readonly Token[], from: number, opensOrder: (at: number) => boolean): number => {
  if (tokens[from]?.text !== 'Về' || matchPhrase(CONCERNING, tokens, from) !== undefined) return from;
  const until = Math.min(tokens.length - 1, from + TOPIC_AT_MOST);
  let first: number | undefined;
  for (let i = from + 1; i < until; i++) {
    const { key } = tokens[i] ?? { key: '' };
    // A sentence that ends before any colon is no topic.
    if (key === '.' && first === undefined && tokens[i + 1]?.isCapital === true) return from;
    if (key !== ':') continue;
    first ??= i;
    if (matchPhrase(ASSIGN, tokens, i + 1) !== undefined || opensOrder(i + 1)) return i + 1;
  }
  return first !== undefined && (quotesRequest(tokens, from) || decides(tokens, first + 1)) ? first + 1 : from;
};
