import { PipelineError } from '../../pipeline/base/errors.js';
import { guard } from '../store/database-error.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

/** Every rule that an open doubt of some document names, with the number of documents, most frequent first. — các lý do */
export const listReviewReasons = (db: Store): readonly { readonly rule: string; readonly documents: number }[] =>
  guard(
    db,
    () =>
      prepare<{ rule: string; documents: number }>(
        db,
        `SELECT rule, count(DISTINCT document_key) AS documents FROM note WHERE level <> 'info' GROUP BY rule
         ORDER BY documents DESC, rule`,
      ).all(),
    true,
  );

/** Rules that a reason names: its id, the part behind the slash, or its room. Throws `usage`, with the reasons that there are. */
export const resolveReason = (db: Store, why: string): readonly string[] => {
  const known = listReviewReasons(db);
  const rules = known.map(({ rule }) => rule).filter((rule) => rule === why || rule.split('/').includes(why));
  if (rules.length > 0) return rules;
  const list = known.map(({ rule, documents }) => `${rule} (${documents})`).join(', ');
  throw new PipelineError(
    'usage',
    { vi: `Không văn bản nào có lý do ${why}.`, en: `No document has the reason ${why}.` },
    {
      vi: list === '' ? 'Không văn bản nào cần xem lại.' : `Các lý do đang có: ${list}`,
      en: list === '' ? 'No document needs review.' : `Reasons that there are: ${list}`,
    },
  );
};
