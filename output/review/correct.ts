import { z } from 'zod';
import { dayInVietnam } from '../../language/calendar/signing-time.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import type { Correction } from '../../schemas/correction.js';
import { findCorrectionByKey, isStanding, listHistory } from '../store/corrections.js';
import { guard } from '../store/database-error.js';
import { saveCorrections } from '../store/save-correction.js';
import { runTransaction } from '../store/save-file.js';
import type { Store } from '../store/store.js';
import { isHeaderField, readHeaderField } from '../tracker/correct-document.js';
import { isTaskField, readTaskField } from '../tracker/correct-task.js';
import { nameField } from '../tracker/field-names.js';
import { CorrectionConflict, invalid } from './errors.js';
import { findItem, type ReviewItem, requireItem } from './items.js';
import { planCorrections } from './plan.js';
import { CorrectionRequest } from './request.js';
import { type Reread, reread } from './reread.js';
import { planUndo } from './undo.js';

/** Who corrects, and when: ISO 8601 with zone. */
export const Corrector = z.strictObject({ by: z.string().trim().min(1), at: z.string().min(1) });
export type Corrector = z.infer<typeof Corrector>;

/** What a request came to. */
export interface Corrected {
  /** As they stand in the history; none where the values were so already. */
  readonly written: readonly Correction[];
  /** The item as it is now; absent when it is none any more: a passage, a task that went into another. */
  readonly item: ReviewItem | undefined;
  /** Earlier corrections that lost their place by it, and are kept. */
  readonly lost: readonly Correction[];
  /** Of a text that was corrected: day and bodies that it names now and that do not stand. They were not changed. */
  readonly reread: readonly Reread[];
}

const readNow = (item: ReviewItem, field: string): string | null | undefined => {
  if (item.kind === 'task') return isTaskField(field) ? readTaskField(item.directive, field) : undefined;
  return item.kind === 'header' && isHeaderField(field)
    ? readHeaderField(item.paper.record.document, field)
    : undefined;
};

/** The last thing that was done to an item. */
const lastChange = ({ id, kind, paper }: ReviewItem): Correction | undefined =>
  paper.history.findLast(({ directiveId }) => directiveId === (kind === 'header' ? null : id));

/** Throws CorrectionConflict where an item is not as the caller saw it. */
const checkSeen = (item: ReviewItem, request: CorrectionRequest): void => {
  if (!('revision' in request || 'before' in request)) return;
  const last = lastChange(item);
  const by = { by: last?.correctedBy ?? null, at: last?.correctedAt ?? null };
  const nameOf = (field: string) => nameField({ directiveId: item.kind === 'header' ? null : item.id, field });
  for (const [field, seen] of Object.entries(request.before ?? {})) {
    const now = readNow(item, field);
    if (now !== undefined && now !== seen)
      throw new CorrectionConflict({ id: item.id, field, seen, now, ...by }, nameOf(field));
  }
  if (request.revision === undefined || request.revision === item.revision) return;
  const field = last?.field ?? 'text';
  throw new CorrectionConflict(
    {
      id: item.id,
      field,
      seen: last?.oldValue ?? null,
      now: last?.newValue ?? readNow(item, field) ?? null,
      ...by,
    },
    nameOf(field),
  );
};

const isLost = ({ isLost: lost }: Correction): boolean => lost === true;

const perform = (db: Store, request: CorrectionRequest, doer: Corrector): Corrected => {
  const item = request.do === 'undo' ? undefined : requireItem(db, request.id);
  if (item !== undefined) checkSeen(item, request);
  const plan =
    request.do === 'undo'
      ? planUndo(db, request.key)
      : item === undefined
        ? []
        : planCorrections(db, item, request, dayInVietnam(doer.at));
  const documentId = plan[0]?.documentId ?? item?.paper.record.document.id;
  const before = documentId === undefined ? [] : listHistory(db, documentId);
  const lostBefore = new Set(before.filter(isLost).map(({ key }) => key));
  const keys = saveCorrections(
    db,
    plan.map((one) => ({ ...one, correctedBy: doer.by, correctedAt: doer.at })),
  );
  const written = keys.flatMap((key) => findCorrectionByKey(db, key) ?? []);
  if (written.some(isLost))
    throw invalid(
      { vi: 'Chỗ sửa không còn trong văn bản; chưa ghi gì.', en: 'The item has no such place; nothing was written.' },
      { vi: 'Xem lại mục bằng ketluan show.', en: 'Look at the item with ketluan show.' },
    );
  const id = written[0]?.directiveId ?? documentId ?? '';
  const history = documentId === undefined ? [] : listHistory(db, documentId);
  const lost = history.filter((one) => isLost(one) && isStanding(one) && !lostBefore.has(one.key));
  const now = plan.length === 0 ? item : findItem(db, id);
  const isReworded =
    now?.kind === 'task' && written.some(({ field, undoes }) => field === 'text' && undoes === undefined);
  return { written, item: now, lost, reread: isReworded ? reread(now) : [] };
};

/** What a caller gave, or `usage` with the place where it is none. */
const parse = <Value>(schema: z.ZodType<Value>, given: unknown): Value => {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const places = error.issues.map(({ path, message }) => `${path.join('.') || '.'}: ${message}`).join('; ');
  throw new PipelineError(
    'usage',
    { vi: `Yêu cầu sửa không đúng dạng: ${places}`, en: `No request for a correction: ${places}` },
    { vi: 'Xem kiểu CorrectionRequest.', en: 'See the type CorrectionRequest.' },
  );
};

/**
 * Does what people ask, all of it or nothing, in one transaction: tables, search, views and exports follow at once. Throws
 * CorrectionConflict where others changed what was seen, `correction-invalid` for a value that cannot be taken, with what was
 * expected, `usage` for an unknown id. — sửa
 * `correctAll(db, [{ do: 'confirm', id: '7f…:2.1' }, { do: 'confirm', id: '7f…:2.2' }], { by: 'Lan', at })`
 */
export const correctAll = (
  db: Store,
  requests: readonly CorrectionRequest[],
  doer: Corrector,
): readonly Corrected[] => {
  const asked = requests.map((request) => parse(CorrectionRequest, request));
  const who = parse(Corrector, doer);
  return guard(db, () => runTransaction(db, () => asked.map((request) => perform(db, request, who))));
};

/** One request: correctAll. `correct(db, { do: 'fix', id, fields: { due: '30/6' }, revision }, { by: 'Lan', at })` */
export const correct = (db: Store, request: CorrectionRequest, doer: Corrector): Corrected => {
  const [done] = correctAll(db, [request], doer);
  return done ?? { written: [], item: undefined, lost: [], reread: [] };
};
