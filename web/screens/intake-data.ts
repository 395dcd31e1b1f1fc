import { z } from 'zod';
import { IntakeState } from '../intake/job.js';
import { Sentence } from '../text.js';

const Counts = z.record(z.string(), z.int());

/** What the screen of intake shows. */
export const IntakeData = z.object({
  state: IntakeState,
  /** Names of the places on the server's disk. */
  places: z.array(z.string()),
  folder: z
    .object({
      place: z.int(),
      way: z.array(z.string()),
      folders: z.array(z.string()),
      files: z.int(),
    })
    .nullable(),
  batches: z.array(
    z.object({
      batch: z.int(),
      startedAt: z.string(),
      finishedAt: z.string().nullable(),
      undoneAt: z.string().nullable(),
      roots: z.array(z.string()),
      files: z.int(),
      counts: Counts,
      standing: z.int(),
    }),
  ),
  quarantine: z.array(
    z.object({
      path: z.string(),
      sha256: z.string().nullable(),
      code: z.string(),
      text: Sentence,
      hint: Sentence.nullable(),
    }),
  ),
  quarantined: z.int(),
});
export type IntakeData = z.input<typeof IntakeData>;
