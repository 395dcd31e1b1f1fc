import { describe, expect, it } from 'vitest';
import { drawGrowth } from '../../bench/draw-growth.js';

const readPoints = (svg: string): readonly (readonly [number, number])[] =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/gu)].map(([, x, y]) => [Number(x), Number(y)] as const);

describe('the plot of growth', () => {
  it('draws what is in proportion as a straight line, and a start as a bend at its foot', () => {
    const straight = [10, 100, 1000].map((documents) => ({ documents, cpu: documents / 100, wall: 1 }));
    const [[, a] = [0, 0], [, b] = [0, 0], [, c] = [0, 0]] = readPoints(drawGrowth(straight));
    expect(b - a).toBeCloseTo(c - b, 0);
    const started = straight.map((point) => ({ ...point, cpu: point.cpu + 1 }));
    const [[, d] = [0, 0], [, e] = [0, 0], [, f] = [0, 0]] = readPoints(drawGrowth(started));
    expect(Math.abs(e - d)).toBeLessThan(0.7 * Math.abs(f - e));
  });

  it('holds every point within its frame', () => {
    const svg = drawGrowth([
      { documents: 10, cpu: 2.05, wall: 4 },
      { documents: 10_000, cpu: 143, wall: 150 },
    ]);
    for (const [x, y] of readPoints(svg)) {
      expect(x).toBeGreaterThanOrEqual(64);
      expect(x).toBeLessThanOrEqual(624);
      expect(y).toBeGreaterThanOrEqual(16);
      expect(y).toBeLessThanOrEqual(348);
    }
    expect(svg.startsWith('<svg') && svg.endsWith('</svg>\n')).toBe(true);
  });
});
