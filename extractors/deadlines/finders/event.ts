import { lastDayOfMonth } from '../../../language/calendar/civil-date.js';
import { FULL_DATE, OF_YEAR } from '../../../language/printed/date-patterns.js';
import { readFigure, readYear } from '../../../language/printed/look-alikes.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import type { IsoDate } from '../../../schemas/span.js';
import { defineFinder } from '../candidate.js';
import { trimAnchor } from '../own-day.js';
import { readDay, readInYear, YEAR_FROM_NOW } from '../read-time.js';

const MEETING = '(?:kỳ họp|phiên họp|cuộc họp|buổi họp|hội nghị|đại hội|buổi giao ban|giao ban)';
const REST =
  '(?: (?:giao ban|sơ kết|tổng kết|tuần (?:này|tới|sau)|chi bộ|chi đoàn|công đoàn|thường lệ|thường kỳ|chuyên đề|bất thường|gần nhất|tới|tiếp theo|sắp tới|(?:giữa|cuối|đầu) năm(?: \\d{4})?|lần thứ [a-z\\d]+|thứ [a-z\\d]+|năm \\d{4}|hđnd tỉnh|hđnd|hội đồng nhân dân(?: tỉnh| thành phố| xã| phường)?|ban chấp hành|ban thường vụ|đảng bộ|(?:tỉnh|thành|đảng|huyện|xã) (?:uỷ|ủy)|quốc hội|tỉnh|của (?=ban|hội đồng|hđnd|tỉnh|đảng|huyện|xã|quốc)|quý [iv]{1,3}(?:/\\d{4})?))*';

// tại kỳ họp thường lệ giữa năm 2024 | trước kỳ họp thứ 20 | tại phiên họp gần nhất | trình hội nghị Ban Chấp hành cuối năm
/** A meeting at or before which something is due; its day is given only when the text names it. — kỳ họp, hội nghị */
export const meeting = defineFinder({
  id: 'deadline/meeting',
  hints: ['hop', 'hoi nghi', 'dai hoi', 'giao ban'],
  pattern: foldedPattern(
    `(?<side>tại|trước|đến|vào|trong|(?<!(?:chương|công|quá|tờ|tiến|quy) )trình|sau|kịp) (?:các )?(?:chương trình |nội dung |lịch )?(?<anchor>${MEETING}${REST})(?:,? (?:ngày (?<date>${FULL_DATE})|tháng (?<month>\\d{1,2})(?:${OF_YEAR}| ${YEAR_FROM_NOW})?))?`,
  ),
  read: ({ side, anchor, date, month, year, now }, { issuedOn }) => {
    // "để trình hội nghị" tells what for, "ý kiến tại cuộc họp" which one: neither tells when
    const isUnnamed =
      /^(?:(?:phien|cuoc|buoi) hop|hoi nghi|dai hoi|buoi giao ban|giao ban|(?:cuoc hop|buoi hop|hoi nghi|phien hop) (?:giao ban|so ket|tong ket))$/u.test(
        anchor ?? '',
      ) ||
      (side === 'trinh' && anchor === 'ky hop');
    if (isUnnamed && side !== 'truoc' && date === undefined && month === undefined) return undefined;
    const ofMonth = readFigure(month);
    const time =
      ofMonth === undefined
        ? readDay(date ?? '', issuedOn)
        : readInYear({ year: readYear(year), now }, issuedOn, (of) => lastDayOfMonth(of, ofMonth));
    const due = time?.due ?? null;
    return {
      kind: 'event',
      due,
      bound: due === null ? null : side === 'truoc' ? 'before' : 'by',
      anchor: anchor ?? null,
      precision: due === null ? null : date === undefined ? 'month' : 'day',
      inferred: time?.inferred === true,
      certainty: time?.inferred === true ? 'assumed' : 'stated',
      signal: 'weak',
      confidence: 0.8,
    };
  },
});

// cho đến khi có chỉ đạo của … | trước khi trình Ban Thường vụ
/** Until or before something happens whose day is not known. — cho đến khi … */
export const untilHappens = defineFinder({
  id: 'deadline/until-happens',
  hints: ['khi ', 'tu nay'],
  pattern: foldedPattern(
    '(?:cho (?:đến|tới) khi (?<anchor>[^,;.()\\n]{3,80})|từ nay (?:cho )?(?:đến|tới) (?<event>đại hội|kỳ họp|hội nghị)(?! \\d))',
  ),
  read: ({ anchor, event }) => ({ kind: 'event', anchor: (anchor ?? event)?.trim() ?? null, confidence: 0.7 }),
});

/** A school year that began in a year before that of the paper. — năm học đã qua */
const isOldSchoolYear = (anchor: string, issuedOn: IsoDate | null): boolean => {
  const begun = /^nam\s+hoc\s+(?<year>20\d{2})(?!\d)/u.exec(anchor)?.groups?.year;
  return begun !== undefined && issuedOn !== null && begun < issuedOn.slice(0, 4);
};

// trước Tết Nguyên đán Bính Ngọ | trước mùa mưa bão năm 2026 | trước khai giảng năm học mới | trước ngày bầu cử
/** Before a feast, a season or an election, whose day the text does not give. — trước Tết, trước mùa mưa */
export const season = defineFinder({
  id: 'deadline/season',
  hints: [
    'truoc khi',
    'truoc tet',
    'truoc mua',
    'truoc khai giang',
    'truoc ngay khai',
    'truoc ngay bau',
    'truoc them',
    'truoc dip',
    'truoc vu',
    'truoc le',
    'truoc ky nghi',
    'truoc nam hoc',
    'truoc hoc ky',
    'truoc chien dich',
    'truoc dot',
  ],
  pattern: foldedPattern(
    'trước (?:thềm |dịp |khi (?:(?:bước )?vào )?(?=mùa|vụ|năm học)|khi (?:kết thúc|bắt đầu) (?=mùa|vụ|năm học|học kỳ|chiến dịch|đợt)|khi (?:diễn ra|tổ chức|tiến hành) (?=đại hội|bầu cử|lễ))?(?<anchor>(?:tết|vụ (?:đông|hè|mùa|xuân|thu|gieo)|lễ (?:hội|khai|quốc|kỷ|ra quân|giỗ)|kỳ nghỉ|học kỳ|năm học(?: 20\\d{2} ?[-–] ?(?:20)?\\d{2}(?!\\d))?|đại hội|chiến dịch|đợt cao điểm|mùa (?:mưa|lũ|khô|nắng|bão)|(?:ngày )?(?:khai giảng|khai trường|bầu cử)|năm học mới)[^,;.()\\n]{0,50})',
  ),
  read: ({ anchor = '' }, { issuedOn }) =>
    // "trước ngày khai giảng 03 ngày" is so long before it; "xây trước năm học 2020-2021" tells
    /\s\d{1,2}\s+(?:ngay|tuan|thang)(?![a-z])/u.test(anchor) || isOldSchoolYear(anchor, issuedOn)
      ? undefined
      : { kind: 'event', anchor: anchor.trim(), confidence: 0.8 },
});

/** Who or what something happens to, beside whoever has the task: the clause is an event, no step of their own work. */
const HAPPENS_TO =
  '(?:các |những )?(?:học sinh|sinh viên|học viên|trẻ(?: em)?|giáo viên|thầy cô|tân binh|thanh niên|người dân|nhân dân|bà con|ngư dân|công nhân|đoàn (?:kiểm tra|giám sát|thanh tra|công tác)|phụ huynh|cử tri|khách|trời|bão|mưa|lũ|nước|thủy triều|triều cường)';
/** What happens at a time that is not the doer's to choose. */
const HAPPENING =
  '(?:kiện toàn|sắp xếp (?:lại )?(?:đơn vị|bộ máy|tổ chức)|sáp nhập|hợp nhất|giải thể|nghỉ (?:hè|hưu|tết|lễ|đông)|tựu trường|nhập học|nhập ngũ|khai giảng|khai trường|bế giảng|hết nhiệm kỳ|chuyển mùa|thu hoạch|xuống giống|gieo (?:sạ|cấy)|vào (?:vụ|mùa|hè|năm học))';

// trước khi học sinh nghỉ hè | trước khi trẻ tựu trường | trước khi kiện toàn nhân sự; not: trước khi trình, trước khi đưa vào sử dụng
/** Before something happens that is no step of the task itself. — trước khi … */
export const beforeHappens = defineFinder({
  id: 'deadline/before-happens',
  hints: ['truoc khi'],
  pattern: foldedPattern(
    `trước khi (?<anchor>(?:${HAPPENS_TO} (?!có(?![a-z]))[a-z]|${HAPPENING}(?![a-z]))[^,;.()\\n]{0,60})`,
  ),
  read: ({ anchor = '' }, { folded }, { start, end }) => {
    // "48 giờ trước khi bão đổ bộ" counts from it, "đã có trước khi …" tells
    if (/\s(?:gio|ngay|tuan|thang|nam)\s+$/u.test(folded.slice(Math.max(0, start - 8), start))) return undefined;
    const kept = trimAnchor(anchor);
    return {
      kind: 'event',
      span: { start, end: end - anchor.trimEnd().length + kept.length },
      anchor: kept,
      confidence: 0.8,
    };
  },
});
