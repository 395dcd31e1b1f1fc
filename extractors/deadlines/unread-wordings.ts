import { COMPLETIONS, HANDOVERS } from '../../language/lexicon/time-words.js';
import { verbsOf } from '../../language/lexicon/verbs.js';
import { MONTH_WORDS } from '../../language/printed/month-words.js';
import { foldedPattern, matchesOf } from '../../language/writing/patterns.js';
import { prepareText } from '../../language/writing/prepared-text.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Deadline } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { overlaps, type Span } from '../../schemas/span.js';
import type { DroppedTime } from '../contract.js';
import { findCitations } from '../references/index.js';
import { COUNT } from './read-time.js';
import { WEEKDAY_WORDS } from './recurrence-rule.js';
import { ACCENT } from './surroundings.js';

const UNIT = '(?:giờ|ngày|đêm|tuần|tháng|quý|năm)';
const TIME_WORD = `(?:\\d{1,4}|${UNIT}|hôm|mai|tết|thứ|chủ nhật|sáng|chiều|tối|trưa|kỳ|vụ|mùa|khi|sau|trước|lễ|đầu|cuối|giữa|dịp|rằm|mùng|mồng)`;
/** Words behind a length which say that it is over, or part of something else. */
const NO_LENGTH = '(?! (?:qua|vừa|gần|liên|trở|đầu|cuối|tuổi|trước|lương|đêm|công tác|kinh nghiệm|học|năm))';

/** A wording that looks like a time by which, or a rhythm in which, something is due. */
interface Wording {
  /** Over folded text. */
  readonly pattern: RegExp;
  /** What its quote holds as it is written: folded, "mỗi sáng" is "mới sáng" and "tối nay" is "tới nay". */
  readonly written: RegExp;
  /** A boundary says that something is due; a deed makes it likely; told: when something begins, which is no time by which. */
  readonly doubt: 'sure' | 'likely' | 'told';
}

const wording =
  (doubt: Wording['doubt']) =>
  (written: RegExp, source: string): Wording => ({ pattern: foldedPattern(source), written, doubt });
const sure = wording('sure');
const likely = wording('likely');
const told = wording('told');

const DEED = `(?:${[...COMPLETIONS.filter((word) => !/^thời /u.test(word)), ...HANDOVERS].join('|')})`;

/** What whoever has the task does next themselves; passives and "có" leave it open. — việc tự làm */
const OWN_STEPS = [
  ...(['act', 'work', 'hand-over', 'complete', 'begins-task', 'assign', 'order', 'at-meeting'] as const).flatMap(
    verbsOf,
  ),
  ...[
    'đưa',
    'có',
    'được',
    'bị',
    'đã',
    'lưu',
    'in',
    'đi',
    'ra',
    'vào',
    'về',
    'lên',
    'xuất',
    'bán',
    'dùng',
    'đốt',
    'xả',
    'đổ',
    'cho',
    'bước vào',
    'hết',
  ],
].join('|');

/** Those that bind by their own words, then those that a deed makes likely. */
const WORDINGS: readonly Wording[] = [
  // chậm nhất sau kỳ nghỉ lễ | muộn nhất là cuối giờ chiều | hạn chót thứ Sáu; not: giải ngân chậm nhất tỉnh
  sure(
    /nhất|không|hạn/iu,
    `(?<!(?:giải ngân|tiến độ|tốc độ|đơn vị|địa phương|thuộc nhóm|chuyển biến) )(?:chậm nhất|muộn nhất|trễ nhất|không (?:muộn|chậm|trễ) (?:hơn|quá)|hạn (?:chót|cuối cùng|cuối))(?: là| vào| trong| đến| tới){0,3}:? [^,;.\\n]{0,24}?${TIME_WORD}`,
  ),
  // gửi trước ngày 20 | trước 17 giờ chiều thứ Sáu | trước Quốc khánh 2-9
  sure(
    /^trước/iu,
    `(?<!(?:năm|tháng|quý|tuần|kỳ|như|đã) )trước (?:(?:ngày |mùng |mồng )\\d{1,2}|\\d{1,2}\\s?(?:giờ|h)|(?:ngày )?(?:${WEEKDAY_WORDS})|quốc khánh|dịp|rằm)`,
  ),
  // trước hai mươi tháng mười | vào ngày mười lăm tháng bảy: a day in words
  sure(
    /tháng (?:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)/iu,
    `(?:trước|vào|đến|hết|tới|ngày) (?:ngày )?${COUNT} tháng (?:${MONTH_WORDS})(?![a-z])`,
  ),
  // vào ngày 25 | đến ngày 15 tới: no month stands behind the day
  sure(
    /^(?:vào|trong|đến|hết|tới) ngày/iu,
    '(?:vào|trong|đến|hết|tới) ngày (?:mùng )?\\d{1,2}(?! ?[-/.,]?\\d| (?:tháng|và|đêm|công|làm|học))',
  ),
  // không được kéo dài quá tháng 9 | không để quá ngày 30/8
  sure(
    /^không/iu,
    `không (?:[a-z]+ ){0,3}quá (?:(?:ngày|tháng|quý|năm) \\d{1,4}|${COUNT} ${UNIT}(?: làm việc)?(?= ?[,;.]|$| phải| kể))`,
  ),
  // lùi thời gian hoàn thành sang 30/8/2026 | gia hạn sang quý I
  sure(
    /sang|thành/iu,
    '(?<!(?:không|không để|tránh|để) )(?:gia hạn|kéo dài|lùi|dời|điều chỉnh)(?: [a-z\\d/]+){0,10} (?:sang|thành) (?:ngày |tháng |quý )?[\\divx]{1,4}(?:[/-]\\d{1,4}){0,2}',
  ),
  likely(
    /^trong/iu,
    `trong (?:vòng|thời hạn) (?:khoảng |tối đa |không quá )?(?:${COUNT}|vài|mấy|mươi) ${UNIT}${NO_LENGTH}`,
  ),
  likely(/trong/iu, `${DEED} (?:ngay )?trong (?:khoảng |tối đa |không quá )?${COUNT} ${UNIT}(?: đêm)?${NO_LENGTH}`),
  // xong trước 20.8
  likely(/trước/iu, `${DEED}(?: xong)? trước \\d{1,2}[.]\\d{1,2}(?![.]?\\d)`),
  likely(/^trong/iu, `trong (?:vài|mấy) ${UNIT} (?:tới|sau|nữa)`),
  likely(/^sau/iu, `sau (?:khoảng )?${COUNT} (?:ngày|tuần|tháng|quý)(?: làm việc)?(?= ?[,;.]|$)`),
  // trong ngày | vào tuần cuối của tháng | trước khi kết thúc năm học | trong học kỳ I, right behind a deed
  likely(
    /trong|vào|trước|đến|hết|sau/iu,
    `${DEED}(?: xong)?,? (?:(?:ngay )?trong|vào|trước|đến|hết|sau)(?: dịp| khi kết thúc| khi tổ chức| thời điểm)? (?:cuối|đầu|giữa|học kỳ|năm học|vụ|mùa|kỳ nghỉ|những|các|tuần|tháng|quý|năm|ngày|buổi|đêm|sáng|chiều|tối|quốc khánh|lễ|tết|giao thừa|đại hội)(?! (?:vực|lĩnh|khó|mặt|nội|cấp|cơ|đơn|sở|bộ|ngành|xã|phường)(?![a-z]))`,
  ),
  // báo cáo vào cuối quý | gửi đầu tuần | báo cáo từng quý
  likely(
    /cuối|đầu|từng/iu,
    `${DEED}(?: kết quả)? (?:(?:vào )?(?:cuối|đầu) (?:tuần|quý|vụ|đợt|giờ|buổi|ngày)|(?:theo )?từng (?:tuần|tháng|quý))(?= ?[,;.)]|$)`,
  ),
  // trước 15 giờ thứ Năm | vào chiều Chủ nhật
  likely(/thứ|chủ nhật/iu, `(?:trước|vào|(?:giờ|\\dh\\d{0,2})|sáng|chiều|tối) (?:ngày )?(?:${WEEKDAY_WORDS})`),
  likely(
    /^(?:sáng|trưa|chiều|tối|đêm|trong|cùng|nội)/iu,
    '(?:sáng|trưa|chiều|tối|đêm) (?:nay|mai)|(?:trong|cùng|nội) ngày(?= ?[,;.)]|$)',
  ),
  // mỗi dịp cuối vụ | mỗi đợt
  likely(/^mỗi/iu, 'mỗi (?:sáng|chiều|tối|đêm|dịp|kỳ|vụ|mùa|tuần|tháng|quý)'),
  // vào cuối năm học | vào đầu vụ
  likely(/^vào/iu, 'vào (?:cuối|đầu|giữa) (?:năm học|học kỳ|vụ|mùa|đợt|kỳ|giờ|buổi)'),
  // khánh thành đúng dịp kỷ niệm …
  likely(
    /dịp/iu,
    '(?:hoàn thành|khánh thành|đưa vào (?:sử dụng|khai thác|vận hành)|khởi công|bàn giao)[^,;.\\n]{0,40} dịp (?:kỷ niệm|quốc khánh|tết|lễ|đại hội|\\d)',
  ),
  // trước ngày làm việc cuối cùng của tháng | vào buổi cuối năm học
  likely(
    /^(?:vào|trước|đến|trong|hết)/iu,
    '(?:vào|trước|đến|trong|hết) (?:các |những )?(?:ngày|tuần|buổi|phiên|giờ)(?: làm việc| học)? (?:cuối|đầu)(?: cùng| tiên)?(?: của)? (?:tuần|tháng|quý|năm|kỳ|học kỳ|vụ|đợt)',
  ),
  // hoàn thành việc bàn giao trước khi sáp nhập; not: kiểm tra trước khi đưa vào sử dụng
  likely(/trước khi/iu, `(?:hoàn thành|hoàn tất|xong|dứt điểm)(?: [a-z]+){0,10} trước khi (?!trình|ký|ban hành)[a-z]+`),
  // lấp hố trước khi trời mưa: what happens to somebody else is no step of the work, as "trước khi trình" is
  likely(/^trước khi/iu, `(?<!(?:giờ|ngày|tuần|tháng|năm|đã|có) )trước khi (?!(?:${OWN_STEPS})(?![a-z]))[a-z]+`),
  // trước khi …, behind other deeds: may be a step of the work only
  told(
    /^trước khi/iu,
    '(?<!(?:giờ|ngày|tuần|tháng|năm|đã|có) )trước khi (?!trình|ký|ban hành|đưa|sử dụng|phê duyệt|quyết định)[a-z]+',
  ),
  // trước năm học 2026 - 2027 | trước ngày giao quân
  likely(/^trước/iu, 'trước (?:năm học(?! 20)|học kỳ|ngày (?:khai|bế|giao|tựu|nhập|thi|hội|lễ|ra quân))'),
  // 48 giờ sau bão
  likely(
    /sau/iu,
    `${COUNT} (?:giờ|ngày|tuần|tháng)(?: làm việc)? sau (?:bão(?! cáo)|lũ|mưa|thiên tai|sự cố|khi|tết|lễ|kỳ|đợt)`,
  ),
  // một đêm một lần | cách tuần
  likely(
    /lần|cách/iu,
    `${COUNT} (?:giờ|tiếng|buổi|đêm|ngày|tuần|tháng|vụ|năm) (?:một|1|01) lần(?! nữa)|cách (?:tuần|tháng)(?= ?[,;.)]|$)`,
  ),
  // cuối mỗi buổi
  likely(
    /mỗi|từng/iu,
    '(?:cuối|đầu|giữa|hết|sau) (?:mỗi|từng) (?:ngày|buổi|ca|phiên|tiết|tuần|tháng|quý|năm|kỳ|học kỳ|vụ|đợt|mùa)(?! \\d)',
  ),
  // đánh giá giữa kỳ sau 02 năm triển khai Đề án
  likely(/giữa/iu, `giữa (?:nhiệm )?kỳ sau ${COUNT} (?:tháng|năm)`),
  // (15/6) behind định kỳ
  likely(/^định kỳ/iu, 'định kỳ [^;.\\n]{0,60}[(]\\d{1,2}/\\d{1,2}[)]'),
  // Q3/2026 | Q.III/2026
  likely(/^q/iu, 'q[.]?\\s?(?:[1-4]|i{1,3}|iv)\\s?[/.-]\\s?20\\d{2}'),
  // ra quân từ ngày 20/8/2026
  told(/^từ/iu, '(?<!(?:hiệu lực|thi hành|kể|tính) )từ (?:ngày )?\\d{1,2}/\\d{1,2}/20\\d\\d(?! ?(?:đến|tới|-|–))'),
  // the moon's
  likely(
    /[mM](?:ù|ồ)ng|rằm|giêng|chạp|âm lịch/iu,
    '(?<!(?:tức|nhằm|tức ngày|nhằm ngày|ngày \\d{1,2}|\\d{1,2}|hội|lễ|giỗ|rằm|trung thu|thôn|xã|khu|tổ|bản|ấp|ông|bà) )(?:(?:mùng|mồng) (?:\\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)|(?:ngày|dịp|trước|sau|đến|vào|qua) rằm|tháng (?:giêng|chạp)|âm lịch)',
  ),
];

/** Which letters a text must hold for any of them. */
const MAY_HOLD =
  /nhat|truoc|ngay|qua |trong|sau |sang |mai|moi |q[.\s]?[1-4iv]|mung|mong|ram|gieng|chap|am lich|vao|den|het|chieu|toi|dem|cuoi|tung |dip |tu ngay| lan|cach |dinh ky/u;

const isBeside = (one: Span, { start, end }: Span): boolean => one.start < end + REACH && start < one.end;
/** Characters behind a boundary in which the time that it bounds may begin: "chậm nhất (trước) ngày …". */
const REACH = 16;

const citedIn = (text: string): readonly Span[] => {
  const searched = prepareText(text);
  return findCitations(searched, { issuedOn: null }).map((one) => searched.toGiven(one.span));
};

/** A quote goes on to the end of its part, so that a reader sees what was not read: "chậm nhất vào ngày *15 tới*". */
const PART_END = /[,;)\n]|\.(?!\d)|$/u;
const AT_MOST = 32;

const reachEnd = (text: string, { start, end }: Span): Span => {
  const rest = text.slice(end, end + AT_MOST);
  const part = rest.slice(0, PART_END.exec(rest)?.index);
  const isCut = part.length === AT_MOST;
  return { start, end: end + (isCut ? Math.max(0, part.lastIndexOf(' ')) : part.trimEnd().length) };
};

/**
 * Says which wordings of an item look like a time and were neither read nor dropped with a reason: "chậm nhất sau kỳ nghỉ lễ",
 * "gửi trước ngày 20". Without the note such a time would be lost in silence. To be looked at where a boundary stands before it,
 * or where the item has no other time. — thời hạn có cách viết chưa biết
 */
export const noteUnreadWordings = (
  text: string,
  deadlines: readonly Deadline[],
  dropped: readonly DroppedTime[],
): readonly Note[] => {
  const folded = foldChars(text);
  if (!MAY_HOLD.test(folded)) return [];
  const notes: Note[] = [];
  const noted: Span[] = [];
  let citations: readonly Span[] | undefined;
  for (const { pattern, written, doubt } of WORDINGS)
    for (const { 0: print, index } of matchesOf(pattern, folded)) {
      const span = { start: index, end: index + print.length };
      const quote = text.slice(span.start, span.end);
      if (ACCENT.test(quote) && !written.test(quote)) continue;
      if (deadlines.some((one) => isBeside(one.span, span)) || dropped.some((one) => isBeside(one.span, span)))
        continue;
      if (noted.some((one) => overlaps(one, span))) continue;
      citations ??= citedIn(text);
      if (citations.some((one) => overlaps(one, span))) continue;
      const whole = reachEnd(text, span);
      noted.push(whole);
      const actual = text.slice(whole.start, whole.end).replace(/\s+/gu, ' ');
      notes.push(
        makeNote('deadlines/wording-unread', {
          actual,
          ...(doubt === 'sure' || (doubt === 'likely' && deadlines.length === 0) ? {} : { level: 'info' as const }),
        }),
      );
    }
  return notes;
};
