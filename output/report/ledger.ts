import type { IsoDate } from '../../schemas/span.js';
import { readLastChange } from '../store/changes.js';
import { guard } from '../store/database-error.js';
import { readDatabaseState } from '../store/database-state.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { DAYLESS_STATE, DOCUMENT_NEEDS_REVIEW } from '../tracker/task-sql.js';
import { DAYLESS_STATES, type DaylessState } from '../tracker/tracker-state.js';

/**
 * What the first screen counts of a paper. `tasks` holds for each task, one behind the other: its last day (`toNumber`; below 0 one
 * of WITHOUT_DAY), 1 where it waits for a review, how many leads it has, and their keys.
 */
export interface LedgerPaper {
  readonly tasks: Int32Array;
  /** A doubt is open: documentNeedsReview. */
  readonly isOpen: boolean;
  /** Its reading left a doubt, whatever people did since. */
  readonly isDoubtful: boolean;
  readonly unclaimed: number;
  readonly isSuggested: boolean;
  /** Of its words, 0–1; null where nothing was measured. */
  readonly confidence: number | null;
  /** Share of print that became words, of its worst page, 0–1; null where no image was read. */
  readonly coverage: number | null;
  /** Day on which the batch that brought it began. */
  readonly takenInOn: IsoDate;
}

/** A paper that changed: undefined before it came, and when it is gone. */
export interface LedgerChange {
  readonly old: LedgerPaper | undefined;
  readonly now: LedgerPaper | undefined;
}

/** A day as a number that sorts as it does: 20250701. */
export const toNumber = (day: IsoDate): number => Number(day.replaceAll('-', ''));

/** What stands for the day of a task without one: which of the three states it is in. */
export const WITHOUT_DAY: Readonly<Record<DaylessState, number>> = {
  'CẦN ĐIỀN HẠN': -1,
  'THƯỜNG XUYÊN': -2,
  'CHỜ ĐIỀU KIỆN': -3,
};
const toCode = DAYLESS_STATES.map((state) => `WHEN '${state}' THEN ${WITHOUT_DAY[state]}`).join(' ');

const PAPERS = `SELECT d.document_key AS key, d.id, (${DOCUMENT_NEEDS_REVIEW}) AS isOpen, d.needs_review AS isDoubtful,
    (SELECT count(*) FROM unclaimed u WHERE u.document_key = d.document_key) AS unclaimed,
    d.suggested_confidence IS NOT NULL AS isSuggested, d.confidence, d.coverage,
    substr(coalesce(b.started_at, f.stored_at), 1, 10) AS takenInOn
  FROM document d JOIN file f ON f.file_key = d.file_key LEFT JOIN batch b ON b.batch_key = f.batch_key`;
const TASKS = `SELECT k.document_key AS paper, k.directive_key AS key,
    iif(k.last_day IS NULL, CASE ${DAYLESS_STATE} ${toCode} END, CAST(replace(k.last_day, '-', '') AS INTEGER)) AS day,
    k.review = 'needs-review' AS review, ab.body_key AS lead
  FROM json_each(?) j CROSS JOIN tracked k ON k.document_key = j.value
  LEFT JOIN assignment_body ab ON ab.directive_key = k.directive_key AND ab.role = 'lead'
  ORDER BY k.document_key, k.directive_key`;

interface PaperRow extends Omit<LedgerPaper, 'tasks' | 'isOpen' | 'isDoubtful' | 'isSuggested'> {
  readonly key: number;
  readonly id: string;
  readonly isOpen: number;
  readonly isDoubtful: number;
  readonly isSuggested: number;
}

type TaskRow = readonly [paper: number, key: number, day: number, review: number, lead: number | null];

const keysByName = new WeakMap<Store, { readonly ofKey: Map<number, number>; readonly ofName: Map<string, number> }>();

/** One key for all bodies of a name: a list and a person may write the same one so that two are kept, and who reads sees one. */
const unify = (db: Store, key: number): number => {
  let kept = keysByName.get(db);
  if (kept === undefined) {
    kept = { ofKey: new Map(), ofName: new Map() };
    keysByName.set(db, kept);
  }
  const known = kept.ofKey.get(key);
  if (known !== undefined) return known;
  const name = prepare<{ name: string }>(db, 'SELECT name FROM body WHERE body_key = ?').get(key)?.name ?? '';
  const one = kept.ofName.get(name) ?? key;
  kept.ofName.set(name, one);
  kept.ofKey.set(key, one);
  return one;
};

/** Tasks of some papers, packed: see LedgerPaper. A body that leads in two clauses leads once. */
const packTasks = (db: Store, keys: readonly number[]): ReadonlyMap<number, Int32Array> => {
  const packed = new Map<number, Int32Array>();
  let paper = -1;
  let task = -1;
  let own: number[] = [];
  let countAt = 0;
  const rows = prepare<TaskRow>(db, TASKS).raw(true).all(JSON.stringify(keys));
  for (const [of, key, day, review, leadKey] of rows) {
    if (of !== paper) {
      if (paper !== -1) packed.set(paper, Int32Array.from(own));
      own = [];
      paper = of;
    }
    if (key !== task) {
      own.push(day, review, 0);
      countAt = own.length - 1;
      task = key;
    }
    if (leadKey === null) continue;
    const lead = unify(db, leadKey);
    if (own.includes(lead, countAt + 1)) continue;
    own.push(lead);
    own[countAt] = (own[countAt] ?? 0) + 1;
  }
  if (paper !== -1) packed.set(paper, Int32Array.from(own));
  return packed;
};

const NO_TASKS = new Int32Array(0);

const readPapers = (db: Store, rows: readonly PaperRow[]): [string, LedgerPaper][] => {
  const tasks = packTasks(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map(({ key, id, isOpen, isDoubtful, isSuggested, ...facts }) => [
    id,
    {
      ...facts,
      isOpen: isOpen === 1,
      isDoubtful: isDoubtful === 1,
      isSuggested: isSuggested === 1,
      tasks: tasks.get(key) ?? NO_TASKS,
    },
  ]);
};

/** Papers that are read at a time: some 20 ms, so that a page is answered between two of them. */
const AT_A_TIME = 500;

/**
 * What the first screen counts, of every paper, in memory: a million tasks take seconds to be counted by SQL and some milliseconds
 * here. The change feed says which papers to read again, be it this program or another that changed them. — sổ đếm
 */
export class Ledger {
  readonly #db: Store;
  readonly #papers = new Map<string, LedgerPaper>();
  /** Last entry of the change feed that is in it. */
  #sequence = 0;
  /** Last paper that was read; undefined when all were. */
  #loaded: number | undefined = 0;
  #state = '';

  constructor(db: Store) {
    this.#db = db;
  }

  /** Reads the next papers for the first time. True when there are more. */
  loadSome(): boolean {
    if (this.#loaded === undefined) return false;
    const db = this.#db;
    // Whatever changes behind this entry while it is read is read again.
    if (this.#loaded === 0) this.#sequence = readLastChange(db);
    const rows = prepare<PaperRow>(db, `${PAPERS} WHERE d.document_key > ? ORDER BY d.document_key LIMIT ?`).all(
      this.#loaded,
      AT_A_TIME,
    );
    for (const [id, paper] of readPapers(db, rows)) this.#papers.set(id, paper);
    this.#loaded = rows.at(-1)?.key;
    return this.#loaded !== undefined;
  }

  /** Takes up what was stored since, and gives the papers that changed: as they were, as they are; undefined where there is none. */
  update(): readonly LedgerChange[] {
    return guard(
      this.#db,
      () => {
        while (this.loadSome());
        return this.#refresh();
      },
      true,
    );
  }

  /** Every paper as of the last update. */
  papers(): Iterable<LedgerPaper> {
    return this.#papers.values();
  }

  #refresh(): readonly LedgerChange[] {
    const db = this.#db;
    const state = readDatabaseState(db);
    if (state === this.#state) return [];
    const changes: LedgerChange[] = [];
    // One look: what is stored meanwhile is for the next.
    db.transaction(() => {
      const last = readLastChange(db);
      const ids = prepare<{ id: string }>(db, 'SELECT DISTINCT id FROM change WHERE sequence > ?')
        .all(this.#sequence)
        .map(({ id }) => id);
      for (let at = 0; at < ids.length; at += AT_A_TIME) {
        const some = ids.slice(at, at + AT_A_TIME);
        const rows = prepare<PaperRow>(db, `${PAPERS} WHERE d.id IN (SELECT value FROM json_each(?))`).all(
          JSON.stringify(some),
        );
        const read = new Map(readPapers(db, rows));
        for (const id of some) {
          const [old, now] = [this.#papers.get(id), read.get(id)];
          if (now === undefined) this.#papers.delete(id);
          else this.#papers.set(id, now);
          changes.push({ old, now });
        }
      }
      this.#sequence = last;
    })();
    this.#state = state;
    return changes;
  }
}

const ledgers = new WeakMap<Store, Ledger>();

/** The ledger of a database, one for each; who counts by it takes every update. `openLedger(db).update()` */
export const openLedger = (db: Store): Ledger => {
  const known = ledgers.get(db);
  if (known !== undefined) return known;
  const made = new Ledger(db);
  ledgers.set(db, made);
  return made;
};

/** Reads it anew the next time: what an update that failed had taken up is not known. */
export const dropLedger = (db: Store): void => {
  ledgers.delete(db);
};
