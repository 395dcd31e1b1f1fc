import { extractors } from '../extractors/index.js';
import { checkPureStage, checkStage } from './check-stage.js';
import { createExtractStage } from './extract/stage.js';
import { intake } from './intake/stage.js';
import { outline } from './outline/stage.js';
import { paginate } from './paginate/stage.js';
import { recognize } from './recognize/stage.js';
import { repair } from './repair/stage.js';

/**
 * The chain, in its order: read this file first. Each stage takes what the one above it hands on
 * (schemas/stages.ts). To add a stage: its shape there, its room, its line here.
 */
const STAGES = {
  /** A path → bytes, hash, real type. */
  intake,
  /** A file → pages; for each, text layer or image, and why. */
  paginate,
  /** Page images → words with boxes and confidences. */
  recognize,
  /** Mangled or doubtful text → repaired text with a way back. */
  repair,
  /** Text → header, sections, numbered items, signature, recipients. */
  outline,
  /** Items → directives with bodies, deadlines and references. */
  extract: createExtractStage(extractors),
} as const;

/** The stages, and what extraction is given beside the paper. */
export type Pipeline = typeof STAGES & {
  /** Names of bodies that people wrote when they corrected tasks; none when not given. */
  readonly knownNames?: readonly string[];
};

export interface PipelineOptions extends Pick<Pipeline, 'knownNames'> {
  readonly check?: boolean | undefined;
}

/** The stages as they run; with `check` each one's output is held to its schema, at a few per cent of the time. */
export const buildPipeline = ({ check = false, knownNames = [] }: PipelineOptions = {}): Pipeline => ({
  ...(check ? checkStages() : STAGES),
  ...(knownNames.length === 0 ? {} : { knownNames }),
});

const checkStages = (): typeof STAGES => ({
  intake: checkStage(STAGES.intake),
  paginate: checkStage(STAGES.paginate),
  recognize: checkStage(STAGES.recognize),
  repair: checkPureStage(STAGES.repair),
  outline: checkPureStage(STAGES.outline),
  extract: checkPureStage(STAGES.extract),
});
