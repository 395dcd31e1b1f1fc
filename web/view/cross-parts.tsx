import type { FC } from 'hono/jsx';
import type { Page } from '../page.js';
import { figure } from './parts.js';

/* What tables of lead bodies share: their names, counts that are links, and how many are left out. */

/** Head of a row: a body, as a link to its tasks; null: those of which none is named. */
export const LeadHead: FC<{ name: string | null; hrefOf: (name: string) => string; page: Page }> = ({
  name,
  hrefOf,
  page,
}) => (
  <th scope="row">
    {name === null ? (
      <span class="quiet">{page.say('(chưa rõ cơ quan)', '(nobody named)')}</span>
    ) : (
      <a class="name" title={name} href={hrefOf(name)}>
        {name}
      </a>
    )}
  </th>
);

/** A count in its colour, as a link to what it counts; a point where there is none. */
export const CountCell: FC<{ count: number; tone: string; href: string | undefined; page: Page }> = ({
  count,
  tone,
  href,
  page,
}) => (
  <td class="number">
    {count === 0 ? (
      <span class="zero">·</span>
    ) : href === undefined ? (
      <span class={`cell ${tone}`}>{figure(count, page)}</span>
    ) : (
      <a class={`cell ${tone}`} href={href}>
        {figure(count, page)}
      </a>
    )}
  </td>
);

/** Says how many bodies have no row. */
export const MoreBodies: FC<{ count: number; page: Page }> = ({ count, page }) =>
  count === 0 ? null : (
    <p class="quiet">{page.say(`và ${figure(count, page)} cơ quan nữa`, `and ${figure(count, page)} more bodies`)}</p>
  );
