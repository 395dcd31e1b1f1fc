import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findDeadlines } from '../../../extractors/deadlines/index.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { DEADLINE_DEFAULTS, Deadline } from '../../../schemas/directive.js';
import { explainCase } from '../explain-case.js';

/** What a case leaves out; a written field stands for itself. Place, finder and confidence are tested elsewhere. */
const { confidence: _unmeasured, ...DEFAULTS } = DEADLINE_DEFAULTS;

const Case = z.object({
  name: z.string(),
  issuedOn: z.string().nullable(),
  text: z.string(),
  expect: z.array(z.record(z.string(), z.unknown())),
});

const cases = z.array(Case).parse(JSON.parse(readFileSync(packageFile('fixtures', 'cases', 'deadlines.json'), 'utf8')));

describe('deadlines of fixtures/cases/deadlines.json', () => {
  it.each(cases)('$name: $text', ({ text, issuedOn, expect: wanted }) => {
    const found = findDeadlines(text, { issuedOn });
    const shown = found.map((deadline) => {
      const { span, foundBy: _foundBy, confidence: _confidence, ...values } = Deadline.parse(deadline);
      return { ...values, text: text.slice(span.start, span.end) };
    });
    const why = explainCase((trace) => findDeadlines(text, { issuedOn, trace }));
    expect(shown, why).toEqual(wanted.map((value) => ({ ...DEFAULTS, ...value })));
  });
});
