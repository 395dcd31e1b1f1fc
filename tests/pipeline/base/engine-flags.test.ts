import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageFile } from '../../../pipeline/base/package-root.js';

it.each(['cli/main.ts', 'cli/intake-child.ts', 'cli/upkeep-child.ts', 'pipeline/isolate/reader-process.ts'])(
  '%s sets how V8 compiles before it loads anything: what is loaded before is compiled as usual',
  (entry) => {
    const [first] = /^import .*$/mu.exec(readFileSync(packageFile(entry), 'utf8')) ?? [];
    expect(first).toMatch(/^import '\.{1,2}\/(?:pipeline\/)?base\/engine-flags\.js';$/u);
  },
);
