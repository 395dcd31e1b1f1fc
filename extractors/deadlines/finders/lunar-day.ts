import { CYCLE_YEARS } from '../../../language/calendar/cycle-years.js';
import { DATE, YEAR } from '../../../language/printed/date-patterns.js';
import { MONTH_WORDS } from '../../../language/printed/month-words.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { fold } from '../../../language/writing/unicode.js';
import { BOUND, HOUR, readBoundary } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { LUNAR_DAY } from '../finder-ids.js';
import { COUNT, readDay } from '../read-time.js';

const EARLY = `(?:mùng|mồng) ${COUNT}`;
const DAY = `(?:ngày )?(?:${EARLY}|rằm|\\d{1,2})`;
/** Said behind a day: "âm lịch", "(âm lịch)", "ÂL". */
const SAYS_LUNAR = ',? ?\\(?(?<says>âm lịch|al)';
const OF_CYCLE = `,? năm (?:${CYCLE_YEARS.stems.join('|')}) (?:${CYCLE_YEARS.branches.join('|')})`;
const MONTH = `(?:\\d{1,2}|${MONTH_WORDS}|chạp)`;
const FORMS = [
  // mùng 10 tháng Giêng | ngày 23 tháng Chạp | 23 Chạp | rằm tháng Giêng âm lịch năm 2027
  `${DAY} (?:tháng )?(?:giêng|chạp)(?: ?\\(?âm lịch\\)?)?(?:${OF_CYCLE}| năm ${YEAR})?`,
  // rằm tháng 7 | rằm tháng Bảy | rằm Trung thu
  `(?:ngày )?rằm (?:tháng ${MONTH}|trung thu)(?: ?\\(?âm lịch\\)?)?(?:${OF_CYCLE}| năm ${YEAR})?`,
  // mùng 5 Tết | 28 Tết
  `(?:ngày )?(?:${EARLY}|2\\d|30) (?:tháng )?tết`,
  // hết tháng Giêng | trong tháng Chạp năm Bính Ngọ
  `(?:(?:đầu|giữa|cuối|hết) )?tháng (?:giêng|chạp)(?: ?\\(?âm lịch\\)?)?(?:${OF_CYCLE})?`,
];
/** Figures that only the words behind them make days of the moon. */
const TOLD = `(?:ngày )?(?:(?:mùng|mồng) )?(?:${DATE}|\\d{1,2} tháng ${MONTH}|tháng ${MONTH})(?:${SAYS_LUNAR}|${OF_CYCLE})`;
/** The same day by the sun, told beside it: "(tức ngày 26/02/2026)". */
const SOLAR = `(?:\\)?,? ?\\(?(?:tức(?: là)?|nhằm|dương lịch)(?: vào)?(?: ngày)? (?<solar>${DATE}))?`;
/** What bears the day in its name: "lễ hội rằm tháng Giêng". */
const NAMED_BY_DAY =
  /(?<![a-z])(?:le|hoi|cho|gio|cung|tet|phien|ngay hoi|trung thu|vu lan|nguyen tieu|hung vuong|thuong nguyen|ha nguyen|dam thang|tuc(?: la)?|nham(?: ngay)?)\s+$/u;

// chậm nhất mùng 10 tháng Giêng | trước 14 giờ ngày mùng 4 Tết | trước ngày 20/12 âm lịch | xong trước 28 Tết | sau rằm tháng 7
/**
 * A day of the lunar calendar. Which day of ours it is the paper does not say, and it is never counted as one of ours: it is
 * kept as written, without a day, unless the paper tells that one beside it. — ngày âm lịch
 */
export const lunarDay = defineFinder({
  id: LUNAR_DAY,
  hints: ['gieng', 'chap', 'ram ', 'am lich', 'al', 'tet', ...CYCLE_YEARS.stems.map((stem) => `nam ${fold(stem)} `)],
  pattern: foldedPattern(`(?:sau (?!tết))?${BOUND}?${HOUR}(?:${TOLD}|${FORMS.join('|')})${SOLAR}`),
  read: ({ bound, says, solar }, { issuedOn, folded }, { start }, quote) => {
    if (says === 'al' && !/[ÂA]L/u.test(quote)) return undefined;
    if (NAMED_BY_DAY.test(folded.slice(Math.max(0, start - 12), start))) return undefined;
    const due = solar === undefined ? null : (readDay(solar, issuedOn)?.due ?? null);
    return {
      kind: 'date',
      due,
      ...readBoundary(bound, /^sau\s/iu.test(quote) ? 'weak' : 'bare'),
      precision: 'day',
      certainty: 'stated',
    };
  },
});

// vào ngày rằm, mùng một hằng tháng
/** The first or the middle of every lunar month. — ngày rằm, mùng một */
export const lunarMonthly = defineFinder({
  id: LUNAR_DAY,
  hints: ['ram'],
  pattern: foldedPattern(
    '(?:vào )?(?:ngày |dịp )?(?:(?:mùng|mồng) (?:1|một)(?:,| và) ?)?(?:ngày )?rằm(?:(?:,| và) ?(?:ngày )?(?:mùng|mồng) (?:1|một))?(?: âm lịch)? (?:hằng|hàng|mỗi) tháng(?: âm lịch)?',
  ),
  read: () => ({ kind: 'recurring', precision: 'day' }),
});
