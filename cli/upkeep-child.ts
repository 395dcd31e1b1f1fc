import '../pipeline/base/engine-flags.js';
import { tmpdir } from 'node:os';
import { z } from 'zod';
import { checkSetup } from '../output/check-setup.js';
import { backup, countStale, openDatabase, reprocess, verify } from '../output/library.js';
import type { Store } from '../output/store/store.js';
import { verifyOriginals } from '../output/verify-originals.js';
import type { Bilingual } from '../schemas/bilingual.js';
import { tell, workForPage } from './child-work.js';
import { formatAgain, formatChecks, formatCopy, formatVerified } from './format-upkeep.js';
import type { Language } from './language.js';
import { speak } from './language.js';
import { readEnvironment, readSurroundings } from './surroundings.js';

/* The process in which the page looks after its database: what the commands backup, verify, doctor and reprocess do. */

const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backup'), db: z.string(), file: z.string() }),
  z.object({ kind: z.literal('verify'), db: z.string() }),
  z.object({ kind: z.literal('doctor'), db: z.string() }),
  z.object({ kind: z.literal('reprocess'), db: z.string() }),
]);
type Asked = z.output<typeof Asked>;

/** What came of it: all well or not, and what the command says. */
interface Outcome {
  readonly ok: boolean;
  readonly text: Bilingual;
}

/** Steps are told this far apart: a thousand small files are one message. */
const BREATH_MS = 100;
let lastStep = 0;
const tellStep = (done: number, of: number | null): void => {
  const now = performance.now();
  if (now - lastStep < BREATH_MS && done !== of) return;
  lastStep = now;
  tell({ kind: 'step', done, of });
};

const inBoth = (write: (language: Language) => string): Bilingual => ({ vi: write('vi'), en: write('en') });

/** Works on an open database, which is closed whatever comes of it. */
const workOn = async (db: Store, work: (db: Store) => Promise<Outcome>): Promise<Outcome> => {
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

type Work<Kind extends Asked['kind']> = (
  asked: Extract<Asked, { kind: Kind }>,
  signal: AbortSignal,
) => Promise<Outcome>;

const WORK: { readonly [Kind in Asked['kind']]: Work<Kind> } = {
  backup: ({ db: path, file }, signal) =>
    workOn(openDatabase(path, { mustExist: true }), async (db) => {
      const copy = await backup(db, file, { signal });
      return {
        ok: true,
        text: inBoth((language) => formatCopy(copy, speak(language)('Đã sao lưu', 'Backed up to'), speak(language))),
      };
    }),
  verify: ({ db: path }, signal) =>
    workOn(openDatabase(path, { readonly: true }), async (db) => {
      const parts = verify(db, path, tellStep);
      const isReadable = parts.every(({ ok }) => ok);
      const { files } = countStale(db);
      const originals = isReadable ? await verifyOriginals(db, signal, (done) => tellStep(done, files)) : undefined;
      return {
        ok: isReadable && originals?.changed.length === 0 && originals.gone.length === 0,
        text: inBoth((language) => formatVerified({ parts, originals }, language)),
      };
    }),
  doctor: async ({ db: database }) => {
    const { tessdataPrefix } = readSurroundings();
    const checks = await checkSetup({
      database,
      temporaryFolder: tmpdir(),
      nodeVersion: process.versions.node,
      environment: readEnvironment(),
      ...(tessdataPrefix === undefined ? {} : { tessdataPrefix }),
    });
    return { ok: checks.every(({ ok }) => ok), text: inBoth((language) => formatChecks(checks, language)) };
  },
  reprocess: ({ db: path }, signal) =>
    workOn(openDatabase(path, { mustExist: true }), async (db) => {
      const { files } = countStale(db);
      const result = await reprocess(db, { ...readSurroundings(), signal, onFile: (done) => tellStep(done, files) });
      return {
        ok: result.quarantined.length + result.failed.length === 0,
        text: inBoth((language) => formatAgain(result, language)),
      };
    }),
};

workForPage(
  Asked,
  (asked, signal) => {
    // The kind that was asked for picks the work that takes it.
    const run = WORK[asked.kind] as (asked: Asked, signal: AbortSignal) => Promise<Outcome>;
    return run(asked, signal);
  },
  { ok: true, text: { vi: '', en: '' } },
);
