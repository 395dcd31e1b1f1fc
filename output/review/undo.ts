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
  return [{ documentId, directiveId, field, oldValue: newValue, newValue: oldValue, undoes: key }];
};
