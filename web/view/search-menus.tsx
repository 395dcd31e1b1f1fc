import type { FormatName } from '../../output/export/formats.js';
import { isSecret } from '../../output/store/secret.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import { link, type Page } from '../page.js';
import type { Found } from '../screens/search-data.js';
import { shownQuery } from './shown-query.js';

const EXPORTS = {
  xlsx: { vi: 'Phụ lục 2, mở bằng Excel, LibreOffice', en: 'Phụ lục 2, for Excel, LibreOffice' },
  csv: { vi: 'bảng cho chương trình khác', en: 'a table for other programs' },
  ics: { vi: 'lịch có nhắc hạn', en: 'a calendar with alarms' },
  html: { vi: 'báo cáo để in', en: 'a report to print' },
  jsonl: { vi: 'dữ liệu đầy đủ', en: 'all of the data' },
} as const satisfies Readonly<Record<FormatName, Bilingual>>;

const ORDER = ['xlsx', 'csv', 'ics', 'html', 'jsonl'] as const satisfies readonly FormatName[];

/** Days that an export is narrowed to, and what they are called: "tháng 7/2025". */
export interface ExportRange {
  readonly from: string;
  readonly to: string;
  readonly name: Bilingual;
}

/** Files of exactly what is shown: all that was found, or what of it lies in the days that are shown. */
export const Exports = ({ page, data, range }: { page: Page; data: Found; range?: ExportRange | undefined }) => (
  <details class="menu">
    <summary class="button">
      {page.say('Xuất', 'Export')} {range?.name[page.language]}
    </summary>
    <div>
      {ORDER.map((format) => (
        <a
          href={link('/tim/xuat', {
            ...shownQuery(page, data),
            ...(range === undefined ? {} : { from: range.from, to: range.to }),
            page: undefined,
            month: undefined,
            format,
          })}
          hx-boost="false"
          download
        >
          <b>{format.toUpperCase()}</b> <small class="quiet">{EXPORTS[format][page.language]}</small>
        </a>
      ))}
      {isSecret(page.db) ? (
        <p class="wrong">
          {page.say('Có văn bản mật: giữ bản xuất như tài liệu mật.', 'Classified papers: keep exports as such.')}
        </p>
      ) : null}
    </div>
  </details>
);
