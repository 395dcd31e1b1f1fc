import type { Correction } from '../../schemas/correction.js';
import type { Deadline } from '../../schemas/directive.js';
import { DEADLINE } from '../tables/deadline.js';
import { selectFields } from '../tables/table.js';
import { applyCorrections } from '../tracker/apply-corrections.js';
import { listNames } from '../tracker/list-names.js';
import { listCorrections } from './corrections.js';
import { loadDocument } from './load-document.js';
import { loadRows } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** What a list says of a deadline. */
const SHOWN_OF_DEADLINE = ['text', 'kind', 'due', 'bound', 'target', 'inferred'] as const;

/** A directive as a list shows it, with what a clerk needs to know of its document. */
export interface TaskSummary {
  readonly directiveId: string;
  readonly documentId: string;
  readonly documentNumber: string | null;
  readonly documentType: string | null;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  readonly number: string;
  readonly text: string;
  readonly path: string;
  readonly page: number;
  readonly needsReview: boolean;
  /** Names as written, each once. */
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  readonly deadlines: readonly Pick<Deadline, (typeof SHOWN_OF_DEADLINE)[number]>[];
}

type HitRow = Omit<TaskSummary, 'needsReview' | 'leads' | 'coordinating' | 'deadlines'> & { readonly review: number };

const DEADLINES = selectFields(DEADLINE, SHOWN_OF_DEADLINE, 'WHERE directive_key = ? ORDER BY assignment, ordinal');

/** The summary as people corrected the document. */
const correctSummary = (db: Store, summary: TaskSummary, corrections: readonly Correction[]): TaskSummary => {
  const record = loadDocument(db, summary.documentId);
  if (record === undefined) return summary;
  const { document, directives } = applyCorrections(record, corrections);
  const directive = directives.find(({ id }) => id === summary.directiveId);
  if (directive === undefined) return summary;
  return {
    ...summary,
    documentNumber: document.number,
    documentType: document.type,
    issuer: document.issuer,
    issuedOn: document.issuedOn,
    text: directive.text,
    needsReview: directive.needsReview,
    leads: listNames(directive, 'lead'),
    coordinating: listNames(directive, 'coordinating'),
    deadlines: directive.assignments.flatMap((assignment) => assignment.deadlines),
  };
};

/** A directive by its internal key. Undefined when it is gone. */
export const loadHit = (db: Store, key: number): TaskSummary | undefined => {
  const row = prepare<HitRow>(
    db,
    `SELECT x.id AS directiveId, d.id AS documentId, d.number AS documentNumber, t.name AS documentType,
       i.name AS issuer, d.issued_on AS issuedOn, x.number, x.text, f.path, x.page,
       x.needs_review AS review
     FROM directive x JOIN document d ON d.document_key = x.document_key JOIN file f ON f.file_key = d.file_key
     LEFT JOIN document_type t ON t.type_key = d.type_key LEFT JOIN issuer i ON i.issuer_key = d.issuer_key
     WHERE x.directive_key = ?`,
  ).get(key);
  if (row === undefined) return undefined;
  const bodies = prepare<{ name: string; role: string }>(
    db,
    `SELECT DISTINCT n.name, ab.role FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
     WHERE ab.directive_key = ? ORDER BY ab.assignment, ab.ordinal`,
  ).all(key);
  const { review, ...facts } = row;
  const summary = {
    ...facts,
    needsReview: review === 1,
    leads: bodies.filter((body) => body.role === 'lead').map((body) => body.name),
    coordinating: bodies.filter((body) => body.role === 'coordinating').map((body) => body.name),
    deadlines: loadRows(db, DEADLINES, key).map(({ value }) => value),
  };
  const corrections = listCorrections(db, row.documentId);
  return corrections.length === 0 ? summary : correctSummary(db, summary, corrections);
};
