import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { daysBetween } from '../../language/calendar/civil-date.js';
import { replaceCodesAndEnds } from '../../language/writing/control-codes.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import type { IsoDate } from '../../schemas/span.js';

/** A cell: a text, a number, a real date, or nothing. There is no way to write a formula. */
export type Cell =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly value: IsoDate }
  | { readonly kind: 'empty'; readonly marked?: boolean };

/** A sheet to write: rows are taken one at a time, so that its length costs no memory. */
export interface Sheet {
  readonly name: string;
  /** Lines above the header, one to a row. */
  readonly titles: readonly string[];
  /** Heading and width in letters of each column. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  /** Values that a column offers in a drop-down list, by index of the column. */
  readonly choices: ReadonlyMap<number, readonly string[]>;
  readonly rows: Iterable<readonly Cell[]>;
}

/** Rows that an XLSX sheet can hold, and letters that a cell can. */
const MAX_ROWS = 1_048_576;
const MAX_LETTERS = 32_767;

/** Index of each cell format in STYLES. */
const STYLE = { plain: 0, title: 1, header: 2, text: 3, date: 4, guarded: 5, marked: 6 } as const;

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WRAP = '<alignment vertical="top" wrapText="1"/>';
const STYLES = `${DECLARATION}<styleSheet xmlns="${NS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="14"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E2F3"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFE699"/></patternFill></fill></fills>
<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="7"><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1">${WRAP}</xf><xf numFmtId="164" borderId="1" applyNumberFormat="1" applyBorder="1"><alignment vertical="top"/></xf><xf borderId="1" quotePrefix="1" applyBorder="1" applyAlignment="1">${WRAP}</xf><xf borderId="1" fillId="3" applyBorder="1" applyFill="1"/></cellXfs>
</styleSheet>`;
const CONTENT_TYPES = `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const ROOT_RELATIONS = `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const BOOK_RELATIONS = `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`;

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
        : `<c r="${place}" s="${STYLE.date}"><v>${serial}</v></c>`;
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

function* writeSheet(sheet: Sheet): Generator<string> {
  const header = sheet.titles.length + 1;
  const cols = sheet.columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"/>`);
  yield `${DECLARATION}<worksheet xmlns="${NS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`;
  for (const [index, title] of sheet.titles.entries())
    yield `<row r="${index + 1}">${title === '' ? '' : textCell(`A${index + 1}`, STYLE.title, title)}</row>`;
  const headings = sheet.columns.map((c, i) => textCell(columnName(i) + header, STYLE.header, c.title));
  yield `<row r="${header}">${headings.join('')}</row>`;
  let row = header;
  for (const cells of sheet.rows) {
    row += 1;
    if (row > MAX_ROWS) throw tooManyRows();
    yield `<row r="${row}">${cells.map((cell, i) => writeCell(cell, columnName(i) + row)).join('')}</row>`;
  }
  const corner = `${columnName(sheet.columns.length - 1)}${Math.max(row, header + 1)}`;
  // A thousand empty rows below keep their lists for tasks that clerks add by hand.
  const last = Math.min(MAX_ROWS, row + 1000);
  yield `</sheetData><autoFilter ref="A${header}:${corner}"/>${writeChoices(sheet, header + 1, last)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

const tooManyRows = (): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `Một trang tính chỉ chứa được ${MAX_ROWS} dòng`, en: `A sheet holds at most ${MAX_ROWS} rows` },
    { vi: 'Thêm bộ lọc, hoặc xuất ra CSV', en: 'Add a filter, or export as CSV' },
  );

/** Sheet text is gathered up to this many letters before it is compressed. */
const GATHER = 1 << 16;

/**
 * Writes a workbook with one sheet as the bytes of an XLSX file, piece by piece: memory does not grow with the rows.
 */
export function* writeXlsx(sheet: Sheet): Generator<Uint8Array> {
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
  addSmall('[Content_Types].xml', CONTENT_TYPES);
  addSmall('_rels/.rels', ROOT_RELATIONS);
  addSmall(
    'xl/workbook.xml',
    `${DECLARATION}<workbook xmlns="${NS}" xmlns:r="${RELATION}"><sheets><sheet name="${escapeXml(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  addSmall('xl/_rels/workbook.xml.rels', BOOK_RELATIONS);
  addSmall('xl/styles.xml', STYLES);
  const part = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 4 });
  zip.add(part);
  let gathered = '';
  for (const text of writeSheet(sheet)) {
    gathered += text;
    if (gathered.length < GATHER) continue;
    part.push(strToU8(gathered));
    gathered = '';
    yield* ready.splice(0);
  }
  part.push(strToU8(gathered), true);
  zip.end();
  yield* ready.splice(0);
}
