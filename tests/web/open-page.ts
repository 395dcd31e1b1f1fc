import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { type Role, startSession } from '../../output/access/access.js';
import { openAccessFile } from '../../output/store/access-file.js';
import { openDatabase } from '../../output/store/open-database.js';
import { saveFiles } from '../../output/store/save-file.js';
import type { Store } from '../../output/store/store.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { createApp } from '../../web/app.js';
import type { AppOptions } from '../../web/context.js';
import type { Guarded } from '../../web/guard.js';
import { openIntake } from '../../web/intake/intake.js';
import { openUpkeep } from '../../web/upkeep/upkeep.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile, TODAY } from '../output/sample-records.js';

export const HOST = '127.0.0.1:8765';
export const ORIGIN = `http://${HOST}`;

/** A text that does harm wherever it is not escaped. */
export const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&{{7*7}}`;

/** Names and texts as nobody should write them, in every field that a page shows. */
export const HOSTILE_PAPER: ExportedDocument = makeDocument(
  'hostile',
  [
    {
      number: '1',
      text: `Giao ${HOSTILE} báo cáo trước ngày 30/6/2025.`,
      bodies: [makeBody(`Sở ${HOSTILE}`), makeBody(`Ban ${HOSTILE}`, { role: 'coordinating' })],
      deadlines: [makeDeadline(`trước ngày 30/6/2025 ${HOSTILE}`, '2025-06-30', { bound: 'before' })],
      more: { needsReview: true },
    },
  ],
  {
    number: `9-KL/TU ${HOSTILE}`,
    issuer: `Ban ${HOSTILE}`,
    subject: HOSTILE,
    type: `Kết luận ${HOSTILE}`,
    signer: { authority: HOSTILE, position: HOSTILE, name: HOSTILE },
    recipients: [HOSTILE],
    needsReview: true,
    notes: [{ level: 'review', rule: 'header/number-missing', message: { vi: HOSTILE, en: HOSTILE } }],
    unclaimed: [{ page: 1, text: `Yêu cầu ${HOSTILE}`, why: 'order' }],
    source: { path: `kho/${HOSTILE}.txt`, sha256: 'c'.repeat(64), mediaType: 'text/plain', pageCount: 1 },
  },
);

/** A page over a database in memory, with what a test asks of it. */
export interface OpenPage {
  readonly app: Hono<Guarded>;
  readonly db: Store;
  readonly access: Store;
  /** Headers of somebody who is let in. */
  readonly as: (role: Role, name?: string) => { readonly headers: Record<string, string>; readonly csrf: string };
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, form: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
}

export const openPage = (papers: readonly ExportedDocument[], more: Partial<AppOptions> = {}): OpenPage => {
  const db = openDatabase(':memory:');
  saveFiles(
    db,
    papers.map((paper) => makeFile(paper)),
  );
  const access = openAccessFile(':memory:');
  const app = createApp({
    db,
    access,
    hosts: new Set([HOST]),
    isSecure: false,
    now: () => AT,
    today: () => TODAY,
    ticket: null,
    intake: openIntake({
      database: ':memory:',
      program: 'none',
      uploads: join(tmpdir(), 'ketluan-none'),
      places: [],
      now: () => AT,
    }),
    upkeep: openUpkeep({
      database: ':memory:',
      program: 'none',
      backups: join(tmpdir(), 'ketluan-none'),
      now: () => AT,
    }),
    version: '0.0.0',
    addressOf: () => '192.0.2.1',
    ...more,
  });
  const ask = (path: string, init: RequestInit): Promise<Response> =>
    Promise.resolve(app.request(`${ORIGIN}${path}`, init));
  return {
    app,
    db,
    access,
    as: (role, name = `${role} một`) => {
      const { secret, csrf } = startSession(access, { name, role }, AT);
      return { headers: { host: HOST, cookie: `ketluan8765=${secret}` }, csrf };
    },
    get: (path, headers = { host: HOST }) => ask(path, { headers: { host: HOST, ...headers } }),
    post: (path, form, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { host: HOST, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      }),
  };
};
