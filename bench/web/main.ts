import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { ingest } from '../../output/library.js';
import { loadReadPaper } from '../../output/pages/read-paper.js';
import { search } from '../../output/search/search.js';
import type { TaskFilters } from '../../output/search/task-filters.js';
import { loadStored } from '../../output/store/load-document.js';
import { SCHEMA_VERSION } from '../../output/store/migrate.js';
import { openDatabase } from '../../output/store/open-database.js';
import type { Store } from '../../output/store/store.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { type Bar, middle, say, shareOf, type Times } from '../figures.js';
import { fillDatabase } from '../store.js';
import { benchClerks } from './clerks.js';
import { type Server, startServer, TODAY, type Visitor } from './server.js';

/** Rows of a page of results, as the page shows them. */
const ROWS = 50;
const ROUNDS = 12;
/**
 * A scan of the fixtures of two pages and twelve items, whose reading is recorded: a paper with an image and words that have places.
 * Of a paper of one page with five items the two requests alone cost as much as its rows.
 */
const SCAN = 'kl-bch-tinh-chuyen-doi-so';

/** What a search page is asked, and what the library is asked for the same. */
const SEARCHES: readonly (readonly [address: string, words: string, filters: TaskFilters])[] = [
  ['/tim', '', {}],
  ['/tim?q=uy+ban+nhan+dan', 'uy ban nhan dan', {}],
  ['/tim?q=%C4%91%E1%BA%A3ng+%E1%BB%A7y', 'đảng ủy', {}],
  ['/tim?q=nha+o+xa+hoi', 'nha o xa hoi', {}],
  ['/tim?q=%22uy+ban+nhan+dan%22+bao+cao', '"uy ban nhan dan" bao cao', {}],
  ['/tim?q=chuyen+doi+so+ho+so+dien+tu', 'chuyen doi so ho so dien tu', {}],
  ['/tim?q=dau+gia+quyen+su+dung+dat&year=2024', 'dau gia quyen su dung dat', { year: 2024 }],
  ['/tim?body=so+tai+chinh', '', { body: 'so tai chinh' }],
  ['/tim?from=2025-06-10&to=2025-06-20', '', { dueAfter: '2025-06-10', dueBefore: '2025-06-20' }],
  ['/tim?state=QU%C3%81+H%E1%BA%A0N&q=bao+cao', 'bao cao', { state: 'QUÁ HẠN' }],
  ['/tim?q=lanh+dao&review=1', 'lanh dao', { needsReview: true }],
];

interface Compared {
  readonly page: Times;
  readonly library: Times;
  /** Processor time of the server through all pages, of this process through all of the library's work, in milliseconds. */
  readonly cpu: { page: number; library: number };
}

/** Pages in turn with the same work by the library: equal weather for both. */
const compare = async (
  server: Server,
  works: readonly { readonly library: () => unknown; readonly page: () => Promise<number> }[],
  rounds: number,
): Promise<Compared> => {
  const compared: Compared = { page: [], library: [], cpu: { page: 0, library: 0 } };
  const before = server.readCpu();
  for (let round = 0; round < rounds; round++)
    for (const work of works) {
      const started = performance.now();
      const used = process.cpuUsage();
      work.library();
      const { user, system } = process.cpuUsage(used);
      compared.library.push(performance.now() - started);
      compared.cpu.library += (user + system) / 1000;
      compared.page.push(await work.page());
    }
  compared.cpu.page = server.readCpu() - before;
  return compared;
};

const benchSearches = (db: Store, server: Server, visitor: Visitor): Promise<Compared> =>
  compare(
    server,
    SEARCHES.map(([address, words, filters]) => ({
      library: () => search(db, { words, filters, today: TODAY, limit: ROWS, withFacets: true }),
      page: async () => (await visitor.read(address)).ms,
    })),
    ROUNDS,
  );

const csrfOf = (html: string): string => /name="csrf" content="(?<csrf>[^"]*)"/u.exec(html)?.groups?.csrf ?? '';

/** The first screen as it stands, and each time behind a correction by somebody at the page. */
const benchFirst = async (db: Store, visitor: Visitor): Promise<{ same: Times; changed: Times; first: number }> => {
  const first = (await visitor.read('/')).ms;
  const csrf = csrfOf((await visitor.read('/')).body.toString());
  const tasks = search(db, { words: '', filters: { needsReview: true }, today: TODAY, limit: ROUNDS }).hits;
  const [same, changed]: [Times, Times] = [[], []];
  for (const { directiveId } of tasks) {
    same.push((await visitor.read('/')).ms);
    const { status } = await visitor.ask('/sua', { _csrf: csrf, do: 'confirm', id: directiveId, back: '/' });
    if (status !== 303) throw new Error(`Expected the correction to be taken, got ${status}`);
    changed.push((await visitor.read('/')).ms);
  }
  return { same, changed, first };
};

const benchPaper = async (db: Store, server: Server, visitor: Visitor, id: string): Promise<Compared> => {
  const item = loadStored(db, id)?.directives[2]?.id ?? '';
  const address = `/van-ban/${id}?item=${encodeURIComponent(item)}`;
  const image = /\/anh\/[0-9a-f]{64}\/\d+\.webp/u.exec((await visitor.read(address)).body.toString())?.[0];
  if (image === undefined) throw new Error('Expected a paper with an image');
  await visitor.read(image);
  const work = {
    library: () => [loadStored(db, id), loadReadPaper(db, id)],
    page: async () => (await visitor.read(address)).ms + (await visitor.read(image)).ms,
  };
  // A few times unmeasured, until both sides are as quick as they get.
  await compare(server, [work], ROUNDS * 4);
  return compare(server, [work], ROUNDS * 20);
};

/** A page with its style and scripts, without pictures, in bytes as they are sent. */
const weigh = async (visitor: Visitor, path: string): Promise<number> => {
  const html = (await visitor.read(path)).body;
  const files = [...html.toString().matchAll(/"(?<file>\/assets\/[\w.]+)"/gu)].map(({ groups }) => groups?.file ?? '');
  const bodies = await Promise.all(files.map(async (file) => (await visitor.read(file)).body));
  return [html, ...bodies].reduce((sum, { byteLength }) => sum + byteLength, 0);
};

const weighAll = async (visitor: Visitor, paper: string): Promise<Bar> => {
  const weights: (readonly [number, string])[] = [];
  for (const path of ['/', ...SEARCHES.map(([address]) => address), '/van-ban', `/van-ban/${paper}`, '/ra-soat'])
    weights.push([await weigh(visitor, path), path]);
  const [bytes, path] = weights.toSorted(([a], [b]) => b - a)[0] ?? [0, ''];
  return { what: `heaviest page without images (${path}), kB`, value: bytes / 1000, most: 150 };
};

/** A database of its own, as papers and corrections come into it. */
const openCopy = async (documents: number, folder: string): Promise<string> => {
  const source = join(tmpdir(), `ketluan-bench-${documents}-${SCHEMA_VERSION}.db`);
  if (!existsSync(source)) console.log(`built: ${JSON.stringify(fillDatabase(source, documents))}`);
  const path = join(folder, 'kho.db');
  copyFileSync(source, path, constants.COPYFILE_FICLONE);
  return path;
};

const addScan = async (path: string): Promise<string> => {
  const db = openDatabase(path);
  const ocr = await openRecordedOcr(recordingOf(SCAN));
  const [report] = await ingest(db, [packageFile('fixtures', 'documents', SCAN, 'scan.tif')], {
    now: () => new Date().toISOString(),
    openOcr: () => ocr,
  });
  if (report?.result !== 'stored' && report?.result !== 'needs-review')
    throw new Error('Expected the scan to be stored');
  const id =
    db.prepare<[], { id: string }>('SELECT id FROM document ORDER BY document_key DESC LIMIT 1').get()?.id ?? '';
  db.close();
  return id;
};

const measure = async (path: string, folder: string, scan: string, server: Server): Promise<Bar[]> => {
  const db = openDatabase(path, { readonly: true });
  const visitor = await server.enter();
  try {
    const first = await benchFirst(db, visitor);
    const searches = await benchSearches(db, server, visitor);
    const paper = await benchPaper(db, server, visitor, scan);
    say('served after', [server.startMs]);
    say('first page, first view', [first.first]);
    say('first page', first.same);
    say('first page behind a correction', first.changed);
    say('search page', searches.page);
    say('search with facets, by the library', searches.library);
    say('paper with image', paper.page);
    say('its rows, by the library', paper.library);
    const library = middle(searches.library);
    const bars: Bar[] = [
      { what: 'first page / search with facets, p50', value: middle(first.same) / library, most: 1.5 },
      {
        what: 'first page behind a correction / search with facets, p50',
        value: middle(first.changed) / library,
        most: 1.5,
      },
      { what: 'search page / search with facets, p50', value: middle(searches.page) / library, most: 1.5 },
      {
        what: 'search page / search with facets, p95',
        value: shareOf(searches.page, 0.95) / shareOf(searches.library, 0.95),
        most: 1.5,
      },
      { what: 'search page / search with facets, CPU', value: searches.cpu.page / searches.cpu.library, most: 1.5 },
      { what: 'paper with image / its rows, p50', value: middle(paper.page) / middle(paper.library), most: 2 },
      { what: 'paper with image / its rows, CPU', value: paper.cpu.page / paper.cpu.library, most: 2 },
      await weighAll(visitor, scan),
    ];
    const addresses = ['/', ...SEARCHES.map(([address]) => address), `/van-ban/${scan}`, '/van-ban'];
    return [...bars, ...(await benchClerks({ server, addresses, database: path, folder }))];
  } finally {
    visitor.close();
    db.close();
  }
};

/**
 * `npm run bench -- web [documents]`: the page over a database of generated documents with ten tasks each, served by a process of its
 * own: pages against the library's own search in the same run, a paper with its image against reading its rows, twenty clerks
 * against one, with and without a batch at work, a batch with and without clerks. The clerks click every two seconds, which is
 * quicker than anybody reads.
 */
export const benchWeb = async (documents: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-bench-web-'));
  try {
    mkdirSync(join(folder, 'papers'));
    const path = await openCopy(documents, folder);
    const scan = await addScan(path);
    const server = await startServer(path);
    try {
      for (const { what, value, most, least } of await measure(path, folder, scan, server)) {
        const bar = most === undefined ? `≥ ${least ?? 0}` : `≤ ${most}`;
        const holds = (most === undefined || value <= most) && (least === undefined || value >= least);
        console.log(`${holds ? 'holds ' : 'MISSES'} ${what}: ${value.toFixed(2)} (${bar})`);
      }
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('main.js')) await benchWeb(Number(process.argv[2] ?? 100_000));
