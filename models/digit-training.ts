import {
  type Activations,
  CLASSES,
  type ConvLayer,
  type DenseLayer,
  LAYERS,
  makeActivations,
  PARAMETERS,
  runNet,
  sideBehind,
  toProbabilities,
} from '../pipeline/handwriting/digit-net.js';
import type { Sample } from './wear-digits.js';

/** Weights to begin with: He's, so that the signal neither dies nor grows on its way. */
export const startParameters = (random: () => number): Float32Array => {
  const parameters = new Float32Array(PARAMETERS);
  const fill = (at: number, count: number, fanIn: number): void => {
    const scale = Math.sqrt(6 / fanIn);
    for (let i = 0; i < count; i++) parameters[at + i] = (2 * random() - 1) * scale;
  };
  for (const { from, to, at } of [LAYERS.conv1, LAYERS.conv2, LAYERS.conv3]) fill(at, to * from * 9, from * 9);
  for (const { from, to, at } of [LAYERS.dense1, LAYERS.dense2]) fill(at, to * from, from);
  return parameters;
};

/** Adds the gradient of a full layer; `back` gets that of its input. */
const backDense = (
  parameters: Float32Array,
  gradient: Float32Array,
  { from, to, at }: DenseLayer,
  input: Float32Array,
  output: Float32Array,
  back: Float32Array,
): void => {
  back.fill(0);
  for (let i = 0; i < to; i++) {
    const error = output[i] ?? 0;
    if (error === 0) continue;
    const row = at + i * from;
    for (let j = 0; j < from; j++) {
      gradient[row + j] = (gradient[row + j] ?? 0) + error * (input[j] ?? 0);
      back[j] = (back[j] ?? 0) + error * (parameters[row + j] ?? 0);
    }
    gradient[at + from * to + i] = (gradient[at + from * to + i] ?? 0) + error;
  }
};

/** The same of a convolution; `output` holds the errors behind its rectifier. */
const backConv = (
  parameters: Float32Array,
  gradient: Float32Array,
  layer: ConvLayer,
  input: Float32Array,
  output: Float32Array,
  back: Float32Array | undefined,
): void => {
  const { from, to, side, at } = layer;
  const out = sideBehind(layer);
  back?.fill(0);
  for (let map = 0; map < to; map++) {
    const base = map * out * out;
    let sum = 0;
    for (let i = base; i < base + out * out; i++) sum += output[i] ?? 0;
    const bias = at + to * from * 9 + map;
    gradient[bias] = (gradient[bias] ?? 0) + sum;
    for (let source = 0; source < from; source++) {
      const weights = at + (map * from + source) * 9;
      for (let k = 0; k < 9; k++) {
        const weight = parameters[weights + k] ?? 0;
        const shift = source * side * side + Math.floor(k / 3) * side + (k % 3);
        let total = 0;
        for (let y = 0; y < out; y++) {
          const row = base + y * out;
          const in0 = shift + y * side;
          for (let x = 0; x < out; x++) total += (output[row + x] ?? 0) * (input[in0 + x] ?? 0);
          if (back !== undefined)
            for (let x = 0; x < out; x++) back[in0 + x] = (back[in0 + x] ?? 0) + weight * (output[row + x] ?? 0);
        }
        gradient[weights + k] = (gradient[weights + k] ?? 0) + total;
      }
    }
  }
};

/** Leads the errors behind a pool to the pixels that won, where the rectifier let them through. */
const backPool = (
  { to, side }: { readonly to: number; readonly side: number },
  input: Float32Array,
  output: Float32Array,
  errors: Float32Array,
): Float32Array => {
  const half = side >> 1;
  const back = new Float32Array(input.length);
  for (let map = 0; map < to; map++) {
    for (let y = 0; y < half; y++) {
      for (let x = 0; x < half; x++) {
        const at = map * half * half + y * half + x;
        const top = output[at] ?? 0;
        if (top <= 0) continue;
        const i = map * side * side + 2 * y * side + 2 * x;
        const winner = [i, i + 1, i + side, i + side + 1].find((one) => input[one] === top) ?? i;
        back[winner] = errors[at] ?? 0;
      }
    }
  }
  return back;
};

const maskOff = (errors: Float32Array, values: Float32Array): void => {
  for (let i = 0; i < errors.length; i++) if ((values[i] ?? 0) <= 0) errors[i] = 0;
};

/** Adds the gradient of the cross entropy of one sample; gives the loss. */
const addGradient = (
  parameters: Float32Array,
  gradient: Float32Array,
  { image, label }: Sample,
  values: Activations,
): number => {
  runNet(parameters, image, values);
  const probabilities = toProbabilities(values.logits, 1);
  const errors = Float32Array.from(probabilities, (p, i) => p - (i === label ? 1 : 0));
  const { conv1, conv2, conv3, dense1, dense2 } = LAYERS;
  const hidden = new Float32Array(values.hidden.length);
  backDense(parameters, gradient, dense2, values.hidden, errors, hidden);
  maskOff(hidden, values.hidden);
  const flat = new Float32Array(values.conv3.length);
  backDense(parameters, gradient, dense1, values.conv3, hidden, flat);
  maskOff(flat, values.conv3);
  const second = new Float32Array(values.pool2.length);
  backConv(parameters, gradient, conv3, values.pool2, flat, second);
  const first = new Float32Array(values.pool1.length);
  const behind2 = backPool({ to: conv2.to, side: sideBehind(conv2) }, values.conv2, values.pool2, second);
  backConv(parameters, gradient, conv2, values.pool1, behind2, first);
  const behind1 = backPool({ to: conv1.to, side: sideBehind(conv1) }, values.conv1, values.pool1, first);
  backConv(parameters, gradient, conv1, image, behind1, undefined);
  return -Math.log(Math.max(1e-9, probabilities[label] ?? 0));
};

export interface TrainingPlan {
  readonly samples: number;
  readonly batch: number;
  readonly rate: number;
}

/** Trains by Adam on samples made as it goes, the rate falling to nothing on a cosine. */
export const trainNet = (
  next: () => Sample,
  random: () => number,
  { samples, batch, rate }: TrainingPlan,
  say: (line: string) => void,
): Float32Array => {
  const parameters = startParameters(random);
  const [gradient, mean, square] = [0, 0, 0].map(() => new Float32Array(PARAMETERS));
  if (gradient === undefined || mean === undefined || square === undefined) return parameters;
  const values = makeActivations();
  const steps = Math.floor(samples / batch);
  let loss = 0;
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    for (let i = 0; i < batch; i++) loss += addGradient(parameters, gradient, next(), values);
    const now = (rate / 2) * (1 + Math.cos((Math.PI * step) / steps));
    const [fast, slow] = [1 - 0.9 ** step, 1 - 0.999 ** step];
    for (let i = 0; i < PARAMETERS; i++) {
      const g = (gradient[i] ?? 0) / batch;
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      const s = 0.999 * (square[i] ?? 0) + 0.001 * g * g;
      mean[i] = m;
      square[i] = s;
      parameters[i] = (parameters[i] ?? 0) - (now * (m / fast)) / (Math.sqrt(s / slow) + 1e-8);
    }
    if (step % 250 === 0 || step === steps) {
      say(`${step * batch} samples, loss ${(loss / (250 * batch)).toFixed(3)}`);
      loss = 0;
    }
  }
  return parameters;
};

/** Logits of samples, for measuring and calibrating. */
export const runAll = (parameters: Float32Array, samples: readonly Sample[]): readonly Float32Array[] => {
  const values = makeActivations();
  return samples.map(({ image }) => {
    runNet(parameters, image, values);
    return Float32Array.from(values.logits.subarray(0, CLASSES));
  });
};
