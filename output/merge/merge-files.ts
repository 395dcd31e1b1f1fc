import type { Note } from '../../schemas/note.js';
import { carryCorrections } from '../store/carry-corrections.js';
import { recordChange } from '../store/changes.js';
import { isIdentityNote } from '../store/keep-notes.js';
import { noteClash, type ToldClash, tellClash } from '../store/note-clash.js';
import { standBehind } from '../store/paper-files.js';
import { placeFiles } from '../store/place-files.js';
import { deleteRemoved, putBehind } from '../store/removed-rows.js';
import { changeHistory } from '../store/save-correction.js';
import { type FileToSave, findFile, isStored, saveFile, saveFiles } from '../store/save-file.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { type Doer, loadCorrected, moveTo, takeOut } from '../store/take-out.js';
import { writeHistory } from '../store/write-history.js';
import { addMissingNotes, findFirst, gatherHistories, readHolding, sortByReading } from './gather.js';
import { decideFate, findHoldings, type Holding, type HoldingOf, isOwn, type Member } from './holdings.js';
import { copyRemoved, findFront, type Histories, recollect } from './keep-out.js';
import type { Tally } from './tally.js';

/** Files that are stored together, and so many characters of text at most. */
const GROUP = 50;
const GROUP_TEXT = 2_000_000;

const QUARANTINED = `INSERT INTO file (sha256, path, media_type, byte_length, status, error_code, error_vi, error_en, hint_vi,
    hint_en, stored_at, settled_by, batch_key) VALUES (?, ?, ?, ?, 'quarantined', ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (sha256) DO UPDATE SET error_code = excluded.error_code, error_vi = excluded.error_vi,
    error_en = excluded.error_en, hint_vi = excluded.hint_vi, hint_en = excluded.hint_en, settled_by = NULL
  WHERE status = 'quarantined'`;

/** Brings files of other databases into one, hash by hash. The caller holds the transaction. — gộp từng tệp */
export class FileMerger {
  /** Stored here, and classified elsewhere, by hash: taken out without a trace when all is done. */
  readonly classified = new Map<string, HoldingOf<'quarantined'>>();
  /** Words whose traces are removed when all is done. */
  readonly words = new Set<string>();
  readonly #behind = new Map<string, HoldingOf<'behind'>>();
  #pending: { readonly file: FileToSave; readonly goneAt: string | null }[] = [];
  #size = 0;

  constructor(
    readonly db: Store,
    readonly members: readonly Member[],
    readonly doer: Doer,
    readonly tally: Tally,
  ) {}

  /** One file, wherever it is held. */
  take(sha256: string): void {
    const holdings = this.members.flatMap((member) => findHoldings(member, sha256));
    const fate = decideFate(sha256, this.members, holdings);
    switch (fate?.kind) {
      case undefined:
        return;
      case 'classified':
        this.#withhold(sha256, fate.because, holdings);
        return;
      case 'quarantined':
        this.#quarantine(sha256, fate.because);
        return;
      case 'purged':
        this.#leaveOut(sha256, holdings, 'purged');
        return;
      case 'removed':
        this.#keepOut(sha256, fate.because, holdings);
        return;
      case 'behind':
        // What it stands behind may come later.
        this.#behind.set(sha256, fate.because);
        return;
      case 'stored':
        this.#store(sha256, holdings);
    }
  }

  /** What could only be done when every file was there. */
  finish(): void {
    this.#flush();
    // What people said goes before what was judged, where databases put one file behind the other and the other way round.
    const isSaid = (one: HoldingOf<'behind'>): number => (one.as === 'set-aside' ? Date.parse(one.at) || 1 : 0);
    const order = [...this.#behind].toSorted(([, one], [, other]) => isSaid(other) - isSaid(one));
    for (const [sha256] of order) this.#placeBehind(sha256);
  }

  #leaveOut(sha256: string, holdings: readonly Holding[], why: Tally['leftOut'][number]['why']): void {
    const held = holdings.find(({ kind }) => kind === 'stored');
    if (held !== undefined) this.tally.leftOut.push({ sha256, path: held.path, why });
  }

  #withhold(sha256: string, because: HoldingOf<'quarantined'>, holdings: readonly Holding[]): void {
    this.#leaveOut(sha256, holdings, 'classified');
    if (holdings.some((one) => isOwn(one) && one.kind !== 'quarantined')) {
      this.classified.set(sha256, because);
    } else this.#quarantine(sha256, because);
  }

  #quarantine(sha256: string, because: HoldingOf<'quarantined'>): void {
    if (isOwn(because)) return;
    const row = findFile(because.member.db, sha256);
    if (row === undefined) return;
    const settled = prepare<{ by: string | null }>(
      because.member.db,
      'SELECT settled_by AS "by" FROM file WHERE sha256 = ?',
    ).get(sha256);
    const { path, mediaType, byteLength, errorCode, errorVi, errorEn, hintVi, hintEn, storedAt } = row;
    const cells = [sha256, path, mediaType, byteLength, errorCode, errorVi, errorEn, hintVi, hintEn, storedAt];
    prepare(this.db, QUARANTINED).run(...cells, settled?.by ?? null, because.batch);
    this.tally.quarantined++;
  }

  /** Writes the united history of a paper that is not in the tables (yet); what the target has of it stays. */
  #writeHistories(histories: Histories): void {
    for (const [id, { corrections }] of histories) {
      const written = writeHistory(this.db, id, corrections);
      if (written.length === 0) continue;
      recordChange(this.db, 'insert', 'correction', id, this.doer.at);
      this.tally.corrections += written.length;
    }
  }

  /** Brings the histories of papers that are in the tables up to date. Returns whether anything was new. */
  #uniteHistories(histories: Histories): boolean {
    let isChanged = false;
    for (const [id, { corrections }] of histories) {
      const fresh = corrections.flatMap(({ correction, ownKey, undoesAt }) =>
        ownKey !== undefined ? [] : [undoesAt === undefined ? correction : { ...correction, undoes: 0 }],
      );
      if (fresh.length === 0) continue;
      changeHistory(this.db, id, { touched: fresh, at: this.doer.at }, () => writeHistory(this.db, id, corrections));
      this.tally.corrections += fresh.length;
      isChanged = true;
    }
    return isChanged;
  }

  #store(sha256: string, holdings: readonly Holding[]): void {
    const { db } = this;
    const readable = sortByReading(holdings.filter(({ kind }) => kind !== 'quarantined'));
    const histories = gatherHistories(readable, sha256);
    const own = readable.find((one) => isOwn(one) && one.kind === 'stored');
    const others = readable.filter((one) => one !== own);
    const [best, ...rest] = readable.filter(({ kind }) => kind === 'stored' || own === undefined);
    const file = best === undefined ? undefined : readHolding(best, sha256);
    const first = findFirst(own === undefined ? readable : [own]);
    if (best === undefined || file === undefined || first === undefined) {
      this.#keepUnreadable(sha256, readable, histories);
      return;
    }
    const notes = this.#gatherNotes(file, rest, { sha256, histories });
    const documents = addMissingNotes(file.documents, notes);
    const { at } = this.doer;
    if (own === undefined) {
      if (others.some(isOwn)) deleteRemoved(db, sha256);
      this.#writeHistories(histories);
      this.tally.added++;
      const goneAt = first.kind === 'stored' ? first.goneAt : null;
      this.#add({ ...moveTo({ ...file, documents }, first.path), batchKey: first.batch, at }, goneAt);
      return;
    }
    const isOther = best !== own || documents.some((record, i) => record !== file.documents[i]);
    if (isOther) saveFile(db, { ...moveTo({ ...file, documents }, own.path), batchKey: own.batch, at });
    if (this.#uniteHistories(histories) || isOther) this.tally.updated++;
    else if (others.length > 0) this.tally.known++;
  }

  /** Kept by a version whose form this one cannot read: it stays out of the tables, as it was. */
  #keepUnreadable(sha256: string, holdings: readonly Holding[], histories: Histories): void {
    const out = holdings.find((one) => one.kind === 'removed' || one.kind === 'behind');
    if (out === undefined || holdings.some(isOwn)) return;
    copyRemoved(this.db, sha256, { because: out, histories, tally: this.tally });
    this.tally.leftOut.push({ sha256, path: out.path, why: 'removed' });
  }

  /** What the store noted of a paper elsewhere, and where people contradict each other. */
  #gatherNotes(
    file: FileToSave,
    rest: readonly Holding[],
    { sha256, histories }: { readonly sha256: string; readonly histories: Histories },
  ): ReadonlyMap<string, readonly Note[]> {
    const notes = new Map<string, readonly Note[]>();
    const add = (id: string, more: readonly Note[]): void => {
      notes.set(id, [...(notes.get(id) ?? []), ...more]);
    };
    for (const holding of rest)
      for (const { document } of readHolding(holding, sha256)?.documents ?? [])
        add(document.id, document.notes.filter(isIdentityNote));
    const records = new Map(file.documents.map((record) => [record.document.id, record]));
    for (const [id, { clashes }] of histories) {
      const told = clashes.map((clash) => tellClash(clash, records.get(id)));
      this.tally.clashes.push(...told);
      add(id, told.map(noteClash));
    }
    return notes;
  }

  #add(file: FileToSave, goneAt: string | null): void {
    this.#pending.push({ file, goneAt });
    this.#size += file.repaired.text.length;
    if (this.#pending.length >= GROUP || this.#size >= GROUP_TEXT) this.#flush();
  }

  #flush(): void {
    const { db } = this;
    const group = this.#pending;
    this.#pending = [];
    this.#size = 0;
    if (group.length === 0) return;
    saveFiles(
      db,
      group.map(({ file }) => file),
    );
    for (const { file, goneAt } of group)
      if (goneAt !== null)
        prepare(db, 'UPDATE file SET gone_at = ? WHERE sha256 = ?').run(goneAt, file.repaired.file.sha256);
    const placed = placeFiles(
      db,
      group.map(({ file }) => file.repaired.file.sha256),
      { ...this.doer, countTogether: (one, other) => this.#countTogether(one, other), onClash: this.#tellClash },
    );
    for (const [i, one] of placed.entries()) {
      const path = group[i]?.file.repaired.file.path ?? '';
      for (const { rule, message } of one?.reasons ?? []) {
        if (rule === 'perhaps-copy') this.tally.perhaps.push({ path, reason: message });
        if (rule === 'paper-copy' || rule === 'better-copy') this.tally.behind++;
      }
    }
  }

  readonly #tellClash = (clash: ToldClash): void => {
    this.tally.clashes.push(clash);
  };

  #countTogether(sha256: string, other: string): boolean {
    return this.members.some(({ db, batches }) => batches !== undefined && isStored(db, sha256) && isStored(db, other));
  }

  /** A person took it out: it stays out, with all that people did to it elsewhere. */
  #keepOut(sha256: string, because: HoldingOf<'removed'>, holdings: readonly Holding[]): void {
    const { db } = this;
    this.#leaveOut(sha256, holdings, 'removed');
    const histories = gatherHistories(holdings, sha256);
    const own = holdings.find(isOwn);
    if (own?.kind === 'stored') {
      this.#uniteHistories(histories);
      takeOut(db, sha256, { by: because.by, at: because.at, undone: because.undone }, this.words);
    } else if (own === undefined) copyRemoved(this.db, sha256, { because, histories, tally: this.tally });
    else if (own.kind === 'removed') recollect(db, sha256, histories, this.tally);
  }

  #placeBehind(sha256: string): void {
    const { db, members, doer, words } = this;
    const because = this.#behind.get(sha256);
    if (because === undefined) return;
    this.#behind.delete(sha256);
    // It may wait for its own place; one that would stand behind this one counts.
    this.#placeBehind(because.front);
    const holdings = members.flatMap((member) => findHoldings(member, sha256));
    const front = findFront(db, because.front);
    if (front === undefined || front === sha256) {
      this.#store(sha256, holdings);
      this.#flush();
      return;
    }
    const histories = gatherHistories(holdings, sha256);
    const own = holdings.find((one) => isOwn(one) && one.kind !== 'quarantined');
    if (own?.kind === 'stored') {
      this.#uniteHistories(histories);
      standBehind(db, sha256, { sha256: front, as: because.as }, { ...doer, onClash: this.#tellClash }, words);
    } else if (own === undefined) {
      copyRemoved(this.db, sha256, { because, histories, tally: this.tally });
      putBehind(db, sha256, front, because.as);
    }
    if (own?.kind !== 'behind') this.tally.behind++;
    for (const holding of holdings) {
      const left = holding.kind === 'stored' && !isOwn(holding) ? loadCorrected(holding.member.db, sha256) : undefined;
      if (left === undefined) continue;
      this.tally.corrections += carryCorrections(db, left, front, doer.at, this.#tellClash).carried;
    }
  }
}
