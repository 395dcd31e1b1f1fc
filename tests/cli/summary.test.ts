import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderSummary } from '../../cli/summary.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import { report } from '../../pipeline/report-file.js';
import { summarize } from '../../pipeline/summarize-batch.js';

const folder = join('/', 'home', 'lan');
const error = new PipelineError(
  'file-unsupported',
  { vi: 'Loại lạ.', en: 'Unknown kind.' },
  { vi: 'Lưu thành PDF.', en: 'Save as PDF.' },
);
const skip = (name: string) =>
  report(join(folder, name), 'skipped', { error, reasons: [{ rule: error.code, message: error.text }] });

const render = (files: readonly ReturnType<typeof report>[]): string[] =>
  renderSummary(summarize({ reports: files, seconds: 1, interrupted: false, found: files.length }), 'vi', folder).split(
    '\n',
  );

describe('renderSummary', () => {
  it('says once what is to be said of many files, sorted as people count', () => {
    expect(render([skip('b10.json'), skip('b2.json'), skip('a.json')]).slice(1, 7)).toEqual([
      '     3  bỏ qua',
      '        3 tệp: Loại lạ.',
      '          → Lưu thành PDF.',
      '          a.json',
      '          b2.json',
      '          b10.json',
    ]);
  });

  it('tells a single file with its reason below it, and a path outside the folder whole', () => {
    const outside = join('/', 'mnt', 'x.json');
    const lines = render([report(outside, 'skipped', { error, reasons: [{ rule: 'x', message: error.text }] })]);
    expect(lines.slice(2, 5)).toEqual([`        ${outside}`, '          Loại lạ.', '          → Lưu thành PDF.']);
  });

  it('shows twenty names and counts the rest', () => {
    const lines = render(Array.from({ length: 25 }, (_, i) => skip(`${i}.json`)));
    expect(lines.filter((line) => line.endsWith('.json'))).toHaveLength(20);
    expect(lines).toContain('          … và 5 tệp nữa');
  });

  it('names a duplicate beside the file that it repeats', () => {
    const lines = render([report(join(folder, 'b.txt'), 'duplicate', { duplicateOf: join(folder, 'a.txt') })]);
    expect(lines[2]).toBe('        b.txt = a.txt');
  });
});
