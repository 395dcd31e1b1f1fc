import type { FC } from 'hono/jsx';
import { describeFilters } from '../../output/search/describe-filter.js';
import { link, linkFrom, type Page } from '../page.js';
import { type Found, PARAMETERS, SearchQuery, toFilters } from '../screens/search-data.js';
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
  values: Found['facets']['leads'];
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

/** An address whatever the order of its values: two that search the same are the same. */
const sorted = (query: URLSearchParams): string => {
  const own = new URLSearchParams(query);
  for (const name of ['page', 'month']) own.delete(name);
  own.sort();
  return own.toString();
};

/** Searches that people kept; the one that is shown is marked. */
const Saved = ({ data, page }: { data: Found; page: Page }) => {
  const current = sorted(page.query);
  return data.saved.length === 0 ? null : (
    <section>
      <h3>{page.say('Đã lưu', 'Saved')}</h3>
      <ul>
        {data.saved.map(({ name, href }) => (
          <li>
            <a
              href={href}
              title={name}
              aria-current={
                href.startsWith('/tim') && sorted(new URLSearchParams(href.split('?')[1] ?? '')) === current
                  ? 'true'
                  : undefined
              }
            >
              <span class="name">{name}</span>
            </a>
          </li>
        ))}
        <li>
          <a href="/tim/da-luu" class="quiet">
            {data.moreSaved === 0
              ? page.say('Xem, sửa danh sách', 'See the list')
              : page.say(`và ${figure(data.moreSaved, page)} tìm kiếm nữa`, `and ${figure(data.moreSaved, page)} more`)}
          </a>
        </li>
      </ul>
    </section>
  );
};

/** Filters beside the results, with how many each would leave. — bộ lọc */
export const Filters = ({ data, page }: { data: Found; page: Page }) => (
  <details class="filters" open>
    <summary>{page.say('Lọc', 'Filters')}</summary>
    <Saved data={data} page={page} />
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
        <Choice
          page={page}
          name="review"
          value="1"
          label={page.say('Cần xem lại', 'To review')}
          count={data.toReview}
          tone="look"
        />
      </ul>
    </section>
    <section>
      <h3>{page.say('Cơ quan', 'Body')}</h3>
      <form action={page.path} class="pick">
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
  const asked = SearchQuery.safeParse(Object.fromEntries(page.query));
  const set = asked.success ? describeFilters(toFilters(asked.data)) : [];
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label={page.say('Đang lọc', 'Filters')}>
      {set.map(({ keys, label }) => (
        <li>
          <a
            href={linkFrom(page, {
              ...Object.fromEntries(keys.map((key) => [PARAMETERS[key], undefined])),
              page: undefined,
            })}
            title={page.say('Bỏ lọc', 'Remove')}
          >
            {label[page.language]} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a class="quiet" href={link(page.path, { q: page.query.get('q') })}>
          {page.say('bỏ hết', 'clear')}
        </a>
      </li>
    </ul>
  );
};
