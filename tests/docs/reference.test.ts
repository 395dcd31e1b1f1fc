import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFERENCES } from '../../docs/make/write-reference.js';
import { openDatabase } from '../../output/store/open-database.js';
import { packageFile } from '../../pipeline/base/package-root.js';

describe('references', () => {
  // To bring them up to date: npm run reference
  it.each(Object.entries(REFERENCES))('%s is current', (path, render) => {
    const file = packageFile(...path.split('/'));
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(render());
  });

  it('the schema page names every table, view and column', () => {
    const page = REFERENCES['docs/schema.md']();
    const db = openDatabase(':memory:');
    const tables = db
      .prepare<[], { name: string; type: string }>(
        "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'directive_fts_*' AND name NOT GLOB 'paper_fts_*'",
      )
      .all();
    for (const { name } of tables) {
      expect(page).toContain(`### ${name}\n`);
      if (name === 'directive_fts' || name === 'paper_fts') continue;
      const section = page.slice(page.indexOf(`### ${name}\n`)).split('\n### ')[0] ?? '';
      const columns = db.prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${name}')`).all();
      for (const column of columns)
        expect(section).toMatch(new RegExp(`[|\`·] ?\`?${column.name}\`? ?[|\`·\\n]|\`${column.name}\``, 'u'));
    }
  });
});
