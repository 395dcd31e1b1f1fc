import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../output/library.js';
import { createHeldFiles } from '../../../output/store/held-files.js';
import { loadDocument } from '../../../output/store/load-document.js';
import { loadManifest } from '../../../output/store/record-batch.js';
import { findFile } from '../../../output/store/save-file.js';
import { createStoreBatch } from '../../../output/store/store-batch.js';
import { type ErrorCode, PipelineError } from '../../../pipeline/base/errors.js';
import type { FileReport } from '../../../pipeline/run-batch.js';
import type { FileRead } from '../../../pipeline/run-document.js';
import { AT, makeRepaired, openWith, SAMPLES } from '../sample-records.js';

const [first, second] = SAMPLES;
if (first === undefined || second === undefined) throw new Error('Expected samples');
const { file } = makeRepaired(first);
const other = makeRepaired(second).file;

const open = () => {
  const db = openWith([first]);
  const batch = createStoreBatch(db, { roots: ['kho'], stageVersions: versions, modelCard: {}, now: () => AT });
  return { db, batch };
};
const versions = { intake: 1, paginate: 1, recognize: 1, repair: 1, outline: 1, extract: 1 };
const failure = (code: ErrorCode): PipelineError =>
  new PipelineError(code, { vi: 'hỏng', en: 'broken' }, { vi: 'thử lại', en: 'try again' });

describe('a batch into the store', () => {
  it('knows what is stored and why something is quarantined', () => {
    const { batch } = open();
    expect(batch.find('kho/a.txt', file.sha256)).toEqual({
      path: file.path,
      status: 'stored',
      reason: null,
      documents: [first.document.id],
    });
    expect(batch.find('kho/b.txt', other.sha256)).toBeUndefined();
    batch.quarantine(other.path, other, failure('file-broken'));
    expect(batch.find('kho/b.txt', other.sha256)).toEqual({
      path: other.path,
      status: 'quarantined',
      reason: { rule: 'file-broken', message: { vi: 'hỏng', en: 'broken' } },
      documents: [],
    });
  });

  it('leaves what another program stored meanwhile, unless it bears a secrecy mark', () => {
    const { db, batch } = open();
    batch.quarantine(file.path, file, failure('ocr-failed'));
    expect(loadDocument(db, first.document.id)).toEqual(first);
    batch.quarantine(file.path, file, failure('file-classified'));
    expect(loadDocument(db, first.document.id)).toBeUndefined();
    expect(findFile(db, file.sha256)?.status).toBe('quarantined');
  });

  it('writes each file into the manifest, under the hash that it was found by', () => {
    const { db, batch } = open();
    const report = (path: string, more: Partial<FileReport>): FileReport => ({
      path,
      result: 'known',
      pages: 0,
      directives: 0,
      reasons: [],
      error: null,
      duplicateOf: null,
      documents: [],
      ...more,
    });
    batch.find('kho/a.txt', file.sha256);
    batch.record(report('kho/a.txt', {}));
    const reasons = [{ rule: 'file-unreadable', message: { vi: 'khoá', en: 'locked' } }];
    batch.record(report('kho/b.txt', { result: 'quarantined', reasons }));
    batch.finish();
    expect(loadManifest(db, 1)).toEqual([
      { path: 'kho/a.txt', sha256: file.sha256, outcome: 'duplicate', reason: null, code: null },
      {
        path: 'kho/b.txt',
        sha256: null,
        outcome: 'quarantined',
        reason: { vi: 'khoá', en: 'locked' },
        code: 'file-unreadable',
      },
    ]);
    expect(db.prepare('SELECT finished_at FROM batch').pluck().get()).toBe(AT);
  });

  it.skipIf(process.platform === 'win32')('stores nothing in a file that is no longer where it was', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketluan-gone-'));
    const path = join(folder, 'x.db');
    const db = openDatabase(path);
    try {
      const batch = createStoreBatch(db, { roots: ['kho'], stageVersions: versions, modelCard: {}, now: () => AT });
      const read: FileRead = { kind: 'done', file, repaired: makeRepaired(first), documents: [first] };
      batch.save([read]);
      const held = createHeldFiles(db, { now: () => AT });
      renameSync(path, `${path}.old`);
      const gone = { code: 'database-unwritable', text: { en: expect.stringContaining('was removed') } };
      expect(() => batch.save([read])).toThrow(expect.objectContaining({ code: gone.code }));
      writeFileSync(path, '');
      expect(() => batch.finish()).toThrow(expect.objectContaining({ text: expect.objectContaining(gone.text) }));
      const made = { stageVersions: versions, modelCard: {} };
      expect(() => held.save(read, made)).toThrow(expect.objectContaining({ code: gone.code }));
    } finally {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
