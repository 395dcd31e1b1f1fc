import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { applyLog } from '../../../output/store/apply-log.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, 'x.db');
const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma('wal_autocheckpoint = 0');
db.exec('CREATE TABLE t (a TEXT)');
db.pragma('wal_checkpoint(RESTART)');
const insert = db.prepare('INSERT INTO t VALUES (?)');
for (let i = 0; i < 50; i++) insert.run(`${i} ${'x'.repeat(500)}`);

const countIn = (bytes: Buffer): unknown => {
  bytes[18] = 1;
  bytes[19] = 1;
  const copy = new Database(bytes, { readonly: true });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  const count = copy.prepare('SELECT count(*) FROM t').pluck().get();
  copy.close();
  return count;
};

describe('a log', () => {
  it('is worked in up to its last whole transaction', () => {
    const base = readFileSync(path);
    const log = readFileSync(`${path}-wal`);
    expect(countIn(Buffer.from(base))).toBe(0);
    expect(countIn(applyLog(Buffer.from(base), log))).toBe(50);
    // Cut in the middle of its last frame, and spoilt in one bit of it.
    expect(countIn(applyLog(Buffer.from(base), log.subarray(0, log.length - 100)))).toBe(49);
    const spoilt = Buffer.from(log);
    spoilt.writeUInt8(spoilt.readUInt8(log.length - 9) ^ 1, log.length - 9);
    expect(countIn(applyLog(Buffer.from(base), spoilt))).toBe(49);
    for (const none of [Buffer.alloc(0), Buffer.alloc(100), log.subarray(0, 32)])
      expect(countIn(applyLog(Buffer.from(base), none))).toBe(0);
  });
});
