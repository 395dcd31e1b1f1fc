import { readPanelSigner } from '../../language/printed/signature-panel.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { ElectronicSignature } from '../../schemas/export.js';
import type { SignaturePanel } from '../../schemas/header-zones.js';
import type { Line } from '../../schemas/stages.js';

// A label of the panel that ends a name.
const LABEL =
  /(?<!\p{L})(?:e-?mail|co quan|to chuc|chuc vu|(?:ngay|thoi gian|gio) ky(?: so)?|reason|location|date|signature (?:not )?(?:valid|verified))\s*:?(?![\p{L}])/u;
const ADDRESS = /(?<!\S)\S{1,64}@\S/u;
const DAY =
  '(?:(?<year>\\d{4})[./-](?<month>\\d{1,2})[./-](?<day>\\d{1,2})|(?<day2>\\d{1,2})[./-](?<month2>\\d{1,2})[./-](?<year2>\\d{4}))';
const CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?';
const ZONE = "(?:\\s*(?<sign>[+-])(?<zh>\\d{2})[:']?(?<zm>\\d{2})'?|(?<utc>\\s*Z(?![\\p{L}])))";
const TIME = new RegExp(
  `(?:${DAY}[ tT,]+${CLOCK}${ZONE}?|${CLOCK.replace(/<(\w+)>/gu, '<$1b>')}[ ,]+(?:ngày )?${DAY.replace(/<(\w+)>/gu, '<$1b>')})`,
  'u',
);
const ZONE_ALONE = /^\s*(?<sign>[+-])(?<zh>\d{2})[:']?(?<zm>\d{2})'?\s*$/u;

const pad = (figure: string): string => figure.padStart(2, '0');

const DAY_ENDS = new RegExp(`${DAY}\\s*$`, 'u');
const CLOCK_BEGINS = new RegExp(`^\\s*${CLOCK}`, 'u');

/** A line with the clock that stands by itself on the next one: panels are narrow. */
const withClock = (text: string, next: string): string =>
  DAY_ENDS.test(text) && CLOCK_BEGINS.test(next) ? `${text} ${next}` : text;

/** Time stamp in ISO 8601: "13/05/2026 08:15 +07:00" is "2026-05-13T08:15:00+07:00". No zone is made up. */
const readTime = (text: string, next: string): string | undefined => {
  const groups = TIME.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const part = (...names: readonly string[]): string =>
    names.map((name) => groups[name]).find((held) => held !== undefined) ?? '';
  const [year, month, day] = [
    part('year', 'year2', 'yearb', 'year2b'),
    part('month', 'month2', 'monthb', 'month2b'),
    part('day', 'day2', 'dayb', 'day2b'),
  ];
  const clock = [part('hour', 'hourb'), part('minute', 'minuteb'), part('second', 'secondb') || '00']
    .map(pad)
    .join(':');
  const { sign, zh, zm } = groups.sign === undefined ? (ZONE_ALONE.exec(next)?.groups ?? {}) : groups;
  const zone = groups.utc === undefined ? (sign === undefined ? '' : `${sign}${zh}:${zm}`) : 'Z';
  if (Number(month) > 12 || Number(day) > 31) return undefined;
  return `${year}-${pad(month)}-${pad(day)}T${clock}${zone}`;
};

const tidyName = (lines: readonly string[]): string | null => {
  const name = lines
    .join(' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:.,;]+|(?<![\s:.,;])[\s:.,;]+$/gu, '');
  return name === '' ? null : name;
};

/** Characters between two lines of one panel: a line end and the indent of the next. */
const APART = 90;
/** Lines of the longest panel without labels: a name of several lines, an address, the time. */
const UNLABELLED_AT_MOST = 6;

const isOfSigner = (text: string): boolean => readPanelSigner(text) !== undefined;

/** Lines that stand together; a label of the signer opens a panel of its own. */
const splitPanels = (furniture: readonly Line[]): readonly (readonly Line[])[] => {
  const panels: Line[][] = [];
  let last: Line | undefined;
  for (const line of furniture) {
    const isNear = last !== undefined && last.page === line.page && line.span.start - last.span.end <= APART;
    const panel = panels.at(-1);
    if (panel === undefined || !isNear || (isOfSigner(line.text) && panel.some(({ text }) => isOfSigner(text))))
      panels.push([line]);
    else panel.push(line);
    last = line;
  }
  return panels;
};

const readPanel = (panel: readonly string[]): ElectronicSignature | undefined => {
  const labelled = panel.findIndex(isOfSigner);
  const times = panel.map((text, at) => {
    const next = panel[at + 1] ?? '';
    const print = withClock(text, next);
    return readTime(print, print === text ? next : (panel[at + 2] ?? ''));
  });
  const timed = times.findIndex((time) => time !== undefined);
  // Without a label only a line that is a time and nothing else makes a panel.
  if (
    labelled < 0 &&
    (timed < 0 ||
      panel.length > UNLABELLED_AT_MOST ||
      /\p{L}{3}/u.test(foldChars(panel[timed] ?? '').replace(LABEL, '')))
  )
    return undefined;
  const name: string[] = [];
  for (const [at, text] of panel.slice(Math.max(labelled, 0)).entries()) {
    const print = readPanelSigner(text) ?? text;
    const folded = foldChars(print);
    const end = Math.min(...[LABEL, TIME, ADDRESS].map((pattern) => pattern.exec(folded)?.index ?? print.length));
    if (at === 0 || end > 0) name.push(print.slice(0, end));
    if (end < print.length || ZONE_ALONE.test(print)) break;
  }
  return { by: tidyName(name), at: times[timed] ?? null, kind: 'panel' };
};

const readAs = (lines: readonly string[], isPicture: boolean): readonly ElectronicSignature[] => {
  const signature = readPanel(lines);
  return signature === undefined ? [] : [{ ...signature, ...(isPicture ? { isPicture } : {}) }];
};

/**
 * The e-signatures whose panels stand on the pages, in order: by whom, and when. A panel begins with its label ("Ký bởi:")
 * or, without labels, with the name above address and time. Of a page that was read off its picture they are pictures.
 * — khung chữ ký số
 */
export const readSignatures = (
  furniture: readonly Line[],
  isPicture: (page: number) => boolean = () => false,
): readonly ElectronicSignature[] =>
  splitPanels(furniture).flatMap((panel) =>
    readAs(
      panel.map(({ text }) => text),
      panel.some(({ page }) => isPicture(page)),
    ),
  );

/** An annotation gives its lines as one: name, address, time. */
const LINE_BEGINS = /\s(?=[^\s@]{1,64}@\S)|\s(?=\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[ tT,]{1,3}\d{1,2}:\d{2})/u;

const isOneLine = ({ lines, box }: SignaturePanel): boolean => box === null && !lines.some(isOfSigner);

/** The same of panels that were read by themselves. */
export const readPanels = (panels: readonly SignaturePanel[]): readonly ElectronicSignature[] =>
  panels.flatMap((panel) => {
    const { lines, box } = panel;
    return readAs(isOneLine(panel) ? lines.flatMap((line) => line.split(LINE_BEGINS)) : lines, box !== null);
  });
