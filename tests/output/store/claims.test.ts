import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClaims } from '../../../output/store/claims.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { createPageMemory } from '../../../output/store/page-memory.js';
import type { Store } from '../../../output/store/store.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { AT } from '../sample-records.js';

let folder: string;
let db: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-claims-'));
  db = openDatabase(join(folder, 'x.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const claimAs = (pid: number, more: { attempts?: number; host?: string; at?: string } = {}): void => {
  const { attempts = 1, host = hostname(), at = AT } = more;
  db.prepare('INSERT OR REPLACE INTO claim VALUES (?, ?, ?, ?, ?, ?)').run('a', 'a.pdf', host, pid, at, attempts);
};
const IN_TURN = { isEnd: false, isRetry: false, isRemote: false };
const AT_END = { isEnd: true, isRetry: false, isRemote: false };
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('a claim', () => {
  it('keeps others off while its process lives, and is gone when it lets go', () => {
    const claims = createClaims(db, () => AT);
    expect(claims.take('a.pdf', 'a', IN_TURN)).toBe('ours');
    expect(createClaims(db, () => AT).take('a.pdf', 'a', IN_TURN)).toBe('elsewhere');
    claims.release('a');
    expect(db.prepare('SELECT count(*) FROM claim').pluck().get()).toBe(0);
    claimAs(process.ppid);
    expect(claims.take('a.pdf', 'a', IN_TURN)).toBe('elsewhere');
    claims.release('a');
    expect(db.prepare('SELECT count(*) FROM claim').pluck().get()).toBe(1);
  });

  it.each([
    ['of a dead process', () => claimAs(deadPid())],
    ['of our own number, from before', () => claimAs(process.pid)],
    ['of long ago', () => claimAs(process.ppid, { at: '2025-06-01T00:00:00Z' })],
    ['from the future, by a clock that was wrong', () => claimAs(1, { host: 'x.example', at: '2045-06-01T00:00:00Z' })],
  ])('%s is taken over, when nothing else is in work', (_, claim) => {
    claim();
    const claims = createClaims(db, () => AT);
    expect(claims.take('a.pdf', 'a', IN_TURN)).toBe('at-the-end');
    expect(claims.take('a.pdf', 'a', AT_END)).toBe('ours');
    expect(db.prepare('SELECT attempts FROM claim').pluck().get()).toBe(2);
  });

  it('of another computer is left alone', () => {
    claimAs(1, { host: 'elsewhere.example' });
    expect(createClaims(db, () => AT).take('a.pdf', 'a', IN_TURN)).toBe('elsewhere');
  });

  it('whose process died twice, the second time with nothing else in work, is set aside; who asks for it has it read', () => {
    claimAs(deadPid(), { attempts: 2 });
    const claims = createClaims(db, () => AT);
    expect(claims.take('a.pdf', 'a', { isEnd: false, isRetry: true, isRemote: false })).toBe('at-the-end');
    expect(claims.take('a.pdf', 'a', { isEnd: true, isRetry: true, isRemote: false })).toBe('ours');
    claims.release('a');
    claimAs(deadPid(), { attempts: 2 });
    expect(claims.take('a.pdf', 'a', IN_TURN)).toBe('set-aside');
    expect(claims.take('a.pdf', 'a', IN_TURN)).toBe('ours');
    claims.release('a');
  });

  it('counts no death before the last page that was read', () => {
    claimAs(deadPid(), { attempts: 1 });
    const claims = createClaims(db, () => AT);
    expect(claims.take('a.pdf', 'a', AT_END)).toBe('ours');
    expect(db.prepare('SELECT attempts FROM claim').pluck().get()).toBe(2);
    const page = { sha256: 'a', image: Buffer.from('image'), recipe: 'r' };
    createPageMemory(db).keep(page, { width: 1, height: 1, words: [] } as never);
    expect(db.prepare('SELECT attempts FROM claim').pluck().get()).toBe(1);
    claims.release('a');
  });

  it('is let go of when its process ends by itself in the middle of the work', () => {
    const library = packageFile('dist', 'output', 'store');
    const script = `
      const { createClaims } = await import(${JSON.stringify(pathToFileURL(join(library, 'claims.js')).href)});
      const { openDatabase } = await import(${JSON.stringify(pathToFileURL(join(library, 'open-database.js')).href)});
      const db = openDatabase(${JSON.stringify(join(folder, 'x.db'))});
      createClaims(db, () => ${JSON.stringify(AT)}).take('a.pdf', 'a', { isEnd: false, isRetry: false, isRemote: false });
      console.log(db.prepare('SELECT count(*) FROM claim').pluck().get());
      process.exit(130);`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect([run.status, run.stdout]).toEqual([130, '1\n']);
    expect(db.prepare('SELECT count(*) FROM claim').pluck().get()).toBe(0);
  });
});

describe('two commands on one folder (needs npm run build)', () => {
  it('share the work, and their counts are true', async () => {
    const papers = mkdtempSync(join(folder, 'papers-'));
    const text = readFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), 'utf8');
    for (let i = 0; i < 40; i++) writeFileSync(join(papers, `${i}.txt`), `${text}\n${i}\n`);
    const ingest = async () => {
      const args = ['ingest', papers, '--db', join(folder, 'x.db'), '--json'];
      const child = spawn(process.execPath, [packageFile('dist', 'cli', 'main.js'), ...args]);
      let out = '';
      child.stdout.on('data', (chunk) => {
        out += String(chunk);
      });
      await once(child, 'close');
      return JSON.parse(out).counts;
    };
    const [one, two] = await Promise.all([ingest(), ingest()]);
    const sum = (name: string): number => one[name] + two[name];
    expect(sum('stored') + sum('needs-review')).toBe(40);
    expect(sum('known')).toBe(40);
    expect(db.prepare('SELECT count(*) FROM file').pluck().get()).toBe(40);
    expect(db.prepare('SELECT count(*) FROM claim').pluck().get()).toBe(0);
  }, 30_000);
});
