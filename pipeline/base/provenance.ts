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

/** Which models an answer rests on, by name: saved with every file. Empty when a model was put in without its card. */
export const readModelCard = (): Readonly<Record<string, string>> => {
  const path = packageFile('models', 'repair-model.card.json');
  if (!existsSync(path)) return {};
  const { date, bytes } = ModelCard.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { repair: `${date}, ${bytes} bytes` };
};
