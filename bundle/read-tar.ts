import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

const readText = (block: Buffer, start: number, length: number): string => {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
};

/**
 * The plain files of a .tar.gz, by their path; what npm and prebuild pack holds nothing else that is wanted here. Needs no
 * program `tar`, which an older Windows lacks.
 */
export const readTar = (archive: Uint8Array): ReadonlyMap<string, Buffer> => {
  const bytes = gunzipSync(archive);
  const files = new Map<string, Buffer>();
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const head = bytes.subarray(at, at + BLOCK);
    const name = readText(head, 0, 100);
    if (name === '') break;
    const size = Number.parseInt(readText(head, 124, 12).trim(), 8);
    if (!Number.isInteger(size)) throw new Error(`Expected the size of ${name}, found none`);
    const type = String.fromCharCode(head[156] ?? 0);
    const prefix = readText(head, 257, 5) === 'ustar' ? readText(head, 345, 155) : '';
    if (type === '0' || type === '\0')
      files.set(prefix === '' ? name : `${prefix}/${name}`, bytes.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
};
