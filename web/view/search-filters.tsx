import type { FC } from 'hono/jsx';
import { link, linkFrom, type Page } from '../page.js';
import type { SearchData } from '../screens/search-data.js';
import { STATES } from '../text.js';
import { figure } from './parts.js';

/** One value of a filter: a link that sets it, and takes it away where it is set. */
export const Choice: FC<{
  page: Page;
  name: string;
  value: string;
  label: string;
  count?: number;
  tone?: string;
  title?: string;
}> = ({ page, name, value, label, count, tone, title }) => {
  const isSet = page.query.get(name) === value;
  return (
    <li>
      <a
        href={linkFrom(page, { [name]: isSet ? undefined : value, page: undefined })}
        aria-current={isSet ? 'true' : undefined}
        title={title}
      >
        {tone === undefined ? null : <span class={`dot ${tone}`}></span>}
        <span class="name">{label}</span>
        {count === undefined ? null : <span class="count">{figure(count, page)}</span>}
      </a>
    </li>
  );
};

const Facet = ({
  title,
  name,
  values,
  page,
}: {
  title: string;
  name: string;
  values: SearchData['facets']['leads'];
  page: Page;
}) =>
  values.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {values.map(({ value, count }) => (
          <Choice page={page} name={name} value={value} label={value} count={count} title={value} />
        ))}
      </ul>
    </section>
  );

/** Filters beside the results, with how many each would leave. — bộ lọc */
export const Filters = ({ data, page }: { data: SearchData; page: Page }) => (
  <details class="filters" open>
    <summary>{page.say('Lọc', 'Filters')}</summary>
    <section>
      <h3>{page.say('Trạng thái', 'State')}</h3>
      <ul>
        {STATES.map(({ state, name, tone }) => (
          <Choice
            page={page}
            name="state"
            value={state}
            label={name[page.language]}
            count={data.states[state] ?? 0}
            tone={tone}
          />
        ))}
        <Choice page={page} name="review" value="1" label={page.say('Cần xem lại', 'To review')} tone="look" />
      </ul>
    </section>
    <section>
      <h3>{page.say('Cơ quan', 'Body')}</h3>
      <form action="/tim" class="pick">
        {[...page.query].map(([name, value]) =>
          name === 'body' || name === 'page' ? null : <input type="hidden" name={name} value={value} />,
        )}
        <complete-name>
          <input
            name="body"
            value={page.query.get('body') ?? ''}
            placeholder={page.say('gõ tên hoặc chữ tắt', 'name or abbreviation')}
            aria-label={page.say('Lọc theo cơ quan', 'Filter by body')}
            autocomplete="off"
          />
        </complete-name>
      </form>
    </section>
    <Facet title={page.say('Chủ trì', 'Lead')} name="lead" values={data.facets.leads} page={page} />
    <Facet title={page.say('Ban hành', 'Issuer')} name="issuer" values={data.facets.issuers} page={page} />
    <Facet title={page.say('Loại văn bản', 'Type')} name="type" values={data.facets.types} page={page} />
    <Facet title={page.say('Năm', 'Year')} name="year" values={data.facets.years} page={page} />
    {data.facets.exact ? null : (
      <p class="quiet">
        {page.say(
          `Đếm trên ${figure(data.facets.counted, page)} nhiệm vụ mới nhất.`,
          `Counted over the newest ${figure(data.facets.counted, page)} tasks.`,
        )}
      </p>
    )}
  </details>
);

/** The filters that are set, each a link that takes it away. */
export const Chips = ({ page }: { page: Page }) => {
  const names: Readonly<Record<string, string>> = {
    lead: page.say('chủ trì', 'lead'),
    body: page.say('cơ quan', 'body'),
    issuer: page.say('ban hành', 'issuer'),
    type: page.say('loại', 'type'),
    year: page.say('năm', 'year'),
    from: page.say('hạn từ', 'due from'),
    to: page.say('hạn đến', 'due to'),
    state: page.say('trạng thái', 'state'),
    why: page.say('lý do', 'reason'),
    review: page.say('cần xem lại', 'to review'),
  };
  const set = Object.entries(names).filter(([name]) => page.query.has(name));
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label={page.say('Đang lọc', 'Filters')}>
      {set.map(([name, label]) => (
        <li>
          <a href={linkFrom(page, { [name]: undefined, page: undefined })} title={page.say('Bỏ lọc', 'Remove')}>
            {label}
            {name === 'review' ? '' : `: ${page.query.get(name) ?? ''}`} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a class="quiet" href={link('/tim', { q: page.query.get('q') })}>
          {page.say('bỏ hết', 'clear')}
        </a>
      </li>
    </ul>
  );
};
