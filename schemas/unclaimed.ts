import { z } from 'zod';

/**
 * Why a passage that became nothing is kept all the same. order: it orders somebody; deadline: it names a time by which;
 * body: it begins with a body; unread: print that could not be read. — lý do
 */
export const UNCLAIMED_REASONS = ['order', 'deadline', 'body', 'unread'] as const;
export type UnclaimedReason = (typeof UNCLAIMED_REASONS)[number];

/** A rectangle of a page in shares of its width and height, from its top left corner. */
export const PageBox = z
  .object({ page: z.int().min(1), left: z.number(), top: z.number(), right: z.number(), bottom: z.number() })
  .readonly();

/** A passage between title and signature that looks like a task and became none, or a line of print that stayed unread. — đoạn chưa được nhận */
export const Unclaimed = z
  .object({
    page: z.int().min(1),
    /** As printed, soft line breaks joined; empty for print that could not be read. */
    text: z.string(),
    why: z.enum(UNCLAIMED_REASONS),
    /** Where it stands on the page image; absent for text that no image was read for. */
    boxes: z.array(PageBox).readonly().optional(),
  })
  .readonly();
export type Unclaimed = z.infer<typeof Unclaimed>;
