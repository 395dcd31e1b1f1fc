import type { Note } from '../note.js';
import type { NoteRule } from '../note-rules.js';

const UNREAD: ReadonlySet<NoteRule> = new Set([
  'recognize/page-lost',
  'recognize/print-unread',
  'recognize/stamp-unread',
  'recognize/stamps-not-sought',
]);

/** True of a note by which it is open what stands on a page, a mark of secrecy maybe: print, or a stamp, that nobody could read. */
export const leavesPrintUnread = ({ rule }: Pick<Note, 'rule'>): boolean => UNREAD.has(rule);

/** True of a note that a stamp was not read. — dấu không đọc được */
export const leavesStampUnread = ({ rule }: Pick<Note, 'rule'>): boolean => rule === 'recognize/stamp-unread';
