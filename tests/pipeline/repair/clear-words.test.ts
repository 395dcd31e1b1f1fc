import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ClearWords } from '../../../pipeline/repair/clear-words.js';

const id = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 0xffff }));
const rows = fc.array(fc.tuple(id, id, id), { maxLength: 200 });

it('never says yes of a row that was not added, and knows the last one', () => {
  fc.assert(
    fc.property(rows, rows, (added, asked) => {
      const clear = new ClearWords();
      for (const [before, word, after] of added) clear.add(before, word, after);
      const known = new Set(added.map(String));
      for (const row of asked) if (clear.has(...row)) expect(known).toContain(String(row));
      const last = added.at(-1);
      if (last !== undefined) expect(clear.has(...last)).toBe(true);
    }),
  );
});
