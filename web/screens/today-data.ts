import { z } from 'zod';
import { TRACKER_STATES } from '../../output/tracker/tracker-state.js';
import { ShownDeadline, TaskLine } from './search-data.js';

const Counts = z.partialRecord(z.enum(TRACKER_STATES), z.int());

/** What the first screen shows. */
export const TodayData = z.object({
  today: z.iso.date(),
  tasks: z.int(),
  states: Counts,
  /** Overdue by three days and more. */
  long: z.int(),
  review: z.object({ tasks: z.int(), documents: z.int(), unclaimed: z.int(), suggested: z.int() }),
  quarantined: z.int(),
  bodies: z.array(z.object({ name: z.string().nullable(), total: z.int(), states: Counts })),
  moreBodies: z.int(),
  weeks: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), count: z.int() })),
  /** Weeks in which papers came in, the oldest first: how many left a doubt when they were read, how well their scans were read. */
  reading: z.array(
    z.object({
      from: z.iso.date(),
      papers: z.int(),
      doubtful: z.int(),
      scans: z.int(),
      /** Of the words of scans, 0–1. */
      confidence: z.number().nullable(),
      /** Share of print that became words, 0–1. */
      coverage: z.number().nullable(),
    }),
  ),
  urgent: z.array(TaskLine.extend({ deadline: ShownDeadline.omit({ inferred: true }).nullable() })),
  lastBatch: z
    .object({ batch: z.int(), startedAt: z.string(), files: z.int(), review: z.int(), quarantined: z.int() })
    .nullable(),
});
export type TodayData = z.input<typeof TodayData>;
