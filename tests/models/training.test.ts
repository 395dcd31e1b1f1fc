import { describe, expect, test } from 'vitest';
import { estimateModel } from '../../models/kneser-ney.js';
import { mixAndPrune } from '../../models/mix-and-prune.js';
import { splitCorpus } from '../../models/read-corpus.js';
import { trainChannel } from '../../models/train-channel.js';
import { buildVocabulary, encodeCorpus } from '../../models/vocabulary.js';
import { packModel } from '../../models/write-model.js';
import { calibrate, fitCalibration } from '../../pipeline/repair/calibration.js';
import { buildChannel } from '../../pipeline/repair/channel.js';
import { LanguageModel } from '../../pipeline/repair/language-model.js';
import { readModel } from '../../pipeline/repair/model-file.js';

const LINES = [
  'Ban Thường vụ giao Văn phòng theo dõi.',
  'Ban Thường vụ giao Ban Tổ chức chủ trì.',
  'Ban Thường vụ yêu cầu các xã báo cáo.',
  'Văn phòng theo dõi, báo cáo Ban Thường vụ.',
  'Các xã báo cáo trước ngày 15/9/2024.',
].flatMap((line) => [line, line, `${line} Văn phòng tổng hợp.`]);

describe('training', () => {
  const vocabulary = buildVocabulary([LINES], ['Huyện ủy Vân Lũng']);
  const size = vocabulary.words.length;
  const model = estimateModel(encodeCorpus(LINES, vocabulary), size);
  const mixed = mixAndPrune([{ model, weight: 1 }], { bigrams: 1000, trigrams: 1000 });
  const channel = trainChannel([
    { clean: 'vụ', noisy: 'vy' },
    { clean: 'vụ', noisy: 'vy' },
    { clean: 'vân', noisy: 'van' },
  ]);
  const packed = packModel(vocabulary.words, new Uint8Array(size).fill(1), mixed, channel, [[1, 0.9]]);
  const opened = readModel(packed);
  const language = new LanguageModel(opened.ngrams);
  const id = (word: string): number => language.idOf(word) ?? -1;

  test('a packed model opens with what went in', () => {
    expect(opened.ngrams.words).toEqual(vocabulary.words);
    expect(opened.channel).toEqual(channel);
    expect(opened.calibration).toEqual([[1, 0.9]]);
  });

  test.each([
    ['thường', 'vụ'],
    ['văn', 'phòng'],
    ['báo', 'lũng'],
    ['<s>', 'ban'],
  ])('after "%s %s" the words share a probability of one', (first, second) => {
    const total = vocabulary.words.reduce(
      (sum, _, word) => sum + Math.exp(language.trigramLog(id(first), id(second), word)),
      0,
    );
    // The codes of the file round each probability by up to an eighth.
    expect(total).toBeGreaterThan(0.85);
    expect(total).toBeLessThan(1.15);
  });

  test('what was seen is likelier than what was not', () => {
    const logAfter = (word: string): number => language.trigramLog(id('thường'), id('vụ'), id(word));
    expect(logAfter('giao')).toBeGreaterThan(logAfter('yêu'));
    expect(logAfter('yêu')).toBeGreaterThan(logAfter('lũng'));
  });

  test('the channel learns what became of a letter', () => {
    const { probabilityOf } = buildChannel(channel);
    expect(probabilityOf('ụ', 'y')).toBeGreaterThan(probabilityOf('ụ', 'u'));
    expect(probabilityOf('â', 'a')).toBeGreaterThan(0.5);
  });

  test('pruning keeps no more than it may', () => {
    const pruned = mixAndPrune([{ model, weight: 1 }], { bigrams: 1000, trigrams: 5 });
    expect(pruned.trigrams.keys.length).toBeLessThanOrEqual(5);
  });

  test('training and held-out lines lie apart and are all lines', () => {
    const lines = Array.from({ length: 9000 }, (_, i) => String(i));
    const { training, heldOut } = splitCorpus(lines);
    expect(heldOut.length).toBe(500);
    expect(new Set([...training, ...heldOut]).size).toBe(9000);
  });
});

describe('calibration', () => {
  test('says how often answers of a posterior were right, and never falls', () => {
    const answers = Array.from({ length: 1000 }, (_, i) => ({ posterior: i / 1000, isRight: i % 10 !== 0 && i > 300 }));
    const points = fitCalibration(answers);
    const shares = points.map(([, share]) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(calibrate(0.1, points)).toBeLessThan(0.1);
    expect(calibrate(0.95, points)).toBeCloseTo(0.9, 1);
    expect(calibrate(1, points)).toBeLessThan(1);
  });
  test('without points the posterior stands', () => {
    expect(calibrate(0.42, [])).toBe(0.42);
  });
});
