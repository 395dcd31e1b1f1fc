import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { normalizeName } from '../../../extractors/bodies/abbreviations.js';
import { readSentence } from '../../../output/search/read-sentence.js';
import { TaskFilters } from '../../../output/search/task-filters.js';
import { runGuarded } from '../../../output/store/guard.js';
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
runGuarded(db, () => {
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
});
afterAll(() => db.close());

describe('a sentence of a clerk', () => {
  it('stands in the table, half of them words that must stay words', () => {
    expect(table.cases.length).toBeGreaterThanOrEqual(100);
    const plain = table.cases.filter(({ filters }) => Object.keys(filters).length === 0).length;
    expect(plain / table.cases.length).toBeGreaterThan(0.45);
  });

  it('of any words is read or left, its parts quote what was typed, and what is quoted is in none', () => {
    const piece = fc.constantFrom(
      ...'việc|của|do|giao|cho|trong|quá hạn|đến hạn|chưa có hạn|trước|sau|từ|đến|hết|30/6|31/2|quý 2|quý 5|năm 2025|tháng 13|tuần này|số|về|,|?|-x|"quá hạn"|"việc|chủ trì|phối hợp|thường xuyên|BTV|UBND|301-KL/TU|\u0000|𠮷|x'.split(
        '|',
      ),
      ...table.bodies,
      ...table.issuers,
      ...table.types,
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const words = pieces.join(' ');
        const { sure, unsure } = readSentence(db, words, table.today);
        for (const reading of [sure, unsure]) {
          if (reading === null) continue;
          read += 1;
          expect(TaskFilters.safeParse(reading.filters).success).toBe(true);
          for (const { typed, start, end, label } of reading.parts) {
            expect(typed).toBe(words.normalize('NFC').slice(start, end));
            expect(typed).not.toContain('"');
            expect(label.vi).not.toBe('');
          }
        }
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it.each(table.cases)('is read right: $words', ({ words, filters, rest }) => {
    const { sure } = readSentence(db, words, table.today);
    expect({ filters: sure?.filters ?? {}, rest: sure?.words ?? words }).toEqual({ filters, rest });
  });

  it.each([
    ['kết luận số 301-KL/TU', ''],
    ['thực hiện Kết luận số 301-KL/TU', 'thực hiện'],
  ])('that names a paper may ask for its tasks: %s', (words, rest) => {
    const { sure, unsure } = readSentence(db, words, table.today);
    expect([sure, unsure?.filters, unsure?.words]).toEqual([null, { type: 'Kết luận', number: '301-KL/TU' }, rest]);
  });
});
