import { describe, expect, it } from 'vitest';
import cases from './cases/lost-strokes.json' with { type: 'json' };
import { listDirectives, outline, outlineOne, wrapBody } from './support.js';

const numbersOf = (body: string): readonly string[] =>
  listDirectives(outlineOne(wrapBody(body))).map((line) => line.split(' | ')[0] ?? '');

/** What was mended: the place given and the print. */
const mendedIn = (body: string): readonly string[] =>
  outline(wrapBody(body))
    .notes.filter((note) => note.rule === 'outline/mark-recovered')
    .map((note) => `${note.expected} for ${note.actual}`);

describe('Roman numerals of titles whose strokes were lost', () => {
  it.each(cases)('$name', ({ lines, numbers, mended }) => {
    const body = lines.join('\n');
    expect({ numbers: numbersOf(body), mended: mendedIn(body) }).toEqual({ numbers, mended });
  });
});
