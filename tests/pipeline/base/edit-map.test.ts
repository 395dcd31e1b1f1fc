import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEdits, fromSource, toRaw, toRepaired, toSources } from '../../../pipeline/base/edit-map.js';
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

describe('blanks that were put in', () => {
  const edits = [edit(2, 2, 2, 3), edit(6, 6, 7, 8)];

  it('belong to neither word beside them, there and back', () => {
    // "vụĐảng" + "uỷ" is "vụ Đảng uỷ"
    expect(toRaw(edits, { start: 3, end: 7 })).toEqual({ start: 2, end: 6 });
    expect(toRepaired(edits, { start: 2, end: 6 })).toEqual({ start: 3, end: 7 });
    expect(toRepaired(edits, { start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
    expect(toRaw(edits, { start: 8, end: 10 })).toEqual({ start: 6, end: 8 });
  });
});

describe('composeEdits', () => {
  const blank = (at: number, before: number): Edit => edit(at, at, at + before, at + before + 1);

  it('keeps what the second step left alone, and takes in what it replaced', () => {
    // raw "thựchiên vụĐảng" → "thực hiên vụ Đảng" → "thực hiện vụ Đảng"
    const first = [blank(4, 0), blank(11, 1)];
    const second = [edit(5, 9, 5, 9)];
    expect(composeEdits(first, second)).toEqual([edit(4, 4, 4, 5), edit(4, 8, 5, 9), edit(11, 11, 12, 13)]);
    // "nhân dân" in one edit over the blank
    expect(composeEdits([blank(4, 0)], [edit(0, 9, 0, 3)])).toEqual([edit(0, 8, 0, 3)]);
  });

  it('gives either step alone as it is', () => {
    expect(composeEdits([], [edit(1, 2, 1, 3)])).toEqual([edit(1, 2, 1, 3)]);
    expect(composeEdits([edit(1, 2, 1, 3)], [])).toEqual([edit(1, 2, 1, 3)]);
  });

  it('leads from the first text to the last: between its edits both are the same', () => {
    fc.assert(
      fc.property(
        editedTexts,
        fc.array(fc.nat(), { maxLength: 5 }),
        ({ raw: middle, repaired, edits: second }, places) => {
          // What the second step began with is the raw text with blanks put in at some places.
          const at = [...new Set(places.map((place) => place % middle.length))].sort((a, b) => a - b);
          const first = at.map((place, i) => blank(place - i, i));
          const raw = [...middle].filter((_, i) => !at.includes(i)).join('');
          let [rawAt, repairedAt] = [0, 0];
          for (const one of composeEdits(first, second)) {
            expect(raw.slice(rawAt, one.raw.start)).toBe(repaired.slice(repairedAt, one.repaired.start));
            rawAt = one.raw.end;
            repairedAt = one.repaired.end;
          }
          expect(raw.slice(rawAt)).toBe(repaired.slice(repairedAt));
        },
      ),
    );
  });
});
