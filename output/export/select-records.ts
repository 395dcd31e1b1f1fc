import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { IsoDate } from '../../schemas/span.js';
import { findAll } from '../search/search.js';
import type { TaskFilters } from '../search/task-filters.js';
import { listCorrections } from '../store/corrections.js';
import { listDocuments, loadDocument } from '../store/load-document.js';
import { listBehind } from '../store/removed-rows.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { applyCorrections } from '../tracker/apply-corrections.js';

/** What every export takes: the same words and filters as search. */
export interface ExportRequest {
  readonly words: string;
  readonly filters: TaskFilters;
  readonly today: IsoDate;
  /** True: nothing is read out of the words as a filter. */
  readonly plain?: boolean;
}

/** A document with those of its directives that were asked for, as people corrected it. */
export interface SelectedRecord {
  readonly record: ExportedDocument;
  readonly corrections: readonly Correction[];
  /** Ordinal in the whole document of each directive in `record`, from 1. */
  readonly ordinals: readonly number[];
  /** A paper that was stored earlier has the same number: codes made from it alone would not be unique. */
  readonly repeatsNumber: boolean;
  /** When it was last stored or corrected, ISO 8601. */
  readonly changedAt: string | null;
  /** Paths of other files of the same paper, where there are any. — bản trùng */
  readonly copies?: readonly string[];
}

const isEverything = ({ words, filters }: ExportRequest): boolean =>
  words.trim() === '' && Object.values(filters).every((value) => value === undefined || value === false);

/** Looked up in the index of numbers; the paper that was stored first keeps the plain code. */
const REPEATS = `SELECT EXISTS (SELECT 1 FROM document o WHERE o.number = d.number AND o.document_key < d.document_key) AS repeats,
  f.stored_at AS storedAt FROM document d JOIN file f ON f.file_key = d.file_key WHERE d.id = ?`;

const toSelected = (db: Store, record: ExportedDocument, wanted: (id: string) => boolean): SelectedRecord => {
  const { id } = record.document;
  const corrections = listCorrections(db, id);
  const corrected = applyCorrections(record, corrections);
  const directives = corrected.directives.filter((directive) => wanted(directive.id));
  const ordinals = directives.map(({ id: own }) => 1 + record.directives.findIndex((d) => d.id === own));
  const copies = listBehind(db, record.document.source.sha256).flatMap(({ standsAs, path }) =>
    standsAs === 'copy' ? [path] : [],
  );
  const facts = prepare<{ repeats: number; storedAt: string }>(db, REPEATS).get(id);
  const times = [facts?.storedAt ?? '', ...corrections.map(({ correctedAt }) => correctedAt)].sort();
  return {
    record: { ...corrected, directives },
    corrections,
    ordinals,
    repeatsNumber: facts?.repeats === 1,
    changedAt: times.at(-1) || null,
    ...(copies.length === 0 ? {} : { copies }),
  };
};

/** Matching directives by document; those of one document lie side by side in stored order. */
function* groupMatches(db: Store, request: ExportRequest): Generator<{ document: string; directives: Set<string> }> {
  const find = prepare<{ directive: string; document: string }>(
    db,
    `SELECT x.id AS directive, d.id AS document FROM directive x JOIN document d ON d.document_key = x.document_key
     WHERE x.directive_key = ?`,
  );
  let group: { document: string; directives: Set<string> } | undefined;
  for (const key of findAll(db, request)) {
    const ids = find.get(key);
    if (ids === undefined) continue;
    if (group !== undefined && group.document !== ids.document) {
      yield group;
      group = undefined;
    }
    group ??= { document: ids.document, directives: new Set() };
    group.directives.add(ids.directive);
  }
  if (group !== undefined) yield group;
}

/**
 * The documents that an export is made of, one at a time, in stored order. Without words and filters every document,
 * also one without directives; else those with a matching directive, with only the matching ones.
 */
export function* selectRecords(db: Store, request: ExportRequest): Generator<SelectedRecord> {
  if (isEverything(request)) {
    for (const record of listDocuments(db)) yield toSelected(db, record, () => true);
    return;
  }
  for (const { document, directives } of groupMatches(db, request)) {
    const record = loadDocument(db, document);
    if (record !== undefined) yield toSelected(db, record, (id) => directives.has(id));
  }
}
