import { createHash } from 'node:crypto';
import type { Correction } from '../../schemas/correction.js';
import { makeTaskId } from '../tracker/place-in-reading.js';
import { isStanding } from './corrections.js';

/** One correction of a united history. */
export interface UnitedCorrection {
  /** Without a key; ids of items that people made are those of the united history. */
  readonly correction: Correction;
  /** Its key in the first history, where it stands there. */
  readonly ownKey: number | undefined;
  /** Of an undo: the place in the list of what it takes back. */
  readonly undoesAt: number | undefined;
}

/** Two people who did not know of each other said different things of one place. — hai nơi sửa khác nhau */
export interface Clash {
  /** The later one: it counts. */
  readonly counts: Correction;
  readonly other: Correction;
}

export interface UnitedHistory {
  readonly corrections: readonly UnitedCorrection[];
  readonly clashes: readonly Clash[];
}

/** When something was done, to be compared; what is no time was before everything. */
export const instantOf = (at: string): number => Date.parse(at) || 0;

/** A correction with what tells it in every database, whatever its key is there. */
interface Known {
  readonly id: string;
  /** The item or header that it is about, told without ids that databases give in their own way. */
  readonly place: string;
  readonly correction: Correction;
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64');

const identify = (history: readonly Correction[]): readonly Known[] => {
  const made = new Map<string, string>();
  const byKey = new Map<number, string>();
  const met = new Map<string, number>();
  return history.map((correction) => {
    const { directiveId, seen, field, oldValue, newValue, correctedBy, correctedAt, undoes, detail, key } = correction;
    const printed = seen === undefined ? directiveId : JSON.stringify([seen.number, seen.text]);
    const place = directiveId === null ? '' : (made.get(directiveId) ?? printed ?? directiveId);
    const undone = undoes === undefined ? null : (byKey.get(undoes) ?? undoes);
    const base = hash([place, field, oldValue, newValue, correctedBy, instantOf(correctedAt), undone]);
    // Rows of one table may be alike to the letter.
    const count = (met.get(base) ?? 0) + 1;
    met.set(base, count);
    const id = `${base}${count}`;
    if (detail?.kind === 'split') made.set(detail.id, id);
    if (key !== undefined) byKey.set(key, id);
    return { id, place, correction };
  });
};

/** Histories in one order: each keeps its own, and between them the clock decides. The order in which they are given does not. */
const interleave = (parts: readonly (readonly Known[])[]): readonly string[] => {
  const at = parts.map(() => 0);
  const order = new Set<string>();
  for (;;) {
    let next: Known | undefined;
    for (const [i, part] of parts.entries()) {
      while (order.has(part[at[i] ?? 0]?.id ?? '')) at[i] = (at[i] ?? 0) + 1;
      const head = part[at[i] ?? 0];
      if (head === undefined) continue;
      const [one, other] = [head, next].map((known) => instantOf(known?.correction.correctedAt ?? ''));
      if (next === undefined || (one ?? 0) < (other ?? 0) || (one === other && head.id < next.id)) next = head;
    }
    if (next === undefined) return [...order];
    order.add(next.id);
  }
};

type Naming = ReadonlyMap<string, string>;

/** Ids of items that people made by splitting: two databases may have given one id to two of them. */
const nameMade = (
  parts: readonly (readonly Known[])[],
  order: readonly string[],
  documentId: string,
): readonly Naming[] => {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const made = parts.map((part) =>
    part.flatMap(({ id, correction: { detail } }) => (detail?.kind === 'split' ? [[id, detail.id] as const] : [])),
  );
  const wanted = new Map(made.toReversed().flat());
  const claim = (id: string, name: string): void => {
    names.set(id, name);
    taken.add(name);
  };
  for (const [id, name] of made[0] ?? []) claim(id, name);
  for (const id of order) {
    const name = wanted.get(id);
    if (name === undefined || names.has(id)) continue;
    let free = name;
    for (let count = 1; taken.has(free); count++) free = makeTaskId(documentId, count);
    claim(id, free);
  }
  return made.map((part) => new Map(part.map(([id, name]) => [name, names.get(id) ?? name])));
};

const rename = (correction: Correction, naming: Naming): Correction => {
  const to = (id: string): string => naming.get(id) ?? id;
  const { key: _key, undoneBy: _undoneBy, undoes: _undoes, detail, directiveId, ...rest } = correction;
  const named =
    detail?.kind === 'split'
      ? { ...detail, id: to(detail.id) }
      : detail?.kind === 'merge'
        ? { ...detail, other: to(detail.other) }
        : detail;
  return {
    ...rest,
    directiveId: directiveId === null ? null : to(directiveId),
    ...(named === undefined ? {} : { detail: named }),
  };
};

/** What holds in one history: the last word on each field of each place. */
const lastWords = (part: readonly Known[]): ReadonlyMap<string, Known> =>
  new Map(
    part
      .filter(({ correction }) => isStanding(correction))
      .map((known) => [JSON.stringify([known.place, known.correction.field]), known]),
  );

const isConfirmation = ({ field, newValue }: Correction): boolean => field === 'review' && newValue === 'confirmed';

/** True where one contradicts the other: another value of a field, or "right as it stands" beside a value that was changed. */
const contradict = (one: Known, other: Known): boolean => {
  if (one.place !== other.place) return false;
  const [a, b] = [one.correction, other.correction];
  if (a.field === b.field) return a.newValue !== b.newValue;
  return isConfirmation(a) ? b.field !== 'review' : isConfirmation(b);
};

const findClashes = (parts: readonly (readonly Known[])[]): readonly (readonly [Known, Known])[] => {
  const words = parts.map(lastWords);
  const ids = parts.map((part) => new Set(part.map(({ id }) => id)));
  const clashes = new Map<string, readonly [Known, Known]>();
  for (const [i, some] of words.entries())
    for (const [j, others] of words.entries()) {
      if (j <= i) continue;
      const news = [...others.values()].filter(({ id }) => ids[i]?.has(id) === false);
      for (const one of some.values()) {
        // Who knew of the other's word and changed it did not clash with it.
        if (ids[j]?.has(one.id) !== false) continue;
        for (const other of news) {
          const isTold = ids.some((known) => known.has(one.id) && known.has(other.id));
          if (!isTold && contradict(one, other)) clashes.set([one.id, other.id].sort().join(), [one, other]);
        }
      }
    }
  return [...clashes.values()];
};

/**
 * The histories of one document in several databases as one: what several of them have stands there once, each keeps its order,
 * and of words on the same place the later one comes last, which is the one that counts. Undos take back what they took back. The
 * first history is that of the database that is written: its own keys and ids of made items stay. Also tells where people who did
 * not know of each other contradict each other. `uniteHistories(id, [listHistory(target, id), listHistory(part, id)])`
 */
export const uniteHistories = (documentId: string, histories: readonly (readonly Correction[])[]): UnitedHistory => {
  const parts = histories.map(identify);
  const order = interleave(parts);
  const naming = nameMade(parts, order, documentId);
  const places = new Map(order.map((id, place) => [id, place]));
  const idsOfKeys = parts.map((part) => new Map(part.map(({ id, correction }) => [correction.key, id])));
  const united = new Map<string, UnitedCorrection>();
  for (const [i, part] of parts.entries())
    for (const { id, correction } of part) {
      if (united.has(id)) continue;
      const undone = correction.undoes === undefined ? undefined : idsOfKeys[i]?.get(correction.undoes);
      united.set(id, {
        correction: rename(correction, naming[i] ?? new Map()),
        ownKey: i === 0 ? correction.key : undefined,
        undoesAt: undone === undefined ? undefined : places.get(undone),
      });
    }
  const clashes = findClashes(parts).flatMap(([one, other]): Clash[] => {
    const isLater = (places.get(one.id) ?? 0) > (places.get(other.id) ?? 0);
    const [counts, lesser] = isLater ? [one, other] : [other, one];
    const [a, b] = [united.get(counts.id), united.get(lesser.id)];
    return a === undefined || b === undefined ? [] : [{ counts: a.correction, other: b.correction }];
  });
  return { corrections: order.flatMap((id) => united.get(id) ?? []), clashes };
};
