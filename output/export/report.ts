import { formatDay } from '../../language/calendar/civil-date.js';
import type { Bilingual } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import { PAGE_STYLE } from './page-style.js';
import type { TaskRow } from './task-rows.js';
import { escapeXml } from './xlsx-writer.js';

type Language = keyof Bilingual;

const LABELS = {
  title: { vi: 'Bảng theo dõi nhiệm vụ', en: 'Tasks' },
  asOf: { vi: 'Tính đến ngày', en: 'As of' },
  item: { vi: 'Mục', en: 'Item' },
  what: { vi: 'Nội dung', en: 'What' },
  lead: { vi: 'Chủ trì', en: 'Lead' },
  executing: { vi: 'Thực hiện', en: 'Executing' },
  coordinating: { vi: 'Phối hợp', en: 'Coordinating' },
  receiving: { vi: 'Nhận báo cáo', en: 'Receives' },
  due: { vi: 'Thời hạn', en: 'Due' },
  state: { vi: 'Trạng thái', en: 'State' },
  page: { vi: 'Trang', en: 'Page' },
  review: { vi: 'cần xem lại', en: 'needs review' },
  target: { vi: 'phấn đấu', en: 'target' },
  before: { vi: 'trước ngày', en: 'before' },
  by: { vi: 'chậm nhất', en: 'by' },
  unknown: { vi: 'không rõ', en: 'unknown' },
  supplied: { vi: 'năm suy từ ngày ban hành', en: 'year taken from the issue date' },
  copies: { vi: 'bản trùng', en: 'copies' },
  all: { vi: 'Tất cả', en: 'All' },
  filter: { vi: 'Lọc theo chữ, có dấu hay không', en: 'Filter by words, with or without accents' },
  shown: { vi: 'đang hiện', en: 'shown' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const STYLE = `${PAGE_STYLE}
th:nth-child(2){width:40%}th:nth-child(n+3):nth-child(-n+7){width:10%}
td:first-child,td:last-child{white-space:nowrap}td:first-child a{color:inherit;text-decoration:none}nav button,nav input{font:inherit;padding:2px 8px;margin:0 6px 6px 0}nav button[aria-pressed=true]{background:#1f4e8c;color:#fff}nav input{width:22em}.off{display:none}@media print{nav input{display:none}nav button{border:0;padding:0;background:none}nav button[aria-pressed=true]{background:none;color:inherit;font-weight:bold}}`;

const STATE_CLASS: Readonly<Partial<Record<TaskRow['state'], string>>> = {
  'QUÁ HẠN': 'late',
  'SẮP ĐẾN HẠN': 'soon',
  'CẦN ĐIỀN HẠN': 'hole',
};

const formatDue = ({ deadline }: TaskRow, say: (label: Bilingual) => string): string => {
  if (deadline === null) return '—';
  const day =
    deadline.due === null ? '' : `<b>${say(LABELS[deadline.bound ?? 'by'])} ${formatDay(deadline.due)}</b><br>`;
  return `${day}“${escapeXml(deadline.text)}”${deadline.target ? ` (${say(LABELS.target)})` : ''}${deadline.inferred ? `<br><i>${say(LABELS.supplied)}</i>` : ''}`;
};

const writeRow = (row: TaskRow, say: (label: Bilingual) => string): string => {
  const review = row.review === 'needs-review' ? `<br><i>${say(LABELS.review)}</i>` : '';
  const cells = [
    `<a href="#${escapeXml(row.directive.id)}">${escapeXml(row.directive.number)}</a>`,
    escapeXml(row.directive.text),
    escapeXml(row.leads.join('; ')) || '—',
    escapeXml(row.executing.join('; ')),
    escapeXml(row.coordinating.join('; ')),
    escapeXml(row.receiving.join('; ')),
    formatDue(row, say),
    row.state + review,
    String(row.directive.page),
  ];
  return `<tr class="${STATE_CLASS[row.state] ?? ''}" id="${escapeXml(row.directive.id)}" data-state="${row.state}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
};

const openDocument = ({ document, copies }: TaskRow, say: (label: Bilingual) => string): string => {
  const day = document.issuedOn === null ? say(LABELS.unknown) : formatDay(document.issuedOn);
  const name = [document.type, document.number].filter((part) => part !== null).join(' ');
  const subject = document.subject === null ? '' : ` – ${escapeXml(document.subject)}`;
  const others = copies.length === 0 ? '' : ` · ${say(LABELS.copies)}: ${copies.map(escapeXml).join(', ')}`;
  const heads = [
    LABELS.item,
    LABELS.what,
    LABELS.lead,
    LABELS.executing,
    LABELS.coordinating,
    LABELS.receiving,
    LABELS.due,
    LABELS.state,
    LABELS.page,
  ];
  return `<section><h2>${escapeXml(name)}, ${day}${subject}</h2>\n<p>${escapeXml(document.issuer ?? say(LABELS.unknown))} · ${escapeXml(document.source.path)}${others}</p>\n<table><thead><tr>${heads.map((head) => `<th>${say(head)}</th>`).join('')}</tr></thead><tbody>\n`;
};

/** Filters by state and words without a server: a row is shown or not, and a paper without a row shown is not either. */
const SCRIPT = `(()=>{document.getElementById('day').after(document.querySelector('nav'));const fold=t=>t.normalize('NFD').replace(/[\\u0300-\\u036f]/g,'').replace(/[\u0111\u0110]/g,'d').toLowerCase();
const rows=[...document.querySelectorAll('tbody tr')].map(r=>({r,t:fold(r.textContent),s:r.dataset.state})),box=document.querySelector('nav input'),count=document.querySelector('output');
let state='';const show=()=>{const words=fold(box.value).split(/\\s+/).filter(Boolean);let n=0;
for(const {r,t,s} of rows){const on=(state===''||s===state)&&words.every(w=>t.includes(w));r.classList.toggle('off',!on);if(on)n++}
for(const x of document.querySelectorAll('section'))x.classList.toggle('off',!x.querySelector('tbody tr:not(.off)'));count.textContent=n};
for(const b of document.querySelectorAll('nav button'))b.onclick=()=>{state=b.value;for(const o of document.querySelectorAll('nav button'))o.setAttribute('aria-pressed',o===b);show()};
box.oninput=show;show()})()`;

const writeButtons = (counts: ReadonlyMap<string, number>, say: (label: Bilingual) => string): string => {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const button = (value: string, name: string, count: number, pressed: boolean): string =>
    `<button type="button" value="${value}" aria-pressed="${pressed}">${name}: ${count}</button>`;
  const states = [...counts].sort(([, a], [, b]) => b - a).map(([state, count]) => button(state, state, count, false));
  return `<nav>${button('', say(LABELS.all), all, true)}${states.join('')}<br><input type="search" placeholder="${say(LABELS.filter)}" aria-label="${say(LABELS.filter)}"> <output>${all}</output> ${say(LABELS.shown)}</nav>\n`;
};

/**
 * A page to read, filter and print: the tasks by document, overdue ones and missing deadlines coloured, counted by state. It
 * loads nothing from outside. The rows are walked through once: their counts stand at the end, and the page moves them to its
 * head when it opens. — bảng theo dõi
 */
export function* writeReport(rows: Iterable<TaskRow>, today: IsoDate, language: Language = 'vi'): Generator<string> {
  const say = (label: Bilingual): string => label[language];
  yield `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${say(LABELS.title)}</title><style>${STYLE}</style></head>\n<body><h1>${say(LABELS.title)}</h1>\n<p id="day">${say(LABELS.asOf)} ${formatDay(today)}</p>\n`;
  let open: string | undefined;
  const counts = new Map<string, number>();
  for (const row of rows) {
    counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
    if (open !== row.document.id) {
      if (open !== undefined) yield '</tbody></table></section>\n';
      open = row.document.id;
      yield openDocument(row, say);
    }
    yield writeRow(row, say);
  }
  yield `${open === undefined ? '' : '</tbody></table></section>\n'}${writeButtons(counts, say)}<script>${SCRIPT}</script></body></html>\n`;
}
