import { type Command, Option } from 'commander';
import type { RunOptions } from '../output/library.js';
import { ERRORS, PipelineError } from '../pipeline/base/errors.js';
import { readEnvironment } from './surroundings.js';

const ENGINES = ['tesseract.js', 'native'] as const;

/** Adds the choice of who reads page images. */
export const addEngineOption = (command: Command): Command =>
  command.addOption(
    new Option(
      '--engine <engine>',
      'bộ nhận dạng chữ: có sẵn, hoặc Tesseract cài trên máy / OCR engine: ours, or an installed Tesseract',
    )
      .choices(ENGINES)
      .default(ENGINES[0]),
  );

/** The engine that was asked for, as a run takes it. Throws `ocr-engine-missing` when there is none to be found. */
export const readEngine = async (command: Command): Promise<Pick<RunOptions, 'native'>> => {
  if (command.opts<{ engine: (typeof ENGINES)[number] }>().engine !== 'native') return {};
  const { findNativeTesseract } = await import('../output/library.js');
  const native = findNativeTesseract('tesseract', readEnvironment());
  if (native !== undefined) return { native };
  const { when, todo } = ERRORS['ocr-engine-missing'];
  throw new PipelineError('ocr-engine-missing', when, todo);
};
