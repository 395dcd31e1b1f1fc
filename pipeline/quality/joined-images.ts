import { z } from 'zod';

/** How bytes begin that are the images of one paper, put together when they were taken in. */
export const JOINED_IMAGES = Buffer.from('ketluan joined images 1\n');

const Head = z.array(z.object({ sha256: z.string(), byteLength: z.int().min(1) }));

/** One image of a paper: its bytes, and their hash. */
export interface ImagePart {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Puts images together: a line that says so, a line with hash and length of each, then their bytes. Names play no part. */
export const joinImages = (parts: readonly ImagePart[]): Uint8Array<ArrayBuffer> => {
  const head = parts.map(({ sha256, bytes }) => ({ sha256, byteLength: bytes.length }));
  return Buffer.concat([JOINED_IMAGES, Buffer.from(`${JSON.stringify(head)}\n`), ...parts.map(({ bytes }) => bytes)]);
};

const readHead = (line: string): z.infer<typeof Head> | undefined => {
  try {
    return Head.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
};

/** The images that joinImages put together; undefined for bytes that are not whole. */
export const splitImages = (bytes: Uint8Array): readonly ImagePart[] | undefined => {
  const end = bytes.indexOf(10, JOINED_IMAGES.length);
  const head = readHead(Buffer.from(bytes.subarray(JOINED_IMAGES.length, Math.max(0, end))).toString('utf8'));
  if (head === undefined || head.length === 0) return undefined;
  let at = end + 1;
  const parts = head.map(({ sha256, byteLength }): ImagePart => {
    const own = bytes.subarray(at, at + byteLength);
    at += byteLength;
    return { sha256, bytes: own };
  });
  return at === bytes.length ? parts : undefined;
};
