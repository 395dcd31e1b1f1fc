import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAssignments } from '../../../extractors/assignments/index.js';
import { packageFile } from '../../../pipeline/base/package-root.js';

const Case = z.strictObject({ text: z.string(), doubted: z.boolean() });
const CASES = z.array(Case).parse(JSON.parse(readFileSync(packageFile('fixtures/cases/name-doubts.json'), 'utf8')));

/** The rules by which a name that may not be whole, or is in no list, is told. */
const TOLD = new Set(['assignments/name-cut', 'assignments/unknown-name']);

describe('words that no part of a reading claims', () => {
  it.each(CASES)('$text', ({ text, doubted }) => {
    const rules = readAssignments(text, { issuedOn: null }).notes.map(({ rule }) => rule);
    expect(rules.some((rule) => TOLD.has(rule))).toBe(doubted);
  });

  it('are half of them whole names', () => {
    expect(CASES.filter(({ doubted }) => !doubted)).toHaveLength(CASES.length / 2);
  });
});
