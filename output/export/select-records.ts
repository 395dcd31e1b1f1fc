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
  /** Ordinal of each directive in `record` as its code says it, from 1; 0 for what is no task. */
  readonly ordinals: readonly number[];
  /** A paper that was stored earlier has the same number, kind and meeting: codes made from them alone would not be unique. */
  readonly repeatsNumber: boolean;
  /** When its reading last became another one, ISO 8601; corrections have times of their own. */
  readonly changedAt: string | null;
  /** Paths of other files of the same paper, where there are any. — bản trùng */
  readonly copies?: readonly string[];
  /** Of each task the names that the office's list has not; absent where no list was given. */
  readonly unlisted?: ReadonlyMap<string, ReadonlySet<string>>;
}

const isEverything = ({ words, filters }: ExportRequest): boolean =>
  words.trim() === '' && Object.values(filters).every((value) => value === undefined || value === false);

/** Looked up in the index of codes; the paper that was stored first keeps the plain code. */
const REPEATS = `SELECT EXISTS (SELECT 1 FROM task_code c JOIN task_code o ON o.code = c.code AND o.document_key < c.document_key
    WHERE c.document_key = d.document_key) AS repeats,
  (SELECT max(c.changed_at) FROM change c WHERE c.id = d.id AND c.entity = 'document') AS changedAt
  FROM document d WHERE d.id = ?`;

const ORDINALS = `SELECT x.id, k.code_ordinal AS ordinal FROM tracked k JOIN directive x ON x.directive_key = k.directive_key
  JOIN document d ON d.document_key = k.document_key WHERE d.id = ?`;

const toSelected = (db: Store, record: ExportedDocument, wanted: (id: string) => boolean): SelectedRecord => {
  const { id } = record.document;
  const corrections = listCorrections(db, id);
  const corrected = applyCorrections(record, corrections);
  const directives = corrected.directives.filter((directive) => wanted(directive.id));
  const numbers = new Map(
    prepare<{ id: string; ordinal: number }>(db, ORDINALS)
      .all(id)
      .map((row) => [row.id, row.ordinal]),
  );
  const ordinals = directives.map(({ id: own }) => numbers.get(own) ?? 0);
  const copies = listBehind(db, record.document.source.sha256).flatMap(({ standsAs, path }) =>
    standsAs === 'copy' ? [path] : [],
  );
  const facts = prepare<{ repeats: number; changedAt: string | null }>(db, REPEATS).get(id);
  return {
    record: { ...corrected, directives },
    corrections,
    ordinals,
    repeatsNumber: facts?.repeats === 1,
    changedAt: facts?.changedAt ?? null,
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
