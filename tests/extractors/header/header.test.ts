import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../extractors/header/index.js';
import { outlineOne } from '../../pipeline/outline/support.js';
import cases from './cases/headers.json' with { type: 'json' };

describe('readHeader', () => {
  it.each(cases)('$name', ({ text, expect: expected, notes }) => {
    const read = readHeader(outlineOne(text.join('\n')));
    const {
      recipients: _recipients,
      received: _received,
      signedAt: _signedAt,
      signatures: _signatures,
      ...header
    } = read.header;
    expect(header).toEqual({ urgency: null, ...expected });
    expect(read.notes.map((note) => `${note.level} ${note.rule}`)).toEqual(notes);
  });
});
