import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../extractors/header/index.js';
import cases from '../../../fixtures/cases/headers.json' with { type: 'json' };
import { outlineOne } from '../../pipeline/outline/support.js';

/** The value at a path of a header; null where it is absent: `fieldAt(header, 'signer.name')`. */
const fieldAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (held, key) => (typeof held === 'object' && held !== null ? new Map(Object.entries(held)).get(key) : undefined),
      value,
    ) ?? null;

describe('headers by kind', () => {
  it.each(cases)('$kind: $name', ({ text, expect: expected }) => {
    const { header } = readHeader(outlineOne(text.join('\n')));
    const read = Object.fromEntries(Object.keys(expected).map((path) => [path, fieldAt(header, path)]));
    expect(read).toEqual(expected);
  });
});
