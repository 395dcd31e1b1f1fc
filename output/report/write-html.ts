import { formatDay } from '../../language/calendar/civil-date.js';
import type { Bilingual } from '../../schemas/note.js';
import { dropEnumerator } from '../export/drop-enumerator.js';
import { PAGE_STYLE } from '../export/page-style.js';
import { escapeXml } from '../export/xlsx-writer.js';
import { wordPath } from '../tracker/item-path.js';
import type { BodyShare, OverdueTask, TaskReport } from './gather-report.js';
import type { DayList, TaskOfDay, Today } from './gather-today.js';
import { AGE_NAMES, LABELS, listFigures, listWaiting, REPORT_STATES, tellGround } from './labels.js';

type Language = keyof Bilingual;
type Say = (label: Bilingual) => string;

const STYLE = `${PAGE_STYLE}
td.n,th.n{text-align:right;width:4.5em}td.d{white-space:nowrap}section{break-inside:auto}ul{margin:.3em 0}.note{color:#444}`;

const page = (title: string, language: Language, body: string): string =>
  `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escapeXml(title)}</title><style>${STYLE}</style></head>\n<body>${body}</body></html>\n`;

interface Column<Row> {
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day';
  /** HTML of the cell. */
  readonly read: (row: Row) => string;
}

const CLASSES = { text: '', number: ' class="n"', day: ' class="d"' } as const;

const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], classOf?: (row: Row) => string): string => {
  const heads = columns.map(({ title, kind }) => `<th${CLASSES[kind]}>${title}</th>`).join('');
  const lines = rows.map((row) => {
    const mark = classOf?.(row) ?? '';
    const cells = columns.map(({ kind, read }) => `<td${CLASSES[kind]}>${read(row)}</td>`).join('');
    return `<tr${mark === '' ? '' : ` class="${mark}"`}>${cells}</tr>\n`;
  });
  return `<table><thead><tr>${heads}</tr></thead><tbody>\n${lines.join('')}</tbody></table>\n`;
};

const number = <Row>(title: string, read: (row: Row) => number | null | undefined): Column<Row> => ({
  title,
  kind: 'number',
  read: (row) => String(read(row) ?? ''),
});

const writeNumbers = (report: TaskReport, say: Say): string => {
  const figures = listFigures(report);
  return table(
    figures.map(([label], i): Column<typeof figures> => number(say(label), (all) => all[i]?.[1])),
    [figures],
  );
};

const nameOf = ({ name }: BodyShare, say: Say): string => escapeXml(name ?? say(LABELS.nobody));

const writeBodies = ({ bodies }: TaskReport, say: Say): string =>
  table<BodyShare>(
    [
      { title: say(LABELS.body), kind: 'text', read: (body) => nameOf(body, say) },
      number(say(LABELS.total), ({ tasks }) => tasks),
      ...REPORT_STATES.map((state) => number<BodyShare>(state, ({ states }) => states[state])),
      ...AGE_NAMES.map((age, i) => number<BodyShare>(say(age), ({ ages }) => ages[i] || null)),
      number(say(LABELS.oldest), ({ oldest }) => oldest),
    ],
    bodies,
    ({ oldest }) => (oldest === null ? '' : 'late'),
  );

const writeOverdue = (body: BodyShare, say: Say): string =>
  body.overdue === undefined || body.overdue.length === 0
    ? ''
    : `<section><h2>${nameOf(body, say)}: ${body.overdue.length}</h2>\n${table<OverdueTask>(
        [
          {
            title: say(LABELS.number),
            kind: 'text',
            read: (task) =>
              escapeXml(`${task.documentNumber ?? ''} ${wordPath(task.number, say(LABELS.paragraph))}`.trim()),
          },
          { title: say(LABELS.what), kind: 'text', read: ({ text }) => escapeXml(text) },
          { title: say(LABELS.lastDay), kind: 'day', read: ({ lastDay }) => formatDay(lastDay) },
          number(say(LABELS.days), ({ days }) => days),
        ],
        body.overdue,
      )}</section>`;

/** A report of a day as a page to read and print; it loads nothing from outside. — báo cáo in được */
export const writeReportPage = (report: TaskReport, language: Language = 'vi'): string => {
  const say: Say = (label) => label[language];
  const title = `${say(LABELS.report)}, ${say(LABELS.asOf).toLowerCase()} ${formatDay(report.on)}`;
  const notes = [...tellGround(report.ground), LABELS.severalLeads].map((one) => `<li>${say(one)}</li>`).join('');
  const named = report.bodies.map((body) => writeOverdue(body, say)).join('');
  return page(
    title,
    language,
    `<h1>${title}</h1>\n${writeNumbers(report, say)}<h2>${say(LABELS.overdueBy)}</h2>\n${writeBodies(report, say)}<ul class="note">${notes}</ul>\n${named}`,
  );
};

const writeTasks = (title: string, list: DayList, kind: 'late' | 'soon' | 'hole', say: Say): string => {
  const rest = list.count - list.tasks.length;
  const more = rest > 0 ? `<p>… ${rest} ${say(LABELS.more)}</p>` : '';
  if (list.count === 0) return `<h2>${title}: 0</h2>\n<p>${say(LABELS.none)}</p>\n`;
  const left = kind === 'late' ? LABELS.days : LABELS.daysLeft;
  return `<section><h2>${title}: ${list.count}</h2>\n${table<TaskOfDay>(
    [
      {
        title: say(LABELS.number),
        kind: 'text',
        read: (task) =>
          escapeXml(`${task.documentNumber ?? ''} ${wordPath(task.number, say(LABELS.paragraph))}`.trim()),
      },
      { title: say(LABELS.what), kind: 'text', read: (task) => escapeXml(dropEnumerator(task)) },
      { title: say(LABELS.body), kind: 'text', read: ({ leads }) => escapeXml(leads.join('; ')) || '—' },
      ...(kind === 'hole'
        ? []
        : [
            {
              title: say(LABELS.lastDay),
              kind: 'day' as const,
              read: ({ lastDay }: TaskOfDay) => (lastDay === null ? '' : formatDay(lastDay)),
            },
            number<TaskOfDay>(say(left), ({ daysLeft }) => (daysLeft === null ? null : Math.abs(daysLeft))),
          ]),
    ],
    list.tasks,
    () => kind,
  )}${more}</section>\n`;
};

/** What the morning asks for, as a page to read and print; it loads nothing from outside. */
export const writeTodayPage = (day: Today, language: Language = 'vi'): string => {
  const say: Say = (label) => label[language];
  const title = `${say(LABELS.today)}, ${formatDay(day.today)}`;
  const { overdue, quarantined } = day;
  const files = quarantined.files.map(({ path, text }) => `<li>${escapeXml(path)}: ${escapeXml(text[language])}</li>`);
  const bodies = overdue.byBody.map(({ value, count }) => `${escapeXml(value)} ${count}`).join(' · ');
  const late = `${say(LABELS.overdue)} (${say(LABELS.long)}: ${overdue.long})`;
  return page(
    title,
    language,
    `<h1>${title}</h1>\n${writeTasks(late, overdue, 'late', say)}${bodies === '' ? '' : `<p>${bodies}</p>\n`}${writeTasks(say(LABELS.soon), day.soon, 'soon', say)}<h2>${say(LABELS.waiting)}</h2>\n<ul>${listWaiting(
      day,
    )
      .map(([label, count]) => `<li>${say(label)}: ${count}</li>`)
      .join(
        '',
      )}</ul>\n${files.length === 0 ? '' : `<ul>${files.join('')}</ul>\n`}${writeTasks(say(LABELS.holes), day.holes, 'hole', say)}`,
  );
};
