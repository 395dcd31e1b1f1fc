import { PipelineError } from '../../pipeline/base/errors.js';
import type { Bilingual } from '../../schemas/note.js';

/** What others made of a field since the caller saw it. */
export interface Conflict {
  readonly id: string;
  readonly field: string;
  /** As the caller saw it. */
  readonly seen: string | null;
  readonly now: string | null;
  /** Who changed it last, and when; null where another reading did. */
  readonly by: string | null;
  readonly at: string | null;
}

/** Others changed an item since the caller saw it: both values are told, nothing was written. */
export class CorrectionConflict extends PipelineError {
  readonly conflict: Conflict;

  /** `name`: what people call the field. */
  constructor(conflict: Conflict, name: Bilingual) {
    const { by } = conflict;
    super(
      'correction-conflict',
      {
        vi: `${by ?? 'Lần xử lý lại'} vừa sửa mục này (${name.vi}); chưa ghi gì.`,
        en: `${by ?? 'Another reading'} changed this item (${name.en}) meanwhile; nothing was written.`,
      },
      { vi: 'Xem lại mục rồi sửa tiếp.', en: 'Look at the item again, then correct it.' },
    );
    this.name = 'CorrectionConflict';
    this.conflict = conflict;
  }
}

/** What was typed cannot be taken: nothing was written. */
export class CorrectionInvalid extends PipelineError {
  /** Where it was typed; null where it is about the request as a whole. */
  readonly field: string | null;

  constructor(text: Bilingual, hint: Bilingual, field: string | null = null) {
    super('correction-invalid', text, hint);
    this.name = 'CorrectionInvalid';
    this.field = field;
  }
}

/** What was typed cannot be taken: nothing was written. `text` says what was expected. */
export const invalid = (text: Bilingual, hint: Bilingual): CorrectionInvalid => new CorrectionInvalid(text, hint);

/** Does what reads a typed value; an error of it names the field. */
export const inField = <Value>(field: string, read: () => Value): Value => {
  try {
    return read();
  } catch (error) {
    if (error instanceof CorrectionInvalid && error.field === null)
      throw new CorrectionInvalid(error.text, error.hint, field);
    throw error;
  }
};

/** An item is there no more: what became of it, and where to look. */
export const wentElsewhere = ({
  text,
  now,
}: {
  readonly text: Bilingual;
  readonly now: string | null;
}): PipelineError => {
  const next = now === null ? 'ketluan history' : `ketluan show ${now}`;
  return new PipelineError(
    'usage',
    { vi: `${text.vi}.`, en: `${text.en}.` },
    { vi: `Xem: ${next}`, en: `See: ${next}` },
  );
};

/** No task, document or passage has this id. */
export const unknownItem = (id: string): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `Không có nhiệm vụ, văn bản hay đoạn nào là ${id}.`, en: `No task, document or passage is called ${id}.` },
    { vi: 'Xem mã bằng ketluan show hoặc ketluan search.', en: 'ketluan show and ketluan search print ids.' },
  );
