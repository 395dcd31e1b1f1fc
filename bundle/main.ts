import { parseArgs } from 'node:util';
import { makeBundle } from './make-bundle.js';
import { PLATFORMS } from './platforms.js';
import { tryBundle } from './try-bundle.js';

/**
 * `npm run bundle -- [linux-x64] [win32-x64] [--native <folder>] [--no-try]`: one offline folder a platform under
 * dist-bundle/. Ends with 3 when one misses something, with 1 when one does not run.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { native: { type: 'string' }, 'no-try': { type: 'boolean', default: false } },
});

for (const name of positionals)
  if (!PLATFORMS.some((platform) => platform.name === name))
    throw new Error(`Expected ${PLATFORMS.map((platform) => platform.name).join(' or ')}, got ${name}`);

for (const platform of PLATFORMS) {
  if (positionals.length > 0 && !positionals.includes(platform.name)) continue;
  const { folder, megabytes, missing, archive } = makeBundle(platform, values.native);
  console.log(`${folder}: ${megabytes} MB`);
  if (missing.length > 0) {
    process.exitCode = 3;
    console.log(`  NOT WHOLE, misses ${missing.join(', ')}`);
    console.log(
      `  Put ${archive} from the releases page of better-sqlite3 into a folder, then: npm run bundle -- ${platform.name} --native <folder>`,
    );
  } else if (platform.os !== process.platform || platform.cpu !== process.arch) {
    console.log('  made on another kind of machine: its list of files was checked, it was not run');
  } else if (!values['no-try']) {
    const { trials, withoutNetwork } = tryBundle(folder);
    for (const { what, seen } of trials) console.log(`  ${seen === '' ? '✓' : '✗'} ${what}${seen && `: ${seen}`}`);
    console.log(
      withoutNetwork ? '  tried without network' : '  tried WITH network: this machine does not let us take it away',
    );
    if (trials.some(({ seen }) => seen !== '')) process.exitCode = 1;
  }
}
