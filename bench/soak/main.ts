import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { soakFaults } from './faults.js';
import { soakHostile } from './hostile.js';
import { soakKills } from './kills.js';
import { soakMany } from './many.js';
import { soakSignals } from './signals.js';
import { Soak } from './soak.js';

interface Sizes {
  readonly hostile: number;
  readonly many: number;
}

const PARTS: Readonly<Record<string, (soak: Soak, sizes: Sizes) => Promise<string>>> = {
  kills: soakKills,
  signals: soakSignals,
  faults: soakFaults,
  hostile: (soak, { hostile }) => soakHostile(soak, hostile),
  many: (soak, { many }) => soakMany(soak, many),
};

/**
 * `npm run test:soak`: everything, for most of an hour. `-- --bounded`: a small part of each, for CI.
 * `-- kills --seed 7`: one part, with the numbers that a report names.
 */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      bounded: { type: 'boolean', default: false },
      hostile: { type: 'string' },
      many: { type: 'string' },
    },
  });
  const { bounded } = values;
  const seed = Number(values.seed ?? (bounded ? 1 : Math.floor(Math.random() * 1e6)));
  const sizes = {
    hostile: Number(values.hostile ?? (bounded ? 45 : 1000)),
    many: Number(values.many ?? (bounded ? 1500 : 10_000)),
  };
  const names = positionals.length === 0 ? Object.keys(PARTS) : positionals;
  const [cpu] = cpus();
  console.log(
    `# soak, seed ${seed}, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpu?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
  );
  for (const name of names) {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`Expected some of ${Object.keys(PARTS).join(', ')}, got ${name}`);
    const soak = new Soak(name, seed, bounded);
    const from = performance.now();
    try {
      console.log(`${name}: ${await part(soak, sizes)}`);
    } finally {
      console.log(`${name}: ${Math.round((performance.now() - from) / 1000)} s, ${soak.failures.length} failures`);
      for (const failure of soak.failures) console.log(`  ✗ ${failure}`);
      if (soak.failures.length > 0) process.exitCode = 1;
      soak.close();
    }
  }
};

await main();
