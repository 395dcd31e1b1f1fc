import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isErrorCode, PipelineError } from '../../pipeline/base/errors.js';
import { findTarget } from '../files/find-target.js';
import { dropDraft, makeDraft } from '../files/own-drafts.js';
import { putFile } from '../files/put-file.js';
import { translateWriteError } from '../files/write-error.js';
import { readLastChange } from '../store/changes.js';
import { guard, guardWork } from '../store/database-error.js';
import { openDatabase } from '../store/open-database.js';
import { openPart } from '../store/open-part.js';
import { settleUndoneBatches } from '../store/record-batch.js';
import { removeTraces } from '../store/remove-traces.js';
import { findFile, quarantineFile, runLongTransaction } from '../store/save-file.js';
import { isSecret, makeSecret } from '../store/secret.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import type { Doer } from '../store/take-out.js';
import { instantOf } from '../store/unite-histories.js';
import type { Member } from './holdings.js';
import { mergeBatches } from './merge-batches.js';
import { FileMerger } from './merge-files.js';
import {
  mergeEvents,
  mergeFieldChanges,
  mergeLetThrough,
  mergeNames,
  mergeSearches,
  mergeStrayCorrections,
  rememberParts,
} from './merge-rest.js';
import { newTally, type Tally } from './tally.js';

/** What merging came to. */
export interface Merged extends Readonly<Tally> {
  /** Last entry of the change feed. */
  readonly lastChange: number;
}

export interface MergeOptions extends Doer {
  /** Told how many of so many files are done. */
  readonly onFile?: (done: number, of: number) => void;
  /** Stops it between two files: nothing is written. */
  readonly signal?: AbortSignal | undefined;
}

const mixed = (): PipelineError =>
  new PipelineError(
    'usage',
    {
      vi: 'Cơ sở dữ liệu mật và cơ sở dữ liệu thường không gộp chung được.',
      en: 'Databases for classified papers and others are not merged with each other.',
    },
    {
      vi: 'Gộp riêng các cơ sở dữ liệu mật với nhau, các cơ sở dữ liệu thường với nhau.',
      en: 'Merge those for classified papers by themselves, and the others by themselves.',
    },
  );

const PURGED = `SELECT e.sha256 FROM file_event e WHERE e.kind = 'purged' AND e.sha256 IS NOT NULL
    AND e.sha256 NOT IN (SELECT sha256 FROM file) AND e.sha256 NOT IN (SELECT sha256 FROM removed)`;

const listPurged = (db: Store): ReadonlySet<string> =>
  new Set(
    prepare<{ sha256: string }>(db, PURGED)
      .all()
      .map(({ sha256 }) => sha256),
  );

const COMINGS = `SELECT f.sha256, coalesce(b.started_at, f.stored_at) AS at, f.file_key AS ordinal FROM file f
    LEFT JOIN batch b ON b.batch_key = f.batch_key
  UNION ALL SELECT r.sha256, coalesce(b.started_at, r.removed_at), r.removed_key FROM removed r
    LEFT JOIN batch b ON b.batch_key = r.batch_key`;

/** All files of the databases by their hashes, in the order in which they came: as one database would have met them. */
const planFiles = (db: Store, parts: readonly Store[]): number => {
  db.exec(`DROP TABLE IF EXISTS temp.merge_coming; DROP TABLE IF EXISTS temp.merge_order;
    CREATE TEMP TABLE merge_coming (sha256 TEXT, at INTEGER, ordinal INTEGER)`);
  const insert = db.prepare('INSERT INTO merge_coming (sha256, at, ordinal) VALUES (?, ?, ?)');
  for (const part of parts)
    for (const { sha256, at, ordinal } of prepare<{ sha256: string; at: string; ordinal: number }>(
      part,
      COMINGS,
    ).iterate())
      insert.run(sha256, instantOf(at), ordinal);
  db.exec(`CREATE TEMP TABLE merge_order (place INTEGER PRIMARY KEY, sha256 TEXT);
    INSERT INTO merge_order (sha256) SELECT sha256 FROM merge_coming GROUP BY sha256 ORDER BY min(at), min(ordinal), sha256;
    DROP TABLE temp.merge_coming`);
  return db.prepare<[], number>('SELECT count(*) FROM merge_order').pluck().get() ?? 0;
};

/** Files between two moments at which a signal is heard: a few hundredths of a second. */
const FILES_AT_ONCE = 20;

const mergeFiles = async (
  merger: FileMerger,
  parts: readonly Store[],
  { onFile, signal }: Pick<MergeOptions, 'onFile' | 'signal'>,
): Promise<void> => {
  const { db } = merger;
  const total = planFiles(db, parts);
  const next = db.prepare<[number], { place: number; sha256: string }>(
    `SELECT place, sha256 FROM merge_order WHERE place > ? ORDER BY place LIMIT ${FILES_AT_ONCE}`,
  );
  for (let last = 0; last < total; ) {
    for (const { place, sha256 } of next.all(last)) {
      merger.take(sha256);
      last = place;
      onFile?.(place, total);
    }
    await setImmediate();
    signal?.throwIfAborted();
  }
  merger.finish();
  db.exec('DROP TABLE temp.merge_order');
};

/** What is stored here and classified elsewhere leaves without a trace, which no transaction can do. */
const withhold = (db: Store, { classified, tally, doer }: FileMerger): void => {
  for (const [sha256, { member, batch }] of classified) {
    const row = findFile(member.db, sha256);
    if (row === undefined) continue;
    const { path, byteLength, mediaType, errorCode, errorVi, errorEn, hintVi, hintEn } = row;
    const code = errorCode !== null && isErrorCode(errorCode) ? errorCode : 'file-classified';
    const text = { vi: errorVi ?? '', en: errorEn ?? '' };
    const hint = hintVi === null || hintEn === null ? null : { vi: hintVi, en: hintEn };
    const file = { path, sha256, byteLength, mediaType, code, text, hint, batchKey: batch, at: doer.at };
    tally.copies.push(...quarantineFile(db, file).copies);
  }
};

/**
 * Brings all that other open databases hold into one, in one transaction: see mergeDatabases. The others are only read.
 * Nobody may use the connections meanwhile. `await mergeInto(db, [one, other], { by: 'Lan', at })`
 */
export const mergeInto = async (db: Store, parts: readonly Store[], options: MergeOptions): Promise<Merged> => {
  if (parts.some((part) => isSecret(part) !== isSecret(db))) throw mixed();
  const { by, at } = options;
  const tally = newTally();
  const merger = await guardWork(db, () =>
    runLongTransaction(db, async () => {
      const keys = mergeBatches(db, parts);
      const members: readonly Member[] = [
        { db, batches: undefined, purged: listPurged(db) },
        ...parts.map((part, i) => ({ db: part, batches: keys[i] ?? new Map(), purged: listPurged(part) })),
      ];
      const files = new FileMerger(db, members, { by, at }, tally);
      for (const member of members.slice(1)) mergeLetThrough(db, member);
      await mergeFiles(files, parts, options);
      if (files.words.size > 0) removeTraces(db, files.words);
      for (const member of members.slice(1)) {
        mergeEvents(db, member);
        mergeFieldChanges(db, member);
        mergeStrayCorrections(db, member, tally);
        mergeNames(db, member, tally);
        mergeSearches(db, member, tally);
      }
      settleUndoneBatches(db);
      return files;
    }),
  );
  guard(db, () => withhold(db, merger));
  return { ...tally, lastChange: readLastChange(db) };
};

/** One of the databases that were merged. */
export interface MergedPart {
  readonly path: string;
  /** True where its layout was older: a copy was brought up to date and read. */
  readonly isMigrated: boolean;
}

export interface MergeReport extends Merged {
  readonly into: string;
  /** True where the database was there before: what was merged came beside what it held. */
  readonly wasThere: boolean;
  readonly parts: readonly MergedPart[];
}

const twice = (path: string): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `${path} được ghi hai lần.`, en: `${path} is named twice.` },
    { vi: 'Ghi mỗi cơ sở dữ liệu một lần.', en: 'Name each database once.' },
  );

const appeared = (path: string): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `${path} vừa có trong lúc gộp; chưa ghi gì.`, en: `${path} came meanwhile; nothing was written.` },
    { vi: 'Chạy lại để gộp thêm vào tệp đó.', en: 'Run again to merge into it.' },
  );

const mergeNew = (
  path: string,
  parts: readonly Store[],
  signal: AbortSignal | undefined,
  work: (db: Store) => Promise<Merged>,
): Promise<Merged> =>
  putFile(path, { mode: 0o600, signal }, async (draft) => {
    const db = openDatabase(draft);
    let merged: Merged;
    try {
      if (parts.some(isSecret)) makeSecret(db);
      merged = await work(db);
    } finally {
      db.close();
    }
    if (existsSync(path)) throw appeared(path);
    return merged;
  });

const mergeOld = async (path: string, work: (db: Store) => Promise<Merged>): Promise<Merged> => {
  const db = openDatabase(path, { mustExist: true });
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

/**
 * Merges databases into one, a new one or one that is there: papers once, by their bytes and by the rule of copies, with what
 * people did to them and when, batches, what was taken out, known names and saved searches. All or nothing: killed or stopped at
 * any moment, the database stands as it was. The others are only read; one of an older layout is brought up to date in a copy. Where people
 * contradict each other the later word counts, both stand in the history, and the paper waits for review. Rejects with `usage`
 * (named twice, classified and others together), `database-invalid`, `-newer`, `-damaged`, `-locked`, `disk-full`.
 * — gộp cơ sở dữ liệu `await mergeDatabases(['2024.db', '2025.db'], { into: 'all.db', by: 'Lan', at })`
 */
export const mergeDatabases = async (
  paths: readonly string[],
  { into, ...options }: MergeOptions & { readonly into: string },
): Promise<MergeReport> => {
  const target = findTarget(into, ':memory:');
  for (const [i, path] of paths.entries()) {
    findTarget(into, path);
    for (const other of paths.slice(0, i)) if (resolve(other) === resolve(path)) throw twice(path);
  }
  const drafts: string[] = [];
  const opened: (ReturnType<typeof openPart> & { readonly path: string })[] = [];
  const makeCopy = (): string => {
    const draft = makeDraft(dirname(target.path));
    drafts.push(draft);
    return draft;
  };
  try {
    for (const path of paths) opened.push({ ...openPart(path, makeCopy), path });
    const parts = opened.map(({ db }) => db);
    const wasThere = target.holds !== 'nothing';
    const secret = new Set(parts.map(isSecret));
    if (secret.size > 1) throw mixed();
    const work = async (db: Store): Promise<Merged> => {
      const merged = await mergeInto(db, parts, options);
      rememberParts(
        db,
        paths.map((path) => resolve(path)),
      );
      return merged;
    };
    const merged = await (wasThere ? mergeOld(target.path, work) : mergeNew(target.path, parts, options.signal, work));
    const told = opened.map(({ path, isMigrated }) => ({ path, isMigrated }));
    return { ...merged, into: target.path, wasThere, parts: told };
  } catch (error) {
    throw translateWriteError(error, into);
  } finally {
    for (const { db } of opened) db.close();
    for (const draft of drafts) dropDraft(draft);
  }
};
