import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isLegalSyllable } from '../language/writing/syllables.js';
import { fitCalibration } from '../pipeline/repair/calibration.js';
import { readModel, WORD_KIND } from '../pipeline/repair/model-file.js';
import { createRepairer } from '../pipeline/repair/repairer.js';
import { type JudgedEdit, judgeEdits } from './judge-edits.js';
import { estimateModel, type NgramModel } from './kneser-ney.js';
import { makeNoisy, makeRandom, takeTexts } from './make-noise.js';
import { learnMisreadings } from './mend-corpus.js';
import { mixAndPrune } from './mix-and-prune.js';
import { readPhrases, readPlaces } from './phrases.js';
import { readCorpus, readPairs, splitCorpus, splitPairs } from './read-corpus.js';
import { trainChannel } from './train-channel.js';
import { buildVocabulary, encodeCorpus } from './vocabulary.js';
import { findLicence, type ModelCard, renderCard } from './write-card.js';
import { packModel } from './write-model.js';

const { values: options } = parseArgs({
  options: {
    papers: { type: 'string', multiple: true, default: ['../shared/lm/admin.txt.gz'] },
    general: { type: 'string', multiple: true, default: ['../shared/lm/wiki.txt.gz'] },
    pairs: { type: 'string', default: '../shared/lm/channel-pairs.tsv.gz' },
    phrases: { type: 'string', default: 'models/phrases.txt' },
    places: { type: 'string', default: '../shared/lm/places.tsv' },
    date: { type: 'string', default: '' },
    out: { type: 'string', default: 'models/repair-model.bin' },
    bigrams: { type: 'string', default: '900000' },
    trigrams: { type: 'string', default: '4000000' },
    'paper-weight': { type: 'string', default: '0.55' },
    'phrase-weight': { type: 'string', default: '0.08' },
  },
});

/** Held-out text for the calibration: texts of some pages each, since the decoder learns from a whole document. */
const CALIBRATION_TEXTS = 14;
const CALIBRATION_LINES = 40;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Share of a word's sightings that are all capitals. */
const measureCapitals = (lines: readonly string[]): ReadonlyMap<string, number> => {
  const seen = new Map<string, [all: number, capitals: number]>();
  for (const line of lines)
    for (const word of line.match(/[\p{L}\p{M}]{2,8}/gu) ?? []) {
      const counts = seen.get(word.toLowerCase()) ?? [0, 0];
      seen.set(word.toLowerCase(), [counts[0] + 1, counts[1] + (word === word.toUpperCase() ? 1 : 0)]);
    }
  return new Map([...seen].map(([word, [all, capitals]]) => [word, capitals / all]));
};

const { date } = options;
if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) {
  say('Expected --date YYYY-MM-DD, the day that the card will name');
  process.exit(2);
}

const read = splitCorpus(options.papers.flatMap(readCorpus));
const general = splitCorpus(options.general.flatMap(readCorpus)).training;
// Learnt from what is trained on; what is held out is mended by it as well, else a right repair would count as wrong.
const mender = learnMisreadings(read.training, general);
const papers = read.training.map(mender.mendLine);
const mendedLines = papers.filter((line, i) => line !== read.training[i]).length;
say(`${mender.pairs} misread pairs of words, put right in ${mendedLines} lines`);
const names = [...readPhrases(options.phrases), ...readPlaces(options.places)];
const vocabulary = buildVocabulary([papers, general], names);
say(`${papers.length} + ${general.length} lines, ${vocabulary.words.length} words`);

const pairs = splitPairs(readPairs(options.pairs));
const channel = trainChannel(pairs.training);
say(`${channel.operations.length} operations of the channel`);

const size = vocabulary.words.length;
const paperWeight = Number(options['paper-weight']);
const phraseWeight = Number(options['phrase-weight']);
const estimate = (lines: readonly string[]): NgramModel => estimateModel(encodeCorpus(lines, vocabulary), size);
const model = mixAndPrune(
  [
    { model: estimate(papers), weight: paperWeight },
    { model: estimate(general), weight: 1 - paperWeight - phraseWeight },
    { model: estimate(names), weight: phraseWeight },
  ],
  { bigrams: Number(options.bigrams), trigrams: Number(options.trigrams) },
);
say(`${model.bigrams.keys.length} bigrams, ${model.trigrams.keys.length} trigrams`);

const upperShare = measureCapitals([...papers, ...general]);
const kinds = Uint8Array.from(vocabulary.words, (word) => {
  if (word.includes('/')) return WORD_KIND.slashed;
  if (isLegalSyllable(word)) return WORD_KIND.word;
  return (upperShare.get(word) ?? 0) > 0.8 && word.length <= 7 ? WORD_KIND.abbreviation : WORD_KIND.context;
});
const uncalibrated = packModel(vocabulary.words, kinds, model, channel, []);

/** Repairs of held-out text that the channel's held-out pairs misread. */
const measureHeldOut = (): JudgedEdit[] => {
  const repairer = createRepairer(readModel(uncalibrated));
  const random = makeRandom(5);
  return takeTexts(read.heldOut.map(mender.mendLine), CALIBRATION_TEXTS, CALIBRATION_LINES, random).flatMap((text) => {
    const { clean, noisy } = makeNoisy(text, pairs.heldOut, random);
    return judgeEdits(clean, repairer.repair(noisy, { quality: 'mangled' }));
  });
};

const heldOut = measureHeldOut();
const right = heldOut.filter((edit) => edit.isRight).length;
say(`${heldOut.length} repairs of held-out text, ${right} right`);
const bytes = packModel(vocabulary.words, kinds, model, channel, fitCalibration(heldOut));
writeFileSync(options.out, bytes);

const describe = (files: readonly string[], lines: number, use: string): ModelCard['sources'][number] => ({
  file: files.map((file) => basename(file)).join(', '),
  lines,
  use,
  licence: [...new Set(files.map(findLicence))].join('; '),
});
const card: ModelCard = {
  model: basename(options.out),
  date,
  bytes: bytes.length,
  sources: [
    describe(options.papers, papers.length, 'language model: papers'),
    describe(options.general, general.length, 'language model: general'),
    describe([options.phrases, options.places], names.length, 'language model: names and formulas'),
    describe([options.pairs], pairs.training.length, 'channel'),
  ],
  sizes: {
    words: size,
    bigrams: model.bigrams.keys.length,
    trigrams: model.trigrams.keys.length,
    channelOperations: channel.operations.length,
  },
  weights: {
    papers: paperWeight,
    general: Math.round((1 - paperWeight - phraseWeight) * 100) / 100,
    phrases: phraseWeight,
  },
  heldOut: { repairs: heldOut.length, right },
  mended: { pairs: mender.pairs, lines: mendedLines },
};
writeFileSync(options.out.replace(/\.bin$/u, '.card.json'), `${JSON.stringify(card, null, 2)}\n`);
writeFileSync(options.out.replace(/\.bin$/u, '.card.md'), renderCard(card));
say(`${options.out}: ${bytes.length} bytes`);
