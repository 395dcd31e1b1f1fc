/** What parts the cells of a table that a spreadsheet saved: of a comma, a semicolon and a tab the one that its first line has most of. */
const DELIMITERS = [',', ';', '\t'] as const;

const countOutsideQuotes = (line: string, mark: string): number => {
  let count = 0;
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === mark && !isQuoted) count += 1;
  }
  return count;
};

const findDelimiter = (text: string): string => {
  const [line = ''] = text.split('\n', 1);
  return DELIMITERS.reduce<string>(
    (best, mark) => (countOutsideQuotes(line, mark) > countOutsideQuotes(line, best) ? mark : best),
    DELIMITERS[0],
  );
};

/**
 * The cells of a CSV table, row by row (RFC 4180), parted by comma, semicolon (Excel with Vietnamese settings) or tab. Cells may be
 * in quotes and go over several lines. Empty rows are left out. `line`: the first line of the row, from 1.
 */
export const readCsv = (text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] => {
  const delimiter = findDelimiter(text);
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let start = 1;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: start, cells });
    cells = [];
    start = line + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (isQuoted && letter === '"' && text.charAt(i + 1) === '"') {
      cell += '"';
      i += 1;
    } else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && letter === delimiter) endCell();
    else if (!isQuoted && letter === '\n') {
      endRow();
      line += 1;
    } else if (isQuoted || letter !== '\r') {
      cell += letter;
      if (letter === '\n') line += 1;
    }
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
};
