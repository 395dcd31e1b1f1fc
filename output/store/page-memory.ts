import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { PageImage, PageMemory } from '../../pipeline/isolate/page-memory.js';
import { noteProgress } from './claims.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const TAG_BYTES = 16;
/** A key is made for one recipe on one image, and one content alone is ever written under it. */
const NO_NONCE = Buffer.alloc(12);

const hash = (purpose: string, { image, recipe }: PageImage): Buffer =>
  createHash('sha256').update(`${purpose}\0${recipe}\0`).update(image).digest();

const seal = (asked: PageImage, text: string): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', hash('key', asked), NO_NONCE);
  const sealed = Buffer.concat([cipher.update(deflateSync(text)), cipher.final()]);
  return Buffer.concat([cipher.getAuthTag(), sealed]);
};

const unseal = (asked: PageImage, content: Buffer): string => {
  const decipher = createDecipheriv('aes-256-gcm', hash('key', asked), NO_NONCE);
  decipher.setAuthTag(content.subarray(0, TAG_BYTES));
  return inflateSync(Buffer.concat([decipher.update(content.subarray(TAG_BYTES)), decipher.final()])).toString('utf8');
};

/** What goes wrong here costs a page that is recognised again, never a file: real trouble shows when the file is saved. */
const orNothing = <Result>(work: () => Result): Result | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/**
 * Keeps recognised images of unfinished files in the database. Whether a paper is classified is known at its end alone:
 * until then its words lie under a key that only the page's image gives, so that the database by itself tells nothing.
 * `createPageMemory(db)` — trang đọc dở
 */
export const createPageMemory = (db: Store): PageMemory => ({
  recall: (asked) =>
    orNothing(() => {
      const row = prepare<{ content: Buffer }>(
        db,
        'SELECT content FROM unfinished_page WHERE sha256 = ? AND image = ?',
      ).get(asked.sha256, hash('name', asked).toString('hex'));
      return row === undefined ? undefined : JSON.parse(unseal(asked, row.content));
    }),
  keep: (asked, page) => {
    orNothing(() => {
      prepare(db, 'INSERT OR REPLACE INTO unfinished_page (sha256, image, content) VALUES (?, ?, ?)').run(
        asked.sha256,
        hash('name', asked).toString('hex'),
        seal(asked, JSON.stringify(page)),
      );
      noteProgress(db, asked.sha256);
    });
  },
});

/** Drops what was kept of a file that came to its end. */
export const forgetPages = (db: Store, sha256: string): void => {
  prepare(db, 'DELETE FROM unfinished_page WHERE sha256 = ?').run(sha256);
};
