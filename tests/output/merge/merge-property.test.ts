import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makeDocx, p } from '../../../fixtures/make/word/docx.js';
import { removeFiles, type Store, verify } from '../../../output/library.js';
import { mergeInto } from '../../../output/merge/merge-databases.js';
import { correct } from '../../../output/review/correct.js';
import { addKnownName } from '../../../output/store/known-names.js';
import { recordSaved } from '../../../output/store/saved-searches.js';
import { makeNumbered, minute, openEmpty, see, takeIn } from './merge-parts.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-merge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What one office does, one thing after another. */
type Deed =
  | { readonly do: 'paper'; readonly number: number; readonly word: boolean }
  | { readonly do: 'fix' | 'confirm' | 'dismiss' | 'split' | 'undo'; readonly nth: number }
  | { readonly do: 'remove'; readonly nth: number }
  | { readonly do: 'name' | 'search'; readonly nth: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('paper' as const),
      number: fc.integer({ min: 1, max: 2 }),
      word: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('fix' as const, 'confirm' as const, 'dismiss' as const, 'split' as const, 'undo' as const),
      nth: fc.nat(7),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('remove' as const, 'name' as const, 'search' as const),
      nth: fc.nat(7),
    }),
  },
);

const pick = <Value>(values: readonly Value[], nth: number): Value | undefined =>
  values[nth % Math.max(1, values.length)];
const list = (db: Store, sql: string): readonly string[] => db.prepare<[], string>(sql).pluck().all();

/** Does it in one office and, where it is given, in the database of all, whose papers are then each read in one office alone. */
const perform = async (db: Store, office: number, one: Deed, at: string, other?: Store): Promise<void> => {
  const isShared = other === undefined;
  const who = { by: `Phòng ${office}`, at };
  const both = (work: (store: Store) => void): void => {
    work(db);
    if (other !== undefined) work(other);
  };
  // The whole database holds papers of others as well: what is done is chosen in the part.
  const tasks = list(db, 'SELECT directive_id FROM tasks ORDER BY 1');
  switch (one.do) {
    case 'paper': {
      const number = isShared ? one.number : office * 10 + one.number;
      const text = makeNumbered(number);
      const content = one.word
        ? makeDocx({
            body: text
              .split('\n')
              .map((line) => p(line))
              .join(''),
          })
        : text;
      const name = `${number}.${one.word ? 'docx' : 'txt'}`;
      await takeIn(db, folder, [name, content], at);
      if (other !== undefined) await takeIn(other, folder, [name, content], at);
      return;
    }
    case 'remove': {
      const sha256 = pick(list(db, "SELECT sha256 FROM file WHERE status <> 'quarantined' ORDER BY 1"), one.nth);
      if (sha256 !== undefined) both((store) => removeFiles(store, [sha256], who));
      return;
    }
    case 'name':
      both((store) => addKnownName(store, `Trại giống Ao Sen ${'ABCDE'[one.nth % 5]}`, who));
      return;
    case 'search':
      both((store) =>
        recordSaved(store, {
          name: `tìm ${office} ${one.nth % 3}`,
          request: `{"words":"${office}"}`,
          savedBy: who.by,
          savedAt: at,
        }),
      );
      return;
    case 'undo': {
      const where =
        'corrected_at = (SELECT max(corrected_at) FROM correction WHERE undone_by IS NULL AND corrected_by = ?)';
      const sql = `SELECT correction_key FROM correction WHERE undone_by IS NULL AND ${where} ORDER BY correction_key LIMIT 1`;
      both((store) => {
        const key = store.prepare<[string], number>(sql).pluck().get(who.by);
        if (key !== undefined) correct(store, { do: 'undo', key }, who);
      });
      return;
    }
    default: {
      const id = pick(tasks, one.nth);
      if (id === undefined) return;
      const request =
        one.do === 'fix'
          ? { do: 'fix' as const, id, fields: { due: `${1 + (one.nth % 28)}/8/2025` } }
          : one.do === 'split'
            ? { do: 'split' as const, id, at: 'báo cáo' }
            : { do: one.do, id };
      both((store) => {
        try {
          correct(store, request, who);
        } catch {
          // The item has no such place.
        }
      });
    }
  }
};

describe('merging', () => {
  it('of the parts gives the whole, in any order, and a second time changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), deed), { minLength: 9, maxLength: 16 }),
        async (deeds) => {
          const whole = openEmpty();
          const offices = [1, 2, 3].map(() => openEmpty());
          for (const [i, [office, one]] of deeds.entries()) {
            const db = offices[office - 1];
            if (db !== undefined) await perform(db, office, one, minute(i), whole);
          }
          const who = { by: 'Gộp', at: minute(1000) };
          const [merged, other] = [openEmpty(), openEmpty()];
          await mergeInto(merged, offices, who);
          await mergeInto(other, offices.toReversed(), who);
          expect(see(merged)).toEqual(see(whole));
          expect(see(other)).toEqual(see(merged));
          expect(verify(merged, ':memory:').filter(({ ok }) => !ok)).toEqual([]);
          const change = merged.prepare('SELECT max(sequence) AS n FROM change').get();
          await mergeInto(merged, offices, who);
          // One after the other into what is there.
          for (const office of offices) await mergeInto(merged, [office], who);
          expect(see(merged)).toEqual(see(whole));
          expect(merged.prepare('SELECT max(sequence) AS n FROM change').get()).toEqual(change);
          for (const db of [whole, merged, other, ...offices]) db.close();
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  it('of papers that several offices have gives the same in any order, and a second time changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), deed), { minLength: 9, maxLength: 16 }),
        async (deeds) => {
          const offices = [1, 2, 3].map(() => openEmpty());
          for (const [i, [office, one]] of deeds.entries()) {
            const db = offices[office - 1];
            if (db !== undefined) await perform(db, office, one, minute(i));
          }
          const who = { by: 'Gộp', at: minute(1000) };
          const [merged, other] = [openEmpty(), openEmpty()];
          await mergeInto(merged, offices, who);
          await mergeInto(other, offices.toReversed(), who);
          expect(see(other)).toEqual(see(merged));
          expect(verify(merged, ':memory:').filter(({ ok }) => !ok)).toEqual([]);
          const [before, change] = [see(merged), merged.prepare('SELECT max(sequence) AS n FROM change').get()];
          for (const again of [offices, offices.slice(1), offices.slice(0, 1)]) await mergeInto(merged, again, who);
          expect(see(merged)).toEqual(before);
          expect(merged.prepare('SELECT max(sequence) AS n FROM change').get()).toEqual(change);
          for (const db of [merged, other, ...offices]) db.close();
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
