import type { Correction } from '../../schemas/correction.js';
import { findCorrectionByKey, isStanding, listHistory } from '../store/corrections.js';
import { guard } from '../store/database-error.js';
import { loadDocument } from '../store/load-document.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { readOtherwise } from '../tracker/read-otherwise.js';
import { requireItem } from './items.js';

/** Everything that was done to an item, or to a paper with all its items, oldest first. Throws `usage` for an unknown id. */
export const listHistoryOf = (db: Store, id: string): readonly Correction[] =>
  guard(
    db,
    () => {
      const item = requireItem(db, id);
      const { history } = item.paper;
      if (item.kind === 'header') return history;
      return history.filter(
        ({ directiveId, detail }) => directiveId === id || (detail?.kind === 'split' && detail.id === id),
      );
    },
    true,
  );

const RECENT = 'SELECT correction_key AS key FROM correction ORDER BY correction_key DESC LIMIT ?';

/** The last things that people did, newest first. */
export const listRecent = (db: Store, limit: number): readonly Correction[] =>
  guard(
    db,
    () =>
      prepare<{ key: number }>(db, RECENT)
        .all(limit)
        .flatMap(({ key }) => findCorrectionByKey(db, key) ?? []),
    true,
  );

/** What one person did at one moment: a form saved, a key pressed, many items settled at once. — một lần làm */
export interface Action {
  readonly by: string;
  readonly at: string;
  /** In the order in which they were written. */
  readonly corrections: readonly Correction[];
}

const OF_PERSON = 'SELECT correction_key AS key FROM correction WHERE corrected_by = ? ORDER BY correction_key DESC';

/** The last things that one person did, newest first, whatever others did between. */
export const listActions = (db: Store, by: string, limit: number): readonly Action[] =>
  guard(
    db,
    () => {
      const actions: (Action & { readonly corrections: Correction[] })[] = [];
      for (const { key } of prepare<{ key: number }>(db, OF_PERSON).iterate(by)) {
        const one = findCorrectionByKey(db, key);
        if (one === undefined) continue;
        const last = actions.at(-1);
        if (last?.at === one.correctedAt) last.corrections.unshift(one);
        else if (actions.length === limit) break;
        else actions.push({ by, at: one.correctedAt, corrections: [one] });
      }
      return actions;
    },
    true,
  );

/** Why a correction must be looked at again. lost: the reading has no such place; differs: it reads otherwise than when it was made. */
export interface Unsettled {
  readonly correction: Correction;
  readonly why: 'lost' | 'differs';
  /** What is read now; null for nothing, or where there is no such place. */
  readonly now: string | null;
}

const DOCUMENTS = 'SELECT DISTINCT document_id AS id FROM correction WHERE undone_by IS NULL AND undoes IS NULL';

/**
 * Corrections that another reading of their paper left without a place, or that were made of something that is read otherwise
 * now: they are kept and, where they have a place, hold; a person should look. — chỉnh sửa cần xem lại
 */
export const listUnsettled = (db: Store, documentId?: string): readonly Unsettled[] =>
  guard(
    db,
    () => {
      const ids = documentId === undefined ? prepare<{ id: string }>(db, DOCUMENTS).all() : [{ id: documentId }];
      return ids.flatMap(({ id }) => {
        const standing = listHistory(db, id).filter(isStanding);
        // Another reading of the file may hold fewer papers, or give them other ids: what was done to one that is gone is told.
        const reading = loadDocument(db, id);
        if (reading === undefined)
          return standing.map((correction) => ({ correction, why: 'lost' as const, now: null }));
        const own = standing.filter(({ isLost }) => isLost !== true);
        return standing.flatMap((correction): Unsettled[] => {
          if (correction.isLost === true) return [{ correction, why: 'lost', now: null }];
          const other = readOtherwise(reading, correction, own);
          return other === undefined ? [] : [{ correction, why: 'differs', now: other.now }];
        });
      });
    },
    true,
  );
