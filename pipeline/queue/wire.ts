import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { z } from 'zod';
import { FileInfo } from '../../schemas/stages.js';
import { brokenPromise, type PipelineError } from '../base/errors.js';
import type { ReadFile } from '../file-reader.js';
import { ErrorMessage, packError, unpackError } from '../isolate/messages.js';
import { isLeanWords, type LeanWords, packWords, unpackWords } from './lean-words.js';
import { Versions } from './versions.js';

/*
 * What goes over the queue. It comes from another machine, perhaps from whoever else knows the password: each value is held
 * to its shape before it is used, and may not swell beyond a bound. The pages and items of what was read are held to theirs
 * at the door of the store, as those that were read here are; to do it twice costs half a millisecond a page.
 */

const Secrecy = z.enum(['refuse', 'allow-likely']);

/** What all files of a run are read by; a worker asks for it once. */
export const ReadingSettings = z
  .object({
    /** Name of the machine that ingests. */
    host: z.string(),
    versions: Versions,
    check: z.boolean(),
    limits: z
      .object({ minutes: z.number(), megabytes: z.number(), pages: z.number(), stallSeconds: z.number() })
      .readonly(),
    /** Names of bodies that people taught the database. */
    knownNames: z.array(z.string()).readonly(),
    /** Scans of more pages than this are read by all workers that are idle; not given: each by one. */
    sharedOver: z.int().optional(),
  })
  .readonly();
export type ReadingSettings = z.infer<typeof ReadingSettings>;

/** One file to read, as BullMQ keeps it: where it lies, and nothing of what it says. */
export const FileJob = z
  .object({
    file: FileInfo,
    /** The path in bytes (base64), where its name is no UTF-8. */
    raw: z.string().optional(),
    /** Hash of the settings. */
    settings: z.string(),
    secrecy: Secrecy,
    /** Who is told of its end. */
    feeder: z.string(),
    /** Its bytes lie in the queue, in so many pieces; without it the file is opened at its path. */
    pieces: z.object({ feed: z.string(), count: z.int() }).readonly().optional(),
  })
  .readonly();
export type FileJob = z.infer<typeof FileJob>;

/** What a worker tells while it reads and at the end. */
export const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), job: z.string(), done: z.int(), of: z.int() }),
  z.object({ kind: z.literal('end'), job: z.string() }),
]);
export type Told = z.infer<typeof Told>;

/** What was read of a file, its words packed. */
interface LeanRead extends Omit<ReadFile, 'repaired'> {
  readonly repaired: Omit<ReadFile['repaired'], 'pages'> & {
    readonly pages: readonly (Omit<ReadFile['repaired']['pages'][number], 'words'> & { readonly words: LeanWords })[];
  };
}

const ReadShape = z.object({
  kind: z.literal('done'),
  file: FileInfo,
  repaired: z.object({ pages: z.array(z.object({ words: z.custom<LeanWords>(isLeanWords) })) }),
  documents: z.array(z.object({ document: z.object({ source: z.object({ sha256: z.string() }) }) })),
  isPaper: z.boolean(),
});

/** `trouble`: the worker's machine could not read it, another one may; `failed`: the file itself. */
const Outcome = z.discriminatedUnion('kind', [
  // Taken as it came, once it is known to be of its shape: what is copied field by field would be slower.
  z.object({ kind: z.literal('done'), read: z.custom<LeanRead>((value) => ReadShape.safeParse(value).success) }),
  z.object({ kind: z.literal('failed'), error: ErrorMessage }),
  z.object({ kind: z.literal('trouble'), error: ErrorMessage }),
]);

/** What a file came to on another machine. */
export type Outcome =
  | { readonly kind: 'done'; readonly read: ReadFile }
  | { readonly kind: 'failed' | 'trouble'; readonly error: PipelineError };

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Bytes of one result at most, unpacked: three thousand pages of dense print. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A value in as few bytes as are quickly made. */
export const pack = (plain: unknown): Promise<Buffer> => deflate(Buffer.from(JSON.stringify(plain)), { level: 1 });

/** The same on the other side; undefined for what is none, or swells beyond `mostBytes`. */
export const unpack = async (packed: Buffer, mostBytes: number): Promise<unknown> => {
  try {
    return JSON.parse((await inflate(packed, { maxOutputLength: mostBytes })).toString('utf8'));
  } catch {
    return undefined;
  }
};

/** An outcome in as few bytes as are quickly made: the words of a page with their places took 30 kB with the names of their fields. */
export const packOutcome = (outcome: Outcome): Promise<Buffer> => {
  if (outcome.kind !== 'done') return pack({ kind: outcome.kind, error: packError(outcome.error) });
  const { repaired } = outcome.read;
  const pages = repaired.pages.map((page) => ({ ...page, words: packWords(page.words) }));
  const read: LeanRead = { ...outcome.read, repaired: { ...repaired, pages } };
  return pack({ kind: 'done', read });
};

/** The same on the other side. Throws `internal` for what is no outcome of the file; nothing of it is told. */
export const unpackOutcome = async (packed: Buffer, file: FileInfo): Promise<Outcome> => {
  const plain = await unpack(packed, MOST_BYTES);
  const parsed = Outcome.safeParse(plain);
  if (!parsed.success) throw brokenPromise('what a worker read', parsed.error.issues[0]?.code ?? 'something else');
  if (parsed.data.kind !== 'done') return { kind: parsed.data.kind, error: unpackError(parsed.data.error) };
  const { read } = parsed.data;
  const hashes = [read.file.sha256, ...read.documents.map(({ document }) => document.source.sha256)];
  if (hashes.some((hash) => hash !== file.sha256)) throw brokenPromise('the file that was handed over', 'another one');
  return { kind: 'done', read: placeAt(read, file) };
};

/** What was read of a file that lies elsewhere on the worker, as if it had been read at its own place. */
const placeAt = (read: LeanRead, file: FileInfo): ReadFile => ({
  ...read,
  file,
  repaired: {
    ...read.repaired,
    file,
    pages: read.repaired.pages.map((page) => ({ ...page, words: unpackWords(page.words) })),
  },
  documents: read.documents.map((one) => ({
    ...one,
    document: { ...one.document, source: { ...one.document.source, path: file.path } },
  })),
});
