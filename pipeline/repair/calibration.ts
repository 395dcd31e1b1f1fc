/** How often the decoder was right on held-out text at rising posteriors: points of posterior and share, sorted. */
export type Calibration = readonly (readonly [posterior: number, right: number])[];

/** Turns a posterior into the share of right answers that was measured for it, between the points by a straight line. */
export const calibrate = (posterior: number, points: Calibration): number => {
  let [from, low] = [0, 0];
  for (const [to, high] of points) {
    if (posterior <= to) return to <= from ? high : low + ((posterior - from) / (to - from)) * (high - low);
    [from, low] = [to, high];
  }
  return points.length === 0 ? posterior : low;
};

/**
 * Measures the calibration from answers known to be right or wrong, in bins of equal size, never falling. The last point
 * stays below one: nothing is certain.
 */
export const fitCalibration = (
  answers: readonly { readonly posterior: number; readonly isRight: boolean }[],
  bins = 40,
): Calibration => {
  const sorted = [...answers].sort((a, b) => a.posterior - b.posterior);
  const size = Math.max(1, Math.ceil(sorted.length / bins));
  const points: [number, number][] = [];
  for (let at = 0; at < sorted.length; at += size) {
    const bin = sorted.slice(at, at + size);
    const right = bin.filter((answer) => answer.isRight).length;
    const share = (right + 0.5) / (bin.length + 1);
    const before = points.at(-1);
    points.push([bin.at(-1)?.posterior ?? 1, Math.max(share, before?.[1] ?? 0)]);
  }
  return points;
};
