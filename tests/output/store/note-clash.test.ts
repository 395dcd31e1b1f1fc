import { expect, it } from 'vitest';
import { noteClash, tellClash } from '../../../output/store/note-clash.js';
import type { Correction } from '../../../schemas/correction.js';

const say = (field: string, newValue: string, correctedBy: string): Correction => ({
  documentId: 'd',
  directiveId: 'd:1',
  field,
  oldValue: null,
  newValue,
  correctedBy,
  correctedAt: '2025-07-01T08:00:00+07:00',
});

it('a contradiction about a passage says that it is no task, and quotes no text of the paper', () => {
  const clash = { counts: say('passage', 'not-a-task', 'Lan'), other: say('add', 'Giao Sở Y tế mua thuốc', 'Minh') };
  const { vi } = noteClash(tellClash(clash, undefined)).message;
  expect(vi).toContain('không phải nhiệm vụ');
  expect(vi).not.toContain('mua thuốc');
});
