import { brotliCompressSync, constants } from 'node:zlib';
import type { ChannelCounts } from '../pipeline/repair/channel.js';
import type { ModelHeader } from '../pipeline/repair/model-file.js';
import { findKey, forEachContext } from './kneser-ney.js';
import type { BackoffModel } from './mix-and-prune.js';

const LOG_STEP = 1 / 15;
/** Trigrams are stored more coarsely: a third of a nat changes no decision, and halves their bytes. */
const TRIGRAM_GRAIN = 4;
const BACKOFF_LEAST = -6;
const BACKOFF_STEP = 1 / 30;

const writeVarints = (values: readonly number[] | Int32Array): Uint8Array => {
  const bytes = new Uint8Array(values.length * 5);
  let at = 0;
  for (const whole of values) {
    let value = whole;
    while (value >= 128) {
      bytes[at++] = (value & 127) | 128;
      value >>>= 7;
    }
    bytes[at++] = value;
  }
  return bytes.slice(0, at);
};

const toLogCode = (value: number, grain: number): number =>
  Math.min(255, Math.max(0, Math.round(-value / LOG_STEP / grain) * grain));
const toBackoffCode = (value: number): number =>
  Math.min(255, Math.max(0, Math.round((value - BACKOFF_LEAST) / BACKOFF_STEP)));

/** Rows of word ids by context, as lengths and as differences inside each row. */
const writeRows = (
  keys: Float64Array,
  size: number,
  rows: number,
  rowOf: (context: number) => number,
): { readonly lengths: Uint8Array; readonly words: Uint8Array } => {
  const lengths = new Int32Array(rows);
  const steps = new Int32Array(keys.length);
  forEachContext(keys, size, (context, from, to) => {
    lengths[rowOf(context)] = to - from;
    let before = 0;
    for (let i = from; i < to; i++) {
      const word = (keys[i] ?? 0) % size;
      steps[i] = word - before;
      before = word;
    }
  });
  return { lengths: writeVarints(lengths), words: writeVarints(steps) };
};

/** Packs a model into the bytes that `readModel` opens. */
export const packModel = (
  words: readonly string[],
  kinds: Uint8Array,
  model: BackoffModel,
  channel: ChannelCounts,
  calibration: readonly (readonly [number, number])[],
): Uint8Array => {
  const { size } = model;
  const bigrams = writeRows(model.bigrams.keys, size, size, (word) => word);
  const trigrams = writeRows(model.trigrams.keys, size, model.bigrams.keys.length, (context) =>
    findKey(model.bigrams.keys, context),
  );
  const parts: Record<string, Uint8Array> = {
    words: Buffer.from(words.join('\n'), 'utf8'),
    kinds,
    unigramLog: new Uint8Array(Float32Array.from(model.unigramLog).buffer),
    unigramBackoff: new Uint8Array(Float32Array.from(model.unigramBackoff).buffer),
    bigramLengths: bigrams.lengths,
    bigramWords: bigrams.words,
    bigramLog: Uint8Array.from(model.bigrams.values, (value) => toLogCode(value, 2)),
    bigramBackoff: Uint8Array.from(model.bigramBackoff, (value) => toBackoffCode(value)),
    trigramLengths: trigrams.lengths,
    trigramWords: trigrams.words,
    trigramLog: Uint8Array.from(model.trigrams.values, (value) => toLogCode(value, TRIGRAM_GRAIN)),
  };
  const sections: ModelHeader['sections'] = {};
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    sections[name] = [offset, part.length];
    offset += part.length;
  }
  const header = Buffer.from(
    JSON.stringify({
      format: 'ketluan-repair-1',
      words: size,
      logStep: LOG_STEP,
      backoffStep: BACKOFF_STEP,
      backoffLeast: BACKOFF_LEAST,
      sections,
      channel,
      calibration,
    }),
    'utf8',
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return brotliCompressSync(Buffer.concat([length, header, ...Object.values(parts)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
};
