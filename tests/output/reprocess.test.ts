import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import {
  ingest,
  listDocuments,
  openDatabase,
  PipelineError,
  type ReprocessOptions,
  reprocess,
  type Store,
} from '../../output/library.js';
import { runGuarded } from '../../output/store/guard.js';
import { listHeldFiles } from '../../output/store/load-file.js';
import { saveCorrection } from '../../output/store/save-correction.js';
import { findFile } from '../../output/store/save-file.js';
import type { OcrEngine } from '../../pipeline/base/contract.js';
import type { ErrorCode } from '../../pipeline/base/errors.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { STAGE_VERSIONS } from '../../pipeline/base/provenance.js';
import { hashBytes } from '../../pipeline/intake/stage.js';
import { makeNestedForms } from '../pipeline/isolate/nested-forms.js';
import { AT } from './sample-records.js';

/** A scan of three pages whose number and day were written by hand: recognize doubts both. */
const SLUG = 'kl-thuong-truc-tru-so';
const SCAN = packageFile('fixtures', 'documents', SLUG, 'scan.tif');
const now = (): string => AT;

let folder: string;
let path: string;
let db: Store;
let recorded: OcrEngine;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-again-'));
  path = join(folder, 'scan.tif');
  copyFileSync(SCAN, path);
  db = openDatabase(join(folder, 'test.db'));
  recorded = await openRecordedOcr(recordingOf(SLUG));
  await ingest(db, [path], { now, openOcr: () => recorded, check: true });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const again = (options: Partial<ReprocessOptions>) =>
  reprocess(db, { now, openOcr: () => recorded, check: true, ...options });

const versions = (): unknown[] => [...listHeldFiles(db)].map(({ stageVersions }) => stageVersions);
const setVersions = (changes: Readonly<Record<string, number>>): void => {
  const old = JSON.stringify({ ...STAGE_VERSIONS, ...changes });
  db.prepare('UPDATE process SET stage_versions = ? WHERE process_key IN (SELECT process_key FROM file)').run(old);
};

const failure = (code: ErrorCode): PipelineError =>
  new PipelineError(code, { vi: 'hỏng', en: 'broken' }, { vi: 'thử lại', en: 'try again' });

/** The recorded engine, but for what `read` does with the nth page that it is asked for, from 1. */
const engineThat = (read: (nth: number) => ReturnType<OcrEngine['read']> | undefined): OcrEngine => {
  let count = 0;
  return {
    ...recorded,
    read: (image, signal, zone) => {
      count++;
      return read(count) ?? recorded.read(image, signal, zone);
    },
  };
};

const nothing = {
  files: 0,
  fromFile: 0,
  fromText: 0,
  withoutFile: [],
  quarantined: [],
  failed: [],
  interrupted: false,
};

describe('reprocess', () => {
  it('finds nothing to do in what this version made', async () => {
    expect(await again({})).toEqual(nothing);
  });

  it.each(['repair', 'outline', 'extract'] as const)(
    'from %s on gives the same document, with the notes of the stages before',
    async (stage) => {
      const before = [...listDocuments(db)];
      const rules = before.flatMap(({ document }) => document.notes.map(({ rule }) => rule));
      expect(rules).toContain('recognize/header-number-doubtful');
      expect(await again({ stage })).toEqual({ ...nothing, files: 1, fromText: 1 });
      expect([...listDocuments(db)]).toEqual(before);
    },
  );

  it('keeps corrections and gives no note twice when it reads the file again', async () => {
    const [before] = [...listDocuments(db)];
    if (before === undefined) throw new Error('Expected a document');
    saveCorrection(db, {
      documentId: before.document.id,
      directiveId: null,
      field: 'number',
      oldValue: null,
      newValue: '15-KL/TU',
      correctedBy: 'Lan',
      correctedAt: AT,
    });
    expect(await again({ stage: 'intake' })).toEqual({ ...nothing, files: 1, fromFile: 1 });
    expect([...listDocuments(db)]).toEqual([before]);
    expect(db.prepare('SELECT count(*) FROM correction').pluck().get()).toBe(1);
  });

  it('runs from the first stage that is newer, and writes down which ran', async () => {
    setVersions({ outline: 0 });
    expect(await again({})).toEqual({ ...nothing, files: 1, fromText: 1 });
    expect(versions()).toEqual([STAGE_VERSIONS]);
    setVersions({ recognize: 0, extract: 0 });
    expect(await again({ stage: 'extract' })).toEqual({ ...nothing, files: 1, fromText: 1 });
    expect(versions()).toEqual([{ ...STAGE_VERSIONS, recognize: 0 }]);
  });

  it('uses what is stored when the original is gone, and says so as long as it is', async () => {
    const before = [...listDocuments(db)];
    rmSync(path);
    setVersions({ recognize: 0, repair: 0 });
    expect(await again({})).toEqual({ ...nothing, files: 1, fromText: 1, withoutFile: [path] });
    expect(versions()).toEqual([{ ...STAGE_VERSIONS, recognize: 0 }]);
    expect(await again({})).toEqual({ ...nothing, withoutFile: [path] });
    expect([...listDocuments(db)]).toEqual(before);
  });

  it.each([
    ['every page fails', () => Promise.reject(failure('ocr-failed')), 'ocr-failed'],
    ['every page takes too long', () => Promise.reject(failure('ocr-timeout')), 'ocr-timeout'],
    [
      'one page of three fails',
      (nth: number) => (nth === 2 ? Promise.reject(failure('ocr-timeout')) : undefined),
      'ocr-failed',
    ],
    ['the engine has a bug', () => Promise.reject(new TypeError('bug')), 'internal'],
  ] as const)('keeps what is stored when %s', async (_, read, code) => {
    const before = [...listDocuments(db)];
    setVersions({ recognize: 0 });
    const result = await again({ openOcr: () => engineThat(read) });
    expect(result).toEqual({ ...nothing, files: 1, fromFile: 1, failed: [{ path, code, reason: expect.anything() }] });
    expect([...listDocuments(db)]).toEqual(before);
    expect(versions()).toEqual([{ ...STAGE_VERSIONS, recognize: 0 }]);
  });

  it.each([
    ['at the first page', () => engineThat(() => Promise.reject(failure('ocr-language-missing')))],
    [
      'at the start',
      () => {
        throw failure('ocr-language-missing');
      },
    ],
  ])('ends when the set-up is broken %s, and keeps what is stored', async (_, openOcr) => {
    const before = [...listDocuments(db)];
    await expect(again({ stage: 'recognize', openOcr })).rejects.toMatchObject({ code: 'ocr-language-missing' });
    expect([...listDocuments(db)]).toEqual(before);
  });

  it('takes out a paper that turns out to bear a secrecy mark', async () => {
    const stamped = (): ReturnType<OcrEngine['read']> =>
      Promise.resolve({ text: 'TUYỆT MẬT\n', words: [], confidence: 0.9, width: 100, height: 100 });
    const [before] = [...listDocuments(db)];
    const result = await again({ stage: 'recognize', openOcr: () => engineThat(stamped) });
    expect(result).toEqual({
      ...nothing,
      files: 1,
      fromFile: 1,
      quarantined: [{ path, code: 'file-classified' }],
    });
    expect([...listDocuments(db)]).toEqual([]);
    expect(findFile(db, before?.document.source.sha256 ?? '')).toMatchObject({ status: 'quarantined' });
  });

  it('stops when it is told to, and keeps what is stored', async () => {
    const before = [...listDocuments(db)];
    const controller = new AbortController();
    const openOcr = () =>
      engineThat(() => {
        controller.abort();
        return undefined;
      });
    const result = await again({ stage: 'recognize', openOcr, signal: controller.signal });
    expect(result).toEqual({ ...nothing, files: 1, fromFile: 1, interrupted: true });
    expect([...listDocuments(db)]).toEqual(before);
  });

  it('stops at the limits of one file, keeps what is stored and tells why', async () => {
    const heavy = join(folder, 'heavy.pdf');
    writeFileSync(heavy, makeNestedForms());
    const sha256 = hashBytes(readFileSync(heavy));
    const write = "UPDATE file SET sha256 = ?, path = ?, media_type = 'application/pdf'";
    runGuarded(db, () => db.prepare(write).run(sha256, heavy));
    const before = [...listDocuments(db)];
    const limits = { stallSeconds: 2 };
    const result = await reprocess(db, { now, stage: 'recognize', limits });
    expect(result).toEqual({
      ...nothing,
      files: 1,
      fromFile: 1,
      failed: [
        {
          path: heavy,
          code: 'file-too-heavy',
          reason: expect.objectContaining({ en: expect.stringContaining('2 seconds') }),
        },
      ],
    });
    expect([...listDocuments(db)]).toEqual(before);
  });

  it('leaves nothing behind of pages that were kept while a file ran again', async () => {
    const { sha256 } = [...listHeldFiles(db)][0] ?? { sha256: '' };
    db.prepare("INSERT INTO unfinished_page (sha256, image, content) VALUES (?, 'x', x'00')").run(sha256);
    await again({ stage: 'recognize' });
    expect(db.prepare('SELECT count(*) FROM unfinished_page').pluck().get()).toBe(0);
  });

  it('hears a signal between texts, none of which waits for anything', async () => {
    db.prepare('UPDATE process SET stage_versions = replace(stage_versions, \'"outline":\', \'"outline":-\')').run();
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    expect(await again({ stage: 'outline', signal: controller.signal })).toEqual({ ...nothing, interrupted: true });
  });

  it('runs only the files that were chosen', async () => {
    expect(await again({ stage: 'outline', where: { condition: 'path', value: 'elsewhere' } })).toEqual(nothing);
    expect(await again({ stage: 'outline', where: { condition: 'path', value: 'scan' } })).toMatchObject({ files: 1 });
  });
});
