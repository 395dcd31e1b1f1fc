import { readLastChange } from '../store/changes.js';
import { listHistory } from '../store/corrections.js';
import { readSaved, recordSaved } from '../store/saved-searches.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { uniteHistories } from '../store/unite-histories.js';
import { writeHistory } from '../store/write-history.js';
import type { Member } from './holdings.js';
import type { Tally } from './tally.js';

type Cells = Readonly<Record<string, string | number | null>>;

const keyOf = (row: Cells, names: readonly string[]): string => JSON.stringify(names.map((name) => row[name] ?? null));

const EVENT = ['kind', 'sha256', 'path', 'done_by', 'done_at', 'about'] as const;

/** What was done with files as wholes, in the order in which it was done; what is there already stays once. — nhật ký tệp */
export const mergeEvents = (db: Store, { db: part, batches }: Member): void => {
  db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS merge_event (known TEXT PRIMARY KEY) WITHOUT ROWID; DELETE FROM merge_event',
  );
  const columns = EVENT.join(', ');
  const remember = prepare(db, 'INSERT OR IGNORE INTO merge_event (known) VALUES (?)');
  for (const row of prepare<Cells>(db, `SELECT ${columns} FROM file_event`).all()) remember.run(keyOf(row, EVENT));
  const insert = prepare(db, `INSERT INTO file_event (${columns}, batch_key) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  for (const row of prepare<Cells & { batch_key: number | null }>(
    part,
    `SELECT ${columns}, batch_key FROM file_event ORDER BY event_key`,
  ).iterate()) {
    if (remember.run(keyOf(row, EVENT)).changes === 0) continue;
    const batch = row.batch_key === null ? null : (batches?.get(row.batch_key) ?? null);
    insert.run(...EVENT.map((name) => row[name]), batch);
  }
  db.exec('DELETE FROM merge_event');
};

const CHANGE = [
  'document_id',
  'directive_id',
  'field',
  'old_value',
  'new_value',
  'cause',
  'old_version',
  'new_version',
];

/** What readings and versions changed, of papers that are here. */
export const mergeFieldChanges = (db: Store, { db: part }: Member): void => {
  const isHere = prepare(db, 'SELECT 1 FROM document WHERE id = ?');
  const isKnown = prepare(
    db,
    `SELECT 1 FROM field_change WHERE ${CHANGE.map((name) => `${name} IS ?`).join(' AND ')} LIMIT 1`,
  );
  const insert = prepare(
    db,
    `INSERT INTO field_change (${CHANGE.join(', ')}, changed_at) VALUES (${CHANGE.map(() => '?').join(', ')}, ?)`,
  );
  const rows = prepare<Cells & { document_id: string }>(
    part,
    `SELECT ${CHANGE.join(', ')}, changed_at FROM field_change ORDER BY field_change_key`,
  );
  for (const row of rows.iterate()) {
    const cells = CHANGE.map((name) => row[name]);
    if (isHere.get(row.document_id) === undefined || isKnown.get(...cells) !== undefined) continue;
    insert.run(...cells, row.changed_at);
  }
};

/** Corrections of papers that another reading of their file does not have any more: kept, and told as unsettled. */
export const mergeStrayCorrections = (db: Store, { db: part }: Member, tally: Tally): void => {
  const strays = prepare<{ id: string }>(
    part,
    'SELECT DISTINCT document_id AS id FROM correction WHERE document_id NOT IN (SELECT id FROM document)',
  );
  const isFileHere = prepare(
    db,
    "SELECT 1 FROM file WHERE sha256 >= ? AND sha256 < ? || 'g' AND status <> 'quarantined'",
  );
  for (const { id } of strays.all()) {
    const start = id.split('-')[0] ?? id;
    const isHere = prepare(db, 'SELECT 1 FROM document WHERE id = ?').get(id) !== undefined;
    if (isHere || isFileHere.get(start, start) === undefined) continue;
    const { corrections } = uniteHistories(id, [listHistory(db, id), listHistory(part, id)]);
    tally.corrections += writeHistory(db, id, corrections).length;
  }
};

/** Names of bodies that people added or took out: of two words on one name the later holds. */
export const mergeNames = (db: Store, { db: part }: Member, tally: Tally): void => {
  const columns = ['folded', 'name', 'verdict', 'said_by', 'said_at'];
  const find = prepare<{ said_at: string }>(db, 'SELECT said_at FROM known_name WHERE folded = ?');
  const write = prepare(
    db,
    `INSERT OR REPLACE INTO known_name (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of prepare<Cells & { said_at: string }>(part, `SELECT ${columns.join(', ')} FROM known_name`).all()) {
    const known = find.get(row.folded);
    if (known !== undefined && Date.parse(known.said_at) >= Date.parse(row.said_at)) continue;
    write.run(...columns.map((name) => row[name]));
    tally.names++;
  }
};

/** Searches that people kept: of one name and another request both stay, the second under a number. — tìm kiếm đã lưu */
export const mergeSearches = (db: Store, { db: part }: Member, tally: Tally): void => {
  for (const saved of readSaved(part)) {
    const held = new Map(readSaved(db).map(({ name, request }) => [name, request]));
    let { name } = saved;
    for (let count = 2; held.has(name) && held.get(name) !== saved.request; count++) name = `${saved.name} (${count})`;
    if (held.has(name)) continue;
    recordSaved(db, { ...saved, name });
    tally.searches++;
    if (name !== saved.name) tally.renamed.push([saved.name, name]);
  }
};

/** Files that people found not to be classified. */
export const mergeLetThrough = (db: Store, { db: part }: Member): void => {
  const insert = prepare(db, 'INSERT OR IGNORE INTO let_through (sha256) VALUES (?)');
  for (const { sha256 } of prepare<{ sha256: string }>(part, 'SELECT sha256 FROM let_through').iterate())
    insert.run(sha256);
};

/** The databases themselves hold the papers: should one turn out to be classified, it is told where else it lies. */
export const rememberParts = (db: Store, paths: readonly string[]): void => {
  const last = readLastChange(db);
  for (const path of paths)
    prepare(db, "INSERT OR REPLACE INTO copy (path, kind, last_change) VALUES (?, 'backup', ?)").run(path, last);
};
