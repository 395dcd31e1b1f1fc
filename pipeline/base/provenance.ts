import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StageName } from './contract.js';
import { packageFile } from './package-root.js';

/**
 * Version of each stage: saved with every file, so that rows of older versions can be found. Raise that of a stage when the
 * same input may give another output. They stand here, for whoever stores or lists files must not load the stages.
 */
export const STAGE_VERSIONS: Readonly<Record<StageName, number>> = {
  intake: 2,
  paginate: 4,
  recognize: 4,
  repair: 4,
  outline: 5,
  extract: 5,
};

const ModelCard = z.object({ date: z.string(), bytes: z.int() });

const readRepairCard = (): Readonly<Record<string, string>> => {
  const path = packageFile('models', 'repair-model.card.json');
  if (!existsSync(path)) return {};
  const { date, bytes } = ModelCard.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { repair: `${date}, ${bytes} bytes` };
};

/** Which names extraction was given, in a few signs: equal lists have equal ones. Empty for none. */
const readNamesCard = (knownNames: readonly string[]): Readonly<Record<string, string>> => {
  if (knownNames.length === 0) return {};
  const hash = createHash('sha256').update(JSON.stringify(knownNames.toSorted())).digest('hex');
  return { names: `${knownNames.length}, ${hash.slice(0, 12)}` };
};

/**
 * What an answer rests on beside the stages, by name: the model of repair, and the names that people taught the database. Saved
 * with every file; without `repair` when a model was put in without its card.
 */
export const readModelCard = (knownNames: readonly string[] = []): Readonly<Record<string, string>> => ({
  ...readRepairCard(),
  ...readNamesCard(knownNames),
});
