import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchSilence } from '../bench/silence.js';
import { readModel } from '../pipeline/repair/model-file.js';
import { createRepairer, type RepairResult } from '../pipeline/repair/repairer.js';
import { scoreWords, toScoredWords } from './compare-texts.js';
import { type JudgedEdit, judgeEdits, measureSurest } from './judge-edits.js';
import { makeNoisy, makeRandom, stripMarks, takeTexts } from './make-noise.js';
import { readCorpus, readPairs, splitCorpus, splitPairs } from './read-corpus.js';

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', default: 'models/repair-model.bin' },
    shared: { type: 'string', default: '../shared' },
  },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

const started = performance.now();
const model = readModel(readFileSync(options.model));
const repairer = createRepairer(model);
print(
  `model ${(statSync(options.model).size / 1e6).toFixed(2)} MB, loaded in ${Math.round(performance.now() - started)} ms`,
);

/** Repairs a text and prints the share of the true words that came out right. */
const report = (name: string, truth: string, given: string): RepairResult => {
  const before = process.cpuUsage();
  const result = repairer.repair(given, { quality: given === truth ? 'good' : 'mangled' });
  const used = process.cpuUsage(before);
  const words = toScoredWords(truth);
  const speed = Math.round(words.length / ((used.user + used.system) / 1e6));
  const raw = percent(scoreWords(words, toScoredWords(given)));
  print(
    `${name}: ${percent(scoreWords(words, toScoredWords(result.text)))} of ${words.length} words (given ${raw}), ${speed} words/CPU s`,
  );
  return result;
};

const reportConfidence = (name: string, edits: readonly JudgedEdit[]): void => {
  const { threshold, right } = measureSurest(edits);
  const all = edits.filter((edit) => edit.isRight).length / Math.max(1, edits.length);
  print(
    `${name}: ${edits.length} repairs, ${percent(all)} right; the surest 90 % (from ${threshold.toFixed(4)}): ${percent(right)}`,
  );
};

const corpus = join(options.shared, 'corpus');
if (existsSync(corpus)) {
  const read = (prefix: string): string => {
    const name = readdirSync(corpus).find((file) => file.startsWith(prefix) && file.endsWith('.txt'));
    return readFileSync(join(corpus, name ?? ''), 'utf8').normalize('NFC');
  };
  const truth = read('000');
  reportConfidence('003 confidence', judgeEdits(truth, report('003 against 000', truth, read('003'))));
  for (const name of ['000', '001', '002', '004']) report(`${name} stripped`, read(name), stripMarks(read(name)));
  for (const name of ['000', '001', '002', '004']) report(`${name} clean, harm`, read(name), read(name));
  for (const name of readdirSync(join(corpus, 'more')).filter((file) => file.endsWith('.txt'))) {
    const text = readFileSync(join(corpus, 'more', name), 'utf8').normalize('NFC');
    report(`${name} clean, harm`, text, text);
  }
}

const lm = join(options.shared, 'lm');
if (existsSync(lm)) {
  const random = makeRandom(11);
  const pairs = splitPairs(readPairs(join(lm, 'channel-pairs.tsv.gz')));
  const texts = takeTexts(splitCorpus(readCorpus(join(lm, 'admin.txt.gz'))).heldOut, 4, 60, random);
  const edits = texts.flatMap((text, i) => {
    const { clean, noisy } = makeNoisy(text, [...pairs.heldOut, ...pairs.training], random);
    report(`held out ${i + 1} stripped`, clean, stripMarks(clean));
    return judgeEdits(clean, report(`held out ${i + 1} misread`, clean, noisy));
  });
  reportConfidence('held out confidence', edits);
}

benchSilence();
