import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Calibration } from './calibration.js';
import type { ChannelCounts } from './channel.js';
import type { NgramTables } from './language-model.js';

/** What a word of the model may be read as: any case form, capitals only (UBND), two letters with a slash (đ/c), or context
 * alone (foreign words). */
export const WORD_KIND = { context: 0, word: 1, abbreviation: 2, slashed: 3 } as const;

/** The repair model as packaged. — mô hình khôi phục văn bản */
export interface RepairModel {
  readonly ngrams: NgramTables;
  /** WORD_KIND of each word. */
  readonly kinds: Uint8Array;
  readonly channel: ChannelCounts;
  readonly calibration: Calibration;
}

const Header = z.object({
  format: z.literal('ketluan-repair-1'),
  words: z.int(),
  logStep: z.number(),
  backoffStep: z.number(),
  backoffLeast: z.number(),
  sections: z.record(z.string(), z.tuple([z.int(), z.int()])),
  channel: z.object({
    operations: z.array(z.tuple([z.string(), z.string(), z.number()])),
    occurrences: z.array(z.tuple([z.string(), z.number()])),
  }),
  calibration: z.array(z.tuple([z.number(), z.number()])),
});
export type ModelHeader = z.infer<typeof Header>;

/** Reads numbers of seven bits a byte, low bits first, high bit set on all but the last. */
const readVarints = (bytes: Uint8Array, count: number): Int32Array => {
  const values = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    let value = 0;
    let shift = 0;
    let byte = bytes[at++] ?? 0;
    while (byte >= 128) {
      value |= (byte & 127) << shift;
      shift += 7;
      byte = bytes[at++] ?? 0;
    }
    values[i] = value | (byte << shift);
  }
  return values;
};

/** Row lengths become starts; differences inside each row become word ids. */
const readRows = (lengths: Int32Array, differences: Uint8Array): { start: Int32Array; word: Uint16Array } => {
  const start = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) start[i + 1] = (start[i] ?? 0) + (lengths[i] ?? 0);
  const total = start[lengths.length] ?? 0;
  const steps = readVarints(differences, total);
  const word = new Uint16Array(total);
  for (let row = 0; row < lengths.length; row++) {
    let id = 0;
    for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i++) {
      id += steps[i] ?? 0;
      word[i] = id;
    }
  }
  return { start, word };
};

/** Opens a packaged model. Input: the bytes of models/repair-model.bin. Throws on any other bytes. */
export const readModel = (packed: Uint8Array): RepairModel => {
  const bytes = brotliDecompressSync(packed);
  const headerLength = bytes.readUInt32LE(0);
  const header = Header.parse(JSON.parse(bytes.subarray(4, 4 + headerLength).toString('utf8')));
  const section = (name: string): Uint8Array => {
    const [from = 0, length = 0] = header.sections[name] ?? [];
    const start = 4 + headerLength + from;
    return bytes.subarray(start, start + length);
  };
  const toFloats = (name: string): Float32Array => {
    const copy = Uint8Array.from(section(name));
    return new Float32Array(copy.buffer);
  };
  const bigrams = readRows(readVarints(section('bigramLengths'), header.words), section('bigramWords'));
  const bigramCount = bigrams.word.length;
  const trigrams = readRows(readVarints(section('trigramLengths'), bigramCount), section('trigramWords'));
  return {
    ngrams: {
      words: Buffer.from(section('words')).toString('utf8').split('\n'),
      unigramLog: toFloats('unigramLog'),
      unigramBackoff: toFloats('unigramBackoff'),
      bigramStart: bigrams.start,
      bigramWord: bigrams.word,
      bigramLog: section('bigramLog'),
      bigramBackoff: section('bigramBackoff'),
      trigramStart: trigrams.start,
      trigramWord: trigrams.word,
      trigramLog: section('trigramLog'),
      logValues: Float32Array.from({ length: 256 }, (_, code) => -code * header.logStep),
      backoffValues: Float32Array.from({ length: 256 }, (_, code) => header.backoffLeast + code * header.backoffStep),
    },
    kinds: section('kinds'),
    channel: header.channel,
    calibration: header.calibration,
  };
};
