import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);

it('uses the pdfjs and the canvas that pdf-parse brings: two versions in one process clash', () => {
  const fromPdfParse = createRequire(require.resolve('pdf-parse'));
  const nameOf = (resolve: NodeJS.Require, name: string) => resolve.resolve(name);
  for (const name of ['pdfjs-dist/package.json', '@napi-rs/canvas'])
    expect(nameOf(require, name)).toBe(nameOf(fromPdfParse, name));
});
