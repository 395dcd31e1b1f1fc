import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const readLines = (path: string): string[] => {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text.normalize('NFC').split(/\r?\n/u);
};

const listFiles = (path: string): string[] => {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)))
    .filter((file) => /\.(?:txt|tsv)(?:\.gz)?$/u.test(file));
};

/** Lines of a text file or of all .txt and .txt.gz files under a folder, NFC, empty ones left out. */
export const readCorpus = (path: string): string[] =>
  listFiles(path)
    .flatMap(readLines)
    .filter((line) => line.trim() !== '');

/** Lines are held out in runs, since neighbours repeat each other: one run of 500 in forty. */
const RUN_LINES = 500;
const HELD_OUT_EVERY = 40;
const isHeldOut = (index: number): boolean => Math.floor(index / RUN_LINES) % HELD_OUT_EVERY === 7;

/** The part of a corpus that a model is trained on, and the part that it is tuned on. */
export const splitCorpus = (lines: readonly string[]): { training: string[]; heldOut: string[] } => ({
  training: lines.filter((_, i) => !isHeldOut(i)),
  heldOut: lines.filter((_, i) => isHeldOut(i)),
});

/** A clean word and how an OCR engine read it. */
export interface ChannelPair {
  readonly clean: string;
  readonly noisy: string;
}

/** Reads lines of clean TAB noisy. */
export const readPairs = (path: string): ChannelPair[] =>
  readLines(path).flatMap((line) => {
    const [clean = '', noisy = ''] = line.split('\t');
    return clean === '' || noisy === '' ? [] : [{ clean, noisy }];
  });

/** Every twentieth run of a hundred pairs is held out. */
export const splitPairs = (pairs: readonly ChannelPair[]): { training: ChannelPair[]; heldOut: ChannelPair[] } => {
  const isOut = (index: number): boolean => Math.floor(index / 100) % 20 === 7;
  return { training: pairs.filter((_, i) => !isOut(i)), heldOut: pairs.filter((_, i) => isOut(i)) };
};
