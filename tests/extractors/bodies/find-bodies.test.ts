import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findBodies } from '../../../extractors/bodies/index.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { explainCase } from '../explain-case.js';

const Case = z.strictObject({
  name: z.string(),
  issuedOn: z.string(),
  text: z.string(),
  expect: z.array(
    z.strictObject({
      name: z.string(),
      quote: z.string(),
      normalized: z.string(),
      level: z.string().nullable(),
      branch: z.string().nullable(),
      form: z.string(),
    }),
  ),
});
const CASES = z.array(Case).parse(JSON.parse(readFileSync(packageFile('fixtures/cases/bodies.json'), 'utf8')));

const describeFound = (text: string, issuedOn: string | null) =>
  findBodies(text, { issuedOn }).map(({ span, confidence: _confidence, ...body }) => ({
    ...body,
    quote: text.slice(span.start, span.end),
  }));

describe('findBodies, case by case', () => {
  it.each(CASES)('$name', ({ text, issuedOn, expect: expected }) => {
    const why = explainCase((trace) => findBodies(text, { issuedOn, trace }));
    expect(describeFound(text, issuedOn), why).toEqual(expected);
  });
});

/** Sentences made of the cases, in any order and with noise between: what a fuzzer needs to reach deep into the grammar. */
const mixture = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CASES.map((one) => one.text)),
      fc.constantFrom('; ', ', ', ' và ', '. ', ': ', '(', ' - ', ' các '),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

describe('findBodies, on any text', () => {
  it('gives names in order that never overlap, each the slice of its place or completed from its neighbours', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        let last = 0;
        for (const { name, span } of findBodies(text, { issuedOn: null })) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
          const quote = text.slice(span.start, span.end).replace(/\s+/gu, ' ');
          const words = new Set(name.toLowerCase().split(' '));
          const shared = quote
            .toLowerCase()
            .split(' ')
            .filter((word) => words.has(word));
          expect(name === quote || shared.length > 0).toBe(true);
        }
      }),
    );
  });

  it('never throws on text without sense', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(Array.isArray(findBodies(text.normalize('NFC'), { issuedOn: null }))).toBe(true);
      }),
    );
  });

  it('finds the same behind unrelated lines, further on', () => {
    const before = 'Ngày mưa lớn, đường trơn.\n';
    fc.assert(
      fc.property(fc.constantFrom(...CASES), ({ text, issuedOn }) => {
        const shifted = findBodies(before + text, { issuedOn }).map(({ span, ...body }) => ({
          ...body,
          span: { start: span.start - before.length, end: span.end - before.length },
        }));
        expect(shifted).toEqual(findBodies(text, { issuedOn }));
      }),
    );
  });

  it('reads a list of thousands of names in one pass', () => {
    const text = 'Sở Tài chính, các sở, ngành, UBND các xã Tân An, Bình Minh; '.repeat(3000);
    expect(findBodies(text, { issuedOn: null }).length).toBeGreaterThan(3000);
  });
});
