import { isLegalSyllable } from '../../language/writing/syllables.js';
import { fold } from '../../language/writing/unicode.js';
import type { Word } from '../../schemas/page-print.js';
import type { TextQuality } from '../../schemas/stages.js';
import { scoreText } from '../quality/judge-text.js';
import { type Calibration, calibrate } from './calibration.js';
import { type ChannelCounts, toStrippedCounts, toVietnameseCounts } from './channel.js';
import { isUsualMisreading, toOcrCounts } from './ocr-channel.js';
import type { Token } from './tokens.js';

export interface RepairOptions {
  readonly quality: TextQuality;
  /** Words of the OCR engine, spans in the text: the less sure it was, the more may change. */
  readonly wordConfidences?: readonly Pick<Word, 'span' | 'confidence'>[];
}

/**
 * What happened to a text. latin: read by an engine without Vietnamese letters; stripped: marks left out by hand or by a
 * program; ocr: read by our own engine, with word confidences; slight: Vietnamese with many words damaged; scattered: text
 * in good order, but for some words.
 */
export type Damage = 'latin' | 'stripped' | 'ocr' | 'slight' | 'scattered';

/** By the prior that a word was copied right, what it would become, and how it was read. */
export type LeastToChange = (trust: number, text: string, raw: string) => number;

/** How each kind of damage is handled. */
interface Handling {
  /** Spaces may be lost or stray. */
  readonly spacesMayErr: boolean;
  /** The channel learns from the document: an engine without Vietnamese letters errs in every word, in its own way. */
  readonly adapts: boolean;
  readonly lostMarks: boolean;
  /** Probability that a change must reach; else the word stays as it was read, and is named as doubtful. */
  readonly leastToChange: LeastToChange;
  /** How often such repairs proved right; absent where the model's own calibration was measured on such text. */
  readonly calibration?: Calibration;
}

/** Measured on the same rendered pages as TRUST_BY_CONFIDENCE: where the engine errs it leaves less to go by. */
const OCR_CALIBRATION: Calibration = [
  [0.5, 0.15],
  [0.75, 0.4],
  [0.95, 0.78],
  [0.994, 0.88],
  [0.9999, 0.95],
  [1, 0.98],
];

const always = (): number => 0;
/** A word that the engine was sure of changes only beyond doubt; one that it doubted is hardly worth keeping. */
const bySureness: LeastToChange = (trust, text, raw) => {
  if (trust > READ_SURELY && !isUsualMisreading(text, raw)) return hasOtherMarks(text, raw) ? OTHER_MARKS : NEVER;
  return trust > 0.98 ? 0.7 : 0.35;
};
/**
 * The trust of a confidence from .96 on, which the engine has for four words in five: what it then reads is what is
 * printed, misprints and all.
 */
const READ_SURELY = 0.987;
const NEVER = Number.POSITIVE_INFINITY;
/** The bar for the same letters with marks that are not often misread for each other: "thúc đầy", "không xây ra". */
const OTHER_MARKS = 0.8;
/** What is no syllable ("thưc") was printed so: an engine hardly makes it up. */
const hasOtherMarks = (text: string, raw: string): boolean =>
  fold(text) === fold(raw) && isLegalSyllable(raw.toLowerCase());

export const HANDLING: Readonly<Record<Damage, Handling>> = {
  latin: { spacesMayErr: true, adapts: true, lostMarks: true, leastToChange: always },
  stripped: { spacesMayErr: false, adapts: false, lostMarks: true, leastToChange: always },
  ocr: { spacesMayErr: true, adapts: false, lostMarks: false, leastToChange: bySureness, calibration: OCR_CALIBRATION },
  slight: {
    spacesMayErr: true,
    adapts: false,
    lostMarks: false,
    leastToChange: () => 0.85,
    calibration: OCR_CALIBRATION,
  },
  scattered: {
    spacesMayErr: false,
    adapts: false,
    lostMarks: false,
    // A word that is none, or that was misread elsewhere, is hardly worth keeping.
    leastToChange: (trust) => (trust > 0.5 ? 0.7 : 0.5),
    calibration: OCR_CALIBRATION,
  },
};

/** Text with fewer letters of Vietnamese alone lost them. */
const LEAST_MARKED = 0.03;
/** One word in so many with é, ¢ or a figure inside tells an engine from a keyboard. */
const WORDS_PER_SIGN = 200;

/** Tells the damage from the letters of a text and from whether our own engine read it. */
export const tellDamage = (text: string, { quality, wordConfidences }: RepairOptions): Damage => {
  // Text that was judged good is not measured a second time.
  if (quality === 'good' && wordConfidences === undefined) return 'scattered';
  if (scoreText(text).marked >= LEAST_MARKED) {
    if ((wordConfidences?.length ?? 0) > 0) return 'ocr';
    return quality === 'mangled' ? 'slight' : 'scattered';
  }
  const signs = text.match(/[^\p{ASCII}\p{P}\s]|\p{L}\d\p{L}/gu)?.length ?? 0;
  return signs * WORDS_PER_SIGN > (text.match(/\p{L}+/gu)?.length ?? 0) ? 'latin' : 'stripped';
};

/** The channel that fits a damage, from the trained one. */
export const countsFor = (damage: Damage, latin: ChannelCounts): ChannelCounts => {
  if (damage === 'latin') return latin;
  if (damage === 'ocr') return toOcrCounts();
  return damage === 'stripped' ? toStrippedCounts() : toVietnameseCounts(latin);
};

/** Prior that a token was copied right. */
export type Trust = (token: Token) => number;

/** An engine without Vietnamese letters is right only where none was needed; one that has them, nearly always. */
const TRUST = { latin: 0.02, stripped: 0.002, slight: 0.95, scattered: 0.999 } as const;
/** Words of our own engine whose confidence is not known. */
const TRUST_UNKNOWN = 0.999;

/**
 * Share of words read right by the confidence that Tesseract `vie` gave them, measured on rendered and degraded pages of
 * held-out text; between the points by a straight line.
 */
const TRUST_BY_CONFIDENCE = [
  [0, 0.2],
  [0.3, 0.5],
  [0.6, 0.68],
  [0.88, 0.75],
  [0.92, 0.91],
  [0.96, 0.988],
  [1, 0.9985],
] as const;
const LEAST_TRUST = 0.2;

/** Doubts in steps of half a power of two: like words then share their candidates. */
const roundTrust = (trust: number): number =>
  1 - 2 ** (Math.round(2 * Math.log2(1 - Math.max(LEAST_TRUST, trust))) / 2);

/** Finds the prior of every token: by the engine's confidence where there is one, else by the kind of damage. */
export const estimateTrust = (
  tokens: readonly Token[],
  damage: Damage,
  { wordConfidences = [] }: RepairOptions,
): Trust => {
  if (damage !== 'ocr') {
    const trust = TRUST[damage];
    return () => trust;
  }
  const sorted = [...wordConfidences].sort((a, b) => a.span.start - b.span.start);
  const trusts = new Map<Token, number>();
  let at = 0;
  for (const token of tokens) {
    while ((sorted[at]?.span.end ?? Number.POSITIVE_INFINITY) <= token.span.start) at++;
    trusts.set(token, roundTrust(calibrate(sorted[at]?.confidence ?? 1, TRUST_BY_CONFIDENCE)));
  }
  return (token) => trusts.get(token) ?? TRUST_UNKNOWN;
};
