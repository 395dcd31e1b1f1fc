/** Milliseconds of one kind of answer. */
export type Times = number[];

/** A figure with what it must reach. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly most?: number;
  readonly least?: number;
}

/** The value below which a share of the times lies. */
export const at = (times: Times, share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const say = (what: string, times: Times): void => {
  const ms = (share: number): string => at(times, share).toFixed(1);
  console.log(`${what}: p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms, max ${ms(1)} ms over ${times.length}`);
};
