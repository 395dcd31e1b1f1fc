import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { WORD_KIND } from '../pipeline/repair/model-file.js';
import { isLegalSyllable } from '../pipeline/repair/syllables.js';
import { estimateModel } from './kneser-ney.js';
import { mixAndPrune } from './mix-and-prune.js';
import { readCorpus, readPairs, splitCorpus, splitPairs } from './read-corpus.js';
import { trainChannel } from './train-channel.js';
import { buildVocabulary, encodeCorpus } from './vocabulary.js';
import { packModel } from './write-model.js';

const { values: options } = parseArgs({
  options: {
    papers: { type: 'string', multiple: true, default: ['../shared/lm/admin.txt.gz'] },
    general: { type: 'string', multiple: true, default: ['../shared/lm/wiki.txt.gz'] },
    pairs: { type: 'string', default: '../shared/lm/channel-pairs.tsv.gz' },
    out: { type: 'string', default: 'models/repair-model.bin' },
    bigrams: { type: 'string', default: '900000' },
    trigrams: { type: 'string', default: '3000000' },
    'paper-weight': { type: 'string', default: '0.6' },
  },
});

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

const papers = splitCorpus(options.papers.flatMap(readCorpus)).training;
const general = splitCorpus(options.general.flatMap(readCorpus)).training;
const vocabulary = buildVocabulary([papers, general]);
say(`${papers.length} + ${general.length} lines, ${vocabulary.words.length} words`);

const channel = trainChannel(splitPairs(readPairs(options.pairs)).training);
say(`${channel.operations.length} operations of the channel`);

const size = vocabulary.words.length;
const weight = Number(options['paper-weight']);
const model = mixAndPrune(
  [
    { model: estimateModel(encodeCorpus(papers, vocabulary), size), weight },
    { model: estimateModel(encodeCorpus(general, vocabulary), size), weight: 1 - weight },
  ],
  { bigrams: Number(options.bigrams), trigrams: Number(options.trigrams) },
);
say(`${model.bigrams.keys.length} bigrams, ${model.trigrams.keys.length} trigrams`);

const upperShare = measureCapitals([...papers, ...general]);
const kinds = Uint8Array.from(vocabulary.words, (word) => {
  if (isLegalSyllable(word)) return WORD_KIND.word;
  return (upperShare.get(word) ?? 0) > 0.8 && word.length <= 7 ? WORD_KIND.abbreviation : WORD_KIND.context;
});
const bytes = packModel(vocabulary.words, kinds, model, channel, []);
writeFileSync(options.out, bytes);
say(`${options.out}: ${bytes.length} bytes`);
