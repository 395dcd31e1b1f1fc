import { ERRORS, isErrorCode } from '../../pipeline/base/errors.js';
import type { StandsAs } from '../store/removed-rows.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { instantOf } from '../store/unite-histories.js';
import { FILE } from '../tables/file.js';
import type { BatchKeys } from './merge-batches.js';

/** A database that takes part: the one that is written, or one that is only read. */
export interface Member {
  readonly db: Store;
  /** Keys of its batches in the database that is written; undefined for that one itself. */
  readonly batches: BatchKeys | undefined;
  /** Hashes of files that were purged there and are not there now. */
  readonly purged: ReadonlySet<string>;
}

export interface Held {
  readonly member: Member;
  readonly path: string;
  /** Its batch, by its key in the database that is written. */
  readonly batch: number | null;
  /** When it was stored or taken out, ISO 8601. */
  readonly at: string;
}

/** What one database says of a file. */
export type Holding =
  | (Held & {
      readonly kind: 'stored';
      readonly goneAt: string | null;
      readonly versions: Readonly<Record<string, number>>;
    })
  | (Held & { readonly kind: 'removed'; readonly undone: boolean; readonly by: string })
  | (Held & { readonly kind: 'behind'; readonly front: string; readonly as: StandsAs })
  | (Held & { readonly kind: 'quarantined'; readonly code: string });

export type HoldingOf<Kind extends Holding['kind']> = Extract<Holding, { readonly kind: Kind }>;

interface FileLine {
  readonly path: string;
  readonly status: string;
  readonly code: string | null;
  readonly at: string;
  readonly batch: number | null;
  readonly goneAt: string | null;
  readonly versions: string | null;
}

interface RemovedLine {
  readonly path: string;
  readonly at: string;
  readonly by: string;
  readonly batch: number | null;
  readonly undone: number;
  readonly front: string | null;
  readonly as: StandsAs | null;
}

const IN_FILES = `SELECT f.path, f.status, f.error_code AS code, f.stored_at AS at, f.batch_key AS batch, f.gone_at AS goneAt,
    p.stage_versions AS versions
  FROM ${FILE.name} f LEFT JOIN process p ON p.process_key = f.process_key WHERE f.sha256 = ?`;
const IN_REMOVED = `SELECT path, removed_at AS at, removed_by AS "by", batch_key AS batch, undone, stands_behind AS front,
    stands_as AS "as" FROM removed WHERE sha256 = ?`;

/** What a database says of the bytes with a hash: at most one thing beside a place in quarantine. */
export const findHoldings = (member: Member, sha256: string): readonly Holding[] => {
  const { db, batches } = member;
  const toKey = (key: number | null): number | null =>
    key === null || batches === undefined ? key : (batches.get(key) ?? null);
  const holdings: Holding[] = [];
  const file = prepare<FileLine>(db, IN_FILES).get(sha256);
  if (file !== undefined) {
    const { path, at, goneAt, code, versions } = file;
    const held = { member, path, at, batch: toKey(file.batch) };
    holdings.push(
      file.status === 'quarantined'
        ? { ...held, kind: 'quarantined', code: code ?? '' }
        : { ...held, kind: 'stored', goneAt, versions: JSON.parse(versions ?? '{}') },
    );
  }
  const removed = prepare<RemovedLine>(db, IN_REMOVED).get(sha256);
  if (removed !== undefined) {
    const { path, at, by, front, as, undone } = removed;
    const held = { member, path, at, batch: toKey(removed.batch) };
    holdings.push(
      front !== null && as !== null
        ? { ...held, kind: 'behind', front, as }
        : { ...held, kind: 'removed', undone: undone === 1, by },
    );
  }
  return holdings;
};

const latest = <Value extends { readonly at: string }>(values: readonly Value[]): Value | undefined =>
  values.toSorted((one, other) => instantOf(other.at) - instantOf(one.at))[0];

const isLetThrough = (member: Member, sha256: string): boolean =>
  prepare(member.db, 'SELECT 1 FROM let_through WHERE sha256 = ?').get(sha256) !== undefined;

const lastRestored = (members: readonly Member[], sha256: string): number =>
  Math.max(
    0,
    ...members.map(({ db }) =>
      instantOf(
        prepare<{ at: string | null }>(
          db,
          "SELECT max(done_at) AS at FROM file_event WHERE sha256 = ? AND kind = 'restored'",
        ).get(sha256)?.at ?? '',
      ),
    ),
  );

/** True of what the database that is written says itself. */
export const isOwn = ({ member }: Holding): boolean => member.batches === undefined;

/** What becomes of a file. — số phận của tệp */
export type Fate =
  | { readonly kind: 'classified'; readonly because: HoldingOf<'quarantined'> }
  | { readonly kind: 'quarantined'; readonly because: HoldingOf<'quarantined'> }
  | { readonly kind: 'removed'; readonly because: HoldingOf<'removed'> }
  | { readonly kind: 'purged' }
  | { readonly kind: 'behind'; readonly because: HoldingOf<'behind'> }
  | { readonly kind: 'stored' };

/**
 * What becomes of the bytes with a hash, by what all databases say of them. A mark of secrecy that one of them met counts
 * everywhere, unless a person let the file through. What a person took out stays out, unless somebody put it back later; what went
 * with a batch that was taken back stays out only where the same batch had brought it. What a person purged is not taken in. A place
 * behind another file holds. Else it is stored wherever one could read it.
 */
export const decideFate = (
  sha256: string,
  members: readonly Member[],
  holdings: readonly Holding[],
): Fate | undefined => {
  const of = <Kind extends Holding['kind']>(kind: Kind): readonly HoldingOf<Kind>[] =>
    holdings.filter((one): one is HoldingOf<Kind> => one.kind === kind);
  const [stored, removed, behind, quarantined] = [of('stored'), of('removed'), of('behind'), of('quarantined')];
  const marked = quarantined.filter(({ code }) => isErrorCode(code) && ERRORS[code].removes);
  const sure = marked.find(({ code }) => code !== 'file-perhaps-classified');
  if (sure !== undefined) return { kind: 'classified', because: sure };
  if (marked[0] !== undefined && !members.some((member) => isLetThrough(member, sha256)))
    return { kind: 'classified', because: marked[0] };
  if (stored.length + removed.length + behind.length === 0) {
    const because = quarantined.find(isOwn) ?? latest(quarantined);
    return because === undefined ? undefined : { kind: 'quarantined', because };
  }
  const isPurged = members.some(({ purged }) => purged.has(sha256));
  if (isPurged && !holdings.some((one) => isOwn(one) && one.kind !== 'quarantined')) return { kind: 'purged' };
  const isSameBatch = ({ batch }: Holding): boolean => batch !== null && stored.some((one) => one.batch === batch);
  const taken = latest(removed.filter((one) => !one.undone || isSameBatch(one)));
  if (taken !== undefined && lastRestored(members, sha256) <= instantOf(taken.at))
    return { kind: 'removed', because: taken };
  const place = latest(behind);
  if (place !== undefined) return { kind: 'behind', because: place };
  const left = latest(removed);
  return stored.length > 0 || left === undefined ? { kind: 'stored' } : { kind: 'removed', because: left };
};
