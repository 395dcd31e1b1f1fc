import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAssignments } from '../../extractors/assignments/index.js';
import { findDeadlines } from '../../extractors/deadlines/index.js';
import { explainWork } from '../../extractors/explain-steps.js';
import { findReferences } from '../../extractors/references/index.js';
import { TRACE_RULES } from '../../extractors/trace-rules.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { VERDICT_RULES } from '../../schemas/verdict-rules.js';

const Cases = z.array(z.looseObject({ text: z.string(), issuedOn: z.string().nullish() }));
const CASES = ['deadlines', 'references', 'assignments'].flatMap((name) =>
  Cases.parse(JSON.parse(readFileSync(packageFile('fixtures', 'cases', `${name}.json`), 'utf8'))),
);

describe('a trace', () => {
  it('changes nothing of what is found, and every quote is its slice', () => {
    const given = fc.record({
      texts: fc.array(fc.constantFrom(...CASES.map(({ text }) => text)), { minLength: 1, maxLength: 3 }),
      issuedOn: fc.constantFrom(null, '2024-03-01', '2025-06-10'),
    });
    fc.assert(
      fc.property(given, ({ texts, issuedOn }) => {
        const text = texts.join('\n');
        const deadlines = explainWork((trace) => findDeadlines(text, { issuedOn, trace }));
        const references = explainWork((trace) => findReferences(text, { issuedOn, trace }));
        const roles = explainWork((trace) => readAssignments(text, { issuedOn, deadlines: deadlines.result, trace }));
        expect(deadlines.result).toEqual(findDeadlines(text, { issuedOn }));
        expect(references.result).toEqual(findReferences(text, { issuedOn }));
        expect(JSON.stringify(roles.result)).toBe(
          JSON.stringify(readAssignments(text, { issuedOn, deadlines: deadlines.result })),
        );
        for (const step of [...deadlines.steps, ...references.steps])
          expect(text.slice(step.span.start, step.span.end)).toBe(step.text);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves no time unexplained: what was found is kept, dropped by a rule, or joined with another', () => {
    for (const { text, issuedOn } of CASES) {
      const { result, steps } = explainWork((trace) => findDeadlines(text, { issuedOn: issuedOn ?? null, trace }));
      const isKept = (start: number, end: number) => result.some(({ span }) => span.start <= start && end <= span.end);
      const gone = steps.filter(({ deed }) => deed === 'dropped' || deed === 'merged');
      for (const { deed, span, foundBy } of steps)
        if (deed === 'found' && !isKept(span.start, span.end))
          expect(gone, text).toContainEqual(expect.objectContaining({ span, foundBy }));
    }
  });

  it('gives every body of an item a reason', () => {
    for (const { text } of CASES) {
      const { result, steps } = explainWork((trace) => readAssignments(text, { issuedOn: '2024-03-01', trace }));
      for (const { name, role } of result.assignments.flatMap(({ bodies }) => bodies))
        expect(steps, text).toContainEqual(expect.objectContaining({ deed: 'role', text: name, role }));
    }
  });
});

describe('rules of traces and verdicts', () => {
  const sources = ['extractors', 'pipeline']
    .flatMap((room) =>
      readdirSync(packageFile(room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
    )
    .filter((name) => name.endsWith('.ts') && !/-rules\.ts$/u.test(name))
    .map((name) => readFileSync(packageFile(name), 'utf8'))
    .join('\n');

  it.each([...Object.keys(TRACE_RULES), ...Object.keys(VERDICT_RULES)])('%s is raised by somebody', (rule) => {
    expect(sources).toContain(`'${rule}'`);
  });
});
