import { readFileSync } from 'node:fs';
import { normalizeName } from '../../extractors/bodies/abbreviations.js';
import { foldChars } from '../../language/writing/unicode.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import { unreadable } from '../../pipeline/intake/stage.js';
import type { Body, Directive } from '../../schemas/directive.js';
import { readCsv } from './read-csv.js';
import type { SelectedRecord } from './select-records.js';

/** Names of an office's own list, by the names of bodies that stand for them in papers. — bảng đối chiếu tên */
export interface NameMap {
  /** The office's name; undefined for a body that the list has no name for. */
  readonly find: (body: Pick<Body, 'name' | 'normalized'>) => string | undefined;
  readonly size: number;
}

const refused = (path: string, vi: string, en: string): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `${path}: ${vi}`, en: `${path}: ${en}` },
    {
      vi: 'Bảng đối chiếu có hai cột: tên trong văn bản, tên trong danh mục; từ Excel lưu dạng “CSV UTF-8”.',
      en: 'The list has two columns, the name in papers and the name in your list; save it from Excel as “CSV UTF-8”.',
    },
  );

/** UTF-8 with or without a byte order mark, and what Excel calls Unicode text; anything else would be garbled in silence. */
const decode = (bytes: Buffer, path: string): string => {
  try {
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    throw refused(path, 'không phải UTF-8', 'is no UTF-8');
  }
};

/** "Tên trong văn bản;Tên trong danh mục": no name of a body begins so. */
const isHeading = (cells: readonly string[]): boolean =>
  /^(?:ten|name)(?![\p{L}\d])/u.test(foldChars(cells[0] ?? '').trim());

const tidy = (cell: string | undefined): string => (cell ?? '').replace(/\s+/gu, ' ').trim();

/** As readNameMap, from the text of the list. */
export const parseNameMap = (text: string, path: string): NameMap => {
  const found = new Map<string, { readonly to: string; readonly line: number }>();
  for (const [index, { line, cells }] of readCsv(text).entries()) {
    if (index === 0 && isHeading(cells)) continue;
    if (cells.length < 2) throw refused(path, `dòng ${line} chỉ có một cột`, `line ${line} has one column alone`);
    const [name, to] = [tidy(cells[0]), tidy(cells[1])];
    if (name === '' || to === '') continue;
    const key = normalizeName(name);
    const earlier = found.get(key);
    if (earlier !== undefined && earlier.to !== to)
      throw refused(
        path,
        `dòng ${earlier.line} và dòng ${line} đưa “${name}” về hai tên khác nhau`,
        `lines ${earlier.line} and ${line} give “${name}” two names`,
      );
    found.set(key, { to, line });
  }
  return {
    find: ({ name, normalized }) => (found.get(normalizeName(name)) ?? found.get(normalized))?.to,
    size: found.size,
  };
};

/**
 * Reads a list of names from a CSV file: in the first column a name as papers write it (case, abbreviations and tone places do not
 * matter), in the second the office's own. A first row that begins with "Tên" is a heading; rows without a second name are left
 * out. Throws `usage` for what is no such list, `file-unreadable` for what cannot be read. `readNameMap('ten.csv').size`
 */
export const readNameMap = (path: string): NameMap => {
  try {
    return parseNameMap(decode(readFileSync(path), path), path);
  } catch (error) {
    throw error instanceof PipelineError ? error : unreadable(error);
  }
};

/** Counts names that a list does not have, in the order in which they were met. */
export class Unmapped {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** The most frequent first. */
  list(): readonly { readonly name: string; readonly count: number }[] {
    return [...this.#counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count);
  }
}

const mapDirective = (directive: Directive, map: NameMap, unmapped: Unmapped, left: Set<string>): Directive => ({
  ...directive,
  assignments: directive.assignments.map((assignment) => ({
    ...assignment,
    bodies: assignment.bodies.map((body) => {
      const name = map.find(body);
      if (name !== undefined) return { ...body, name };
      if (!left.has(body.name)) unmapped.add(body.name);
      left.add(body.name);
      return body;
    }),
  })),
});

/**
 * Records with the names of bodies as an office's list has them; a name that the list has not stays as it is written and is
 * counted, once a task; `unlisted` has those of each task.
 */
export function* mapNames(
  records: Iterable<SelectedRecord>,
  map: NameMap,
  unmapped: Unmapped,
): Generator<SelectedRecord> {
  for (const selected of records) {
    const unlisted = new Map<string, ReadonlySet<string>>();
    const directives = selected.record.directives.map((directive) => {
      const left = new Set<string>();
      const mapped = mapDirective(directive, map, unmapped, left);
      if (left.size > 0) unlisted.set(directive.id, left);
      return mapped;
    });
    yield { ...selected, record: { ...selected.record, directives }, unlisted };
  }
}
