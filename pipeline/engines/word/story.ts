import type { ListCounter } from './list-counter.js';
import type { List } from './numbering.js';
import { joinParagraphs, type OpenParagraph, openParagraph } from './open-paragraph.js';
import { PageMarks } from './page-marks.js';
import { convertFont } from './paragraph.js';
import { pushAll } from './push-all.js';
import { type FontCode, findFontCode, type RunLook } from './run-look.js';
import type { Style, Styles } from './styles.js';
import { type Cell, layTable, type Row } from './table-lines.js';

/** What the parts of a file share: styles, lists and the fonts of the theme. */
export interface StoryContext {
  readonly styles: Styles;
  readonly findList: (numId: string) => List | undefined;
  readonly themeFonts: { readonly major: string; readonly minor: string };
}

/** Where lines go: the body, a cell, a text box. */
interface Sink {
  readonly lines: string[];
  /** A paragraph whose mark is gone, waiting for the one that it goes on with. */
  waiting: OpenParagraph | undefined;
}

interface OpenTable {
  readonly rows: Row[];
  cells: Cell[];
  before: number;
  span: number;
  pageBreaks: number;
  hasPrint: boolean;
}

/** Builds the printed lines of one story (body, header, footnote) from what its reader meets. */
export class Story {
  readonly pages = new PageMarks();
  readonly #sinks: Sink[] = [{ lines: [], waiting: undefined }];
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  /** Breaks met inside a table or paragraph, which count when it is over: an item is never cut in two. */
  #breaks = 0;
  #sectionLine: number | undefined;
  /** Footnotes of the page in hand. */
  readonly #noteIds: string[] = [];
  readonly legacyFonts = new Set<string>();

  constructor(
    readonly context: StoryContext,
    readonly counter: ListCounter,
    /** Lines of a note, to be printed at the foot of its page. */
    readonly printNote: (id: string) => string | undefined = () => undefined,
  ) {}

  get #sink(): Sink {
    return this.#sinks.at(-1) ?? { lines: [], waiting: undefined };
  }

  get paragraph(): OpenParagraph | undefined {
    return this.#paragraphs.at(-1);
  }

  get #table(): OpenTable | undefined {
    return this.#tables.at(-1);
  }

  openSink(): void {
    this.#sinks.push({ lines: [], waiting: undefined });
  }

  closeSink(): readonly string[] {
    this.#flush();
    return this.#sinks.pop()?.lines ?? [];
  }

  openParagraph(): void {
    this.#paragraphs.push(openParagraph(this.context.styles.paragraph));
  }

  /** Its properties are known: it is counted before what hangs on it, but for one that may vanish. */
  propertiesRead(): void {
    const one = this.paragraph;
    if (one === undefined || one.runsOn || this.#sink.waiting !== undefined) return;
    if (one.breaksPage ?? one.style?.breaksPage) this.#breakBefore(one, this.pages.begins(false));
    this.#label(one);
  }

  #breakBefore(one: OpenParagraph, counts: boolean): void {
    if (!counts) return;
    if (this.#sinks.length === 1) one.breaksBefore += 1;
    else this.#breakRow();
  }

  /** A break inside a row stands before it when nothing of it was printed yet, else behind it. */
  #breakRow(): void {
    const row = this.#tables[0];
    if (row !== undefined && !row.hasPrint) row.pageBreaks = 1;
    else this.#breaks += 1;
  }

  layoutBreak(): void {
    const one = this.paragraph;
    if (!this.pages.begins(true) || one === undefined) return;
    if (this.#sinks.length > 1) this.#breakRow();
    else if (one.text.isBlank && this.#sink.waiting === undefined) one.breaksBefore += 1;
    else one.breaksAfter += 1;
  }

  /** A page break that the writer set: true where the text is to be cut there. */
  writersBreak(): boolean {
    this.pages.set();
    if (this.#sinks.length === 1) return true;
    this.#breakRow();
    return false;
  }

  print(): void {
    this.pages.print();
    for (const table of this.#tables) table.hasPrint = true;
  }

  #label(one: OpenParagraph): void {
    if (one.isLabelled) return;
    one.isLabelled = true;
    const { style } = one;
    const numId = one.numId ?? style?.numId;
    const list = numId === undefined ? undefined : this.context.findList(numId);
    if (list === undefined) return;
    const tied = one.numId === undefined ? list.levels.findIndex((level) => isTied(level?.style, style)) : -1;
    const own = one.level ?? (one.numId === undefined ? style?.level : undefined);
    one.label = this.counter.next(list, own ?? Math.max(0, tied));
  }

  closeParagraph(): void {
    const one = this.#paragraphs.pop();
    if (one === undefined) return;
    const { waiting } = this.#sink;
    const whole = waiting === undefined ? one : joinParagraphs(waiting, one);
    this.#sink.waiting = undefined;
    if (!whole.text.isBlank && !whole.isLabelled) this.#label(whole);
    if (one.runsOn) {
      // Nothing to see and no mark: it is not there at all.
      const isGone = whole.text.isBlank && whole.boxesBefore.length + whole.boxesAfter.length === 0;
      if (!isGone) this.#sink.waiting = whole;
      else this.#breaks += whole.breaksBefore + whole.breaksAfter;
      return;
    }
    this.#label(whole);
    this.#emit(whole);
  }

  #flush(): void {
    const { waiting } = this.#sink;
    this.#sink.waiting = undefined;
    if (waiting !== undefined) this.#emit(waiting);
  }

  #takeBreaks(more: number): string {
    const count = this.#breaks + more;
    this.#breaks = 0;
    if (count > 0) this.#printNotes();
    return '\f'.repeat(count);
  }

  #printNotes(): void {
    for (const id of this.#noteIds.splice(0)) {
      const note = this.printNote(id);
      if (note !== undefined) this.#sinks[0]?.lines.push(note);
    }
  }

  #emit(one: OpenParagraph): void {
    const isBody = this.#sinks.length === 1;
    const breaks = isBody ? this.#takeBreaks(one.breaksBefore) : '';
    const text = trimBlanks(`${this.#printLabel(one)}${one.text.toText()}`);
    const [first = '', ...others] = text.replaceAll('\f', '\n\f').split('\n');
    const { lines } = this.#sink;
    pushAll(lines, one.boxesBefore);
    lines.push(`${breaks}${first}`);
    pushAll(lines, others);
    pushAll(lines, one.boxesAfter);
    pushAll(this.#noteIds, one.noteIds);
    if (isBody) this.#breaks += one.breaksAfter;
    if (isBody && one.endsSection) this.#sectionLine = this.#sink.lines.length;
  }

  /** What kind of break the section that ends now began with: only now is it told. */
  sectionKind(kind: string): void {
    const at = this.#sectionLine;
    const line = at === undefined ? undefined : this.#sinks[0]?.lines[at];
    const begins = kind !== 'continuous' && kind !== 'nextColumn';
    if (at !== undefined && line !== undefined && begins && !this.pages.isLaidOut && !line.startsWith('\f'))
      this.#sinks[0]?.lines.splice(at, 1, `\f${line}`);
    this.#sectionLine = undefined;
  }

  #printLabel({ label, style, text }: OpenParagraph): string {
    if (label === undefined || (label.text === '' && label.suffix !== '')) return '';
    if (label.level.format === 'bullet' && text.isBlank) return '';
    const look = { ...style?.run, ...label.level.run };
    const code = this.codeOf(look);
    const converted = code === undefined ? label.text : convertFont(label.text, code);
    return `${look.capitals === true ? converted.toUpperCase() : converted}${label.suffix}`;
  }

  /** The code of a look's letters; undefined for Unicode. */
  codeOf(look: RunLook): FontCode | undefined {
    const { major, minor } = this.context.themeFonts;
    const font = look.font === 'theme:major' ? major : look.font === 'theme:minor' ? minor : (look.font ?? '');
    const code = findFontCode(font);
    if (code !== undefined) this.legacyFonts.add(font);
    return code;
  }

  openTable(): void {
    this.#tables.push({ rows: [], cells: [], before: 0, span: 1, pageBreaks: 0, hasPrint: false });
  }

  openRow(): void {
    const table = this.#table;
    if (table !== undefined) Object.assign(table, { cells: [], before: 0, pageBreaks: 0, hasPrint: false });
    if (this.#tables.length === 1 && table !== undefined && this.#sinks.length === 1) {
      table.pageBreaks = this.#breaks;
      this.#breaks = 0;
    }
  }

  skipColumns(count: number): void {
    if (this.#table !== undefined) this.#table.before = count;
  }

  openCell(): void {
    if (this.#table !== undefined) this.#table.span = 1;
    this.openSink();
  }

  spanColumns(count: number): void {
    if (this.#table !== undefined) this.#table.span = count;
  }

  closeCell(): void {
    const span = this.#table?.span ?? 1;
    const lines = this.closeSink();
    this.#table?.cells.push({ lines, span });
  }

  closeRow(): void {
    const table = this.#table;
    if (table === undefined || table.cells.length === 0) return;
    const { cells, before, pageBreaks } = table;
    table.rows.push({ cells, before, pageBreaks });
  }

  closeTable(): void {
    const table = this.#tables.pop();
    if (table !== undefined && table.rows.length > 0) {
      pushAll(this.#sink.lines, layTable(table.rows));
    }
  }

  /** All lines of the story; the notes of the last page at its foot. */
  finish(): readonly string[] {
    this.#flush();
    this.#printNotes();
    return this.#sinks[0]?.lines ?? [];
  }
}

/** Without blanks at its end; a page break there stays. */
const trimBlanks = (text: string): string => {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

const isTied = (tied: string | undefined, style: Style | undefined): boolean =>
  tied !== undefined && style?.chain.includes(tied) === true;
