import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeBody, makeDeadline, makeDocument } from '../output/sample-records.js';
import { openPage } from './open-page.js';

const paper = makeDocument('hom-nay', [
  // 1 July 2025 is today: "trước ngày 1/7" had its last day yesterday, the 27th of June is four days gone.
  {
    number: '1',
    text: 'Sở Y tế báo cáo trước ngày 01/7/2025.',
    bodies: [makeBody('Sở Y tế')],
    deadlines: [makeDeadline('trước ngày 01/7/2025', '2025-07-01', { bound: 'before' })],
  },
  {
    number: '2',
    text: 'Sở Y tế rà soát, xong ngày 27/6/2025.',
    bodies: [makeBody('Sở Y tế')],
    deadlines: [makeDeadline('ngày 27/6/2025', '2025-06-27')],
  },
  {
    number: '3',
    text: 'Sở Tài chính trình ngày 08/7/2025.',
    bodies: [makeBody('Sở Tài chính')],
    deadlines: [makeDeadline('ngày 08/7/2025', '2025-07-08')],
  },
  {
    number: '4',
    text: 'Sở Tài chính trình ngày 09/7/2025.',
    bodies: [makeBody('Sở Tài chính')],
    deadlines: [makeDeadline('ngày 09/7/2025', '2025-07-09')],
  },
  { number: '5', text: 'Ban Dân vận theo dõi.', bodies: [makeBody('Ban Dân vận')], more: { needsReview: true } },
]);

const Today = z.object({
  tasks: z.int(),
  states: z.record(z.string(), z.int()),
  long: z.int(),
  review: z.object({ tasks: z.int() }),
  bodies: z.array(z.object({ name: z.string().nullable(), total: z.int() })),
  weeks: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
});

describe('Hôm nay', () => {
  const page = openPage([paper]);
  const { headers, csrf } = page.as('reviewer');
  const ask = async () => Today.parse(await (await page.get('/', { ...headers, accept: 'application/json' })).json());

  it('counts by the last day in time, three days late apart, and week by week', async () => {
    const today = await ask();
    expect(today.states).toEqual({ 'QUÁ HẠN': 2, 'SẮP ĐẾN HẠN': 1, 'ĐANG THỰC HIỆN': 1, 'CẦN ĐIỀN HẠN': 1 });
    expect([today.tasks, today.long, today.review.tasks]).toEqual([5, 1, 1]);
    expect(today.bodies[0]).toMatchObject({ name: 'Sở Y tế', total: 2 });
    expect(today.weeks).toHaveLength(12);
    expect(today.weeks.slice(0, 3)).toEqual([
      { from: '2025-07-01', to: '2025-07-07', count: 0 },
      { from: '2025-07-08', to: '2025-07-14', count: 2 },
      { from: '2025-07-15', to: '2025-07-21', count: 0 },
    ]);
  });

  it('has the same numbers as the search that each leads to', async () => {
    const { states } = await ask();
    for (const [state, count] of Object.entries(states)) {
      const answer = await page.get(`/tim?state=${encodeURIComponent(state)}`, {
        ...headers,
        accept: 'application/json',
      });
      expect([state, z.object({ total: z.object({ count: z.int() }) }).parse(await answer.json()).total.count]).toEqual(
        [state, count],
      );
    }
  });

  it('and those that the search counts beside what it found', async () => {
    const { states } = await ask();
    const answer = await page.get('/tim', { ...headers, accept: 'application/json' });
    expect(z.object({ states: z.record(z.string(), z.int()) }).parse(await answer.json()).states).toEqual(states);
  });

  it('follows what was corrected on this very page', async () => {
    const id = paper.directives[4]?.id ?? '';
    expect((await page.post('/sua', { _csrf: csrf, do: 'dismiss', id }, headers)).status).toBe(303);
    const today = await ask();
    expect([today.tasks, today.review.tasks, today.states['CẦN ĐIỀN HẠN'] ?? 0]).toEqual([4, 0, 0]);
  });
});
