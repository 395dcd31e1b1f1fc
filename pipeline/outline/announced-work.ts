import { splitSentences } from '../../language/writing/clauses.js';

/*
 * A sentence inside an assessment behind which the work begins: "Để …, huyện cần tập trung thực hiện các nhiệm vụ sau đây:". The
 * title above says what was, and without it all that follows would be taken for told.
 */

/** What is announced: work, not what was found. — nhiệm vụ, giải pháp, nội dung … sau */
const ANNOUNCED =
  /(?:nhiệm vụ|giải pháp|biện pháp|công việc|nội dung|việc|vấn đề|yêu cầu|mặt công tác)(?!\p{L})(?:[^.;:]{0,90}\s)?(?:như sau|sau đây|dưới đây|sau)\s*:\s*$/iu;

/** Somebody must, or is asked to. */
const OBLIGES =
  /(?<!\p{L})(?:cần|phải|yêu cầu|đề nghị|chỉ đạo|giao|tập trung|thực hiện (?:tốt|nghiêm|đồng bộ|có hiệu quả|quyết liệt))(?!\p{L})/iu;

/** What was done, or is wrong: "đã tập trung vào các nội dung sau:", "còn một số vấn đề cần lưu ý sau:". */
const TELLS =
  /(?<!\p{L})(?:đã|còn(?! lại)|được (?:thực hiện|triển khai|thể hiện)|thể hiện|kết quả|nguyên nhân|hạn chế)(?!\p{L})/iu;

/** "* Về nhiệm vụ thời gian tới: …": the theme itself looks ahead. */
const THEME_AHEAD =
  /^\s*Về (?:một số |các )?(?:nhiệm vụ|phương hướng|công việc|giải pháp)[^:]{0,60}(?:thời gian tới|trọng tâm|năm \d{4})[^:]{0,40}:/u;

/** Characters before the colon in which the announcement stands. */
const ANNOUNCEMENT_AT_MOST = 260;

/**
 * True where a text ends by announcing work to be done: `announcesWork('Để khắc phục, xã cần thực hiện các nhiệm vụ sau:')`; not
 * "Huyện đã chỉ đạo các nội dung sau:", nor where the fault itself is announced. — câu dẫn vào phần nhiệm vụ
 */
export const announcesWork = (text: string): boolean => {
  if (THEME_AHEAD.test(text)) return true;
  const last = (splitSentences(text).at(-1) ?? '').trim();
  const announced = ANNOUNCED.exec(last);
  if (announced === null) return false;
  const clause = last.slice(Math.max(0, last.length - ANNOUNCEMENT_AT_MOST));
  const said = clause.slice(clause.lastIndexOf(';') + 1);
  // What the purpose speaks of is no news: "Để khắc phục hạn chế trên, …".
  const main = said.replace(/^\s*(?:Để|Nhằm|Trước|Với|Trong|Từ)\s[^:;]{0,200}?,\s*/u, '');
  return OBLIGES.test(main) && !TELLS.test(main.slice(0, main.length - announced[0].length));
};
