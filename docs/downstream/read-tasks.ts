// A downstream reader in TypeScript: takes what is new since the last time, by the change feed.
import Database from 'better-sqlite3';

export interface Task {
  readonly document_id: string;
  readonly document_number: string | null;
  readonly directive_id: string;
  readonly directive_number: string;
  readonly lead_body: string | null;
  readonly what: string;
  readonly due: string | null;
}

export interface News {
  /** Tasks of documents that are new or changed; replace all you have of those documents. */
  readonly tasks: readonly Task[];
  /** Documents that are gone. */
  readonly deleted: readonly string[];
  /** Remember this for the next time. */
  readonly sequence: number;
}

/** Reads what changed in a published database after `since` (0 the first time). */
export const readNews = (path: string, since: number): News => {
  const db = new Database(path, { readonly: true });
  try {
    const ids = db
      .prepare<[number], { id: string }>('SELECT DISTINCT id FROM change WHERE sequence > ?')
      .all(since)
      .map((change) => change.id);
    const exists = db.prepare<[string], { id: string }>('SELECT id FROM document WHERE id = ?');
    const tasksOf = db.prepare<[string], Task>(
      `SELECT document_id, document_number, directive_id, directive_number, lead_body, what, due
       FROM tasks WHERE document_id = ?`,
    );
    const last = db.prepare<[], { n: number }>('SELECT coalesce(max(sequence), 0) AS n FROM change').get();
    return {
      tasks: ids.flatMap((id) => tasksOf.all(id)),
      deleted: ids.filter((id) => exists.get(id) === undefined),
      sequence: last?.n ?? since,
    };
  } finally {
    db.close();
  }
};
