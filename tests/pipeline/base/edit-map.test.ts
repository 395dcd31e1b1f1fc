import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSource, toRaw, toRepaired, toSources } from '../../../pipeline/base/edit-map.js';
import type { Edit } from '../../../schemas/stages.js';

const RAW = 'Dang uy va UBND xa lam xong';
const REPAIRED = 'Đảng ủy và UBND xã làm xong';
const edit = (rawStart: number, rawEnd: number, start: number, end: number): Edit => ({
  raw: { start: rawStart, end: rawEnd },
  repaired: { start, end },
  confidence: 0.9,
  by: 'decoder',
});

/** Random texts and edits that turn one into the other. */
const editedTexts = fc
  .array(
    fc.record({
      keep: fc.string({ maxLength: 5 }),
      from: fc.string({ minLength: 1, maxLength: 4 }),
      to: fc.string({ minLength: 1, maxLength: 4 }),
    }),
    {
      maxLength: 8,
    },
  )
  .map((parts) => {
    let raw = '';
    let repaired = '';
    const edits: Edit[] = [];
    for (const { keep, from, to } of parts) {
      raw += keep;
      repaired += keep;
      edits.push(edit(raw.length, raw.length + from.length, repaired.length, repaired.length + to.length));
      raw += from;
      repaired += to;
    }
    return { raw: `${raw}.`, repaired: `${repaired}.`, edits };
  });

describe('toRaw and toRepaired', () => {
  const edits = [edit(0, 7, 0, 7), edit(8, 10, 8, 10), edit(16, 22, 16, 22)];

  it('leads a kept word to itself', () => {
    const span = { start: REPAIRED.indexOf('UBND'), end: REPAIRED.indexOf('UBND') + 4 };
    const raw = toRaw(edits, span);
    expect(RAW.slice(raw.start, raw.end)).toBe('UBND');
  });

  it('takes the whole replacement for a part of it', () => {
    expect(toRaw([edit(3, 6, 3, 9)], { start: 5, end: 6 })).toEqual({ start: 3, end: 6 });
    expect(toRepaired([edit(3, 6, 3, 9)], { start: 4, end: 5 })).toEqual({ start: 3, end: 9 });
  });

  it('covers at least the span that it began with, there and back', () => {
    fc.assert(
      fc.property(editedTexts, fc.nat(), fc.nat(), ({ repaired, edits: made }, a, b) => {
        const start = Math.min(a, b) % repaired.length;
        const end = Math.max(start + 1, Math.max(a, b) % (repaired.length + 1));
        const back = toRepaired(made, toRaw(made, { start, end }));
        expect(back.start).toBeLessThanOrEqual(start);
        expect(back.end).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  it('gives equal slices where nothing was replaced', () => {
    fc.assert(
      fc.property(editedTexts, ({ raw, repaired, edits: made }) => {
        let at = 0;
        for (const one of made) {
          const kept = { start: at, end: one.repaired.start };
          if (kept.start < kept.end) {
            const source = toRaw(made, kept);
            expect(raw.slice(source.start, source.end)).toBe(repaired.slice(kept.start, kept.end));
          }
          at = one.repaired.end;
        }
      }),
    );
  });
});

describe('toSources', () => {
  it('cuts a span at the joints of a reflowed text', () => {
    const pieces = [
      { at: 0, source: { start: 10, end: 15 } },
      { at: 6, source: { start: 20, end: 24 } },
    ];
    expect(toSources(pieces, { start: 3, end: 8 })).toEqual([
      { start: 13, end: 15 },
      { start: 20, end: 22 },
    ]);
  });
});

describe('fromSource', () => {
  const pieces = [
    { at: 0, source: { start: 10, end: 15 } },
    { at: 6, source: { start: 20, end: 24 } },
  ];

  it('finds what a reflowed text holds of a span, and nothing of what was cut between its pieces', () => {
    expect(fromSource(pieces, { start: 13, end: 22 })).toEqual([
      { start: 3, end: 5 },
      { start: 6, end: 8 },
    ]);
    expect(fromSource(pieces, { start: 15, end: 20 })).toEqual([]);
  });

  it('leads back what toSources led away', () => {
    for (const source of toSources(pieces, { start: 3, end: 8 }))
      expect(fromSource(pieces, source).flatMap((span) => toSources(pieces, span))).toEqual([source]);
  });
});
