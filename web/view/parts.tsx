import type { FC } from 'hono/jsx';
import { formatDay } from '../../language/calendar/civil-date.js';
import { countDaysLeft } from '../../output/tracker/tracker-state.js';
import type { Deadline } from '../../schemas/directive.js';
import type { Span } from '../../schemas/span.js';
import { linkFrom, type Page } from '../page.js';
import type { PaperData } from '../screens/paper-schema.js';

type ShownDeadline = Pick<Deadline, 'text' | 'kind' | 'due' | 'bound' | 'target'> & { readonly inferred?: boolean };

/** A figure with the points of the language: 12.345 or 12,345. */
export const figure = (value: number, page: Page): string => value.toLocaleString(page.say('vi', 'en'));

/** How late or near a day is, as a class of the stylesheet: deep red from three days on. — màu cảnh báo */
export const toneOf = (left: number): string =>
  left <= -3 ? 'late long' : left < 0 ? 'late' : left <= 3 ? 'soon near' : left <= 7 ? 'soon' : 'going';

const wordsFor = (left: number, page: Page): string => {
  if (left < 0) return page.say(`quá ${figure(-left, page)} ngày`, `${figure(-left, page)} days late`);
  if (left === 0) return page.say('hôm nay', 'today');
  return page.say(`còn ${figure(left, page)} ngày`, `${figure(left, page)} days left`);
};

/** A deadline with its colour and its word; without a day, as the paper writes it. — ô Hạn */
export const Due: FC<{ deadline: ShownDeadline | null; page: Page }> = ({ deadline, page }) => {
  // No word of a time at all: the state is CẦN ĐIỀN HẠN, and the hole is shown.
  if (deadline === null)
    return (
      <span class="due hole">
        <b>{page.say('cần điền hạn', 'day missing')}</b>{' '}
        <small>{page.say('văn bản không nêu', 'the paper names none')}</small>
      </span>
    );
  if (deadline.due === null) return <span class="due text">“{deadline.text}”</span>;
  const left = countDaysLeft(deadline, page.today) ?? 0;
  const bound = deadline.bound === 'before' ? page.say('trước ', 'before ') : '';
  return (
    <span class={`due ${toneOf(left)}`} title={deadline.text}>
      <b>
        {bound}
        <time dateTime={deadline.due}>{formatDay(deadline.due)}</time>
      </b>{' '}
      <small>
        {wordsFor(left, page)}
        {deadline.inferred === true ? page.say(' · năm suy ra', ' · year supplied') : ''}
        {deadline.target ? page.say(' · phấn đấu', ' · target') : ''}
      </small>
    </span>
  );
};

/** A text with spans of it marked. */
export const Marked: FC<{ text: string; spans: readonly Span[]; as?: 'mark' | 'u' }> = ({
  text,
  spans,
  as = 'mark',
}) => {
  const pieces = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    pieces.push(text.slice(at, start));
    const inside = text.slice(start, end);
    pieces.push(as === 'mark' ? <mark>{inside}</mark> : <u class="doubt">{inside}</u>);
    at = end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
};

/** What a paper is called: "Kết luận 671-KL/TU"; without a number by its file, where that is given: several have none. */
export const paperName = (
  { type, number, path }: Pick<PaperData['document'], 'type' | 'number'> & { readonly path?: string },
  page: Page,
): string => {
  const file = path === undefined ? '' : `: ${fileName(path)}`;
  return `${type ?? page.say('Văn bản', 'Paper')} ${number ?? page.say(`(không số${file})`, `(no number${file})`)}`;
};

/** The last part of a path: the whole one stands in a title. */
export const fileName = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;

/** Names in a row, the long ones cut by the stylesheet and whole in their title. */
export const Names: FC<{ names: readonly string[]; most?: number }> = ({ names, most = 3 }) => (
  <>
    {names.slice(0, most).map((name) => (
      <span class="name" title={name}>
        {name}
      </span>
    ))}
    {names.length > most ? (
      <span class="more" title={names.slice(most).join('; ')}>
        +{names.length - most}
      </span>
    ) : null}
  </>
);

/** Says that there is nothing, and what one may do. */
export const Nothing: FC<{ title: string; children?: unknown }> = ({ title, children }) => (
  <div class="nothing">
    <p class="head">{title}</p>
    {children as never}
  </div>
);

/** Links to the pages before and behind; nothing where there is one page. */
export const Pager: FC<{ at: number; isLast: boolean; page: Page }> = ({ at, isLast, page }) =>
  at === 1 && isLast ? null : (
    <nav class="pages" aria-label={page.say('Trang kết quả', 'Pages')}>
      {at > 1 ? (
        <a rel="prev" href={linkFrom(page, { page: at === 2 ? undefined : at - 1 })} data-key="[">
          ‹ {page.say('Trước', 'Previous')}
        </a>
      ) : (
        <span />
      )}
      <span class="quiet">
        {page.say('trang', 'page')} {figure(at, page)}
      </span>
      {isLast ? (
        <span />
      ) : (
        <a rel="next" href={linkFrom(page, { page: at + 1 })} data-key="]">
          {page.say('Sau', 'Next')} ›
        </a>
      )}
    </nav>
  );
