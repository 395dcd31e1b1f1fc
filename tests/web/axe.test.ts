import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { saveSearch } from '../../output/search/saved-searches.js';
import { saveFiles } from '../../output/store/save-file.js';
import { AT, makeFile, SAMPLES } from '../output/sample-records.js';
import { BROWSER, IN_BROWSER, type Visit, visit } from './browser.js';
import { HOSTILE_PAPER } from './open-page.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [sample] = SAMPLES;
if (sample === undefined) throw new Error('Expected samples');

const SCREENS = [
  '/',
  '/tim',
  '/tim?q=bao+cao',
  '/tim/lich',
  '/tim/lich?q=khong+co+gi+nhu+vay',
  '/tim/dong-thoi-gian',
  '/tim/da-luu',
  '/tim?q=khong+co+gi+nhu+vay&year=1990',
  '/van-ban',
  `/van-ban/${sample.document.id}`,
  `/van-ban/${HOSTILE_PAPER.document.id}?item=${HOSTILE_PAPER.directives[0]?.id ?? ''}`,
  '/ra-soat',
  '/khong-co',
];

const Found = z.object({
  violations: z.array(
    z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
});

describe.skipIf(BROWSER === undefined)(`axe finds no serious fault${IN_BROWSER}`, () => {
  let seen: Visit;
  beforeAll(async () => {
    seen = await visit((db) => {
      saveFiles(
        db,
        [...SAMPLES, HOSTILE_PAPER].map((paper) => makeFile(paper)),
      );
      const asked = { in: 'tasks', words: 'báo cáo', filters: {}, sort: 'due', plain: false } as const;
      saveSearch(db, 'Báo cáo', asked, { by: 'Lan', at: AT });
    });
  });
  afterAll(() => seen?.close());

  it.each([
    { dark: false, width: 1440 },
    { dark: true, width: 1440 },
    { dark: false, width: 390 },
  ])('on any screen (dark: $dark, $width px)', async (look) => {
    const page = await seen.open(look);
    const faults: string[] = [];
    for (const path of SCREENS) {
      await page.goto(seen.origin + path, { waitUntil: 'networkidle' });
      // The policy of the page lets no script in from here but through the debugger.
      await page.evaluate(AXE);
      const { violations } = Found.parse(await page.evaluate('axe.run()'));
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical') faults.push(`${path} ${id}: ${nodes[0]?.html ?? ''}`);
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });

  it('and nothing is asked of anybody else, nor stopped by the policy', () => {
    expect(seen.said.filter((line) => !line.includes('status of 404'))).toEqual([]);
  });
});
