import { formatDay } from '../../language/calendar/civil-date.js';
import type { DoubtfulSpan, DoubtfulWord } from '../../output/review/doubts.js';
import type { ItemOf } from '../../output/review/items.js';
import type { ReviewEntry } from '../../output/review/queue.js';
import { readHeaderField } from '../../output/tracker/correct-document.js';
import { HEADER_NAMES } from '../../output/tracker/field-names.js';
import { HEADER_FIELDS } from '../../schemas/correction.js';
import type { Note } from '../../schemas/note.js';
import { capitalize, formatClauses, formatDayOr, formatHighlights, nameItem, type Paint, wrapText } from '../format.js';
import { formatSuggested } from '../format-signature.js';
import type { Speak } from '../language.js';
import { oneLine } from '../print.js';
import { UNCLAIMED_NAMES } from '../unclaimed-names.js';

/** How a screen is drawn. */
export interface Look {
  readonly say: Speak;
  readonly paint: Paint;
  readonly width: number;
}

const formatPaper = ({ item }: ReviewEntry, { say, paint }: Look): readonly string[] => {
  const { document: d } = item.paper.record;
  const page = item.kind === 'task' ? item.directive.page : item.kind === 'passage' ? item.passage.page : undefined;
  const name = `${d.type ?? say('Văn bản', 'Document')} ${d.number ?? say('(chưa có số)', '(no number)')}`;
  const issued = formatDayOr(d.issuedOn, say('chưa có ngày', 'no date'));
  return [
    paint('bold', oneLine(name)) + oneLine(` · ${issued} · ${d.issuer ?? say('chưa rõ cơ quan', 'issuer unknown')}`),
    paint('dim', oneLine(`${d.source.path}${page === undefined ? '' : ` · ${say('trang', 'page')} ${page}`}`)),
  ];
};

const formatReason = ({ message, page }: Note, { say, paint }: Look): string =>
  `${paint('yellow', '!')} ${oneLine(say(message.vi, message.en))}${page === undefined ? '' : ` (${say('trang', 'page')} ${page})`}`;

const formatText = (text: string, doubts: readonly DoubtfulSpan[], { paint, width }: Look): string => {
  const spans = doubts.map(({ span }) => span);
  // Marked before it is broken into lines: the marks of a file are part of the text, colours are set behind.
  const marked = oneLine(formatHighlights(text, spans, (word) => `«${word}»`));
  return wrapText(marked, width, '   ').replace(/«[^«»]*»/gu, (word) => paint('inverse', word));
};

const formatTask = (item: ItemOf<'task'>, doubts: readonly DoubtfulSpan[], look: Look): readonly string[] => {
  const { say } = look;
  const { directive } = item;
  const isLed = directive.assignments.some(({ bodies }) =>
    bodies.some(({ role }) => role === 'lead' || role === 'executing'),
  );
  const lacks = [
    ...(isLed ? [] : [say('Chủ trì: chưa rõ', 'Lead: unknown')]),
    ...(directive.assignments.some(({ deadlines }) => deadlines.length > 0) ? [] : [say('Hạn: không có', 'Due: none')]),
  ];
  const words = doubts.flatMap(({ span, raw }) => {
    const shown = directive.text.slice(span.start, span.end);
    if (raw === undefined || raw === shown) return [];
    return [oneLine(`${say('Từ ngờ', 'In doubt')}: “${shown}” (${say('máy nhận dạng', 'as recognised')}: “${raw}”)`)];
  });
  return [
    `${capitalize(nameItem(directive.number, say))} · ${directive.id}`,
    formatText(directive.text, doubts, look),
    ...[...formatClauses(directive, say), ...lacks, ...words].map((line) => `   ${line}`),
  ];
};

/** Words of context on each side of a doubtful one. */
const CONTEXT = 30;
/** More words than a screen shows. */
const MOST_WORDS = 10;

const formatWord = ({ span, raw, number, page, text }: DoubtfulWord, { say, paint }: Look): string => {
  const [before, word, after] = [
    text.slice(Math.max(0, span.start - CONTEXT), span.start),
    text.slice(span.start, span.end),
    text.slice(span.end, span.end + CONTEXT),
  ].map(oneLine);
  const read =
    raw === undefined || raw === text.slice(span.start, span.end)
      ? ''
      : ` (${say('máy nhận dạng', 'as recognised')}: “${oneLine(raw)}”)`;
  const where = `${nameItem(number, say)}, ${say('trang', 'page')} ${page}`;
  return `   ${say('Từ ngờ', 'In doubt')}, ${where}: …${before}${paint('inverse', `«${word}»`)}${after}…${read}`;
};

const formatWords = (words: readonly DoubtfulWord[], look: Look): readonly string[] => {
  const { say } = look;
  const more = words.length - MOST_WORDS;
  return [
    ...words.slice(0, MOST_WORDS).map((word) => formatWord(word, look)),
    ...(more > 0 ? [`   ${say(`và ${more} từ nữa`, `and ${more} more words`)}`] : []),
  ];
};

const formatHeader = ({ paper }: ItemOf<'header'>, words: readonly DoubtfulWord[], look: Look): readonly string[] => {
  const { say } = look;
  const { document } = paper.record;
  const fields = HEADER_FIELDS.flatMap((field) => {
    const value = readHeaderField(document, field);
    const isDay = field === 'issuedOn' || field === 'heldOn';
    const shown = value === null ? '—' : isDay ? formatDay(value) : value.replaceAll('\n', '; ');
    const { vi, en } = HEADER_NAMES[field];
    return value === null && field === 'urgency' ? [] : [`   ${say(vi, en)}: ${oneLine(shown)}`];
  });
  const { suggested } = document;
  return [
    say('Phần đầu và cả văn bản', 'The header and the paper as a whole'),
    ...fields,
    ...(suggested === undefined ? [] : [`   ${say('Gợi ý', 'Suggested')}: ${formatSuggested(suggested, say)}`]),
    ...formatWords(words, look),
  ];
};

const KEYS = {
  task: [
    'Enter đúng · D không phải nhiệm vụ · H hạn · C cơ quan · S sửa chữ · T tách · G gộp · Z hoàn tác · J tiếp · K lùi · Q thoát',
    'Enter right · D no task · H due · C bodies · S text · T split · G merge · Z undo · J next · K back · Q quit',
  ],
  header: [
    'Enter đúng · S sửa một trường · N nhận gợi ý · Z hoàn tác · J tiếp · K lùi · Q thoát',
    'Enter right · S correct a field · N take what is suggested · Z undo · J next · K back · Q quit',
  ],
  passage: [
    'N là nhiệm vụ · D không phải nhiệm vụ · S sửa chữ rồi thêm · Z hoàn tác · J tiếp · K lùi · Q thoát',
    'N a task · D no task · S type its text and add it · Z undo · J next · K back · Q quit',
  ],
} as const;

/** The keys of an item of one kind, as a line. */
export const formatKeys = (kind: keyof typeof KEYS, { say, paint }: Look): string => {
  const [vi, en] = KEYS[kind];
  return paint('dim', say(vi, en));
};

/** What is in doubt in an entry: words of its item, of a header those of the whole paper. */
export interface EntryDoubts {
  readonly places: readonly DoubtfulSpan[];
  readonly words: readonly DoubtfulWord[];
}

/** All that a person needs to judge one entry: paper, page, text with the doubtful words marked, what is read, why it is asked. */
export const formatEntry = (entry: ReviewEntry, doubts: EntryDoubts, look: Look): string => {
  const { item, reasons } = entry;
  const { say } = look;
  const body =
    item.kind === 'task'
      ? formatTask(item, doubts.places, look)
      : item.kind === 'header'
        ? formatHeader(item, doubts.words, look)
        : [
            `${say('Đoạn chưa thành nhiệm vụ', 'A passage that became no task')}: ${say(UNCLAIMED_NAMES[item.passage.why].vi, UNCLAIMED_NAMES[item.passage.why].en)}`,
            formatText(item.passage.text, [], look),
          ];
  return [...formatPaper(entry, look), ...body, ...reasons.map((note) => formatReason(note, look))].join('\n');
};
