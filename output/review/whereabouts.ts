import type { Correction } from '../../schemas/correction.js';
import type { Bilingual } from '../../schemas/note.js';
import { isStanding, listHistory } from '../store/corrections.js';
import { guard } from '../store/database-error.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

/** What became of an item that is not there. */
export interface Whereabouts {
  readonly text: Bilingual;
  /** The item that holds its text now; null where none does. */
  readonly now: string | null;
}

const SHAPING = `SELECT DISTINCT document_id AS id FROM correction
  WHERE field IN ('split', 'merge', 'add') AND (directive_id = @id OR instr(detail, @quoted) > 0)`;
const GONE = `SELECT document_id AS document, changed_at AS at FROM field_change
  WHERE directive_id = ? AND field = 'item' AND new_value IS NULL ORDER BY field_change_key DESC LIMIT 1`;

const nameOf = ({ key, correctedBy }: Correction): string => `s${key}, ${correctedBy}`;

/** What one correction says of an item that it made or took away; undefined where it says nothing of it. */
const tell = (one: Correction, id: string): Whereabouts | undefined => {
  const { detail, directiveId } = one;
  const who = nameOf(one);
  if (detail?.kind === 'merge' && detail.other === id && isStanding(one))
    return {
      text: {
        vi: `Mục ${id} đã được gộp vào ${directiveId} (${who})`,
        en: `The item ${id} was put into ${directiveId} (${who})`,
      },
      now: directiveId,
    };
  if (detail?.kind === 'split' && detail.id === id)
    return {
      text: isStanding(one)
        ? {
            vi: `Mục ${id} do tách ${directiveId} mà có (${who}); bản đọc hiện nay không còn chỗ cho lần tách đó`,
            en: `The item ${id} was cut from ${directiveId} (${who}), which the reading that counts has no place for`,
          }
        : {
            vi: `Mục ${id} do tách ${directiveId} mà có (${who}); lần tách đã được hoàn tác`,
            en: `The item ${id} was cut from ${directiveId} (${who}), which was taken back`,
          },
      now: directiveId,
    };
  if (one.field === 'add' && directiveId === id && !isStanding(one))
    return {
      text: {
        vi: `Mục ${id} do người thêm (${who}); lần thêm đã được hoàn tác`,
        en: `The item ${id} was added by a person (${who}), which was taken back`,
      },
      now: null,
    };
  return undefined;
};

/**
 * What became of an item that is not there any more: put into another one, cut from one and put back, gone with another reading.
 * Undefined where nothing is known of such an id. `findWhereabouts(db, '7f…:2')?.now` — mục đã đi đâu
 */
export const findWhereabouts = (db: Store, id: string): Whereabouts | undefined =>
  guard(
    db,
    () => {
      const documents = prepare<{ id: string }>(db, SHAPING).all({ id, quoted: JSON.stringify(id) });
      for (const document of documents)
        for (const one of listHistory(db, document.id).toReversed()) {
          const told = tell(one, id);
          if (told !== undefined) return told;
        }
      const gone = prepare<{ document: string; at: string }>(db, GONE).get(id);
      if (gone === undefined) return undefined;
      return {
        text: {
          vi: `Mục ${id} không còn trong bản đọc mới của văn bản ${gone.document}`,
          en: `The item ${id} is not in the newer reading of the document ${gone.document}`,
        },
        now: gone.document,
      };
    },
    true,
  );
