import type { FC } from 'hono/jsx';
import { formatDay } from '../../language/calendar/civil-date.js';
import { link, type Page } from '../page.js';
import { figure } from './parts.js';

interface Week {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const WIDTH = 720;
const HEIGHT = 168;
const FOOT = 26;
const HEAD = 20;
const GAP = 10;

/** Bars for weeks, each a link to its tasks; drawn on the server, sized by the stylesheet. */
export const Weeks: FC<{ weeks: readonly Week[]; page: Page }> = ({ weeks, page }) => {
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  const step = WIDTH / weeks.length;
  const room = HEIGHT - FOOT - HEAD;
  return (
    <svg class="weeks" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-labelledby="weeks">
      <title>{page.say('Số việc đến hạn mỗi tuần', 'Tasks due each week')}</title>
      <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} class="axis" />
      {weeks.map(({ from, to, count }, i) => {
        const height = count === 0 ? 0 : Math.max(3, Math.round((count / most) * room));
        const x = Math.round(i * step + GAP / 2);
        const day = formatDay(from).slice(0, 5);
        const label = `${formatDay(from)} – ${formatDay(to)}: ${figure(count, page)}`;
        return (
          <a href={link('/tim', { from, to, sort: 'due' })}>
            <title>{label}</title>
            <rect class="room" x={x} y="0" width={Math.round(step - GAP)} height={HEIGHT} />
            <rect
              class={i === 0 ? 'bar soon' : 'bar'}
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
              {day}
            </text>
          </a>
        );
      })}
    </svg>
  );
};
