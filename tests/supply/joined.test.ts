import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../pipeline/base/package-root.js';

const PARTS = packageFile('dist', 'joined');
const PROGRAMS = ['cli/main', 'cli/intake-child', 'cli/upkeep-child', 'pipeline/isolate/reader-process'].map((name) =>
  packageFile('dist', `${name}.js`),
);
const IMPORT = /^(?:import|export)\b[^'"\n]*?\bfrom\s*"(\.[^"]+)"|^import\s*"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gmu;

/** Comments of the libraries name modules of their own. */
const COMMENT = /^\s*(?:\*|\/\*|\/\/).*$/gmu;

const listImports = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').replace(COMMENT, '').matchAll(IMPORT)].map(([, a, b, c]) =>
    join(dirname(file), a ?? b ?? c ?? ''),
  );

const [MAIN = ''] = PROGRAMS;
const isJoined = existsSync(MAIN) && readFileSync(MAIN, 'utf8').includes('/joined/');

// `npm run build` joins them last; who ran the compiler alone has the modules as they are.
describe.skipIf(!isJoined)('the joined programs', () => {
  it('open no module of ours but their parts, and those are all there', () => {
    const parts = readdirSync(PARTS).map((name) => join(PARTS, name));
    const opened = [...PROGRAMS, ...parts].flatMap(listImports);
    expect(opened.length).toBeGreaterThan(PROGRAMS.length);
    expect(opened.filter((file) => !parts.includes(file))).toEqual([]);
  });
});
