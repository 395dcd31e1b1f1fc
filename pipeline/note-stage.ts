import type { Note } from '../schemas/note.js';
import { isStageName, type StageName } from './base/contract.js';

/**
 * The stage that wrote a note, told by the room in its rule: `recognize/page-lost` is of recognize. The rooms that bear no
 * stage's name (header, bodies …) are the extractors'. `--check` holds every stage to it.
 */
export const stageOfNote = ({ rule }: Pick<Note, 'rule'>): StageName => {
  const room = rule.slice(0, Math.max(0, rule.indexOf('/')));
  return isStageName(room) ? room : 'extract';
};
