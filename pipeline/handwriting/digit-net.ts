/** Side of the square image that the net reads, in pixels. */
export const SIDE = 24;
/** The digits, and behind them the class "not a digit". */
export const CLASSES = 11;
export const NOT_A_DIGIT = 10;

const KERNEL = 3;
/** Feature maps of the three convolutions, then the hidden layer. */
const MAPS = [10, 20, 32] as const;
const HIDDEN = 64;

/** A convolution over `from` maps of `side` × `side` pixels, kernel 3, no padding; weights, then one bias a map. */
export interface ConvLayer {
  readonly from: number;
  readonly to: number;
  readonly side: number;
  /** Where its weights begin in the parameters. */
  readonly at: number;
}

/** A full layer; weights row after row, then the biases. */
export interface DenseLayer {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

const convSize = ({ from, to }: Pick<ConvLayer, 'from' | 'to'>): number => to * from * KERNEL * KERNEL + to;

/** Side of the maps behind a convolution. */
export const sideBehind = ({ side }: Pick<ConvLayer, 'side'>): number => side - KERNEL + 1;

// 24 → conv 22 → pool 11 → conv 9 → pool 4 → conv 2 → 128 values → 64 → 11
const CONV1: ConvLayer = { from: 1, to: MAPS[0], side: SIDE, at: 0 };
const CONV2: ConvLayer = { from: MAPS[0], to: MAPS[1], side: 11, at: convSize(CONV1) };
const CONV3: ConvLayer = { from: MAPS[1], to: MAPS[2], side: 4, at: CONV2.at + convSize(CONV2) };
const FLAT = MAPS[2] * 4;
const DENSE1: DenseLayer = { from: FLAT, to: HIDDEN, at: CONV3.at + convSize(CONV3) };
const DENSE2: DenseLayer = { from: HIDDEN, to: CLASSES, at: DENSE1.at + (FLAT + 1) * HIDDEN };

export const LAYERS = { conv1: CONV1, conv2: CONV2, conv3: CONV3, dense1: DENSE1, dense2: DENSE2 } as const;
export const PARAMETERS = DENSE2.at + (HIDDEN + 1) * CLASSES;

/** Values behind each layer for one image; made once and written over by every pass. */
export interface Activations {
  readonly conv1: Float32Array;
  readonly pool1: Float32Array;
  readonly conv2: Float32Array;
  readonly pool2: Float32Array;
  readonly conv3: Float32Array;
  readonly hidden: Float32Array;
  readonly logits: Float32Array;
}

export const makeActivations = (): Activations => ({
  conv1: new Float32Array(MAPS[0] * 22 * 22),
  pool1: new Float32Array(MAPS[0] * 11 * 11),
  conv2: new Float32Array(MAPS[1] * 9 * 9),
  pool2: new Float32Array(MAPS[1] * 4 * 4),
  conv3: new Float32Array(FLAT),
  hidden: new Float32Array(HIDDEN),
  logits: new Float32Array(CLASSES),
});

/** Convolution and rectifier. */
const convolve = (parameters: Float32Array, layer: ConvLayer, input: Float32Array, output: Float32Array): void => {
  const { from, to, side, at } = layer;
  const out = sideBehind(layer);
  const area = out * out;
  const biases = at + to * from * KERNEL * KERNEL;
  for (let map = 0; map < to; map++) {
    const base = map * area;
    output.fill(parameters[biases + map] ?? 0, base, base + area);
    for (let source = 0; source < from; source++) {
      const weights = at + (map * from + source) * KERNEL * KERNEL;
      for (let k = 0; k < KERNEL * KERNEL; k++) {
        const weight = parameters[weights + k] ?? 0;
        const shift = source * side * side + Math.floor(k / KERNEL) * side + (k % KERNEL);
        for (let y = 0; y < out; y++) {
          const row = base + y * out;
          const in0 = shift + y * side;
          for (let x = 0; x < out; x++) output[row + x] = (output[row + x] ?? 0) + weight * (input[in0 + x] ?? 0);
        }
      }
    }
    for (let i = base; i < base + area; i++) if ((output[i] ?? 0) < 0) output[i] = 0;
  }
};

/** The largest of each 2 × 2; an odd last row or column is left out. */
const pool = (maps: number, side: number, input: Float32Array, output: Float32Array): void => {
  const half = side >> 1;
  for (let map = 0; map < maps; map++) {
    for (let y = 0; y < half; y++) {
      for (let x = 0; x < half; x++) {
        const i = map * side * side + 2 * y * side + 2 * x;
        const above = Math.max(input[i] ?? 0, input[i + 1] ?? 0);
        const below = Math.max(input[i + side] ?? 0, input[i + side + 1] ?? 0);
        output[map * half * half + y * half + x] = Math.max(above, below);
      }
    }
  }
};

const multiply = (parameters: Float32Array, layer: DenseLayer, input: Float32Array, output: Float32Array): void => {
  const { from, to, at } = layer;
  for (let i = 0; i < to; i++) {
    let sum = parameters[at + from * to + i] ?? 0;
    for (let j = 0; j < from; j++) sum += (parameters[at + i * from + j] ?? 0) * (input[j] ?? 0);
    output[i] = sum;
  }
};

/** Takes one image (SIDE × SIDE, ink 1, paper 0) through the net; what it says stands in `logits`. */
export const runNet = (parameters: Float32Array, image: Float32Array, values: Activations): void => {
  convolve(parameters, CONV1, image, values.conv1);
  pool(CONV1.to, sideBehind(CONV1), values.conv1, values.pool1);
  convolve(parameters, CONV2, values.pool1, values.conv2);
  pool(CONV2.to, sideBehind(CONV2), values.conv2, values.pool2);
  convolve(parameters, CONV3, values.pool2, values.conv3);
  multiply(parameters, DENSE1, values.conv3, values.hidden);
  for (let i = 0; i < HIDDEN; i++) if ((values.hidden[i] ?? 0) < 0) values.hidden[i] = 0;
  multiply(parameters, DENSE2, values.hidden, values.logits);
};

/** Probabilities out of logits; a temperature above 1 makes them less sure. */
export const toProbabilities = (logits: Float32Array, temperature: number): number[] => {
  const top = Math.max(...logits);
  const raised = Array.from(logits, (value) => Math.exp((value - top) / temperature));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
};
