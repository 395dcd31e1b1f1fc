import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSentence } from '../output/search/read-sentence.js';
import type { SearchRequest } from '../output/search/request.js';
import { search } from '../output/search/search.js';
import { SCHEMA_VERSION } from '../output/store/migrate.js';
import { openDatabase } from '../output/store/open-database.js';
import type { Store } from '../output/store/store.js';
import { loadEarlier, VERSION_0_1_0 } from './earlier-version.js';
import { shareOf, type Times } from './figures.js';
import { fillDatabase } from './store.js';

const TODAY = '2025-07-01';

/** What clerks type: common and rare words, with and without marks, phrases, prefixes, exclusions, every filter. */
const QUERIES: readonly Pick<SearchRequest, 'words' | 'filters'>[] = [
  { words: 'dang uy', filters: {} },
  { words: 'đảng ủy', filters: {} },
  { words: 'uy ban nhan dan', filters: {} },
  { words: '"ủy ban nhân dân"', filters: {} },
  { words: '"uy ban nhan dan" bao cao', filters: {} },
  { words: 'thuỷ sản logistics', filters: {} },
  { words: 'thủy lợi -logistics', filters: {} },
  { words: 'đấu giá quyền sử dụng đất', filters: { year: 2024 } },
  { words: 'quy*', filters: {} },
  { words: 'chuyen doi so ho so dien tu', filters: {} },
  { words: 'bàn', filters: {} },
  { words: 'không có từ này xyz', filters: {} },
  { words: '12-KL/TU', filters: {} },
  { words: '', filters: { body: 'so tai chinh' } },
  { words: '', filters: { lead: 'Sở Tài chính', overdue: true } },
  { words: '', filters: { dueWithin: 7 } },
  { words: '', filters: { dueAfter: '2025-06-10', dueBefore: '2025-06-20' } },
  { words: 'bao cao', filters: { overdue: true } },
  { words: 'nha o xa hoi', filters: { noDeadline: true } },
  { words: 'ha tang', filters: { needsReview: true, type: 'thong bao' } },
  { words: 'lanh dao', filters: { issuer: 'đảng ủy xã An Bắc' } },
  { words: 'lanh dao', filters: { lead: 'xã An Bắc', year: 2020 } },
  { words: '', filters: {} },
];

const describe = (name: string, times: readonly number[]): string => {
  const ms = (share: number): string => shareOf(times, share).toFixed(1);
  return `${name}: p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms, p99 ${ms(0.99)} ms, max ${ms(1)} ms over ${times.length}`;
};

/** Abbreviations, which 0.1.0 took for other words: measured for themselves. */
const ABBREVIATED: readonly string[] = ['BTV UBND', 'UBND xã An Bắc báo cáo', 'VPTU', 'kỹ thuật tỷ lệ'];

/** What is typed with errors, beside the same without: a typo search is one that mends them. */
const TYPOS: readonly (readonly [typed: string, meant: string])[] = [
  ['uy ban nhan dna', 'uy ban nhan dan'],
  ['chuyen dio so', 'chuyen doi so'],
  ['thuy loi cap nuocs sach', 'thuy loi cap nuoc sach'],
  ['dau gia quyne su dung dat', 'dau gia quyen su dung dat'],
  ['bao hiem xa hoj', 'bao hiem xa hoi'],
];

/** Sentences that are read into filters, and one that only looks so. */
const SENTENCES: readonly string[] = [
  'việc của Sở Y tế quá hạn quý 2',
  'kết luận năm 2025 chưa có hạn',
  'BTV giao UBND các xã trước 30/6',
  'nhiệm vụ của Văn phòng Tỉnh ủy đến hạn tháng này',
  'việc xử lý hồ sơ quá hạn',
];

/** Processor time is what a busy machine does not blur. */
const timeCpu = (work: () => unknown): { readonly wall: number; readonly cpu: number } => {
  const start = performance.now();
  const used = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
};

const ratioAt = (share: number, ours: Times, theirs: Times): string =>
  (shareOf(ours, share) / shareOf(theirs, share)).toFixed(2);

type Find = (request: SearchRequest) => unknown;

/** The queries in turn by this version and by the other; the first round counts, too. */
const compare = (what: string, ours: Find, theirs: Find | undefined, withFacets: boolean, rounds: number): void => {
  const wall: Times[] = [[], []];
  const cpu: Times[] = [[], []];
  const own = new Map<string, Times>();
  for (let round = 0; round < rounds; round++)
    for (const query of QUERIES) {
      const request = { ...query, today: TODAY, limit: 20, withFacets };
      for (const [at, find] of [ours, theirs].entries()) {
        if (find === undefined) continue;
        const time = timeCpu(() => find(request));
        wall[at]?.push(time.wall);
        cpu[at]?.push(time.cpu);
        const name = `${at === 0 ? 'now ' : '0.1.0'} ${query.words} ${JSON.stringify(query.filters)}`;
        own.set(name, [...(own.get(name) ?? []), time.cpu]);
      }
    }
  for (const [at, name] of ['now', '0.1.0'].entries()) {
    if (wall[at]?.length === 0) continue;
    console.log(describe(`${what}, ${name}, wall`, wall[at] ?? []));
    console.log(describe(`${what}, ${name}, CPU `, cpu[at] ?? []));
  }
  if (theirs !== undefined)
    console.log(
      `${what}, ratio now/0.1.0: p50 ${ratioAt(0.5, cpu[0] ?? [], cpu[1] ?? [])}, p95 ${ratioAt(0.95, cpu[0] ?? [], cpu[1] ?? [])} of CPU; p95 ${ratioAt(0.95, wall[0] ?? [], wall[1] ?? [])} of wall`,
    );
  for (const [name, times] of own) console.log(describe(`  ${name}, CPU`, times));
};

/** What errors and sentences cost beside a plain search of the same words. */
const measureExtras = (db: Store, find: Find, rounds: number): void => {
  const [typed, meant, sentences, plain, widened]: [Times, Times, Times, Times, Times] = [[], [], [], [], []];
  for (let round = 0; round < rounds; round++) {
    for (const [words, right] of TYPOS) {
      typed.push(timeCpu(() => find({ words, filters: {}, today: TODAY, limit: 20 })).cpu);
      meant.push(timeCpu(() => find({ words: right, filters: {}, today: TODAY, limit: 20 })).cpu);
    }
    for (const words of ABBREVIATED)
      widened.push(timeCpu(() => find({ words, filters: {}, today: TODAY, limit: 20 })).cpu);
    for (const words of SENTENCES) sentences.push(timeCpu(() => readSentence(db, words, TODAY)).cpu);
    for (const { words, filters } of QUERIES)
      plain.push(timeCpu(() => find({ words, filters, today: TODAY, limit: 20, plain: true })).cpu);
  }
  console.log(describe('abbreviations, CPU', widened));
  console.log(describe('with typing errors, CPU', typed));
  console.log(describe('the same without, CPU', meant));
  console.log(`typing errors mended / none: p50 ${ratioAt(0.5, typed, meant)}, p95 ${ratioAt(0.95, typed, meant)}`);
  console.log(describe('reading a sentence, CPU', sentences));
  console.log(
    `sentence read / plain search: p50 ${ratioAt(0.5, sentences, plain)}, p95 ${ratioAt(0.95, sentences, plain)}`,
  );
};

/**
 * `node dist/bench/search.js [documents]`: builds databases of generated documents with ten directives each unless they are
 * there, by this version and by 0.1.0, then measures single pages and first pages with facets of both in turn, and what typing
 * errors and sentences cost.
 */
export const benchSearch = async (documents: number): Promise<void> => {
  const earlier = await loadEarlier();
  if (earlier === undefined) console.log('0.1.0 could not be built here: no ratio');
  const path = join(tmpdir(), `ketluan-bench-${documents}-${SCHEMA_VERSION}.db`);
  const oldPath = join(tmpdir(), `ketluan-bench-${documents}-${VERSION_0_1_0}.db`);
  if (!existsSync(path)) console.log(`built: ${JSON.stringify(fillDatabase(path, documents))}`);
  if (earlier !== undefined && !existsSync(oldPath))
    console.log(`built by 0.1.0: ${JSON.stringify(earlier.fill(oldPath, documents))}`);
  const db = openDatabase(path, { readonly: true });
  const old = earlier?.open(oldPath);
  const find: Find = (request) => search(db, request);
  compare('page', find, old?.find, false, 20);
  compare('first page with facets', find, old?.find, true, 20);
  measureExtras(db, find, 20);
  old?.close();
  db.close();
};

if (process.argv[1]?.endsWith('search.js')) await benchSearch(Number(process.argv[2] ?? 100_000));
