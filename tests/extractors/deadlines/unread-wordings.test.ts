import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DroppedTime } from '../../../extractors/contract.js';
import { findDeadlines } from '../../../extractors/deadlines/index.js';
import { noteDoubts } from '../../../extractors/deadlines/note-doubts.js';
import { noteDropped } from '../../../extractors/deadlines/note-dropped.js';
import { noteUnreadWordings } from '../../../extractors/deadlines/unread-wordings.js';
import { packageFile } from '../../../pipeline/base/package-root.js';

/** A text of an item, and every note on its times as "level rule: quote". */
const Case = z.object({ text: z.string(), notes: z.array(z.string()) });
const cases = z
  .array(Case)
  .parse(JSON.parse(readFileSync(packageFile('fixtures', 'cases', 'unread-times.json'), 'utf8')));

const issuedOn = '2026-07-10';

/** No time of an item is lost without a word; what is no time is passed over without one. */
describe('times of fixtures/cases/unread-times.json that are not read', () => {
  it.each(cases)('$text', ({ text, notes }) => {
    const dropped: DroppedTime[] = [];
    const found = findDeadlines(text, { issuedOn, onDrop: (one) => dropped.push(one) });
    const all = [
      ...noteDoubts(found, issuedOn),
      ...noteUnreadWordings(text, found, dropped),
      ...noteDropped(dropped, found),
    ];
    expect(all.map(({ level, rule, actual }) => `${level} ${rule.replace('deadlines/', '')}: ${actual}`)).toEqual(
      notes,
    );
  });
});
