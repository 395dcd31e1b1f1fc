import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findReferences } from '../../../extractors/references/index.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { Reference } from '../../../schemas/directive.js';
import { explainCase } from '../explain-case.js';

const Case = z.object({
  name: z.string(),
  text: z.string(),
  expect: z.array(z.record(z.string(), z.string().nullable())),
});

const cases = z
  .array(Case)
  .parse(JSON.parse(readFileSync(packageFile('fixtures', 'cases', 'references.json'), 'utf8')));

describe('citations of fixtures/cases/references.json', () => {
  it.each(cases)('$name: $text', ({ text, expect: wanted }) => {
    const shown = findReferences(text, { issuedOn: null }).map((reference) => {
      const { span, ...values } = Reference.parse(reference);
      return { ...values, text: text.slice(span.start, span.end) };
    });
    const why = explainCase((trace) => findReferences(text, { issuedOn: null, trace }));
    expect(shown, why).toEqual(wanted);
  });
});
