import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packDigitModel } from '../pipeline/handwriting/digit-model.js';
import { NOT_A_DIGIT, toProbabilities } from '../pipeline/handwriting/digit-net.js';
import { type DigitData, readDigitData } from './digit-data.js';
import { runAll, trainNet } from './digit-training.js';
import { makeRandom } from './make-noise.js';
import { makeSample, type Sample } from './wear-digits.js';
import { type DigitCard, type DigitFigures, renderDigitCard } from './write-digit-card.js';

const { values: options } = parseArgs({
  options: {
    date: { type: 'string', default: '' },
    samples: { type: 'string', default: '280000' },
    seed: { type: 'string', default: '11' },
    out: { type: 'string', default: 'models/digit-model.bin' },
  },
});

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const { date } = options;
if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) {
  say('Expected --date YYYY-MM-DD, the day that the card will name');
  process.exit(2);
}

const MEASURED = 6000;
const BATCH = 32;
const RATE = 0.003;

const makeSamples = (data: DigitData, count: number, seed: number): readonly Sample[] => {
  const random = makeRandom(seed);
  return Array.from({ length: count }, () => makeSample(data, random));
};

const lossAt = (logits: readonly Float32Array[], samples: readonly Sample[], temperature: number): number =>
  logits.reduce((sum, one, i) => {
    const p = toProbabilities(one, temperature)[samples[i]?.label ?? 0] ?? 0;
    return sum - Math.log(Math.max(1e-9, p));
  }, 0);

/** The temperature under which samples that were not trained on are least surprising. */
const fitTemperature = (logits: readonly Float32Array[], samples: readonly Sample[]): number => {
  const tried = Array.from({ length: 61 }, (_, i) => 0.7 + i * 0.03);
  return tried.reduce((best, one) => (lossAt(logits, samples, one) < lossAt(logits, samples, best) ? one : best));
};

const BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01] as const;

const measure = (parameters: Float32Array, samples: readonly Sample[], temperature: number): DigitFigures => {
  const judged = runAll(parameters, samples).map((logits, i) => {
    const shares = toProbabilities(logits, temperature);
    const confidence = Math.max(...shares);
    const read = shares.indexOf(confidence);
    return { read, confidence, label: samples[i]?.label ?? 0 };
  });
  const digits = judged.filter(({ label }) => label !== NOT_A_DIGIT);
  const others = judged.filter(({ label }) => label === NOT_A_DIGIT);
  const sure = judged.filter(({ read, confidence }) => read !== NOT_A_DIGIT && confidence >= 0.9);
  const isRight = ({ read, label }: { read: number; label: number }): boolean => read === label;
  return {
    digits: digits.length,
    digitsRight: digits.filter(isRight).length,
    others: others.length,
    othersRefused: others.filter(isRight).length,
    sure: sure.length,
    sureRight: sure.filter(isRight).length,
    reliability: BINS.slice(1).map((to, i) => {
      const from = BINS[i] ?? 0;
      const within = judged.filter(({ confidence }) => confidence >= from && confidence < to);
      const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, within.length);
      return { from, to: Math.min(1, to), count: within.length, said: mean, right: within.filter(isRight).length };
    }),
  };
};

const training = readDigitData('training');
const heldOut = readDigitData('heldOut');
const seed = Number(options.seed);
const random = makeRandom(seed);
const parameters = trainNet(
  () => makeSample(training, random),
  makeRandom(seed + 1),
  { samples: Number(options.samples), batch: BATCH, rate: RATE },
  say,
);

// One half of what was kept apart sets the temperature, the other is measured.
const even = heldOut.written.filter((_, i) => i % 2 === 0);
const odd = heldOut.written.filter((_, i) => i % 2 === 1);
const calibration = makeSamples({ ...training, written: even, drawn: even }, MEASURED, seed + 2);
const temperature = fitTemperature(runAll(parameters, calibration), calibration);
const hands = makeSamples({ ...heldOut, written: odd, drawn: odd }, MEASURED, seed + 3);
const faces = makeSamples({ ...heldOut, written: heldOut.drawn }, MEASURED, seed + 4);

const bytes = packDigitModel(parameters, temperature);
const card: DigitCard = {
  model: options.out.split(/[\\/]/u).at(-1) ?? options.out,
  date,
  bytes: bytes.length,
  seed,
  samples: Number(options.samples),
  temperature: Number(temperature.toFixed(2)),
  trainedOn: { written: training.written.length, faces: training.drawn.length / 10 },
  heldOut: { written: heldOut.written.length, faces: heldOut.drawn.length / 10 },
  figures: {
    written: measure(parameters, hands, temperature),
    faces: measure(parameters, faces, temperature),
  },
};
writeFileSync(options.out, bytes);
writeFileSync(options.out.replace(/\.bin$/u, '.card.json'), `${JSON.stringify(card, null, 2)}\n`);
writeFileSync(options.out.replace(/\.bin$/u, '.card.md'), renderDigitCard(card));
say(renderDigitCard(card));
