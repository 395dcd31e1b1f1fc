import { styleText } from 'node:util';
import { formatDay } from '../language/calendar/civil-date.js';
import { wordPath } from '../output/tracker/item-path.js';
import type { Deadline, Directive } from '../schemas/directive.js';
import type { IsoDate, Span } from '../schemas/span.js';
import type { Speak } from './language.js';
import { oneLine } from './print.js';
import { ROLE_NAMES } from './role-names.js';

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'inverse';

/** Colours for a terminal; plain text where the output is a file or a pipe. */
export type Paint = (style: Style, text: string) => string;

/** `paintFor(process.stdout.isTTY)('bold', 'Kết luận')`; NO_COLOR is obeyed by whoever says what a terminal is. */
export const paintFor =
  (isTerminal: boolean): Paint =>
  (style, text) =>
    // Whether there is a terminal was asked already, and newer Nodes would ask again.
    isTerminal ? styleText(style, text, { validateStream: false }) : text;

/** A day as clerks write it, or what stands for a missing one. */
export const formatDayOr = (day: IsoDate | null, missing: string): string => (day === null ? missing : formatDay(day));

/** Figures in groups of three from their end. */
const groupThousands = (figures: string, mark: string): string => {
  const groups: string[] = [];
  for (let end = figures.length; end > 0; end -= 3) groups.unshift(figures.slice(Math.max(0, end - 3), end));
  return groups.join(mark);
};

/**
 * A figure with so many decimals, with the signs of the language: "1.234,57" or "1,234.57". By hand, since to load the tables
 * of languages for it takes longer than a search.
 */
export const formatFigure = (value: number, decimals: number, say: Speak): string => {
  // Rounded as it is written: 99.95 is 100.0, though the number behind it is a little less.
  const rounded = Math.round(Number(`${Math.abs(value)}e${decimals}`)) / 10 ** decimals;
  const [whole = '', rest] = (Number.isNaN(rounded) ? Math.abs(value) : rounded).toFixed(decimals).split('.');
  const grouped = `${value < 0 ? '-' : ''}${groupThousands(whole, say('.', ','))}`;
  return rest === undefined ? grouped : `${grouped}${say(',', '.')}${rest}`;
};

/** A length of time as people say it, rounded: "40 giây", "4 phút", "2 giờ 10 phút". Takes seconds. */
export const formatLength = (seconds: number, say: Speak): string => {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} ${say('giây', 's')}`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const ofHours = hours === 0 ? [] : [`${hours} ${say('giờ', 'h')}`];
  return [...ofHours, ...(hours > 0 && rest === 0 ? [] : [`${rest} ${say('phút', 'min')}`])].join(' ');
};

/** A moment on this computer's clock: "17:52, 26/11/2026". Takes an ISO time. */
export const formatMoment = (iso: string): string => {
  const at = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}, ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
};

/** The same with seconds, for a log: "26/11/2026 17:52:10". Takes an ISO time. */
export const formatClock = (iso: string): string => {
  const [time = '', day = ''] = formatMoment(iso).split(', ');
  return `${day} ${time}:${String(new Date(iso).getSeconds()).padStart(2, '0')}`;
};

/** The same as part of a file's name, so that names sort by time: "20261126-175210". Takes an ISO time. */
export const stampMoment = (iso: string): string => {
  const [day = '', month = '', year = '', ...time] = formatClock(iso).match(/\d+/gu) ?? [];
  return `${year}${month}${day}-${time.join('')}`;
};

/** The path of an item as people say it: "mục II, đoạn 1" where "II.¶1" is stored. Takes the stored path. */
export const formatPath = (path: string, say: Speak): string => wordPath(path, say('đoạn', 'paragraph'));

/** What an item is called in a sentence: "mục II.1"; of a paper without items the paragraph is all there is to say: "đoạn 2". */
export const nameItem = (path: string, say: Speak): string => {
  const words = formatPath(path, say);
  return path.startsWith('¶') ? words : say(`mục ${words}`, `item ${words}`);
};

/** The same at the head of a line: "Mục II.1", "Đoạn 2". */
export const capitalize = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** A share as a percentage, rounded down so that only all is 100 %: "99,6 %" in Vietnamese, "99.6 %" in English. */
export const formatShare = (share: number, say: Speak): string => {
  const percent = (Math.floor(share * 1000) / 10).toFixed(1);
  return `${say(percent.replace('.', ','), percent)} %`;
};

/** A deadline as one line: "trước ngày 15/07/2025 (phấn đấu)"; without a day, as the text writes it. */
export const formatDeadline = (
  deadline: Pick<Deadline, 'text' | 'due' | 'bound' | 'target' | 'inferred'>,
  say: Speak,
): string => {
  if (deadline.due === null) return `“${oneLine(deadline.text)}”`;
  const bound = deadline.bound === 'before' ? say('trước ngày', 'before') : say('chậm nhất', 'by');
  const target = deadline.target ? say(' (phấn đấu)', ' (target)') : '';
  // A day that the text does not give whole must not look as if it did.
  const inferred = deadline.inferred ? say(' (năm suy ra)', ' (year supplied)') : '';
  return `${bound} ${formatDay(deadline.due)}${target}${inferred}`;
};

/** Who and when of a task, clause by clause, a line each: "[1] Chủ trì: Sở Tài chính". */
export const formatClauses = ({ assignments }: Pick<Directive, 'assignments'>, say: Speak): readonly string[] =>
  assignments.flatMap(({ bodies, deadlines }, i) => {
    const mark = assignments.length > 1 ? `[${i + 1}] ` : '';
    const who = bodies.map(({ role, name, inherited }) => {
      const { vi, en } = ROLE_NAMES[role];
      return `${say(vi, en)}: ${name}${inherited ? say(' (theo câu dẫn)', ' (inherited)') : ''}`;
    });
    const when = deadlines.map((deadline) => `${say('Hạn', 'Due')}: ${formatDeadline(deadline, say)}`);
    return [...who, ...when].map((line) => mark + oneLine(line));
  });

/** Hits that only white space parts are one to the eye: «Ủy ban nhân dân», not «Ủy» «ban» «nhân» «dân». */
const joinHits = (text: string, spans: readonly Span[]): Span[] => {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, span.start).trim() === '')
      joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
};

/** A text with its hits marked: by colour on a terminal, by «» elsewhere. Neighbouring hits are marked together. */
export const formatHighlights = (text: string, spans: readonly Span[], mark: (hit: string) => string): string => {
  let at = 0;
  let out = '';
  for (const { start, end } of joinHits(text, spans)) {
    out += text.slice(at, start) + mark(text.slice(start, end));
    at = end;
  }
  return out + text.slice(at);
};

/** Breaks a text into lines of at most `width` columns at spaces, each with `indent` before it. */
export const wrapText = (text: string, width: number, indent: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => indent + one).join('\n');
};
