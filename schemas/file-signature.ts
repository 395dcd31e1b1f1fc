import { z } from 'zod';

/**
 * A signature dictionary of a PDF. Read from the file alone: no certificate is checked against anybody's list, and nothing
 * is asked of the network. — chữ ký số trong tệp
 */
export const FileSignature = z
  .object({
    /** Name in the signer's certificate (CN, else O), else the one that the program wrote; null where neither is. */
    by: z.string().nullable(),
    /** ISO 8601, Vietnamese time where the signature gives an instant, else with the zone that the program wrote, if any. */
    at: z.string().nullable(),
    /** Whose clock: stamp, a time stamp authority's; signer, the signed time; file, what the program wrote beside it. */
    timeFrom: z.enum(['stamp', 'signer', 'file']).nullable(),
    /** As the program wrote them. — lý do, nơi ký */
    reason: z.string().nullable(),
    place: z.string().nullable(),
    /** Page on which its panel stands; null where it shows none. */
    page: z.int().min(1).nullable(),
    /** True when it is of every byte of the file as it was signed, but for the signature itself. */
    coversAll: z.boolean(),
    /** False when the bytes are not those that were signed; null where it cannot be told. */
    isIntact: z.boolean().nullable(),
    /** Bytes of the file behind what it covers: later signatures, or changes. */
    bytesAfter: z.int().min(0),
  })
  .readonly();
export type FileSignature = z.infer<typeof FileSignature>;
