import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findDeadlines } from '../../../extractors/deadlines/index.js';
import { PACKAGE_ROOT } from '../../../pipeline/base/package-root.js';
import { explainCase } from '../explain-case.js';

const Case = z.object({
  text: z.string(),
  issuedOn: z.string(),
  expect: z.array(
    z.object({
      kind: z.string(),
      due: z.string().optional(),
      bound: z.string().optional(),
      target: z.boolean().optional(),
      inferred: z.boolean().optional(),
    }),
  ),
});

const FILE = join(PACKAGE_ROOT, '..', 'shared', 'eval', 'deadline-cases.jsonl');
const isThere = existsSync(FILE);
const cases = isThere
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => Case.parse(JSON.parse(line)))
  : [];

describe.skipIf(!isThere)('the shared table of deadline wordings (skipped: ../shared/eval is not there)', () => {
  it.each(cases)('$text ($issuedOn)', ({ text, issuedOn, expect: wanted }) => {
    const found = findDeadlines(text, { issuedOn });
    const shown = found.map((deadline, i) =>
      Object.fromEntries(
        Object.keys(wanted[i] ?? { kind: '', due: '' }).map((key) => [key, deadline[key as keyof typeof deadline]]),
      ),
    );
    const why = explainCase((trace) => findDeadlines(text, { issuedOn, trace }));
    expect(shown, why).toEqual(wanted);
  });
});
