import { z } from 'zod';
import type { Deadline } from '../../schemas/directive.js';
import { DEADLINE } from '../tables/deadline.js';
import { selectFields } from '../tables/table.js';
import { NEEDS_REVIEW } from '../tracker/task-sql.js';
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

/** Words are looked for in it: a spoilt page may hold bytes here, which is to be told as that. */
const StoredText = z.string();

const DEADLINES = selectFields(DEADLINE, SHOWN_OF_DEADLINE, 'WHERE directive_key = ? ORDER BY assignment, ordinal');

/** A directive by its internal key, as people corrected it. Undefined when it is gone. */
export const loadHit = (db: Store, key: number): TaskSummary | undefined => {
  const row = prepare<HitRow>(
    db,
    `SELECT x.id AS directiveId, d.id AS documentId, d.number AS documentNumber, t.name AS documentType,
       i.name AS issuer, d.issued_on AS issuedOn, x.number, x.text, f.path, x.page,
       (${NEEDS_REVIEW}) AS review
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
  return {
    ...facts,
    text: StoredText.parse(facts.text),
    needsReview: review === 1,
    leads: bodies.filter((body) => body.role === 'lead').map((body) => body.name),
    coordinating: bodies.filter((body) => body.role === 'coordinating').map((body) => body.name),
    deadlines: loadRows(db, DEADLINES, key).map(({ value }) => value),
  };
};
