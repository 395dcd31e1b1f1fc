import { z } from 'zod';

/** A stretch of text in UTF-16 units, end exclusive. Which text it belongs to is said by the field that holds it. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) }).readonly();
export type Span = z.infer<typeof Span>;

/** True of two stretches of one text that have a letter in common. */
export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** A rectangle on the page image, in pixels from its top left corner. */
export const Box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() }).readonly();
export type Box = z.infer<typeof Box>;

/** A civil date without a zone, as YYYY-MM-DD. A deadline is never a JS Date: east of UTC that moves a day. */
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export type IsoDate = z.infer<typeof IsoDate>;

/** A share from 0 to 1; null where nothing was measured. */
export const Confidence = z.number().min(0).max(1).nullable();
export type Confidence = z.infer<typeof Confidence>;
