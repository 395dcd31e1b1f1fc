import type { FC } from 'hono/jsx';
import { formatMoment } from '../../cli/format.js';
import { link, type Page } from '../page.js';
import type { IntakeData } from '../screens/intake-data.js';
import { Do, isHeldUp, nameOf } from './intake-parts.js';
import { figure, fileName } from './parts.js';

/** Files in quarantine, why, and what to do. */
export const Held: FC<{ data: IntakeData; page: Page }> = ({ data, page }) =>
  data.quarantined === 0 ? null : (
    <section class="card" aria-labelledby="held">
      <h2 id="held">
        {page.say('Tệp cách ly', 'Files in quarantine')} ({figure(data.quarantined, page)})
      </h2>
      <table class="tasks plain-table">
        <tbody>
          {data.quarantine.map(({ path, sha256, code, text, hint }) => (
            <tr>
              <td class="what">
                <b class="name" title={path}>
                  {fileName(path)}
                </b>
                <small class="line">{text[page.language]}</small>
                <small class="quiet line">{hint?.[page.language]}</small>
              </td>
              <td class="acts end">
                {code === 'file-classified' ? null : (
                  <Do act="thu-lai" page={page} values={{ name: sha256 ?? path }} disabled={isHeldUp(page)}>
                    {page.say('Thử lại', 'Try again')}
                  </Do>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

/** The last batches, each with its manifest and the way back. */
export const Batches: FC<{ data: IntakeData; page: Page }> = ({ data, page }) =>
  data.batches.length === 0 ? null : (
    <section class="card" aria-labelledby="batches">
      <h2 id="batches">{page.say('Các lượt nạp gần đây', 'Last batches')}</h2>
      <table class="tasks plain-table">
        <tbody>
          {data.batches.map((batch) => (
            <tr>
              <td class="when">
                {formatMoment(batch.startedAt)}
                <small class="line quiet">
                  {page.say('lượt', 'batch')} {batch.batch}
                </small>
              </td>
              <td class="what">
                <span class="name line" title={batch.roots.join('\n')}>
                  {batch.roots.map(fileName).join(', ')}
                </span>
                <small class="quiet line">
                  {figure(batch.files, page)} {page.say('tệp', 'files')}
                  {Object.entries(batch.counts)
                    .filter(([, count]) => count > 0)
                    .map(([result, count]) => ` · ${nameOf(result, page)} ${figure(count, page)}`)
                    .join('')}
                  {batch.undoneAt === null ? '' : page.say(' · đã hoàn tác', ' · undone')}
                </small>
              </td>
              <td class="acts end">
                <a class="button" href={link('/van-ban', { batch: batch.batch })}>
                  {page.say('Văn bản', 'Papers')}
                </a>
                <a class="button" href={`/nap/bang-ke/${batch.batch}.csv`} hx-boost="false" download>
                  {page.say('Bảng kê', 'Manifest')}
                </a>
                {batch.undoneAt === null && batch.standing > 0 ? (
                  <details class="menu">
                    <summary class="button">{page.say('Hoàn tác …', 'Undo …')}</summary>
                    <div>
                      <p>
                        {page.say(
                          `Gỡ ${figure(batch.standing, page)} tệp của lượt này? Lấy lại được bằng ketluan restore.`,
                          `Take out the ${figure(batch.standing, page)} files of this batch? ketluan restore brings them back.`,
                        )}
                      </p>
                      <Do act="hoan-tac" page={page} class="first" values={{ batch: batch.batch }}>
                        {page.say('Hoàn tác lượt này', 'Undo this batch')}
                      </Do>
                    </div>
                  </details>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
