import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAssignments } from '../../../extractors/assignments/index.js';
import { findDeadlines } from '../../../extractors/deadlines/index.js';
import type { Trace } from '../../../extractors/trace.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import type { Assignment } from '../../../schemas/directive.js';
import { explainCase } from '../explain-case.js';

const Case = z.strictObject({
  name: z.string(),
  text: z.string(),
  expect: z.array(z.strictObject({ text: z.string(), bodies: z.array(z.string()), deadlines: z.array(z.string()) })),
});
const CASES = z.array(Case).parse(JSON.parse(readFileSync(packageFile('fixtures/cases/assignments.json'), 'utf8')));
const issuedOn = '2024-03-01';

const read = (text: string, trace?: Trace) =>
  readAssignments(text, { issuedOn, trace, deadlines: findDeadlines(text, { issuedOn, trace }) });

const summarize = (assignment: Assignment) => ({
  text: assignment.text,
  bodies: assignment.bodies.map((body) => `${body.role}${body.inherited ? ' (inherited)' : ''}: ${body.name}`),
  deadlines: assignment.deadlines.map((deadline) => deadline.text),
});

describe('readAssignments, case by case', () => {
  it.each(CASES)('$name', ({ text, expect: expected }) => {
    const why = explainCase((trace) => read(text, trace));
    expect(read(text).assignments.map(summarize), why).toEqual(expected);
  });
});

describe('readAssignments, notes', () => {
  it('says that nobody is named', () => {
    expect(read('Nâng cao chất lượng giáo dục.').notes.map((note) => note.rule)).toEqual(['assignments/nobody-named']);
  });

  it.each([
    ['Giao Trại cá giống Hồ Vân cung ứng con giống.', 'Trại cá giống Hồ Vân'],
    ['Sở Y tế phối hợp với nhà mạng nhắn tin.', 'nhà mạng'],
    ['Sở Y tế phối hợp với Công an tỉnh nhắn tin.', undefined],
    ['Trách nhiệm của các đơn vị cung cấp nước sạch nông thôn:', 'các đơn vị cung cấp nước sạch nông thôn'],
  ])('says so when no list knows a name: %s', (text, actual) => {
    const notes = read(text).notes.filter((note) => note.rule === 'assignments/unknown-name');
    expect(notes.map((note) => note.actual)).toEqual(actual === undefined ? [] : [actual]);
  });

  it.each([
    ['a district after its end', '2025-09-01', 'Giao UBND huyện Sông Mây rà soát.', ['bodies/outside-dates']],
    ['a district in its days', '2025-05-01', 'Giao UBND huyện Sông Mây rà soát.', []],
    ['a special zone before its days', '2024-05-01', 'Giao UBND đặc khu Hòn Sao rà soát.', ['bodies/outside-dates']],
    ['a party caucus after its end', '2026-01-15', 'Giao Ban cán sự đảng UBND tỉnh rà soát.', ['bodies/outside-dates']],
    ['the party committee that came after it', '2026-01-15', 'Giao Đảng ủy UBND tỉnh rà soát.', []],
    ['that committee too early', '2023-01-15', 'Giao Đảng ủy UBND tỉnh rà soát.', ['bodies/outside-dates']],
  ])('%s', (_name, day, text, rules) => {
    expect(readAssignments(text, { issuedOn: day }).notes.map((note) => note.rule)).toEqual(rules);
  });
});

const mixture = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CASES.map((one) => one.text)),
      fc.constantFrom('; ', ', ', ': ', '(', ') ', '. ', '“', '\n'),
    ),
    {
      maxLength: 10,
    },
  )
  .map((parts) => parts.join(' '));

describe('readAssignments, on any text', () => {
  it('quotes the text: assignments, bodies and deadlines lie where their spans say', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { assignments } = read(text);
        expect(assignments.length).toBeGreaterThan(0);
        for (const { text: quote, span, bodies, deadlines } of assignments) {
          expect(text.slice(span.start, span.end)).toBe(quote);
          for (const body of bodies) {
            expect(body.span === undefined).toBe(body.inherited);
            if (body.span !== undefined) expect(body.span.end).toBeLessThanOrEqual(span.end);
          }
          for (const deadline of deadlines) {
            expect(text.slice(deadline.span.start, deadline.span.end)).toBe(deadline.text);
            expect(deadline.span.start >= span.start && deadline.span.end <= span.end).toBe(true);
          }
        }
      }),
    );
  });

  it('loses no deadline', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const found = findDeadlines(text, { issuedOn });
        const bound = readAssignments(text, { issuedOn, deadlines: found }).assignments.flatMap((one) => one.deadlines);
        expect(bound).toEqual(found);
      }),
    );
  });

  it('never throws on text without sense', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(readAssignments(text.normalize('NFC'), { issuedOn: null }).assignments.length).toBeGreaterThan(0);
      }),
    );
  });

  it('reads one sentence of a hundred pages', () => {
    const text = 'Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát, báo cáo UBND tỉnh, '.repeat(3000);
    expect(read(text).assignments).toHaveLength(1);
  });
});
