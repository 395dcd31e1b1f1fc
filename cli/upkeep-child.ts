import { tmpdir } from 'node:os';
import { z } from 'zod';
import { checkSetup } from '../output/check-setup.js';
import { backup, countStale, openDatabase, reprocess, verify } from '../output/library.js';
import { translateDatabaseError } from '../output/store/database-error.js';
import { verifyOriginals } from '../output/verify-originals.js';
import { toPipelineError } from '../pipeline/base/errors.js';
import type { Bilingual } from '../schemas/bilingual.js';
import { formatAgain, formatChecks, formatCopy, formatVerified } from './format-upkeep.js';
import type { Language } from './language.js';
import { speak } from './language.js';
import { readEnvironment, readSurroundings } from './surroundings.js';

/*
 * The process in which the page looks after its database, so that it never stalls itself: what the commands backup, verify, doctor
 * and reprocess do, told by messages. It stops when it is asked to, and when whoever started it is gone.
 */

const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backup'), db: z.string(), file: z.string() }),
  z.object({ kind: z.literal('verify'), db: z.string() }),
  z.object({ kind: z.literal('doctor'), db: z.string() }),
  z.object({ kind: z.literal('reprocess'), db: z.string() }),
  z.object({ kind: z.literal('stop') }),
]);
type Asked = Exclude<z.output<typeof Asked>, { kind: 'stop' }>;

/** What came of it: all well or not, and what the command says. */
interface Outcome {
  readonly ok: boolean;
  readonly text: Bilingual;
}

const control = new AbortController();
const { signal } = control;

const tell = (message: object): void => {
  process.send?.(message);
};

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

const WORK: { readonly [Kind in Asked['kind']]: (asked: Extract<Asked, { kind: Kind }>) => Promise<Outcome> } = {
  backup: async ({ db: path, file }) => {
    const db = openDatabase(path, { mustExist: true });
    try {
      const copy = await backup(db, file, { signal });
      return {
        ok: true,
        text: inBoth((language) => formatCopy(copy, speak(language)('Đã sao lưu', 'Backed up to'), speak(language))),
      };
    } finally {
      db.close();
    }
  },
  verify: async ({ db: path }) => {
    const db = openDatabase(path, { readonly: true });
    try {
      const parts = verify(db, path, tellStep);
      const isReadable = parts.every(({ ok }) => ok);
      const { files } = countStale(db);
      const originals = isReadable ? await verifyOriginals(db, signal, (done) => tellStep(done, files)) : undefined;
      return {
        ok: isReadable && originals?.changed.length === 0 && originals.gone.length === 0,
        text: inBoth((language) => formatVerified({ parts, originals }, language)),
      };
    } finally {
      db.close();
    }
  },
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
  reprocess: async ({ db: path }) => {
    const db = openDatabase(path, { mustExist: true });
    try {
      const { files } = countStale(db);
      const result = await reprocess(db, { ...readSurroundings(), signal, onFile: (done) => tellStep(done, files) });
      return {
        ok: result.quarantined.length + result.failed.length === 0,
        text: inBoth((language) => formatAgain(result, language)),
      };
    } finally {
      db.close();
    }
  },
};

const work = async (asked: Asked): Promise<void> => {
  try {
    // The kind that was asked for picks the work that takes it.
    const run = WORK[asked.kind] as (asked: Asked) => Promise<Outcome>;
    const outcome = await run(asked);
    tell({ kind: 'end', stopped: signal.aborted, ...outcome });
  } catch (error) {
    const { code, text, hint } = toPipelineError(translateDatabaseError(error, asked.db));
    if (signal.aborted) tell({ kind: 'end', stopped: true, ok: true, text: { vi: '', en: '' } });
    else tell({ kind: 'failed', code, text, hint: hint ?? null });
  }
  process.disconnect?.();
};

process.on('disconnect', () => control.abort());
process.on('message', (message) => {
  const asked = Asked.parse(message);
  if (asked.kind === 'stop') control.abort();
  else void work(asked);
});
