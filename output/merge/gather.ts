import { STAGE_NAMES } from '../../pipeline/base/contract.js';
import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Note } from '../../schemas/note.js';
import { listHistory } from '../store/corrections.js';
import { addNotes, isNoted } from '../store/keep-notes.js';
import { loadRemovedCorrections } from '../store/removed-rows.js';
import type { FileToSave } from '../store/save-file.js';
import { prepare } from '../store/statements.js';
import { loadStanding, readRemoved } from '../store/take-out.js';
import { instantOf, type UnitedHistory, uniteHistories } from '../store/unite-histories.js';
import { type Holding, isOwn } from './holdings.js';

/** A file as one database has it, wherever it keeps it; undefined where this version cannot read it. */
export const readHolding = ({ kind, member: { db }, at }: Holding, sha256: string): FileToSave | undefined =>
  kind === 'stored' ? loadStanding(db, sha256, at)?.file : kind === 'quarantined' ? undefined : readRemoved(db, sha256);

const IDS =
  'SELECT d.id FROM document d JOIN file f ON f.file_key = d.file_key WHERE f.sha256 = ? ORDER BY d.part, d.id';

const historiesOf = ({ kind, member: { db } }: Holding, sha256: string): ReadonlyMap<string, readonly Correction[]> => {
  if (kind === 'stored')
    return new Map(
      prepare<{ id: string }>(db, IDS)
        .all(sha256)
        .map(({ id }) => [id, listHistory(db, id)]),
    );
  const all = kind === 'quarantined' ? [] : loadRemovedCorrections(db, sha256);
  const ids = new Set(all.map(({ documentId }) => documentId));
  return new Map([...ids].map((id) => [id, all.filter(({ documentId }) => documentId === id)]));
};

/** What people did to the papers of a file in all databases, by the ids of its documents. */
export const gatherHistories = (holdings: readonly Holding[], sha256: string): ReadonlyMap<string, UnitedHistory> => {
  const own = new Map<string, readonly Correction[]>();
  const others = new Map<string, (readonly Correction[])[]>();
  for (const holding of holdings)
    for (const [id, history] of historiesOf(holding, sha256)) {
      if (history.length === 0) continue;
      if (isOwn(holding) && holding.kind === 'stored') own.set(id, history);
      else others.set(id, [...(others.get(id) ?? []), history]);
    }
  const ids = new Set([...own.keys(), ...others.keys()]);
  return new Map([...ids].map((id) => [id, uniteHistories(id, [own.get(id) ?? [], ...(others.get(id) ?? [])])]));
};

const isNewer = (one: Holding, other: Holding): boolean => {
  if (one.kind !== 'stored' || other.kind !== 'stored') return one.kind === 'stored';
  const differing = STAGE_NAMES.toReversed().find((stage) => one.versions[stage] !== other.versions[stage]);
  if (differing !== undefined) return (one.versions[differing] ?? 0) > (other.versions[differing] ?? 0);
  const [a, b] = [instantOf(one.at), instantOf(other.at)];
  return a === b ? !isOwn(other) && (isOwn(one) || one.path < other.path) : a > b;
};

/** In the order in which their readings are to be preferred: by newer stages, then the later one. */
export const sortByReading = (holdings: readonly Holding[]): readonly Holding[] =>
  holdings.toSorted((one, other) => (isNewer(one, other) ? -1 : isNewer(other, one) ? 1 : 0));

/** The one that had the file first: its path and its batch are those of the file. */
export const findFirst = (holdings: readonly Holding[]): Holding | undefined => {
  const rank = ({ batch }: Holding): number => batch ?? Number.MAX_SAFE_INTEGER;
  return holdings.toSorted((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1))[0];
};

/** Documents with notes of the store added, as far as they have them not: what was noted of a paper is no matter of reading. */
export const addMissingNotes = (
  documents: readonly ExportedDocument[],
  notes: ReadonlyMap<string, readonly Note[]>,
): readonly ExportedDocument[] =>
  documents.map((record) => {
    const own = record.document.notes;
    const others = notes.get(record.document.id) ?? [];
    return addNotes(
      record,
      others.filter((note, i) => !isNoted([...own, ...others.slice(0, i)], note)),
    );
  });
