import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OcrEngine } from '../../pipeline/base/contract.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { createPlainReader, type FileReader } from '../../pipeline/file-reader.js';
import { type BatchSink, type FileReport, type KnownFile, runBatch } from '../../pipeline/run-batch.js';

const CONCLUSION = `TỈNH UỶ LAM TRÀ
*
Số 12-KL/TU
Lam Trà, ngày 03 tháng 02 năm 2026

KẾT LUẬN
CỦA BAN THƯỜNG VỤ TỈNH UỶ
về bảo vệ rừng đầu nguồn

Ngày 28/01/2026, Ban Thường vụ Tỉnh uỷ đã họp, cho ý kiến về bảo vệ rừng đầu nguồn và kết luận như sau:

1- Giao Sở Nông nghiệp và Môi trường kiểm kê rừng phòng hộ, hoàn thành trước ngày 30/6/2026.
2- Giao Văn phòng Tỉnh uỷ theo dõi, đôn đốc việc thực hiện Kết luận này.

Nơi nhận:
- Các sở, ngành,
- Lưu Văn phòng Tỉnh uỷ.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Vi Thị Nhàn
`;

const blindOcr: OcrEngine = {
  id: 'blind',
  read: () =>
    Promise.reject(new PipelineError('ocr-failed', { vi: 'hỏng', en: 'broken' }, { vi: 'thử lại', en: 'try again' })),
  close: () => Promise.resolve(),
};

const reader = createPlainReader(buildPipeline(), { ocr: blindOcr, signal: new AbortController().signal });

/** A sink that remembers in memory, as the store does on disk. */
const createMemorySink = () => {
  const known = new Map<string, KnownFile>();
  const quarantined: string[] = [];
  const sink: BatchSink = {
    find: (_path, sha256) => known.get(sha256),
    claim: () => 'ours',
    release: () => undefined,
    save: (reads) => {
      for (const { file, documents } of reads) {
        const status = documents.some((d) => d.document.needsReview) ? 'needs-review' : 'stored';
        known.set(file.sha256, { path: file.path, status, reason: null });
      }
      return [];
    },
    quarantine: (path, file, error) => {
      quarantined.push(`${basename(path)}: ${error.code}`);
      if (file !== null)
        known.set(file.sha256, { path, status: 'quarantined', reason: { rule: error.code, message: error.text } });
      return { copies: [], isWiped: true };
    },
  };
  return { sink, known, quarantined };
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-batch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

// One file at a time: of two copies in work at once, either may be the first.
const run = (sink: BatchSink, more: { retry?: boolean; signal?: AbortSignal } = {}) =>
  runBatch([folder], reader, sink, {
    signal: more.signal ?? new AbortController().signal,
    jobs: 1,
    retry: more.retry ?? false,
  });

const outcomes = (reports: readonly FileReport[]): string[] =>
  reports
    .map(({ path, result, reasons }) =>
      `${basename(path)} ${result} ${reasons.map(({ rule }) => rule).join(' ')}`.trim(),
    )
    .sort();

describe('runBatch', () => {
  it('brings every file to exactly one end, whatever it is', async () => {
    put('a.txt', CONCLUSION);
    put('b-copy.txt', CONCLUSION);
    put('c-empty.txt', '');
    put('d.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0));
    put('e-secret.txt', CONCLUSION.replace('Số 12-KL/TU\n', 'Số 12-KL/TU\nTỐI MẬT\n'));
    put('f-cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
    const { sink, quarantined } = createMemorySink();
    const reports = await run(sink);
    expect(outcomes(reports)).toEqual([
      'a.txt stored',
      'b-copy.txt duplicate',
      'c-empty.txt quarantined file-empty',
      'd.docx skipped file-unsupported',
      'e-secret.txt quarantined file-classified',
      'f-cut.pdf quarantined file-broken',
    ]);
    expect(quarantined.sort()).toEqual([
      'c-empty.txt: file-empty',
      'e-secret.txt: file-classified',
      'f-cut.pdf: file-broken',
    ]);
  });

  it('does nothing for bytes that are stored, and says where the first copy lies', async () => {
    const first = put('a.txt', CONCLUSION);
    const { sink } = createMemorySink();
    await run(sink);
    put('b.txt', CONCLUSION);
    const reports = await run({ ...sink, save: () => expect.unreachable('nothing is saved twice') });
    expect(outcomes(reports)).toEqual(['a.txt known', 'b.txt duplicate']);
    expect(reports.find((r) => r.result === 'duplicate')?.duplicateOf).toBe(first);
  });

  it.each([1, 2])(
    'tells a copy of what failed as a failure, in the same run and in the next, by %d at a time',
    async (jobs) => {
      for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) put(name, '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
      const { sink, quarantined } = createMemorySink();
      const options = { signal: new AbortController().signal, jobs, retry: true };
      const slow: FileReader = {
        ...reader,
        read: async (...asked) => {
          await setTimeout(50);
          return reader.read(...asked);
        },
      };
      const reports = await runBatch([folder], slow, sink, options);
      // Of copies that are opened at once, any may be the first.
      const told = reports.map(({ result, reasons }) => `${result} ${reasons.map(({ rule }) => rule).join(' ')}`);
      expect(told).toEqual(['quarantined file-broken', ...Array(2).fill('quarantined copy-of-failed file-broken')]);
      expect(reports[1]?.reasons[0]?.message.en).toContain(reports[0]?.path);
      expect(quarantined).toHaveLength(1);
      put('d.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
      const next = await run(sink);
      expect(outcomes(next).at(-1)).toBe('d.pdf quarantined copy-of-failed file-broken');
    },
  );

  it('knows a copy only when the first one is stored, however many are in work', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) put(name, CONCLUSION);
    const { sink } = createMemorySink();
    const options = { signal: new AbortController().signal, jobs: 3, retry: false };
    const reports = await runBatch([folder], reader, sink, options);
    expect(reports.map(({ result }) => result).sort()).toEqual(['duplicate', 'duplicate', 'stored']);
  });

  it('stores a document without any task for review', async () => {
    put('letter.txt', 'Kính gửi các đồng chí,\n\nTrời hôm nay nắng đẹp và gió nhẹ ở vùng cao.\n');
    const { sink } = createMemorySink();
    expect(outcomes(await run(sink))).toEqual([
      'letter.txt needs-review header/number-missing header/date-missing header/issuer-missing header/subject-missing header/signer-missing directives/none-found',
    ]);
  });

  it('keeps the reason of pages that OCR failed at in passing, and tries them again', async () => {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7bhWAAAAABJRU5ErkJggg==',
      'base64',
    );
    put('passing.png', pixel);
    const { sink, known } = createMemorySink();
    expect(outcomes(await run(sink))).toEqual(['passing.png quarantined ocr-failed']);
    expect([...known.values()].map(({ reason }) => reason?.message.vi)).toEqual([expect.stringContaining('trang 1')]);
    // Not lasting: the next run reads it anew, with the same answer of this blind engine.
    expect(outcomes(await run(sink))).toEqual(['passing.png quarantined ocr-failed']);
  });

  it('tries what fails for good only when asked', async () => {
    put('cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
    const { sink, quarantined } = createMemorySink();
    await run(sink);
    expect(outcomes(await run(sink))).toEqual(['cut.pdf quarantined file-broken']);
    expect(quarantined).toHaveLength(1);
    await run(sink, { retry: true });
    expect(quarantined).toHaveLength(2);
  });

  it('reports a path that is not there and goes on', async () => {
    const path = put('a.txt', CONCLUSION);
    const { sink } = createMemorySink();
    const gone = join(folder, 'gone');
    const reports = await runBatch([gone, path], reader, sink, {
      signal: new AbortController().signal,
      jobs: 1,
      retry: false,
    });
    expect(outcomes(reports)).toEqual(['a.txt stored', 'gone quarantined file-unreadable']);
  });

  it('leaves the rest for the next run when it is interrupted', async () => {
    mkdirSync(join(folder, 'deep'));
    for (let i = 0; i < 6; i++) put(join('deep', `${i}.txt`), CONCLUSION.replace('12-KL', `${i + 20}-KL`));
    const { sink, known } = createMemorySink();
    const controller = new AbortController();
    const save: BatchSink['save'] = (outcome) => {
      const placed = sink.save(outcome);
      controller.abort();
      return placed;
    };
    const reports = await run({ ...sink, save }, { signal: controller.signal });
    expect(reports.length).toBeLessThan(6);
    expect(known.size).toBe(reports.length);
    const rest = await run(sink);
    expect(known.size).toBe(6);
    expect(rest).toHaveLength(6);
  });

  it('reads a file last, or sets it aside with its reason, as its claim says', async () => {
    const first = put('a.txt', CONCLUSION);
    put('b.txt', CONCLUSION.replace('12-KL', '13-KL'));
    const { sink, known } = createMemorySink();
    const claim: BatchSink['claim'] = (path, _sha256, { isEnd, isRetry }) => {
      if (path !== first) return 'ours';
      if (!isRetry) return 'set-aside';
      return isEnd ? 'ours' : 'at-the-end';
    };
    expect(outcomes(await run({ ...sink, claim }))).toEqual(['a.txt quarantined file-set-aside', 'b.txt stored']);
    expect([...known.values()].find(({ path }) => path === first)?.reason?.message.vi).toMatch(/để riêng/u);
    // Listed again by every run, and read again by one that asks for it.
    expect(outcomes(await run({ ...sink, claim }))).toEqual(['a.txt quarantined file-set-aside', 'b.txt known']);
    const retried = await run({ ...sink, claim }, { retry: true });
    expect(outcomes(retried)).toEqual(['a.txt stored', 'b.txt known']);
    expect(basename(retried.at(-1)?.path ?? '')).toBe('a.txt');
  });

  it('reads what was left for the end one by one, even texts that may be sent ahead', async () => {
    const names = ['a.txt', 'b.txt', 'c.txt'];
    for (const [i, name] of names.entries()) put(name, CONCLUSION.replace('12-KL', `2${i}-KL`));
    const { sink } = createMemorySink();
    const inHand = new Set<string>();
    let most = 0;
    const claim: BatchSink['claim'] = (_path, sha256, { isEnd }) => {
      if (!isEnd) return 'at-the-end';
      inHand.add(sha256);
      most = Math.max(most, inHand.size);
      return 'ours';
    };
    const release = (sha256: string) => void inHand.delete(sha256);
    const slow: FileReader = {
      ...reader,
      ahead: 6,
      read: async (...asked) => {
        await setTimeout(50);
        return reader.read(...asked);
      },
    };
    const options = { signal: new AbortController().signal, jobs: 2, retry: false };
    const reports = await runBatch([folder], slow, { ...sink, claim, release }, options);
    expect(outcomes(reports)).toEqual(names.map((name) => `${name} stored`));
    expect(most).toBe(1);
  });

  it('ends the batch when the set-up is broken', async () => {
    put('a.txt', CONCLUSION);
    const { sink } = createMemorySink();
    const broken = new PipelineError('database-unwritable', { vi: '', en: '' }, { vi: '', en: '' });
    const save = (): never => {
      throw broken;
    };
    await expect(run({ ...sink, save })).rejects.toBe(broken);
  });
});
