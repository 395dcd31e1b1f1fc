import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { PipelineError } from '../base/errors.js';
import { packageFile } from '../base/package-root.js';
import { STAGE_VERSIONS } from '../base/provenance.js';

/** All on which a reading rests, by name: two machines with equal ones read a file alike. */
export const Versions = z.record(z.string(), z.string()).readonly();
export type Versions = z.infer<typeof Versions>;

/** Letters that are told of the hash of a model: enough to tell any two apart. */
const HASH_LETTERS = 16;

const hashModel = (name: string): string => {
  const path = packageFile('models', name);
  if (!existsSync(path)) return 'none';
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, HASH_LETTERS);
};

const readProgram = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile('package.json'), 'utf8'))).version;

/**
 * What a reading rests on here: program, stages, the bytes of the models, the OCR engine (its id). The models' hashes are
 * asked, not their cards: a model that was put in by hand is another one.
 */
export const readVersions = (engine: string): Versions => ({
  program: readProgram(),
  ...Object.fromEntries(Object.entries(STAGE_VERSIONS).map(([stage, version]) => [stage, String(version)])),
  'repair-model': hashModel('repair-model.bin'),
  'digit-model': hashModel('digit-model.bin'),
  engine,
});

/** What differs, as "repair 4 ≠ 5"; empty when nothing does. */
export const listDifferences = (here: Versions, there: Versions): readonly string[] =>
  [...new Set([...Object.keys(here), ...Object.keys(there)])]
    .filter((name) => here[name] !== there[name])
    .map((name) => `${name} ${here[name] ?? '–'} ≠ ${there[name] ?? '–'}`);

/** Said when two machines of one queue read differently: `who` is the other one. */
export const mismatch = (who: string, differences: readonly string[]): PipelineError =>
  new PipelineError(
    'queue-mismatch',
    {
      vi: `Máy này và ${who} đọc không giống nhau (ở đây ≠ ở đó): ${differences.join('; ')}.`,
      en: `This machine and ${who} read differently (here ≠ there): ${differences.join('; ')}.`,
    },
    {
      vi: 'Cài cùng một phiên bản ketluan trên mọi máy, dùng cùng --engine, rồi chạy lại.',
      en: 'Install one version of ketluan on all machines, with the same --engine, and run again.',
    },
  );
