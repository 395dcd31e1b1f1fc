import { formatDay } from '../../language/calendar/civil-date.js';
import { link, type Page } from '../page.js';
import type { TodayData } from '../screens/today-data.js';
import { figure } from './parts.js';

type Week = TodayData['reading'][number];

const WIDTH = 720;
/** Left of the drawing stand the shares, right of it room for the last point. */
const LEFT = 54;
const RIGHT = 14;
/** Lines above, bars below. */
const LINES = { top: 12, height: 84 };
const BARS = { top: 128, height: 56 };
const HEIGHT = 212;
const MOST_BAR = 26;

/** 0.954 as people read it: 95,4 %. */
const percent = (share: number, page: Page): string =>
  `${(share * 100).toLocaleString(page.say('vi', 'en'), { maximumFractionDigits: 1 })} %`;

const doubtfulShare = ({ doubtful, papers }: Week): number => (papers === 0 ? 0 : doubtful / papers);

/** The lower end of the lines: no lower than needed, so that a loss of some hundredths is seen; a whole tenth. */
const floorOf = (weeks: readonly Week[]): number => {
  const values = weeks.flatMap(({ confidence, coverage }) => [confidence, coverage].filter((value) => value !== null));
  return Math.min(0.9, Math.floor(Math.min(1, ...values) * 10) / 10);
};

const SERIES = [
  { of: 'confidence', tone: 'look', vi: 'Độ tin cậy của chữ quét', en: 'Confidence of words of scans' },
  { of: 'coverage', tone: 'going', vi: 'Phần chữ in đã đọc được', en: 'Print that became words' },
] as const;

const Line = ({
  weeks,
  of,
  tone,
  xOf,
  floor,
}: {
  weeks: readonly Week[];
  of: (typeof SERIES)[number]['of'];
  tone: string;
  xOf: (at: number) => number;
  floor: number;
}) => {
  const points = weeks.flatMap((week, at) => {
    const value = week[of];
    return value === null
      ? []
      : [{ x: xOf(at), y: Math.round(LINES.top + ((1 - value) / (1 - floor)) * LINES.height) }];
  });
  return (
    <g class={`line ${of} ${tone}`}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y }) => (
        <circle cx={x} cy={y} r="3.5" />
      ))}
    </g>
  );
};

const Drawing = ({ weeks, page }: { weeks: readonly Week[]; page: Page }) => {
  const step = (WIDTH - LEFT - RIGHT) / weeks.length;
  const xOf = (at: number): number => Math.round(LEFT + step * (at + 0.5));
  const floor = floorOf(weeks);
  const bottom = BARS.top + BARS.height;
  const most = Math.max(0.1, ...weeks.map(doubtfulShare));
  const width = Math.min(MOST_BAR, step - 8);
  return (
    <svg class="weeks quality" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {[1, floor].map((share) => {
        const y = share === 1 ? LINES.top : LINES.top + LINES.height;
        return (
          <>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} class="axis" />
            <text class="share" x={LEFT - 8} y={y + 4}>
              {percent(share, page)}
            </text>
          </>
        );
      })}
      {SERIES.map(({ of, tone }) => (
        <Line weeks={weeks} of={of} tone={tone} xOf={xOf} floor={floor} />
      ))}
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={bottom} y2={bottom} class="axis" />
      {weeks.map((week, at) => {
        const share = doubtfulShare(week);
        const height = share === 0 ? 0 : Math.max(2, Math.round((share / most) * BARS.height));
        return (
          <>
            <rect class="bar soon" x={xOf(at) - width / 2} y={bottom - height} width={width} height={height} rx="2" />
            <text class="count" x={xOf(at)} y={bottom - height - 5}>
              {week.doubtful === 0 ? '' : `${figure(Math.round(share * 100), page)} %`}
            </text>
            <text class="day" x={xOf(at)} y={HEIGHT - 8}>
              {formatDay(week.from).slice(0, 5)}
            </text>
          </>
        );
      })}
    </svg>
  );
};

/** The same in figures, for who cannot see the drawing and who wants to know. */
const Figures = ({ weeks, page }: { weeks: readonly Week[]; page: Page }) => {
  const { say } = page;
  const share = (value: number | null): string => (value === null ? '–' : percent(value, page));
  return (
    <details class="numbers">
      <summary>{say('Xem dạng bảng', 'As a table')}</summary>
      <section class="scroll" aria-labelledby="quality">
        <table class="cross">
          <thead>
            <tr>
              <th scope="col">{say('Tuần từ', 'Week from')}</th>
              <th scope="col" class="number">
                {say('Văn bản nạp', 'Papers taken in')}
              </th>
              <th scope="col" class="number">
                {say('Còn nghi ngờ khi đọc', 'Read with a doubt')}
              </th>
              <th scope="col" class="number">
                {say('Bản quét', 'Scans')}
              </th>
              {SERIES.map((one) => (
                <th scope="col" class="number">
                  {one[page.language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr>
                <td>
                  <time dateTime={week.from}>{formatDay(week.from)}</time>
                </td>
                <td class="number">{figure(week.papers, page)}</td>
                <td class="number">
                  {figure(week.doubtful, page)} ({percent(doubtfulShare(week), page)})
                </td>
                <td class="number">{figure(week.scans, page)}</td>
                {SERIES.map(({ of }) => (
                  <td class="number">{share(week[of])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
};

/** How well papers were read, week by week in which some came in. — chất lượng nhận dạng */
export const Quality = ({ data, page }: { data: TodayData; page: Page }) => {
  const { say } = page;
  const weeks = data.reading;
  const last = weeks.at(-1);
  if (last === undefined) return null;
  const hasScans = weeks.some(({ scans }) => scans > 0);
  return (
    <section class="card" aria-labelledby="quality">
      <h2 id="quality">{say('Chất lượng nhận dạng theo tuần nạp', 'How well papers were read, by week')}</h2>
      <ul class="legend">
        {hasScans
          ? SERIES.map((one) => (
              <li>
                <span class={`stroke ${one.of} ${one.tone}`}></span>
                {one[page.language]}
              </li>
            ))
          : null}
        <li>
          <span class="block soon"></span>
          <a href={link('/van-ban', { review: true })}>
            {say('Văn bản còn nghi ngờ khi đọc', 'Papers read with a doubt')}
          </a>
        </li>
      </ul>
      <Drawing weeks={weeks} page={page} />
      {hasScans ? null : <p class="quiet">{say('Chưa nạp bản quét nào.', 'No scan was taken in so far.')}</p>}
      <Figures weeks={weeks} page={page} />
    </section>
  );
};
