import { formatDay } from '../../language/calendar/civil-date.js';
import type { Bilingual } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import type { TaskRow } from './task-rows.js';
import { escapeXml } from './xlsx-writer.js';

type Language = keyof Bilingual;

const LABELS = {
  title: { vi: 'Bảng theo dõi nhiệm vụ', en: 'Tasks' },
  asOf: { vi: 'Tính đến ngày', en: 'As of' },
  item: { vi: 'Mục', en: 'Item' },
  what: { vi: 'Nội dung', en: 'What' },
  lead: { vi: 'Chủ trì', en: 'Lead' },
  with: { vi: 'Phối hợp', en: 'With' },
  due: { vi: 'Thời hạn', en: 'Due' },
  state: { vi: 'Trạng thái', en: 'State' },
  page: { vi: 'Trang', en: 'Page' },
  review: { vi: 'cần xem lại', en: 'needs review' },
  target: { vi: 'phấn đấu', en: 'target' },
  before: { vi: 'trước ngày', en: 'before' },
  by: { vi: 'chậm nhất', en: 'by' },
  unknown: { vi: 'không rõ', en: 'unknown' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const STYLE = `body{font:13px/1.45 "Times New Roman",serif;margin:1.5cm}h1{font-size:18px}h2{font-size:15px;margin:1.2em 0 .3em;break-after:avoid}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:3px 6px;vertical-align:top;text-align:left}th{background:#e8edf5}
thead{display:table-header-group}tr{break-inside:avoid}.late{background:#f8d0d0}.soon{background:#fff0c2}.hole{background:#fff7d6}
td:first-child,td:last-child{white-space:nowrap}@page{size:A4 landscape;margin:1.2cm}@media print{body{margin:0}}`;

const STATE_CLASS: Readonly<Partial<Record<TaskRow['state'], string>>> = {
  'QUÁ HẠN': 'late',
  'SẮP ĐẾN HẠN': 'soon',
  'CẦN ĐIỀN HẠN': 'hole',
};

const formatDue = ({ deadline }: TaskRow, say: (label: Bilingual) => string): string => {
  if (deadline === null) return '—';
  const day =
    deadline.due === null ? '' : `<b>${say(LABELS[deadline.bound ?? 'by'])} ${formatDay(deadline.due)}</b><br>`;
  return `${day}“${escapeXml(deadline.text)}”${deadline.target ? ` (${say(LABELS.target)})` : ''}`;
};

const writeRow = (row: TaskRow, say: (label: Bilingual) => string): string => {
  const review = row.review === 'needs-review' ? `<br><i>${say(LABELS.review)}</i>` : '';
  const cells = [
    escapeXml(row.directive.number),
    escapeXml(row.directive.text),
    escapeXml(row.leads.join('; ')) || '—',
    escapeXml([...row.executing, ...row.coordinating].join('; ')),
    formatDue(row, say),
    row.state + review,
    String(row.directive.page),
  ];
  return `<tr class="${STATE_CLASS[row.state] ?? ''}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
};

const openDocument = ({ document }: TaskRow, say: (label: Bilingual) => string): string => {
  const day = document.issuedOn === null ? say(LABELS.unknown) : formatDay(document.issuedOn);
  const name = [document.type, document.number].filter((part) => part !== null).join(' ');
  const subject = document.subject === null ? '' : ` – ${escapeXml(document.subject)}`;
  const heads = [LABELS.item, LABELS.what, LABELS.lead, LABELS.with, LABELS.due, LABELS.state, LABELS.page];
  return `<h2>${escapeXml(name)}, ${day}${subject}</h2>\n<p>${escapeXml(document.issuer ?? say(LABELS.unknown))} · ${escapeXml(document.source.path)}</p>\n<table><thead><tr>${heads.map((head) => `<th>${say(head)}</th>`).join('')}</tr></thead><tbody>\n`;
};

/** A page for printing: the tasks by document, overdue ones and missing deadlines coloured. It loads nothing from outside. */
export function* writeReport(rows: Iterable<TaskRow>, today: IsoDate, language: Language = 'vi'): Generator<string> {
  const say = (label: Bilingual): string => label[language];
  yield `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${say(LABELS.title)}</title><style>${STYLE}</style></head>\n<body><h1>${say(LABELS.title)}</h1>\n<p>${say(LABELS.asOf)} ${formatDay(today)}</p>\n`;
  let open: string | undefined;
  for (const row of rows) {
    if (open !== row.document.id) {
      if (open !== undefined) yield '</tbody></table>\n';
      open = row.document.id;
      yield openDocument(row, say);
    }
    yield writeRow(row, say);
  }
  yield `${open === undefined ? '' : '</tbody></table>\n'}</body></html>\n`;
}
