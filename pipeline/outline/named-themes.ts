import { namesBody } from '../../extractors/bodies/names-body.js';
import { REQUESTS } from '../../language/lexicon/section-words.js';
import { splitSentences } from '../../language/writing/clauses.js';
import { approves, countPast, instructs, namesDoer, tellsOnly } from './instructions.js';
import { judgeParagraph, type Verdict } from './judge.js';
import { beginsWork } from './told.js';

/*
 * Items that begin with what they are about: "1. Về giấy phép: …", "3. Kinh phí:". The theme asks nothing of anybody; what stands
 * behind its colon does, or does not.
 */

/** Characters of the longest theme before a colon. */
const THEME_AT_MOST = 120;

/** "2.1. Về thuế suất:", "3. Kinh phí:": the name of a theme, which asks nothing of anybody. */
export const isBareTheme = (text: string): boolean =>
  text.length <= THEME_AT_MOST &&
  (/^Về\s/u.test(text) || !(instructs(text) || beginsWork(text))) &&
  !namesBody(text, '');

/**
 * Judges what stands behind a theme and its colon as the paragraph that it is: "1. Về giấy phép: Chợ đêm thuộc diện cấp phép."
 * undefined where it gives work, or has no such theme.
 */
export const judgeThemed = (text: string, begun: boolean): Verdict | undefined => {
  const colon = text.indexOf(': ');
  if (colon < 0 || !/^Về\s/u.test(text) || !isBareTheme(text.slice(0, colon + 1))) return undefined;
  const rest = text.slice(colon + 2).trim();
  const verdict = judgeParagraph(rest, 'open', begun);
  if (verdict.isDirective || instructs(rest) || beginsWork(rest)) return undefined;
  // "…: với vai trò là chủ đầu tư, A chủ động làm việc …. UBND tỉnh B bố trí đất.": one that acts behind the first sentence.
  const [first = '', ...others] = splitSentences(rest);
  if (others.some((sentence) => namesDoer(sentence))) return undefined;
  // What neither tells nor asks in words that we know is kept, with a doubt.
  const isTold = tellsOnly(first) || approves(first) || countPast(rest) > 0;
  return isTold ? verdict : { part: 'tasks', isDirective: true, why: 'judge/in-doubt' };
};

const QUOTES_REQUEST = new RegExp(`^Về (?:việc |các |một số )?(?:${REQUESTS.join('|')})\\s[^:]{1,600}:\\s+(.+)$`, 'su');

/** "1. Về kiến nghị tăng biên chế cho trạm: *giao Sở Nội vụ …*": a request is quoted, and what answers it decides. */
export const behindRequest = (text: string): string => QUOTES_REQUEST.exec(text)?.[1] ?? text;
