import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { rolldown } from 'rolldown';
import { packageFile } from '../pipeline/base/package-root.js';

/** What is started as a process of its own, and loads many modules; below dist/, without its ending. */
const ENTRIES = ['cli/main', 'cli/intake-child', 'cli/upkeep-child', 'pipeline/isolate/reader-process'] as const;

/** Libraries that go into the joined files: of zod alone a start would open ninety. They are installed beside us, licence and all. */
const JOINED = /^(?:zod|commander)(?:\/|$)/u;
const OURS = /^[./]|^[A-Za-z]:[\\/]/u;

/** Folder of the shared parts, below dist/. */
const PARTS = 'joined';

/**
 * Last step of `npm run build`: writes each entry anew with the modules that it needs in a few files below dist/joined/, for to
 * find, open and compile three hundred small ones was half of a short command. What is loaded when it is asked for stays so. The
 * modules as the compiler wrote them stay as well, for whoever imports the library.
 */
const joinModules = async (): Promise<void> => {
  rmSync(packageFile('dist', PARTS), { recursive: true, force: true });
  const bundle = await rolldown({
    input: Object.fromEntries(ENTRIES.map((entry) => [entry, packageFile('dist', `${entry}.js`)])),
    platform: 'node',
    external: (id) => !OURS.test(id) && !JOINED.test(id),
    logLevel: 'silent',
  });
  await bundle.write({
    dir: packageFile('dist'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: `${PARTS}/[name]-[hash].js`,
  });
  await bundle.close();
};

const started = performance.now();
await joinModules();
console.log(
  `joined the modules of ${ENTRIES.length} programs in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
