import type { Bilingual } from '../../schemas/bilingual.js';
import type { Chunks } from '../files/write-export.js';
import { createLocator } from '../pages/locate-tasks.js';
import type { Store } from '../store/store.js';
import { writeCalendar } from './calendar.js';
import { writeCsv } from './csv.js';
import { writeJsonl } from './jsonl.js';
import { mapNames, type NameMap, type Unmapped } from './name-map.js';
import { writePhuLuc2 } from './phu-luc-2.js';
import { writeReport } from './report.js';
import { type ExportRequest, selectRecords } from './select-records.js';
import { listTaskRows } from './task-rows.js';

/** A request, and the office's own names for bodies where a list of them was given. */
export interface MappedRequest extends ExportRequest {
  readonly map?: NameMap;
  readonly unmapped: Unmapped;
}

/** One form in which tasks leave the database. */
export interface ExportFormat {
  /** False for bytes that no terminal can show. */
  readonly isText: boolean;
  readonly mediaType: string;
  readonly write: (db: Store, request: MappedRequest, language: keyof Bilingual) => Chunks;
}

const rowsOf = (db: Store, request: MappedRequest) => {
  const records = selectRecords(db, request);
  const { map, today, unmapped } = request;
  return listTaskRows(map === undefined ? records : mapNames(records, map, unmapped), today);
};

/** Every form by its name, which is the ending of its files. xlsx is Phụ lục 2, ics a calendar, html to print. — định dạng xuất */
export const FORMATS: Readonly<Record<'jsonl' | 'csv' | 'xlsx' | 'ics' | 'html', ExportFormat>> = {
  jsonl: {
    isText: true,
    mediaType: 'application/x-ndjson',
    write: (db, request) => writeJsonl(selectRecords(db, request), createLocator(db)),
  },
  csv: { isText: true, mediaType: 'text/csv; charset=utf-8', write: (db, request) => writeCsv(rowsOf(db, request)) },
  xlsx: {
    isText: false,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (db, request) => writePhuLuc2(rowsOf(db, request), request.today),
  },
  ics: {
    isText: true,
    mediaType: 'text/calendar; charset=utf-8',
    write: (db, request) => writeCalendar(rowsOf(db, request), request.today),
  },
  html: {
    isText: true,
    mediaType: 'text/html; charset=utf-8',
    write: (db, request, language) => writeReport(rowsOf(db, request), request.today, language),
  },
};
export type FormatName = keyof typeof FORMATS;

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);
