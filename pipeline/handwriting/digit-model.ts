import { readFileSync } from 'node:fs';
import { packageFile } from '../base/package-root.js';
import { makeActivations, PARAMETERS, runNet, toProbabilities } from './digit-net.js';

/** First bytes of a model file: a model for another net has others. */
const MAGIC = 'KLDIGIT1';

/** The shares of the digits 0 to 9 and of "not a digit" for one image. */
export type ClassifyDigit = (image: Float32Array) => readonly number[];

/** A model file: the mark, the temperature, the parameters; floats of 32 bits, little-endian. */
export const packDigitModel = (parameters: Float32Array, temperature: number): Uint8Array => {
  const bytes = new Uint8Array(MAGIC.length + 4 + 4 * parameters.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  view.setFloat32(MAGIC.length, temperature, true);
  for (const [i, value] of parameters.entries()) view.setFloat32(MAGIC.length + 4 + 4 * i, value, true);
  return bytes;
};

/** Opens a model file. Throws on any other bytes. Not to be called by two passes at a time: it works in one memory. */
export const openDigitModel = (bytes: Uint8Array): ClassifyDigit => {
  const expected = MAGIC.length + 4 + 4 * PARAMETERS;
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length !== expected)
    throw new Error(`Expected a digit model of ${expected} bytes, got ${bytes.length} that begin with "${magic}"`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const temperature = view.getFloat32(MAGIC.length, true);
  const parameters = Float32Array.from({ length: PARAMETERS }, (_, i) =>
    view.getFloat32(MAGIC.length + 4 + 4 * i, true),
  );
  const values = makeActivations();
  return (image) => {
    runNet(parameters, image, values);
    return toProbabilities(values.logits, temperature);
  };
};

let loaded: ClassifyDigit | undefined;

/** The packaged model, opened when it is first needed. */
export const loadDigitModel = (): ClassifyDigit => {
  loaded ??= openDigitModel(readFileSync(packageFile('models', 'digit-model.bin')));
  return loaded;
};
