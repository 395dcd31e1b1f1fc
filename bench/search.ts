import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchRequest } from '../output/search/request.js';
import { search } from '../output/search/search.js';
import { openDatabase } from '../output/store/open-database.js';
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

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const describe = (name: string, times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (share: number): string => quantile(sorted, share).toFixed(1);
  return `${name}: p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms, p99 ${ms(0.99)} ms, max ${ms(1)} ms over ${times.length}`;
};

interface Times {
  readonly wall: number[];
  /** Processor time: what a busy machine does not blur. */
  readonly cpu: number[];
}

const measure = (path: string, withFacets: boolean, rounds: number): Map<string, Times> => {
  const db = openDatabase(path, { readonly: true });
  const times = new Map<string, Times>();
  for (let round = 0; round < rounds; round++)
    for (const query of QUERIES) {
      const start = performance.now();
      const used = process.cpuUsage();
      const page = search(db, { ...query, today: TODAY, limit: 20, withFacets });
      const name = `${query.words} ${JSON.stringify(query.filters)} → ${page.total.count}`;
      const { user, system } = process.cpuUsage(used);
      const own = times.get(name) ?? { wall: [], cpu: [] };
      own.wall.push(performance.now() - start);
      own.cpu.push((user + system) / 1000);
      times.set(name, own);
    }
  db.close();
  return times;
};

/**
 * `node dist/bench/search.js [documents] [database]`: builds a database of generated documents with ten directives each
 * unless it is there, then measures single pages and first pages with facets. The first round counts, too.
 */
export const benchSearch = (
  documents: number,
  path: string = join(tmpdir(), `ketluan-bench-${documents}.db`),
): void => {
  if (!existsSync(path)) console.log(`built: ${JSON.stringify(fillDatabase(path, documents))}`);
  for (const withFacets of [false, true]) {
    const times = measure(path, withFacets, 20);
    const all = [...times.values()];
    const what = withFacets ? 'first page with facets' : 'page';
    console.log(
      describe(
        `${what}, wall`,
        all.flatMap((own) => own.wall),
      ),
    );
    console.log(
      describe(
        `${what}, CPU `,
        all.flatMap((own) => own.cpu),
      ),
    );
    for (const [name, own] of times) console.log(describe(`  ${name}, CPU`, own.cpu));
  }
};

if (process.argv[1]?.endsWith('search.js')) benchSearch(Number(process.argv[2] ?? 100_000), process.argv[3]);
