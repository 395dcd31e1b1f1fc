import { foldName, isUsableName } from '../../extractors/bodies/known-names.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import { splitNames } from '../tracker/corrected-value.js';
import { guard } from './database-error.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Who or what a name was learnt from. */
export interface NameSource {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The task whose lead or coordinating body was corrected; null where a person added the name itself. */
  readonly task: string | null;
}

/** A name of a body that people taught this database. — tên đã biết */
export interface TaughtName {
  readonly name: string;
  /** Tasks that a person gave to it, as they stand now. */
  readonly count: number;
  /** The oldest first; at least one. */
  readonly sources: readonly NameSource[];
  /** A person took it out: it is used nowhere, whatever corrections say. */
  readonly isRemoved: boolean;
  /** False for what would cut other names short, such as "Sở" by itself: it completes what is typed, and is not read by. */
  readonly isRead: boolean;
}

interface Said {
  readonly name: string;
  readonly folded: string;
  readonly verdict: 'added' | 'removed';
  readonly by: string;
  readonly at: string;
}

// Only who leads or coordinates, only what still holds: a correction that was taken back teaches nothing.
const CORRECTED = `SELECT new_value AS names, directive_id AS task, corrected_by AS "by", corrected_at AS at FROM latest_correction
  WHERE field IN ('lead', 'coordinating') AND directive_id IS NOT NULL AND new_value IS NOT NULL ORDER BY corrected_at, directive_id`;
const SAID = 'SELECT name, folded, verdict, said_by AS "by", said_at AS at FROM known_name ORDER BY folded';

interface Gathered {
  readonly name: string;
  readonly sources: NameSource[];
}

const gather = (db: Store, said: readonly Said[]): ReadonlyMap<string, Gathered> => {
  const found = new Map<string, Gathered>();
  const add = (name: string, source: NameSource): void => {
    const folded = foldName(name);
    const known = found.get(folded) ?? { name, sources: [] };
    known.sources.push(source);
    found.set(folded, known);
  };
  const rows = prepare<NameSource & { readonly names: string }>(db, CORRECTED).all();
  for (const { names, by, at, task } of rows) for (const name of splitNames(names)) add(name, { by, at, task });
  for (const { name, verdict, by, at } of said) if (verdict === 'added') add(name, { by, at, task: null });
  return found;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const list = (db: Store): readonly TaughtName[] => {
  const said = prepare<Said>(db, SAID).all();
  const removed = new Map(said.filter(({ verdict }) => verdict === 'removed').map((one) => [one.folded, one]));
  const found = gather(db, said);
  const gone = [...removed.values()].filter(({ folded }) => !found.has(folded));
  return [
    ...[...found].map(([folded, { name, sources }]) => ({
      name,
      count: sources.filter(({ task }) => task !== null).length,
      sources: sources.toSorted((a, b) => compare(a.at, b.at)),
      isRemoved: removed.has(folded),
      isRead: !removed.has(folded) && isUsableName(name),
    })),
    ...gone.map(({ name, by, at }) => ({
      name,
      count: 0,
      sources: [{ by, at, task: null }],
      isRemoved: true,
      isRead: false,
    })),
  ].toSorted((a, b) => compare(foldName(a.name), foldName(b.name)));
};

/**
 * Names of bodies that people taught the database: what they wrote as who leads or coordinates, and what they added; with who,
 * when and from which task. Also those that were taken out. Of a database of an older layout, none. — danh sách tên đã biết
 * `listKnownNames(db).filter(({ isRemoved }) => !isRemoved)`
 */
export const listKnownNames = (db: Store): readonly TaughtName[] => guard(db, () => list(db), true);

/** The names that extraction is given, in one order: equal databases give equal lists. */
export const listReadNames = (db: Store): readonly string[] =>
  listKnownNames(db)
    .filter(({ isRead }) => isRead)
    .map(({ name }) => name);

const say = (
  db: Store,
  name: string,
  verdict: Said['verdict'],
  { by, at }: { readonly by: string; readonly at: string },
) =>
  guard(db, () => {
    if (by.trim() === '')
      throw new PipelineError(
        'usage',
        { vi: 'Thiếu tên người ghi.', en: 'Expected the name of who says so.' },
        { vi: 'Ghi tên người, ví dụ --by Lan', en: 'Name a person, as --by Lan' },
      );
    prepare(
      db,
      'INSERT OR REPLACE INTO known_name (folded, name, verdict, said_by, said_at) VALUES (?, ?, ?, ?, ?)',
    ).run(foldName(name), name, verdict, by, at);
  });

/**
 * Adds a name of a body by hand, or takes back that it was removed. Throws `usage` for what would cut other names short.
 * `addKnownName(db, 'Trại giống Ao Sen', { by: 'lan', at })` — thêm tên
 */
export const addKnownName = (db: Store, name: string, doer: { readonly by: string; readonly at: string }): void => {
  const tidy = name.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (!isUsableName(tidy))
    throw new PipelineError(
      'usage',
      { vi: `“${tidy}” chưa phải tên riêng của một cơ quan.`, en: `“${tidy}” is no name of one body.` },
      {
        vi: 'Ghi cả tên, từ hai từ trở lên, chữ đầu viết hoa, không kèm động từ: “Trại giống Ao Sen”.',
        en: 'Give the whole name: two words or more, the first with a capital, no verb: “Trại giống Ao Sen”.',
      },
    );
  say(db, tidy, 'added', doer);
};

/**
 * Takes a name out: it is used neither in reading nor in completion, also when people correct tasks to it again. Throws `usage`
 * for a name that is not known. — bỏ tên
 */
export const removeKnownName = (db: Store, name: string, doer: { readonly by: string; readonly at: string }): void => {
  const folded = foldName(name.normalize('NFC'));
  const known = listKnownNames(db).find((one) => foldName(one.name) === folded && !one.isRemoved);
  if (known === undefined)
    throw new PipelineError(
      'usage',
      { vi: `Không có tên đã biết nào là “${name}”.`, en: `No known name is “${name}”.` },
      { vi: 'Xem danh sách: ketluan names list', en: 'List them: ketluan names list' },
    );
  say(db, known.name, 'removed', doer);
};
