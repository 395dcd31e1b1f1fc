import type { PassageHit } from '../output/search/find-passages.js';
import type { Offer, PaperHit, PaperPage, Reading, SearchHit, SearchPage, Total } from '../output/search/request.js';
import type { FoundSearch } from '../output/search/saved-searches.js';
import type { Widening } from '../output/search/widen.js';
import {
  formatDayOr,
  formatDeadline,
  formatFigure,
  formatHighlights,
  nameItem,
  type Paint,
  paintFor,
  wrapText,
} from './format.js';
import type { Speak } from './language.js';
import { oneLine, severalLines } from './print.js';
import { UNCLAIMED_NAMES } from './unclaimed-names.js';

const WIDTH = 100;

/** Words are wrapped before they are painted, so that invisible codes do not count as columns. */
const formatSnippet = ({ snippet }: Pick<SearchHit, 'snippet'>, paint: Paint, isTerminal: boolean): string => {
  const open = '\ue000';
  const close = '\ue001';
  const marked = formatHighlights(snippet.text, snippet.highlights, (hit) => open + hit + close);
  const whole = `${snippet.cutBefore ? '… ' : ''}${marked}${snippet.cutAfter ? ' …' : ''}`;
  return wrapText(severalLines(whole), WIDTH, '   ').replace(/\ue000([^\ue001]*)\ue001/gu, (_, hit: string) =>
    isTerminal ? paint('inverse', hit) : `«${hit}»`,
  );
};

const formatHit = (hit: SearchHit, index: number, say: Speak, paint: Paint, isTerminal: boolean): string => {
  const number = hit.documentNumber ?? say('(không số)', '(no number)');
  const day = formatDayOr(hit.issuedOn, say('không rõ ngày', 'date unknown'));
  const head = `${index}. ${paint('bold', oneLine(`${hit.documentType ?? ''} ${number}`.trim()))}, ${day} · ${oneLine(nameItem(hit.number, say))}`;
  const due = hit.deadlines.map((deadline) => formatDeadline(deadline, say)).join('; ');
  const facts = [
    `${say('Chủ trì', 'Lead')}: ${oneLine(hit.leads.join('; ')) || '—'}`,
    `${say('Hạn', 'Due')}: ${due === '' ? say('không ghi', 'none given') : due}`,
    `${say('trang', 'page')} ${hit.page}`,
    ...(hit.needsReview ? [paint('yellow', say('cần xem lại', 'needs review'))] : []),
  ];
  return `${head}\n${formatSnippet(hit, paint, isTerminal)}\n   ${facts.join(' · ')}\n   ${paint('dim', hit.directiveId)}`;
};

/** A passage that holds the words and is no task: marked as such, so that nobody takes it for one. */
const formatPassage = (hit: PassageHit, say: Speak, paint: Paint, isTerminal: boolean): string => {
  const number = hit.documentNumber ?? say('(không số)', '(no number)');
  const why = say(UNCLAIMED_NAMES[hit.why].vi, UNCLAIMED_NAMES[hit.why].en);
  const head = `• ${paint('bold', oneLine(`${hit.documentType ?? ''} ${number}`.trim()))} · ${say('trang', 'page')} ${hit.page} · ${paint('yellow', why)}`;
  return `${head}\n${formatSnippet(hit, paint, isTerminal)}\n   ${paint('dim', hit.documentId)}`;
};

const formatPassages = ({ passages }: SearchPage, say: Speak, paint: Paint, isTerminal: boolean): string[] =>
  passages.length === 0
    ? []
    : [
        `\n${say('Đoạn giống giao việc, chưa thành nhiệm vụ:', 'Passages that look like tasks and became none:')}`,
        ...passages.map((hit) => `\n${formatPassage(hit, say, paint, isTerminal)}`),
      ];

const formatFacets = ({ facets }: SearchPage, say: Speak, paint: Paint): string[] => {
  if (facets === undefined) return [];
  const line = (name: string, counts: readonly { value: string; count: number }[]): string[] =>
    counts.length === 0
      ? []
      : [
          paint(
            'dim',
            `${name}: ${counts
              .slice(0, 6)
              .map((c) => `${oneLine(c.value)} (${formatFigure(c.count, 0, say)})`)
              .join(' · ')}`,
          ),
        ];
  const note = facets.exact
    ? ''
    : say(` (đếm trên ${facets.counted} mục lưu mới nhất)`, ` (over the ${facets.counted} newest stored)`);
  return [
    ...line(say('Chủ trì', 'Lead') + note, facets.leads),
    ...line(say('Cơ quan ban hành', 'Issuer') + note, facets.issuers),
    ...line(say('Loại', 'Type') + note, facets.types),
    ...line(say('Năm', 'Year') + note, facets.years),
  ];
};

/** "Hiểu là: cơ quan: Sở Y tế · quá hạn (--plain để tắt)" */
export const formatReading = (reading: Reading | null, say: Speak, paint: Paint): string[] => {
  if (reading === null) return [];
  const labels = reading.parts.map(({ label }) => oneLine(say(label.vi, label.en)));
  const words = reading.words === '' ? [] : [say(`từ: ${oneLine(reading.words)}`, `words: ${oneLine(reading.words)}`)];
  const off = say('(--plain để tìm đúng các từ đã gõ)', '(--plain to search the words as typed)');
  return [`${say('Hiểu là', 'Read as')}: ${paint('bold', [...labels, ...words].join(' · '))} ${off}`];
};

const formatWidenings = (widenings: readonly Widening[], say: Speak): string[] =>
  widenings.length === 0
    ? []
    : [
        `${say('Tìm cả', 'Also')}: ${widenings.map(({ typed, also }) => `${oneLine(typed)} = ${also.map(oneLine).join(', ')}`).join(' · ')}`,
      ];

const formatCorrected = ({ corrected }: Pick<SearchPage, 'corrected'>, say: Speak, paint: Paint): string[] =>
  corrected === null
    ? []
    : [
        say(
          `Không có đúng các từ đã gõ. Ý bạn là: ${paint('bold', oneLine(corrected.shown))}?`,
          `Nothing has the words as typed. Did you mean: ${paint('bold', oneLine(corrected.shown))}?`,
        ),
      ];

const formatTotal = ({ count, exact }: Total, say: Speak): string =>
  `${exact ? '' : say('hơn ', 'more than ')}${formatFigure(count, 0, say)}`;

const formatOffers = (offers: readonly Offer[], say: Speak): string[] =>
  offers.map(({ label, total, in: place }) => {
    const what = place === 'papers' ? say('văn bản, --in papers', 'papers, --in papers') : say('nhiệm vụ', 'tasks');
    return `  → ${oneLine(say(label.vi, label.en))}: ${formatTotal(total, say)} ${what}`;
  });

const formatTold = (page: SearchPage | PaperPage, say: Speak, paint: Paint): string[] => [
  ...formatReading(page.reading, say, paint),
  ...formatWidenings(page.widenings, say),
  ...formatCorrected(page, say, paint),
];

const formatOrder = ({ order, sort }: Pick<SearchPage, 'order' | 'sort'>, say: Speak): string => {
  if (order === 'stored' && sort !== 'relevance')
    return say('quá nhiều để xếp thứ tự, lưu mới nhất trước; hãy lọc hẹp hơn', 'too many to sort, newest stored first');
  if (order === 'stored') return say('lưu mới nhất trước', 'newest stored first');
  return sort === 'due'
    ? say('hạn sớm nhất trước', 'earliest due first')
    : say('ngày ban hành mới nhất trước', 'newest issued first');
};

const formatOutside = (before: readonly string[], offers: readonly Offer[], say: Speak): string[] => {
  const lines = formatOffers(offers, say);
  return lines.length === 0 ? [...before] : [...before, `\n${say('Có thể bạn muốn', 'You may want')}:`, ...lines];
};

export const formatPage = (page: SearchPage, say: Speak, isTerminal: boolean): string => {
  const paint = paintFor(isTerminal);
  const passages = formatPassages(page, say, paint, isTerminal);
  const told = formatTold(page, say, paint);
  if (page.hits.length === 0) {
    const none = say('Không tìm thấy nhiệm vụ nào.', 'No task was found.');
    return [...formatOutside([...told, none], page.offers, say), ...passages].join('\n');
  }
  const count = formatTotal(page.total, say);
  const order = formatOrder(page, say);
  const next = page.page === null ? `--page-token ${page.next}` : `--page ${page.page + 1}`;
  return [
    ...told,
    say(`Tìm thấy ${count} nhiệm vụ (${order})`, `Found ${count} tasks (${order})`),
    ...formatFacets(page, say, paint),
    ...page.hits.map((hit, i) => `\n${formatHit(hit, i + 1, say, paint, isTerminal)}`),
    ...passages,
    ...formatOutside([], page.offers, say),
    ...(page.next === null ? [] : [`\n${say('Trang sau', 'Next page')}: ${next}`]),
  ].join('\n');
};

const formatPaper = (hit: PaperHit, index: number, say: Speak, paint: Paint, isTerminal: boolean): string => {
  const number = hit.number ?? say('(không số)', '(no number)');
  const day = formatDayOr(hit.issuedOn, say('không rõ ngày', 'date unknown'));
  const where = hit.page === null ? say('phần đầu văn bản', 'header') : `${say('trang', 'page')} ${hit.page}`;
  const signer = hit.signer === null ? '' : ` · ${say('người ký', 'signed by')} ${oneLine(hit.signer)}`;
  return [
    `${index}. ${paint('bold', oneLine(`${hit.type ?? ''} ${number}`.trim()))}, ${day} · ${oneLine(hit.issuer ?? say('không rõ cơ quan', 'issuer unknown'))}${signer}`,
    ...(hit.subject === null ? [] : [wrapText(oneLine(hit.subject), WIDTH, '   ')]),
    ...(hit.snippet.text === '' || hit.snippet.text === hit.subject ? [] : [formatSnippet(hit, paint, isTerminal)]),
    `   ${where} · ${say(`${hit.tasks} nhiệm vụ`, `${hit.tasks} tasks`)} · ${oneLine(hit.path)}`,
    `   ${paint('dim', hit.documentId)}`,
  ].join('\n');
};

/** A page of papers for people. */
export const formatPapers = (page: PaperPage, limit: number, say: Speak, isTerminal: boolean): string => {
  const paint = paintFor(isTerminal);
  const told = formatTold(page, say, paint);
  if (page.papers.length === 0)
    return formatOutside([...told, say('Không tìm thấy văn bản nào.', 'No paper was found.')], page.offers, say).join(
      '\n',
    );
  const count = formatTotal(page.total, say);
  const more =
    page.total.count > page.page * limit ? [`\n${say('Trang sau', 'Next page')}: --page ${page.page + 1}`] : [];
  return [
    ...told,
    say(`Tìm thấy ${count} văn bản`, `Found ${count} papers`),
    ...page.papers.map((hit, i) => `\n${formatPaper(hit, (page.page - 1) * limit + i + 1, say, paint, isTerminal)}`),
    ...more,
  ].join('\n');
};

/** What a search found, for people. */
export const formatFound = (found: FoundSearch, limit: number, say: Speak, isTerminal: boolean): string =>
  found.in === 'papers' ? formatPapers(found.page, limit, say, isTerminal) : formatPage(found.page, say, isTerminal);
