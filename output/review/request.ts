import { z } from 'zod';
import { HEADER_FIELDS, TASK_FIELDS } from '../../schemas/correction.js';

/** What the caller saw: the mark that came with an item, or the values of fields; what differs by now is told, not overwritten. */
const Seen = {
  revision: z.string().optional(),
  before: z.record(z.string(), z.string().nullable()).optional(),
};

const typed = z.string().nullable();

/**
 * What a person asks to change, each value as people type it: a time ("30/6", "quý II", "thường xuyên", "không có hạn"), names of
 * bodies parted by ";". null and "" mean none. `id` is that of a task, a document or a passage. — yêu cầu sửa
 */
export const CorrectionRequest = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('fix'),
    /** Of a task, or of a document for its header. */
    id: z.string(),
    fields: z.partialRecord(z.enum([...TASK_FIELDS, ...HEADER_FIELDS]), typed),
    /** Says in the same breath that the rest is right. */
    confirm: z.boolean().optional(),
    ...Seen,
  }),
  /** The task is right as it stands; of a document: its header. — đúng */
  z.strictObject({ do: z.literal('confirm'), id: z.string(), ...Seen }),
  /** The item, or the passage, gives no task. — không phải nhiệm vụ */
  z.strictObject({ do: z.literal('dismiss'), id: z.string(), ...Seen }),
  /** Cuts a task in two before an offset of its text, or before the first words of the second. — tách */
  z.strictObject({ do: z.literal('split'), id: z.string(), at: z.union([z.int(), z.string()]), ...Seen }),
  /** Puts another item of the same paper into a task. — gộp */
  z.strictObject({ do: z.literal('merge'), id: z.string(), other: z.string(), ...Seen }),
  /** Makes a passage a task; `text` where the print could not be read, or not rightly. — thành nhiệm vụ */
  z.strictObject({ do: z.literal('add'), id: z.string(), text: z.string().optional() }),
  /** Takes what is only suggested for number and date of a paper. — nhận gợi ý */
  z.strictObject({ do: z.literal('accept'), id: z.string(), ...Seen }),
  /** Takes back one correction by its key; of an undo: does it again. — hoàn tác */
  z.strictObject({ do: z.literal('undo'), key: z.int() }),
]);
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;

/** One kind of request. */
export type RequestOf<Do extends CorrectionRequest['do']> = Extract<CorrectionRequest, { readonly do: Do }>;
