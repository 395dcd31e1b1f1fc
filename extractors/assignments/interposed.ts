import { buildPhraseSet, listPhrases, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { COMPOUNDS, QUANTITY, STANDS_FOR, startsPredicate } from '../bodies/lexicon.js';

/* What is put between a subject and its verb. */

// Behind a name these words go on with it or tell its state, not its act.
export const NOT_VERBS = new Set(
  listPhrases(
    'của | là | được | bị | đã | do | này | đó | nêu | mà | như | thuộc | và | với | cho | tại | ở | đạt | đang | còn | chưa',
  ),
);
// What may be put between a subject and its verb: a preposition opens it.
const INTERPOSED = buildPhraseSet(
  listPhrases(
    'dưới | qua | trong | theo | với | trên | căn cứ | sau | khi | nếu | ngoài | tại | bằng | trước | từ | ngay | cùng | nhất là',
  ),
);
// "Sở A *với vai trò cơ quan thường trực* đôn đốc …"
const AS_WHAT = buildPhraseSet(
  listPhrases('với vai trò | với vai trò là | với tư cách | với tư cách là | với trách nhiệm'),
);
const MAX_CAPACITY = 14;

/** "cơ quan *chủ trì* soạn thảo": verbs that tell the capacity itself. */
const isOfCapacity = (tokens: readonly Token[], at: number): boolean =>
  /^(?:quan|vị|mối)$/u.test(tokens[at - 1]?.key ?? '') || matchPhrase(COMPOUNDS, tokens, at) !== undefined;

export const PERIODS = buildPhraseSet(['ngày', 'tuần', 'tháng', 'quý', 'năm', 'giờ', 'lần']);
const MAX_INTERPOSED = 30;

/** A verb that we know, or a small word that is no function word: a verb all the same. */
const mayAct = (tokens: readonly Token[], at: number): boolean =>
  startsPredicate(tokens, at) ||
  (tokens[at]?.kind === 'word' &&
    tokens[at]?.isCapital === false &&
    !NOT_VERBS.has(tokens[at]?.key ?? '') &&
    matchPhrase(INTERPOSED, tokens, at) === undefined &&
    matchPhrase(QUANTITY, tokens, at) === undefined);

/**
 * Token behind what is put between a subject and its verb: "Sở A*, dưới sự chỉ đạo của UBND tỉnh,* xây dựng …", "Sở A
 * *- trong phạm vi nhiệm vụ được giao -* kiểm tra …"; `at` where nothing is.
 */
export const skipInterposed = (tokens: readonly Token[], at: number, to: number): number => {
  const asWhat = matchPhrase(AS_WHAT, tokens, at)?.end;
  if (asWhat !== undefined) {
    const named = matchPhrase(STANDS_FOR, tokens, asWhat)?.end;
    for (let i = named ?? asWhat + 1; i < Math.min(to, asWhat + MAX_CAPACITY); i++)
      if (startsPredicate(tokens, i) && (i === named || !isOfCapacity(tokens, i))) return i;
    return at;
  }
  const mark = tokens[at]?.key;
  const isTime = tokens[at + 1]?.kind === 'number' && matchPhrase(PERIODS, tokens, at + 2) !== undefined;
  if ((mark !== ',' && mark !== '-') || !(isTime || matchPhrase(INTERPOSED, tokens, at + 1) !== undefined)) return at;
  for (let i = at + 2; i < Math.min(to - 1, at + MAX_INTERPOSED); i++)
    if (tokens[i]?.key === mark && mayAct(tokens, i + 1)) return i + 1;
  return at;
};
