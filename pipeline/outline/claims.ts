import { namesBody } from '../../extractors/bodies/names-body.js';
import { CITIZEN, OFFICE_WORD, PETITION, PETITION_VERB, RECEIVES } from '../../language/lexicon/section-words.js';
import { splitSentences } from '../../language/writing/clauses.js';

// "với các yêu cầu:", "nội dung như sau:", "gồm:": what stands in the paper that was named before.
const CONTENTS =
  /^(?:(?:với|gồm|có|về|nêu|bao gồm|trong đó|theo đó|cụ thể)\s+)*(?:các |những |một số |\d+ )?(?:nội dung|yêu cầu|vấn đề|kiến nghị|đề nghị)(?:[^,;:]{0,80}\s(?:gồm|sau|là|nêu|ghi|thể hiện|trình bày|phản ánh|kiến nghị|khiếu nại|tố cáo))?\s*:\s*$/iu;
// "Bộ … nhận được kiến nghị của cử tri …, cụ thể:"
const BARE_LIST =
  /^(?:(?:cụ thể|gồm|bao gồm|trong đó|theo đó|nội dung)(?: là)?(?: như sau| sau đây)?|như sau)\s*:\s*$/iu;
const BARE_VERB = /^(?:và\s+)?(?:yêu cầu|đề nghị|kiến nghị|khiếu nại|tố cáo|phản ánh|trình bày|cho rằng)\s*:\s*$/iu;
const CONTENTS_TITLE =
  /^(?:tóm tắt |các |những )?(?:nội dung (?:đơn|khiếu nại|tố cáo|phản ánh|kiến nghị|vụ việc|thụ lý)|(?:yêu cầu|ý kiến|lời trình bày) của (?:người (?:khiếu nại|tố cáo|khởi kiện|dân)|nguyên đơn|bị đơn|đương sự|ông|bà|công dân|cử tri))/iu;

/** The clause that a lead-in ends with: behind its last comma. */
const lastClause = (sentence: string): string => sentence.slice(sentence.lastIndexOf(',') + 1).trim();

/** "bà Vẻ kiến nghị", "tập thể hộ dân yêu cầu": somebody who is no body asks. */
const isAskedByCitizen = (clause: string): boolean => {
  const citizen = CITIZEN.exec(clause);
  const verb = citizen === null ? null : PETITION_VERB.exec(clause.slice(citizen.index));
  return citizen !== null && verb !== null && !OFFICE_WORD.test(clause.slice(0, citizen.index + verb.index));
};

/**
 * True for a lead-in or a title over what citizens claim, complain of or ask: nobody's task, whatever verbs it holds. What a
 * body asks after it has weighed a petition is an order: "Qua xem xét kiến nghị của cử tri, Sở Nội vụ đề nghị:".
 * — khiếu nại, tố cáo, kiến nghị, phản ánh
 */
export const announcesClaims = (text: string): boolean => {
  if (CONTENTS_TITLE.test(text.trim())) return true;
  if (!/:[”"’'\s.]*$/u.test(text)) return false;
  const sentence = splitSentences(text).at(-1) ?? text;
  const clause = lastClause(sentence);
  if (isAskedByCitizen(clause)) return true;
  const before = sentence.slice(0, sentence.length - clause.length);
  if (!PETITION.test(sentence) || namesBody(clause, '')) return false;
  if (BARE_LIST.test(clause)) return RECEIVES.test(before) && PETITION.test(before);
  return CONTENTS.test(clause) || (BARE_VERB.test(clause) && PETITION.test(before));
};

/** True where what stands before a verb of order says that a citizen asks: "bà Vẻ đề nghị …", "có đơn yêu cầu …". */
export const isPetition = (before: string): boolean => {
  const clause = lastClause(before);
  if (OFFICE_WORD.test(clause)) return false;
  return CITIZEN.test(clause) || (PETITION.test(clause) && !namesBody(clause, ''));
};
