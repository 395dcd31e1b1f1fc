import { existsSync, readFileSync } from 'node:fs';
import type { TextQuality, Word } from '../../schemas/stages.js';
import { PipelineError } from '../errors.js';
import { packageFile } from '../package-root.js';
import {
  buildTries,
  type Candidate,
  CandidateFinder,
  type DecoderSettings,
  SETTINGS,
  type Tries,
} from './candidates.js';
import { adaptCounts, buildChannel, type Channel, toStrippedCounts, toVietnameseCounts } from './channel.js';
import { applyDecisions, type Decision, decideWords, type RepairResult } from './decisions.js';
import { weighCandidates } from './decoder.js';
import { type DocumentMemory, NO_MEMORY, rememberWords } from './document-memory.js';
import { scoreText } from './judge.js';
import { LanguageModel } from './language-model.js';
import { type RepairModel, readModel } from './model-file.js';
import { mendNumbers } from './numbers.js';
import { toMisreadShare, toOcrCounts } from './ocr-channel.js';
import { splitTokens, type Token } from './tokens.js';

export type { RepairResult } from './decisions.js';

export interface RepairOptions {
  readonly quality: TextQuality;
  /** Words of the OCR engine, spans in the text: the less sure it was, the more may change. */
  readonly wordConfidences?: readonly Pick<Word, 'span' | 'confidence'>[];
}

/** Mends text. One repairer serves any number of texts; nothing of one text is kept for the next. */
export interface Repairer {
  repair(text: string, options: RepairOptions): RepairResult;
}

const MOST_TOKENS = 250;

const splitSentences = (tokens: readonly Token[]): Token[][] => {
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

/** Prior that a token was copied right. */
type Trust = (token: Token) => number;

const decodeSentence = (
  sentence: readonly Token[],
  finder: CandidateFinder,
  model: LanguageModel,
  settings: DecoderSettings,
  trustOf: Trust,
  memory: DocumentMemory,
  isStripped: boolean,
): Decision[] => {
  const candidatesAt = sentence.map((token, i): readonly Candidate[] => {
    const trust = trustOf(token);
    const next = sentence[i + 1];
    const whole = finder.find(token, trust, !isStripped);
    const joined = next === undefined || trust > 0.5 || isStripped ? [] : finder.findJoined(token, next);
    return joined.length === 0 ? whole : [...whole, ...joined];
  });
  return decideWords(weighCandidates(candidatesAt, model, settings, memory), sentence, model.unknown);
};

/** Which engine a text went through, by its letters. */
type Damage = 'latin' | 'stripped' | 'vietnamese';

const LEAST_MARKED = 0.03;

const tellDamage = (text: string): Damage => {
  if (scoreText(text).marked >= LEAST_MARKED) return 'vietnamese';
  // Marks typed away leave plain letters; an engine leaves é, ¢ and figures inside words.
  const damaged = text.match(/[^\p{ASCII}\p{P}\s]|\p{L}\d\p{L}/gu)?.length ?? 0;
  return damaged * 200 > (text.match(/\p{L}+/gu)?.length ?? 0) ? 'latin' : 'stripped';
};

/**
 * Prior that a token is right where nothing else is known: an engine without Vietnamese letters is right only where none
 * was needed; one that has them nearly always.
 */
const TRUST: Readonly<Record<Damage, number>> = { latin: 0.02, stripped: 0.002, vietnamese: 0.999 };

const estimateTrust = (tokens: readonly Token[], damage: Damage, options: RepairOptions): Trust => {
  const { wordConfidences } = options;
  if (damage !== 'vietnamese' || wordConfidences === undefined || wordConfidences.length === 0) {
    const trust = damage === 'vietnamese' && options.quality === 'mangled' ? 0.95 : TRUST[damage];
    return () => trust;
  }
  const sorted = [...wordConfidences].sort((a, b) => a.span.start - b.span.start);
  const trusts = new Map<Token, number>();
  let at = 0;
  for (const token of tokens) {
    while ((sorted[at]?.span.end ?? Number.POSITIVE_INFINITY) <= token.span.start) at++;
    trusts.set(token, 1 - toMisreadShare(sorted[at]?.confidence ?? 1));
  }
  return (token) => trusts.get(token) ?? TRUST.vietnamese;
};

/** Text in good order changes only where there is hardly a doubt; where the engine told its own doubt, where it is likelier. */
const LEAST_TO_CHANGE: Readonly<Record<Damage | 'ocr', number>> = { latin: 0, stripped: 0, vietnamese: 0.9, ocr: 0.6 };

/** The first look at a damaged text only has to find the words that are beyond doubt. */
const QUICK = { beam: 16, mostCandidates: 32 } as const;

/** Words as sure as this teach the channel. */
const SURE = 0.9;
/** A text with fewer words teaches nothing. */
const LEAST_WORDS_TO_ADAPT = 60;

/** Makes a repairer from a model. `createRepairer(model).repair(text, { quality: 'mangled' }).text` */
export const createRepairer = (model: RepairModel, settings: DecoderSettings = SETTINGS): Repairer => {
  const language = new LanguageModel(model.ngrams);
  const tries: Tries = buildTries(model.ngrams.words, model.kinds);
  const channels: Partial<Record<Damage | 'ocr', Channel>> = {};
  const channelOf = (kind: Damage | 'ocr'): Channel => {
    const counts = {
      latin: () => model.channel,
      vietnamese: () => toVietnameseCounts(model.channel),
      stripped: toStrippedCounts,
      ocr: toOcrCounts,
    }[kind];
    const channel = channels[kind] ?? buildChannel(counts());
    channels[kind] = channel;
    return channel;
  };

  return {
    repair(raw, options) {
      const damage = tellDamage(raw);
      const tokens = splitTokens(raw);
      const trustOf = estimateTrust(tokens, damage, options);
      const sentences = splitSentences(tokens);
      const decode = (
        sentence: readonly Token[],
        finder: CandidateFinder,
        how: DecoderSettings,
        memory: DocumentMemory,
      ) => decodeSentence(sentence, finder, language, how, trustOf, memory, damage === 'stripped');

      const isDamaged = damage !== 'vietnamese';
      const first = isDamaged ? { ...settings, ...QUICK } : settings;
      const kind = !isDamaged && (options.wordConfidences?.length ?? 0) > 0 ? 'ocr' : damage;
      const firstFinder = new CandidateFinder(language, tries, channelOf(kind), first);
      let decided = sentences.map((sentence) => decode(sentence, firstFinder, first, NO_MEMORY));
      const sure = decided.flat().filter((d) => d.kind === 'word' && d.posterior > SURE && d.words.length === 1);
      if (isDamaged) {
        const read = sure.map((d) => ({ clean: d.text, noisy: d.raw, weight: d.posterior }));
        const adapts = damage === 'latin' && sure.length >= LEAST_WORDS_TO_ADAPT;
        const channel = adapts ? buildChannel(adaptCounts(channelOf(damage), read)) : channelOf(damage);
        const known = decided.flat().flatMap((d) => (d.posterior > SURE ? d.words : [-1]));
        const memory = rememberWords(known, settings.wordMemory, settings.pairMemory);
        const finder = new CandidateFinder(language, tries, channel, settings);
        decided = sentences.map((sentence) => decode(sentence, finder, settings, memory));
      }
      const decisions = decided.flat();
      const numbers = mendNumbers(raw, damage !== 'vietnamese');
      return applyDecisions(raw, decisions, numbers, model.calibration, LEAST_TO_CHANGE[kind]);
    },
  };
};

let packaged: Repairer | undefined;

/** The repairer with the packaged model, read once. Throws `model-missing` where the model file is not there. */
export const loadRepairer = (): Repairer => {
  if (packaged !== undefined) return packaged;
  const path = packageFile('models', 'repair-model.bin');
  if (!existsSync(path))
    throw new PipelineError(
      'model-missing',
      {
        vi: `Không tìm thấy mô hình khôi phục văn bản tại ${path}`,
        en: `Expected the repair model at ${path}, found none`,
      },
      { vi: 'Cài lại gói, hoặc chạy npm run train', en: 'Install the package again, or run npm run train' },
    );
  packaged = createRepairer(readModel(readFileSync(path)));
  return packaged;
};
