import { z } from 'zod';
import { Box } from './span.js';

/** What digits a hand may have written, and how likely; the shares of all that was thought of sum to 1 or less. */
export const DigitReading = z
  .object({ digits: z.string().regex(/^\d{1,5}$/u), confidence: z.number().min(0).max(1) })
  .readonly();
export type DigitReading = z.infer<typeof DigitReading>;

/** A place of a header that a clerk fills in by hand or with a stamp. — chỗ trống của số, ngày, tháng */
export const HeaderGap = z
  .object({
    field: z.enum(['number', 'day', 'month']),
    /** From the print before it to the print behind it, with room above and below for a hand; pixels of the page image. */
    box: Box,
    /**
     * blank: nothing stands there. print: figures of the height and on the foot of the print beside them. pen: what cannot be
     * print. unclear: neither can be told.
     */
    ink: z.enum(['blank', 'print', 'pen', 'unclear']),
    /** What the engine made of it; '' where it made nothing. */
    read: z.string(),
    /** How sure the engine was of that; null without a reading. */
    confidence: z.number().min(0).max(1).nullable(),
    /** What the reader of digits makes of pen strokes, the likeliest first; absent where there are none. */
    handwriting: z.array(DigitReading).readonly().optional(),
  })
  .readonly();
export type HeaderGap = z.infer<typeof HeaderGap>;

/** Degrees of urgency, the least first. Source: NĐ 30/2020/NĐ-CP, phụ lục I; HD 36-HD/VPTW. — độ khẩn */
export const Urgency = z.enum(['Khẩn', 'Thượng khẩn', 'Hỏa tốc']);
export type Urgency = z.infer<typeof Urgency>;

/** A signing program's panel, apart from the header below it. — khung chữ ký số */
export const SignaturePanel = z
  .object({
    /** As read, from the top; one line where only the text of an annotation is known. */
    lines: z.array(z.string()).readonly(),
    /** Where its picture stands; null for the text of an annotation, which is no picture. */
    box: Box.nullable(),
  })
  .readonly();
export type SignaturePanel = z.infer<typeof SignaturePanel>;

/** The zones of a header by their places, in pixels of the page image: two columns under the motto. — thể thức phần đầu */
export const HeaderZones = z
  .object({
    /** Names of the bodies on the left. */
    issuer: Box.optional(),
    /** The line of number and symbol. */
    number: Box.optional(),
    /** The line of place and date. */
    date: Box.optional(),
    /** The abstract of a letter, under its number. — V/v … */
    subject: Box.optional(),
    /** A stamp of urgency, read by itself; without a place where it is an annotation or turned text. — dấu hỏa tốc, thượng khẩn, khẩn */
    urgency: z.object({ mark: Urgency, box: Box.nullable() }).readonly().optional(),
    /** Panels of e-signatures, wherever they stand on the page. */
    panels: z.array(SignaturePanel).readonly().optional(),
    gaps: z.array(HeaderGap).readonly(),
  })
  .readonly();
export type HeaderZones = z.infer<typeof HeaderZones>;
