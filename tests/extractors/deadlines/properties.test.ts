import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findDeadlines } from '../../../extractors/deadlines/index.js';
import { findReferences } from '../../../extractors/references/index.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import type { Span } from '../../../schemas/span.js';

const readTexts = (file: string): string[] =>
  z
    .array(z.object({ text: z.string() }))
    .parse(JSON.parse(readFileSync(packageFile('fixtures', 'cases', file), 'utf8')))
    .map(({ text }) => text);

const texts = [...readTexts('deadlines.json'), ...readTexts('references.json')];
const context = { issuedOn: '2025-03-14' };
const finders = { findDeadlines, findReferences };
type Name = keyof typeof finders;
const names: readonly Name[] = ['findDeadlines', 'findReferences'];

const find = (name: Name, text: string): readonly { readonly text: string; readonly span: Span }[] =>
  finders[name](text, context);
const withoutSpans = (name: Name, text: string) => find(name, text).map(({ span: _span, ...values }) => values);
const toNfc = (value: unknown): unknown => JSON.parse(JSON.stringify(value).normalize('NFC'));

// Letters, digits and marks that these extractors look at, so that mutations hit their patterns often.
const noise = fc.constantFrom(
  ...'0123456789/-–.,;:()| \n\tlIOođĐquýnămthángngàytrướckểtừ',
  'ngày ',
  ' tháng ',
  ' năm ',
  'trước ',
  '\u0301',
  '𝟙',
  '\ufffd',
);
const mutation = fc.record({
  at: fc.nat(400),
  cut: fc.nat(6),
  put: fc.array(noise, { maxLength: 4 }).map((parts) => parts.join('')),
});
const mutated = fc
  .tuple(fc.constantFrom(...texts), fc.array(mutation, { maxLength: 6 }))
  .map(([text, changes]) =>
    changes.reduce(
      (t, { at, cut, put }) => t.slice(0, at % (t.length + 1)) + put + t.slice((at % (t.length + 1)) + cut),
      text,
    ),
  );

describe.each(names)('%s', (name) => {
  it('never throws, and its quotes equal their slices in order', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const found = find(name, text);
        for (const { text: quote, span } of found) expect(quote).toBe(text.slice(span.start, span.end));
        const starts = found.map(({ span }) => span.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 1500 },
    );
  });

  it('finds the same in decomposed text', () => {
    for (const text of texts) {
      const decomposed = text.normalize('NFD');
      expect(toNfc(withoutSpans(name, decomposed))).toEqual(withoutSpans(name, text.normalize('NFC')));
      for (const { text: quote, span } of find(name, decomposed))
        expect(quote).toBe(decomposed.slice(span.start, span.end));
    }
  });

  it('finds the same whatever the white space', () => {
    for (const text of texts) {
      const spaced = text.replace(/ /gu, ' \n ');
      const squeeze = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/ \\n /gu, ' '));
      expect(squeeze(withoutSpans(name, spaced))).toEqual(withoutSpans(name, text));
    }
  });

  it('finds the same behind an unrelated sentence, shifted', () => {
    const before = 'Các cấp uỷ tăng cường công tác lãnh đạo, chỉ đạo. Nâng cao chất lượng đội ngũ cán bộ cơ sở.\n\n';
    for (const text of texts.filter((t) => /\.$/u.test(t))) {
      const shifted = find(name, before + text).map(({ span, ...values }) => ({
        ...values,
        span: { start: span.start - before.length, end: span.end - before.length },
      }));
      expect(shifted).toEqual(find(name, text));
    }
  });

  it('finds the same in front of an unrelated paragraph', () => {
    const after = '\n\nCác cấp uỷ tăng cường công tác lãnh đạo, chỉ đạo.';
    for (const text of texts.filter((t) => /\.$/u.test(t))) expect(find(name, text + after)).toEqual(find(name, text));
  });

  it('reads a text of a million letters in one go', () => {
    const sentence = texts.join(' ');
    const long = sentence.repeat(Math.ceil(1_000_000 / sentence.length));
    const hostile = [
      '1'.repeat(100_000),
      'chậm nhất '.repeat(20_000),
      '1/'.repeat(100_000),
      'tháng 3, '.repeat(20_000),
      'số '.repeat(50_000),
      ' '.repeat(200_000),
    ];
    for (const text of [long, ...hostile]) {
      for (const { text: quote, span } of find(name, text)) expect(quote).toBe(text.slice(span.start, span.end));
    }
  });
});
