import type { Correction } from '../../schemas/correction.js';
import { findCorrectionByKey, isStanding, listHistory } from '../store/corrections.js';
import type { Store } from '../store/store.js';
import { invalid } from './errors.js';
import type { Planned } from './plan.js';

const RESTS_ON_SHAPE: ReadonlySet<string> = new Set(['text', 'split', 'merge']);

/** Ids of the items that a split, a merge or an added passage made or changed. */
const listTouched = ({ directiveId, detail, field }: Correction): ReadonlySet<string | null> => {
  if (detail?.kind === 'split') return new Set([directiveId, detail.id]);
  if (detail?.kind === 'merge') return new Set([directiveId, detail.other]);
  return new Set(field === 'add' ? [directiveId] : []);
};

/** Later changes of wording that would be lost, or put a part in the place of the whole. */
const listResting = (db: Store, one: Correction): readonly number[] => {
  const touched = listTouched(one);
  return listHistory(db, one.documentId).flatMap((later) => {
    const { key = 0, field, directiveId } = later;
    const rests = key > (one.key ?? 0) && isStanding(later) && RESTS_ON_SHAPE.has(field) && touched.has(directiveId);
    return rests ? [key] : [];
  });
};

/** The correction that an undo, or the undo of an undo, is about in the end. */
const rootOf = (history: readonly Correction[], one: Correction): Correction => {
  const undone = one.undoes === undefined ? undefined : history.find(({ key }) => key === one.undoes);
  return undone === undefined ? one : rootOf(history, undone);
};

/** Value of a field by the corrections of it that stand: that of the last one, or what was there before all of them. */
const valueBy = (all: readonly Correction[], standing: readonly Correction[]): string | null =>
  standing.length > 0 ? (standing.at(-1)?.newValue ?? null) : (all[0]?.oldValue ?? null);

/**
 * What a field says before and after one correction is taken back, or is done again: a later one of the same field that stands goes
 * on to count, and one before it may have been taken back itself. — giá trị trước và sau
 */
const readChange = (db: Store, one: Correction): Pick<Correction, 'oldValue' | 'newValue'> => {
  const history = listHistory(db, one.documentId);
  const root = rootOf(history, one);
  const all = history.filter(
    ({ directiveId, field, undoes }) =>
      directiveId === root.directiveId && field === root.field && undoes === undefined,
  );
  const before = all.filter(isStanding);
  const after = all.filter((other) => (other.key === root.key ? !isStanding(other) : isStanding(other)));
  return { oldValue: valueBy(all, before), newValue: valueBy(all, after) };
};

/** What taking back one correction comes to: an entry of its own, nothing is deleted. Throws `correction-invalid`. */
export const planUndo = (db: Store, key: number): readonly Planned[] => {
  const one = findCorrectionByKey(db, key);
  if (one === undefined)
    throw invalid(
      { vi: `Không có lần sửa s${key}.`, en: `There is no correction s${key}.` },
      { vi: 'Xem các lần sửa: ketluan history', en: 'List them: ketluan history' },
    );
  if (one.undoneBy !== undefined)
    throw invalid(
      { vi: `Lần sửa s${key} đã được hoàn tác.`, en: `Correction s${key} was taken back already.` },
      { vi: `Làm lại: ketluan undo s${one.undoneBy}`, en: `Do it again: ketluan undo s${one.undoneBy}` },
    );
  const resting = listResting(db, one).map((later) => `s${later}`);
  if (resting.length > 0)
    throw invalid(
      {
        vi: `Sau đó còn sửa chữ trên mục này (${resting.join(', ')}).`,
        en: `The wording was changed after it (${resting.join(', ')}).`,
      },
      { vi: 'Hoàn tác các lần đó trước.', en: 'Take those back first.' },
    );
  const { documentId, directiveId, field, oldValue, newValue } = one;
  // A change of shape takes back what it did, whatever came of its parts.
  const change = RESTS_ON_SHAPE.has(field) ? { oldValue: newValue, newValue: oldValue } : readChange(db, one);
  return [{ documentId, directiveId, field, ...change, undoes: key }];
};
