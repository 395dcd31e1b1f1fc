import { stat } from 'node:fs/promises';

const NO_UTF8 = /\ufffd/u;

/** True for a name in which bytes are no UTF-8 (or which holds the sign that stands for such bytes). */
export const isNoUtf8 = (name: string): boolean => NO_UTF8.test(name);

/** A path for people and for the database: a byte that is no UTF-8 is shown as `\xNN`, so that two names stay two. */
export const showRawName = (raw: Buffer): string => {
  const text = raw.toString('utf8');
  if (!isNoUtf8(text)) return text;
  return [...raw.toString('latin1')]
    .map((letter) => (letter > '~' ? `\\x${letter.charCodeAt(0).toString(16)}` : letter))
    .join('');
};

/** A path that `showRawName` wrote holds nothing beyond ASCII, and at least one byte above it. */
const HAS_BYTE = /\\x[7-9a-f][0-9a-f]/u;
const ASCII_ALONE = /^\p{ASCII}*$/u;

/**
 * The way back from a stored path to the file: its bytes, where no file bears the path as it is written; undefined where the
 * path itself is to be taken. `await findRawName('/scans/b\\xe1o.txt')`
 */
export const findRawName = async (path: string): Promise<Buffer | undefined> => {
  if (!HAS_BYTE.test(path) || !ASCII_ALONE.test(path)) return undefined;
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) return undefined;
  return Buffer.from(
    path.replace(/\\x([0-9a-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
};
