import type { InkBlock } from '../schemas/ink-block.js';
import type { FileInfo, RecognizedPage } from '../schemas/stages.js';
import { PipelineError } from './base/errors.js';
import type { Pipeline } from './build-pipeline.js';
import { refuseClassified } from './secrecy/refuse-classified.js';

/**
 * True where a page that was read bears nothing that is, or may be, a mark of secrecy, by itself, as read and as repaired:
 * what runDocument asks of all pages in the end. Whatever a person allowed of the file, what may be marked is no clear page.
 */
export const isUnmarkedPage = (
  file: FileInfo,
  page: RecognizedPage,
  blocks: readonly InkBlock[],
  { repair }: Pick<Pipeline, 'repair'>,
): boolean => {
  const { number, text } = page;
  try {
    refuseClassified([{ number, text, blocks }]);
    refuseClassified([{ number, text: repair.run({ file, pages: [page] }).value.text }]);
    return true;
  } catch (error) {
    if (error instanceof PipelineError) return false;
    throw error;
  }
};
