import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../../../pipeline/base/package-root.js';

const RENDER = packageFile('dist', 'pipeline', 'engines', 'pdf', 'pdf-render.js');

/** Draws blank pages while memory is cleared at every step, as it may be at any moment of a long run. */
const DRAW_AND_CLEAR = `
  const { renderPdfPage } = await import(process.argv[1]);
  const page = { getViewport: ({ scale }) => ({ width: 595 * scale, height: 842 * scale }), render: () => ({ promise: Promise.resolve() }) };
  const { signal } = new AbortController();
  let drawn = 0;
  for (let i = 0; i < 2; i++) {
    const pages = [0, 1, 2].map(() => renderPdfPage(page, null, signal));
    for (let step = 0; step < 3; step++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      gc();
    }
    for (const png of await Promise.all(pages)) drawn += png.length > 1000 ? 1 : 0;
  }
  console.log(drawn);
`;

describe.skipIf(!existsSync(RENDER))('a page that is drawn (needs npm run build)', () => {
  it('is held until its picture is written: cleared memory does not end the process', () => {
    const { status, signal, stdout } = spawnSync(
      process.execPath,
      ['--expose-gc', '--input-type=module', '-e', DRAW_AND_CLEAR, pathToFileURL(RENDER).href],
      { encoding: 'utf8' },
    );
    expect({ status, signal, stdout }).toEqual({ status: 0, signal: null, stdout: '6\n' });
  });
});
