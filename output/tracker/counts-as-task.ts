import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import { findCorrection } from './corrected-value.js';

/** True when a person said that this directive gives no task. */
export const isDismissed = (directiveId: string, corrections: readonly Correction[]): boolean =>
  findCorrection(corrections, directiveId, 'review')?.newValue === 'not-a-task';

/**
 * True for what every number, list and search calls a task: an item that tells somebody to do something, unless a person
 * said that it is none. Lead-ins and headings are kept and shown, never counted. — nhiệm vụ
 */
export const countsAsTask = ({ id, kind }: Directive, corrections: readonly Correction[]): boolean =>
  kind === 'task' && !isDismissed(id, corrections);
