import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { correct } from '../../../output/review/correct.js';
import { search } from '../../../output/search/search.js';
import { loadDocument } from '../../../output/store/load-document.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { publish } from '../../../output/store/publish.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { quarantineFile, saveFiles } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import type { Withdrawn } from '../../../pipeline/run-batch.js';
import { AT, makeBody, makeDocument, makeFile, SAMPLES, TODAY } from '../sample-records.js';

/** Every word of it is its own. */
const SECRET = makeDocument(
  'mật',
  [
    {
      number: '1',
      text: 'Zoquixanh quangtrửng vobieenj hoàn tất trước wexđương.',
      bodies: [makeBody('Ban Zylophang'), makeBody('Sở Tài chính')],
      more: {
        notes: [
          {
            level: 'review',
            rule: 'extract/doubtful-words',
            message: { vi: 'xem lại Vurrmessage', en: 'look at Vurrmessage' },
            expected: 'Xpected',
          },
        ],
      },
    },
  ],
  {
    issuer: 'TỈNH ỦY QUORRIX',
    number: '7731-KLX/QRX',
    subject: 'về việc Wuyrrig',
    type: 'Kếtluậnzz',
    recipients: ['Vănphòngxx'],
  },
);
const WORDS = [
  'Zoquixanh quangtrửng vobieenj wexđương zoquixanh quangtrung wexduong Zylophang zylophang Vurrmessage Xpected',
  'QUORRIX quorrix 7731 KLX Wuyrrig Kếtluậnzz ketluanzz Vănphòngxx Correxion correxion Zwischenwort zwischenwort Endgwort endgwort Trichyz trichyz',
].flatMap((line) => line.split(' '));

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-traces-'));
  path = join(folder, 'x.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reclassify = (db: Store): Withdrawn =>
  quarantineFile(db, {
    path: 'secret.txt',
    sha256: SECRET.document.source.sha256,
    byteLength: 1,
    mediaType: 'text/plain',
    code: 'file-classified',
    text: { vi: 'Mật', en: 'Secret' },
    hint: null,
    at: AT,
  });

/** Words that stand in the bytes of the database's files, or in what is packed in them. */
const findWords = (): string[] => {
  const bytes = ['', '-wal', '-shm', '-journal']
    .map((sidecar) => path + sidecar)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file).toString('latin1'))
    .join('\n');
  const db = new Database(path, { readonly: true });
  const packed = db
    .prepare<[], Buffer>(
      'SELECT words FROM page WHERE words IS NOT NULL UNION ALL SELECT edits FROM edit_map UNION ALL SELECT record FROM reading',
    )
    .pluck()
    .all()
    .map((blob) => inflateSync(blob).toString('utf8'));
  // Words of the index are packed by what they share with their neighbours.
  db.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'directive_fts', 'row')");
  const terms = db.prepare<[], string>('SELECT term FROM terms').pluck().all();
  db.close();
  const readable = [...packed, ...terms].join('\n');
  return WORDS.filter((word) => bytes.includes(Buffer.from(word).toString('latin1')) || readable.includes(word));
};

describe('a paper that turns out to be classified', () => {
  it('says that its words are still in the file while another program reads it', () => {
    const db = openDatabase(path);
    db.pragma('busy_timeout = 100');
    saveFiles(db, [makeFile(SECRET)]);
    const other = new Database(path, { readonly: true });
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM file').get();
    expect(reclassify(db).isWiped).toBe(false);
    other.close();
    db.close();
    // The next one who opens it for writing empties the log.
    openDatabase(path).close();
    expect(findWords()).toEqual([]);
  });

  it('leaves none of its words: not in the tables, the index, the log, nor between the rows', () => {
    const db = openDatabase(path);
    const others = Array.from({ length: 60 }, (_, i) =>
      makeDocument(`other ${i}`, [{ number: '1', text: `Sở Tài chính báo cáo việc ${i} ${'dài '.repeat(300)}` }]),
    );
    saveFiles(
      db,
      SAMPLES.map((record) => makeFile(record)),
    );
    saveFiles(
      db,
      others.slice(0, 30).map((record) => makeFile(record)),
    );
    saveFiles(db, [makeFile(SECRET)]);
    const { id } = SECRET.document;
    saveCorrection(db, {
      documentId: id,
      directiveId: `${id}-1`,
      field: 'lead',
      oldValue: 'Ban Zylophang',
      newValue: 'Ban Correxion',
      correctedBy: 'an',
      correctedAt: AT,
    });
    // Words that were never in the paper, and those of the paper that its tables hold no more.
    const doer = { by: 'an', at: AT };
    const item = `${id}-1`;
    correct(db, { do: 'fix', id: item, fields: { text: 'Chữ Zwischenwort đã gõ.' } }, doer);
    const { written } = correct(db, { do: 'fix', id: item, fields: { text: 'Chữ Endgwort đã gõ lại.' } }, doer);
    correct(db, { do: 'undo', key: written[0]?.key ?? 0 }, doer);
    correct(db, { do: 'fix', id, fields: { subject: 'về việc Trichyz' } }, doer);
    saveFiles(
      db,
      others.slice(30).map((record) => makeFile(record)),
    );
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(findWords().length).toBeGreaterThan(WORDS.length * 0.7);
    reclassify(db);
    expect(findWords()).toEqual([]);
    db.close();
    expect(findWords()).toEqual([]);
  });

  it('leaves none of its words in a published copy either, where somebody works on it', async () => {
    const from = openDatabase(join(folder, 'from.db'));
    saveFiles(
      from,
      [...SAMPLES, SECRET].map((record) => makeFile(record)),
    );
    await publish(from, path);
    from.close();
    chmodSync(path, 0o644);
    const db = openDatabase(path);
    const count = (word: string): unknown =>
      db.prepare('SELECT count(*) FROM paper_fts WHERE paper_fts MATCH ?').pluck().get(word);
    expect([count('wuyrrig'), count('tai')]).toEqual([1, 1]);
    reclassify(db);
    expect([count('wuyrrig'), count('tai')]).toEqual([0, 1]);
    expect(findWords()).toEqual([]);
    db.close();
  });

  it('takes nothing from the others', () => {
    const db = openDatabase(path);
    saveFiles(
      db,
      [...SAMPLES, SECRET].map((record) => makeFile(record)),
    );
    const [first] = SAMPLES;
    const id = first?.document.id ?? '';
    saveCorrection(db, {
      documentId: id,
      directiveId: `${id}-2`,
      field: 'lead',
      oldValue: null,
      newValue: 'Ban Dân vận',
      correctedBy: 'an',
      correctedAt: AT,
    });
    const find = (lead: string) =>
      search(db, { words: '', filters: { lead }, today: TODAY, limit: 5 }).hits.map((hit) => hit.directiveId);
    const before = find('ban dan van');
    expect(before).toEqual([`${id}-2`]);
    reclassify(db);
    expect(find('ban dan van')).toEqual(before);
    expect(SAMPLES.map((record) => loadDocument(db, record.document.id))).toEqual(SAMPLES);
    db.exec("INSERT INTO directive_fts (directive_fts, rank) VALUES ('integrity-check', 0)");
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });

  it('names the copies that were written while it was stored', async () => {
    const db = openDatabase(path);
    saveFiles(
      db,
      SAMPLES.map((record) => makeFile(record)),
    );
    await publish(db, join(folder, 'before.db'));
    saveFiles(db, [makeFile(SECRET)]);
    await publish(db, join(folder, 'with-it.db'));
    expect(reclassify(db)).toEqual({ copies: [join(folder, 'with-it.db')], isWiped: true });
    db.close();
  });
});
