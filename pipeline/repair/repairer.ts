import { composeEdits } from '../base/edit-map.js';
import { judgeText } from '../quality/judge-text.js';
import { type Candidate, CandidateFinder, type DecoderSettings, SETTINGS } from './candidates.js';
import { adaptCounts, buildChannel, type Channel } from './channel.js';
import {
  countsFor,
  type Damage,
  estimateTrust,
  HANDLING,
  type RepairOptions,
  type Trust,
  tellDamage,
} from './damage.js';
import { applyDecisions, type Decision, decideWords, type RepairResult } from './decisions.js';
import { weighCandidates } from './decoder.js';
import { type DocumentMemory, NO_MEMORY, rememberWords } from './document-memory.js';
import { LanguageModel } from './language-model.js';
import { loadModel } from './load-model.js';
import { BlankFinder } from './lost-blanks.js';
import { type CorrectorParts, correctMisreadings } from './misreadings.js';
import type { RepairModel } from './model-file.js';
import { mendNumbers } from './numbers.js';
import { SuspectFinder } from './suspects.js';
import { splitTokens, type Token } from './tokens.js';
import { WordReader } from './word-reader.js';
import { buildTries, LONGEST_NOISY, type Tries } from './word-search.js';

export type { RepairOptions } from './damage.js';
export type { RepairResult } from './decisions.js';

/** Mends text. One repairer serves any number of texts; what it makes of one hangs on no other. */
export interface Repairer {
  repair(text: string, options: RepairOptions): RepairResult;
}

const MOST_TOKENS = 250;

const groupSentences = (tokens: readonly Token[]): Token[][] => {
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  for (const token of tokens) {
    if ((token.startsSentence || sentence.length >= MOST_TOKENS) && sentence.length > 0) {
      sentences.push(sentence);
      sentence = [];
    }
    sentence.push(token);
  }
  return sentence.length > 0 ? [...sentences, sentence] : sentences;
};

const decodeSentence = (
  sentence: readonly Token[],
  finder: CandidateFinder,
  model: LanguageModel,
  settings: DecoderSettings,
  trustOf: Trust,
  memory: DocumentMemory,
  spacesMayErr: boolean,
): Decision[] => {
  const candidatesAt = sentence.map((token, i): readonly Candidate[] => {
    const trust = trustOf(token);
    const next = sentence[i + 1];
    const whole = finder.find(token, trust, spacesMayErr);
    const joined = next === undefined || trust > 0.5 || !spacesMayErr ? [] : finder.findJoined(token, next);
    return joined.length === 0 ? whole : [...whole, ...joined];
  });
  return decideWords(weighCandidates(candidatesAt, model, settings, memory), sentence, model.unknown, trustOf);
};

/** The first look at a damaged text only has to find the words that are beyond doubt. */
const QUICK = { beam: 16, mostCandidates: 32 } as const;

/** Words as sure as this guide the second look. */
const SURE = 0.9;
/** A text with fewer sure words teaches the channel nothing. */
const LEAST_WORDS_TO_ADAPT = 60;

/** Makes a repairer from a model. `createRepairer(model).repair(text, { quality: 'mangled' }).text` */
export const createRepairer = (model: RepairModel, settings: DecoderSettings = SETTINGS): Repairer => {
  const language = new LanguageModel(model.ngrams);
  let built: Tries | undefined;
  /** Made for the first text that is mended: most are in good order. */
  const triesOf = (): Tries => {
    built ??= buildTries(model.ngrams.words, model.kinds);
    return built;
  };
  const suspects = new SuspectFinder(language, model.kinds);
  const blanks = new BlankFinder(language, model.kinds);
  const channels = new Map<Damage, Channel>();
  const channelOf = (damage: Damage): Channel => {
    const channel = channels.get(damage) ?? buildChannel(countsFor(damage, model.channel));
    channels.set(damage, channel);
    return channel;
  };
  /** Those of kept channels serve all texts; one that was learnt from a text goes with it. */
  const readers = new WeakMap<Channel, WordReader>();
  const readerOf = (channel: Channel): WordReader => {
    const reader = readers.get(channel) ?? new WordReader(language, triesOf(), channel, settings);
    readers.set(channel, reader);
    return reader;
  };
  const parts: CorrectorParts = {
    language,
    suspects,
    makeFinder: () => new CandidateFinder(language, readerOf(channelOf('scattered')), settings),
    settings,
    split: (text) => groupSentences(splitTokens(text)),
  };

  const mend = (raw: string, options: RepairOptions): RepairResult => {
    const damage = tellDamage(raw, options);
    if (damage === 'scattered') return correctMisreadings(raw, parts);
    const handling = HANDLING[damage];
    const tokens = splitTokens(raw);
    const trustOf = estimateTrust(tokens, damage, options);
    const sentences = groupSentences(tokens);
    const decode = (channel: Channel, how: DecoderSettings, memory: DocumentMemory): Decision[] => {
      const finder = new CandidateFinder(language, readerOf(channel), how);
      return sentences.flatMap((sentence) =>
        decodeSentence(sentence, finder, language, how, trustOf, memory, handling.spacesMayErr),
      );
    };

    let channel = channelOf(damage);
    let decisions = decode(channel, { ...settings, ...QUICK }, NO_MEMORY);
    // What is longer than any word is copied, tells nothing of letters, and its alignments grow with the square of its length.
    const sure = decisions.filter(
      (d) => d.kind === 'word' && d.posterior > SURE && d.words.length === 1 && d.raw.length <= LONGEST_NOISY,
    );
    if (handling.adapts && sure.length >= LEAST_WORDS_TO_ADAPT) {
      const read = sure.map((d) => ({ clean: d.text, noisy: d.raw, weight: d.posterior }));
      channel = buildChannel(adaptCounts(channel, read));
    }
    const known = decisions.flatMap((d) => (d.posterior > SURE ? d.words : [-1]));
    decisions = decode(channel, settings, rememberWords(known, settings.wordMemory, settings.pairMemory));
    const calibration = handling.calibration ?? model.calibration;
    return applyDecisions(raw, decisions, mendNumbers(raw, handling.lostMarks), calibration, handling.leastToChange);
  };

  return {
    repair(printed, options) {
      // What our own engine read is cut by the decoder, which knows its confidences; its words keep their places.
      const { text: raw, edits } =
        options.wordConfidences === undefined ? blanks.putBack(printed) : { text: printed, edits: [] };
      const quality = edits.length > 0 && options.quality === 'mangled' ? judgeText(raw).quality : options.quality;
      const result = mend(raw, { ...options, quality });
      return edits.length === 0 ? result : { ...result, edits: composeEdits(edits, result.edits) };
    },
  };
};

let packaged: Repairer | undefined;

/** The repairer with the packaged model, read once. Throws `model-missing` where the model file is not there. */
export const loadRepairer = (): Repairer => {
  packaged ??= createRepairer(loadModel());
  return packaged;
};
