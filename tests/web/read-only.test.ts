import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../output/store/open-database.js';
import { openToServe } from '../../output/store/open-to-serve.js';
import { publish } from '../../output/store/publish.js';
import { saveFiles } from '../../output/store/save-file.js';
import type { Store } from '../../output/store/store.js';
import { makeFile, SAMPLES } from '../output/sample-records.js';
import { openPage } from './open-page.js';

describe('a published copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-copy-'));
  const copy = join(folder, 'kho.db');
  let db: Store;
  beforeAll(async () => {
    const source = openDatabase(join(folder, 'goc.db'));
    saveFiles(
      source,
      SAMPLES.map((record) => makeFile(record)),
    );
    await publish(source, copy);
    source.close();
    const opened = openToServe(copy);
    expect(opened.readOnly).toBe('published');
    db = opened.db;
  });
  afterAll(() => {
    db?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (isReplaced = false) =>
    openPage([], { db, readOnly: { reason: 'published', isReplaced: () => isReplaced } });

  it('is looked at, searched and exported, and says on every screen that it is no more', async () => {
    const page = open();
    const { headers } = page.as('admin');
    for (const path of ['/', '/tim?q=bao+cao', '/tim/lich', '/tim/dong-thoi-gian', '/tim/da-luu', '/van-ban']) {
      const answer = await page.get(path, headers);
      const text = await answer.text();
      expect([path, answer.status, text.includes('Bản chỉ đọc.')]).toEqual([path, 200, true]);
      for (const way of ['/ra-soat', '/nap', '/quan-tri', '/tim/luu', '/sua'])
        expect([path, way, text.includes(`"${way}`)]).toEqual([path, way, false]);
    }
    const file = await page.get('/tim/xuat?format=csv&q=', headers);
    expect([file.status, (await file.text()).includes('thẩm định dự toán')]).toEqual([200, true]);
  });

  it('takes nothing from anybody, an admin among them, and says why', async () => {
    const page = open();
    const { headers, csrf } = page.as('admin');
    const [record] = SAMPLES;
    const asked = [
      ['/sua', { do: 'confirm', id: record?.directives[0]?.id ?? '' }],
      ['/tim/luu', { name: 'a', search: 'q=a' }],
      ['/nap/bat-dau', {}],
      ['/quan-tri', { do: 'remove-user', name: 'a' }],
    ] as const;
    for (const [path, form] of asked)
      expect([path, (await page.post(path, { _csrf: csrf, ...form }, headers)).status]).toEqual([path, 403]);
    const answer = await page.get('/ra-soat', headers);
    expect([answer.status, (await answer.text()).includes('đây là bản chỉ đọc')]).toEqual([403, true]);
  });

  it('says when a newer one lies in its place', async () => {
    for (const isReplaced of [false, true]) {
      const page = open(isReplaced);
      const text = await (await page.get('/', page.as('reader').headers)).text();
      expect(text.includes('khởi động lại ketluan serve')).toBe(isReplaced);
    }
  });

  it('stays as it was: nothing is written into it or beside it', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('kho.db'))).toEqual(['kho.db']);
    const again = openToServe(copy);
    expect(again.readOnly).toBe('published');
    again.db.close();
  });
});

describe('a database that is worked with', () => {
  it('is opened for work, one that cannot be written for reading, one that is not there not at all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketluan-serve-'));
    const path = join(folder, 'kho.db');
    openDatabase(path).close();
    const opened = openToServe(path);
    expect([opened.readOnly, opened.db.readonly]).toEqual([null, false]);
    opened.db.close();
    expect(() => openToServe(join(folder, 'khong-co.db'))).toThrow(
      expect.objectContaining({ code: 'database-invalid' }),
    );
    // Who may do everything may write what nobody may.
    if (process.getuid?.() !== 0 && process.platform !== 'win32') {
      chmodSync(path, 0o400);
      const read = openToServe(path);
      expect([read.readOnly, read.db.readonly]).toEqual(['unwritable', true]);
      read.db.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });
});
