import { describe, expect, it } from 'vitest';
import { readTheme } from '../../../pipeline/outline/judge.js';
import cases from './cases/directives.json' with { type: 'json' };
import titles from './cases/titles.json' with { type: 'json' };
import { listDirectives, outlineOne, wrapBody } from './support.js';

describe('readTheme', () => {
  it.each(titles)('$title is $theme', ({ title, theme }) => {
    expect(readTheme(title) ?? 'open').toBe(theme);
  });
});

describe('tasks and the rest', () => {
  it.each(cases)('$name', ({ body, directives }) => {
    expect(listDirectives(outlineOne(wrapBody(body.join('\n\n'))))).toEqual(directives);
  });
});
