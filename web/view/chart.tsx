import type { FC } from 'hono/jsx';
import { formatDay } from '../../language/calendar/civil-date.js';
import { link, type Page } from '../page.js';
import { figure } from './parts.js';

interface Week {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Units across: of a card of half the page, and of one as wide as the page. */
const WIDTHS = { half: 720, whole: 1180 } as const;
const HEIGHT = 168;
const FOOT = 26;
const HEAD = 20;
const GAP = 10;

/** One bar: what stands under it, what is said of it, where it leads. */
export interface Bar {
  readonly label: string;
  readonly title: string;
  readonly count: number;
  /** Class of its colour; without one it is that of the page. */
  readonly tone?: string;
  readonly href: string;
}

/** Bars side by side, each a link to what it counts; drawn on the server, sized by the stylesheet. */
export const Bars: FC<{
  bars: readonly Bar[];
  name: string;
  labelledBy: string;
  size?: keyof typeof WIDTHS;
  page: Page;
}> = ({ bars, name, labelledBy, size = 'half', page }) => {
  const width = WIDTHS[size];
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = width / bars.length;
  const room = HEIGHT - FOOT - HEAD;
  return (
    <svg class="weeks" viewBox={`0 0 ${width} ${HEIGHT}`} aria-labelledby={labelledBy}>
      <title>{name}</title>
      <line x1="0" x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} class="axis" />
      {bars.map(({ label, title, count, tone, href }, i) => {
        const height = count === 0 ? 0 : Math.max(3, Math.round((count / most) * room));
        const x = Math.round(i * step + GAP / 2);
        return (
          <a href={href}>
            <title>{title}</title>
            <rect class="room" x={x} y="0" width={Math.round(step - GAP)} height={HEIGHT} />
            <rect
              class={tone === undefined ? 'bar' : `bar ${tone}`}
              x={x}
              y={HEIGHT - FOOT - height}
              width={Math.round(step - GAP)}
              height={height}
              rx="2"
            />
            <text class="count" x={Math.round(i * step + step / 2)} y={HEIGHT - FOOT - height - 6}>
              {count === 0 ? '' : figure(count, page)}
            </text>
            <text class="day" x={Math.round(i * step + step / 2)} y={HEIGHT - 8}>
              {label}
            </text>
          </a>
        );
      })}
    </svg>
  );
};

/** Bars for weeks, by the last day in time. */
export const Weeks: FC<{ weeks: readonly Week[]; page: Page }> = ({ weeks, page }) => (
  <Bars
    name={page.say('Số việc đến hạn mỗi tuần', 'Tasks due each week')}
    labelledBy="weeks"
    bars={weeks.map(({ from, to, count }, i) => ({
      label: formatDay(from).slice(0, 5),
      title: `${formatDay(from)} – ${formatDay(to)}: ${figure(count, page)}`,
      count,
      ...(i === 0 ? { tone: 'soon' } : {}),
      href: link('/tim', { lastfrom: from, lastto: to, sort: 'due' }),
    }))}
    page={page}
  />
);
