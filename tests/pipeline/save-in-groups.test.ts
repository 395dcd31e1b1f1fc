import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../pipeline/base/errors.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { recognizeText } from '../../pipeline/recognize-text.js';
import { type FileRead, runFromText } from '../../pipeline/run-document.js';
import { createGroupSaver } from '../../pipeline/save-in-groups.js';

const makeRead = (name: string): FileRead => {
  const recognized = recognizeText('KẾT LUẬN\n1. Giao Sở Y tế báo cáo.\n', name);
  return { kind: 'done', file: recognized.file, ...runFromText(recognized, buildPipeline()) };
};

const [first, second, third] = ['a.txt', 'b.txt', 'c.txt'].map(makeRead);
const reads = [first, second, third].filter((read) => read !== undefined);

const createSaver = (failing: readonly string[], error: unknown, signal = new AbortController().signal) => {
  const stored: string[][] = [];
  const saver = createGroupSaver((group) => {
    const names = group.map(({ file }) => file.path);
    if (names.some((name) => failing.includes(name))) throw error;
    stored.push(names);
    return [];
  }, signal);
  return { saver, stored };
};

const settle = async (saving: readonly Promise<unknown>[]): Promise<readonly string[]> =>
  (await Promise.allSettled(saving)).map(({ status }) => status);

describe('files stored in groups', () => {
  it('wait for one that may not wait, or for a flush, and resolve when they are stored', async () => {
    const { saver, stored } = createSaver([], undefined);
    const waiting = reads.slice(0, 2).map((read) => saver.save(read, true));
    expect(stored).toEqual([]);
    for (const read of reads.slice(2)) await saver.save(read, false);
    expect(await settle(waiting)).toEqual(['fulfilled', 'fulfilled']);
    expect(stored).toEqual([['a.txt', 'b.txt', 'c.txt']]);
    const last = reads.slice(0, 1).map((read) => saver.save(read, true));
    saver.flush();
    expect(await settle(last)).toEqual(['fulfilled']);
  });

  it('fail alone: the others of the group are stored', async () => {
    const { saver, stored } = createSaver(['b.txt'], new Error('this file alone'));
    const saving = reads.map((read, i) => saver.save(read, i < 2));
    expect(await settle(saving)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(stored).toEqual([['a.txt'], ['c.txt']]);
  });

  it('fail together when the set-up is broken, without a second try', async () => {
    const full = new PipelineError('disk-full', { vi: '', en: '' }, { vi: '', en: '' });
    const { saver, stored } = createSaver(['b.txt'], full);
    expect(await settle(reads.map((read, i) => saver.save(read, i < 2)))).toEqual(['rejected', 'rejected', 'rejected']);
    expect(stored).toEqual([]);
  });

  it('are not stored after an abort', async () => {
    const { saver, stored } = createSaver([], undefined, AbortSignal.abort());
    expect(await settle(reads.map((read) => saver.save(read, false)))).toEqual(['rejected', 'rejected', 'rejected']);
    expect(stored).toEqual([]);
  });
});
