import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { daysBetween } from '../../language/calendar/civil-date.js';
import { replaceCodesAndEnds } from '../../language/writing/control-codes.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import type { IsoDate } from '../../schemas/span.js';

/** A cell: a text, a number, a real date, or nothing. There is no way to write a formula. `supplied`: a part of the day was not printed. */
export type Cell =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly value: IsoDate; readonly supplied?: boolean }
  | { readonly kind: 'empty'; readonly marked?: boolean };

/** A sheet to write; its rows come apart. */
export interface Sheet {
  readonly name: string;
  /** Lines above the header, one to a row. */
  readonly titles: readonly string[];
  /** Heading and width in letters of each column. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  /** Values that a column offers in a drop-down list, by index of the column. */
  readonly choices: ReadonlyMap<number, readonly string[]>;
}

/** A row of the sheet with this index. */
export interface SheetRow {
  readonly sheet: number;
  readonly cells: readonly Cell[];
}

/** Rows that an XLSX sheet can hold, and letters that a cell can. */
const MAX_ROWS = 1_048_576;
const MAX_LETTERS = 32_767;

/** Index of each cell format in STYLES. */
const STYLE = { plain: 0, title: 1, header: 2, text: 3, date: 4, guarded: 5, marked: 6, supplied: 7 } as const;

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WRAP = '<alignment vertical="top" wrapText="1"/>';
const FONT = '<name val="Times New Roman"/><family val="1"/>';
/** A format of cells; each names its font, since LibreOffice gives those without one its own. */
const format = (
  { font = 0, fill = 0, number = 0, quote = false }: { font?: number; fill?: number; number?: number; quote?: boolean },
  alignment = WRAP,
): string =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quote ? ' quotePrefix="1"' : ''}>${alignment}</xf>`;
const DAY = '<alignment vertical="top"/>';
const FORMATS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  format({ font: 2, fill: 2 }, '<alignment horizontal="center" vertical="center" wrapText="1"/>'),
  format({}),
  format({ number: 164 }, DAY),
  format({ quote: true }),
  format({ fill: 3 }),
  format({ font: 3, fill: 4, number: 164 }, DAY),
];
const STYLES = `${DECLARATION}<styleSheet xmlns="${NS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts count="4"><font><sz val="11"/>${FONT}</font><font><b/><sz val="14"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font><font><i/><sz val="11"/>${FONT}</font></fonts>
<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E2F3"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFE699"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF7D6"/></patternFill></fill></fills>
<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const writeTypes = (sheets: readonly Sheet[]): string =>
  `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_TYPE}"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const ROOT_RELATIONS = `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const writeBookRelations = (sheets: readonly Sheet[]): string =>
  `${DECLARATION}<Relationships xmlns="${RELATIONS}">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`;
/** The sheets, and of each the rows that are printed at the top of every page. */
const writeBook = (sheets: readonly Sheet[]): string => {
  const list = sheets.map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const names = sheets.map(
    ({ name, titles }, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escapeXml(name)}'!$${titles.length + 1}:$${titles.length + 1}</definedName>`,
  );
  return `${DECLARATION}<workbook xmlns="${NS}" xmlns:r="${RELATION}"><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Two characters that XML cannot hold at all and that are no control codes. */
const FORBIDDEN = /[\ufffe\uffff]/gu;

/** Text as XML and HTML hold it: line ends as line feeds, no control code nor mark of direction; each becomes �. */
export const escapeXml = (text: string): string =>
  replaceCodesAndEnds(text)
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"]/gu, (letter) => ENTITIES[letter] ?? letter);

/** Serial number of a civil day in a spreadsheet: `toSerial('1900-03-01') === 61`; undefined for a day that does not exist. */
export const toSerial = (day: IsoDate): number | undefined => daysBetween('1899-12-30', day);

/** Name of a column: `columnName(27) === 'AB'`. */
const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

const textCell = (place: string, style: number, text: string): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, MAX_LETTERS))}</t></is></c>`;

const writeCell = (cell: Cell, place: string): string => {
  switch (cell.kind) {
    case 'text':
      // The quote prefix keeps it a text also when somebody edits the cell.
      return textCell(place, /^[=+\-@]/u.test(cell.value) ? STYLE.guarded : STYLE.text, cell.value);
    case 'number':
      return `<c r="${place}" s="${STYLE.text}"><v>${cell.value}</v></c>`;
    case 'date': {
      const serial = toSerial(cell.value);
      return serial === undefined
        ? textCell(place, STYLE.text, cell.value)
        : `<c r="${place}" s="${cell.supplied === true ? STYLE.supplied : STYLE.date}"><v>${serial}</v></c>`;
    }
    case 'empty':
      return `<c r="${place}" s="${cell.marked === true ? STYLE.marked : STYLE.text}"/>`;
  }
};

const writeChoices = (sheet: Sheet, first: number, last: number): string => {
  if (sheet.choices.size === 0) return '';
  const lists = [...sheet.choices].map(([column, values]) => {
    const name = columnName(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}${first}:${name}${last}"><formula1>"${escapeXml(values.join(','))}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
};

/** Height of a line of 11 points, and the most that a row may have, in points. */
const LINE_POINTS = 15;
const MOST_POINTS = 409;

/** Letters of Times New Roman to a unit of width, which is a digit wide; a little less, for words are not cut. */
const LETTERS_PER_UNIT = 1.15;

const countLines = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / (width * LETTERS_PER_UNIT))), 0);

/** LibreOffice and most viewers do not reckon the height of wrapped rows by themselves: it is written. */
const heightOf = (cells: readonly Cell[], columns: Sheet['columns']): number => {
  const lines = cells.map((cell, i) => (cell.kind === 'text' ? countLines(cell.value, columns[i]?.width ?? 10) : 1));
  return Math.min(MOST_POINTS, LINE_POINTS * Math.max(1, ...lines));
};

const writeColumns = ({ columns }: Sheet): string =>
  columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"/>`).join('');

/** What stands above the rows: titles, and the header that stays in sight. */
const openSheet = (sheet: Sheet): string => {
  const header = sheet.titles.length + 1;
  const titles = sheet.titles.map(
    (title, i) => `<row r="${i + 1}">${title === '' ? '' : textCell(`A${i + 1}`, STYLE.title, title)}</row>`,
  );
  const headings = sheet.columns.map((c, i) => textCell(columnName(i) + header, STYLE.header, c.title));
  const tall = LINE_POINTS * Math.max(...sheet.columns.map(({ title, width }) => countLines(title, width * 0.8)));
  return `${DECLARATION}<worksheet xmlns="${NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${writeColumns(sheet)}</cols><sheetData>${titles.join('')}<row r="${header}" ht="${tall}" customHeight="1">${headings.join('')}</row>`;
};

const writeRow = (sheet: Sheet, row: number, cells: readonly Cell[]): string => {
  if (row > MAX_ROWS) throw tooManyRows();
  const height = heightOf(cells, sheet.columns);
  return `<row r="${row}" ht="${height}" customHeight="1">${cells.map((cell, i) => writeCell(cell, columnName(i) + row)).join('')}</row>`;
};

/** What stands below the rows, `row` being the last of them. */
const closeSheet = (sheet: Sheet, row: number): string => {
  const header = sheet.titles.length + 1;
  const corner = `${columnName(sheet.columns.length - 1)}${Math.max(row, header + 1)}`;
  // A thousand empty rows below keep their lists for tasks that clerks add by hand.
  const last = Math.min(MAX_ROWS, row + 1000);
  return `</sheetData><autoFilter ref="A${header}:${corner}"/>${writeChoices(sheet, header + 1, last)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
};

const tooManyRows = (): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `Một trang tính chỉ chứa được ${MAX_ROWS} dòng`, en: `A sheet holds at most ${MAX_ROWS} rows` },
    { vi: 'Thêm bộ lọc, hoặc xuất ra CSV', en: 'Add a filter, or export as CSV' },
  );

/** Sheet text is gathered up to this many letters before it is compressed. */
const GATHER = 1 << 16;

/** A sheet that is being written: its part of the file, and how far it is. */
class OpenSheet {
  readonly #part: ZipDeflate;
  readonly #sheet: Sheet;
  #row: number;
  #gathered: string;

  constructor(part: ZipDeflate, sheet: Sheet) {
    this.#part = part;
    this.#sheet = sheet;
    this.#row = sheet.titles.length + 1;
    this.#gathered = openSheet(sheet);
  }

  add(cells: readonly Cell[]): void {
    this.#row += 1;
    this.#gathered += writeRow(this.#sheet, this.#row, cells);
    if (this.#gathered.length < GATHER) return;
    this.#part.push(strToU8(this.#gathered));
    this.#gathered = '';
  }

  close(): void {
    this.#part.push(strToU8(this.#gathered + closeSheet(this.#sheet, this.#row)), true);
  }
}

/**
 * Writes a workbook as the bytes of an XLSX file, piece by piece, in one walk through the rows, each of which says on which sheet it
 * stands. The first sheet costs no memory, whatever its length; what stands on others waits for its end, compressed.
 */
export function* writeXlsx(sheets: readonly Sheet[], rows: Iterable<SheetRow>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const addSmall = (path: string, text: string): void => {
    const part = new ZipPassThrough(path);
    zip.add(part);
    part.push(strToU8(text), true);
  };
  addSmall('[Content_Types].xml', writeTypes(sheets));
  addSmall('_rels/.rels', ROOT_RELATIONS);
  addSmall('xl/workbook.xml', writeBook(sheets));
  addSmall('xl/_rels/workbook.xml.rels', writeBookRelations(sheets));
  addSmall('xl/styles.xml', STYLES);
  const open = sheets.map((sheet, index) => {
    const part = new ZipDeflate(`xl/worksheets/sheet${index + 1}.xml`, { level: 4 });
    zip.add(part);
    return new OpenSheet(part, sheet);
  });
  for (const { sheet, cells } of rows) {
    open[sheet]?.add(cells);
    yield* ready.splice(0);
  }
  for (const sheet of open) sheet.close();
  zip.end();
  yield* ready.splice(0);
}
