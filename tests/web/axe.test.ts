import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { correct } from '../../output/library.js';
import { saveSearch } from '../../output/search/saved-searches.js';
import { saveFiles } from '../../output/store/save-file.js';
import { AT, makeFile, SAMPLES } from '../output/sample-records.js';
import { BROWSER, IN_BROWSER, type Visit, visit } from './browser.js';
import { HOSTILE_PAPER } from './open-page.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const doubtful = HOSTILE_PAPER.directives[0]?.id ?? '';
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
  '/ra-soat/danh-sach',
  '/nap',
  '/nap?place=0',
  '/quan-tri',
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
  ])('on any screen (dark: $dark, $width px)', async ({ dark, width }) => {
    const page = await seen.open({ dark, width });
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      // The policy of the page lets no script in from here but through the debugger.
      await page.evaluate(AXE);
      const { violations } = Found.parse(await page.evaluate('axe.run()'));
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical') faults.push(`${name} ${id}: ${nodes[0]?.html ?? ''}`);
    };
    for (const path of SCREENS) {
      await page.goto(seen.origin + path, { waitUntil: 'networkidle' });
      await look(path);
    }
    // A form that was not saved, and what a colleague saved meanwhile.
    await page.goto(`${seen.origin}/ra-soat?item=${doubtful}`);
    await page.fill('input[name="f.due"]', '30/2');
    await page.locator('button[data-key=Enter]').click();
    await page.locator('#wrong-due').waitFor();
    await look('wrong day');
    await page.fill('input[name="f.due"]', '1/9/2026');
    correct(
      seen.db,
      { do: 'fix', id: doubtful, fields: { due: `${(width % 13) + 10}/${dark ? 10 : 11}/2025` } },
      { by: 'Minh', at: AT },
    );
    await page.locator('button[data-key=Enter]').click();
    await page.locator('.choice').first().waitFor();
    await look('conflict');
    await page.context().close();
    expect(faults).toEqual([]);
  });

  it('and nothing is asked of anybody else, nor stopped by the policy', () => {
    expect(
      seen.said.filter(
        (line) => !/status of (?:404|409|422)|htmx:(?:responseError|afterRequest)|Response Status/u.test(line),
      ),
    ).toEqual([]);
  });
});
