import { describe, expect, it } from 'vitest';
import { ERRORS, EXIT, isErrorCode, PipelineError, toPipelineError } from '../../../pipeline/base/errors.js';

const codesWhere = (holds: (nature: (typeof ERRORS)[keyof typeof ERRORS]) => boolean): string[] =>
  Object.entries(ERRORS)
    .filter(([, nature]) => holds(nature))
    .map(([code]) => code);

describe('the table of errors', () => {
  it('says which end a batch: all of the set-up, and nothing of a file', () => {
    expect(codesWhere(({ fatal }) => fatal)).toEqual([
      'ocr-language-missing',
      'ocr-engine-missing',
      'model-missing',
      'database-unwritable',
      'database-locked',
      'database-damaged',
      'queue-unreachable',
      'queue-mismatch',
      'disk-full',
      'database-newer',
      'database-invalid',
    ]);
    expect(codesWhere(({ exit }) => exit === EXIT.setup)).toEqual(codesWhere(({ fatal }) => fatal));
  });

  it('says which the same bytes meet again', () => {
    expect(codesWhere(({ lasting }) => lasting)).toEqual([
      'file-broken',
      'file-encrypted',
      'file-classified',
      'file-perhaps-classified',
      'file-too-heavy',
      'file-set-aside',
      'image-too-large',
    ]);
  });

  it('lets nothing but a secrecy mark remove what is stored', () => {
    expect(codesWhere(({ removes }) => removes)).toEqual(['file-classified']);
  });

  it('knows its own codes and no property of every object', () => {
    expect(['usage', 'file-empty', 'toString', ''].map(isErrorCode)).toEqual([true, true, false, false]);
  });
});

describe('toPipelineError', () => {
  it('leaves our own as they are, and keeps the cause of others', () => {
    const ours = new PipelineError('usage', { vi: 'a', en: 'b' }, { vi: 'c', en: 'd' });
    expect(toPipelineError(ours)).toBe(ours);
    const theirs = new TypeError('x');
    expect(toPipelineError(theirs)).toMatchObject({ code: 'internal', cause: theirs });
  });
});
