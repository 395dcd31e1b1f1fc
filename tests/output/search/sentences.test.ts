import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { normalizeName } from '../../../extractors/bodies/abbreviations.js';
import { readSentence } from '../../../output/search/read-sentence.js';
import { TaskFilters } from '../../../output/search/task-filters.js';
import { internBody, internIssuer, internType } from '../../../output/store/intern.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { packageFile } from '../../../pipeline/base/package-root.js';

const Table = z.object({
  today: z.string(),
  bodies: z.array(z.string()),
  issuers: z.array(z.string()),
  types: z.array(z.string()),
  cases: z.array(z.object({ words: z.string(), filters: TaskFilters, rest: z.string(), why: z.string().optional() })),
});
const table = Table.parse(JSON.parse(readFileSync(packageFile('fixtures', 'cases', 'search-sentences.json'), 'utf8')));

const db = openDatabase(':memory:');
for (const name of table.bodies)
  internBody(db, {
    name,
    normalized: normalizeName(name),
    role: 'lead',
    inherited: false,
    level: null,
    branch: null,
    confidence: 1,
  });
for (const name of table.issuers) internIssuer(db, name);
for (const name of table.types) internType(db, name);
afterAll(() => db.close());

describe('a sentence of a clerk', () => {
  it('stands in the table, half of them words that must stay words', () => {
    expect(table.cases.length).toBeGreaterThanOrEqual(100);
    const plain = table.cases.filter(({ filters }) => Object.keys(filters).length === 0).length;
    expect(plain / table.cases.length).toBeGreaterThan(0.45);
  });

  it.each(table.cases)('is read right: $words', ({ words, filters, rest }) => {
    const { sure } = readSentence(db, words, table.today);
    expect({ filters: sure?.filters ?? {}, rest: sure?.words ?? words }).toEqual({ filters, rest });
  });
});
