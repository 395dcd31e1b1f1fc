import type { Span } from '../../schemas/span.js';
import type { DoubtfulWord, Edit } from '../../schemas/stages.js';
import type { Calibration } from './calibration.js';
import { calibrate } from './calibration.js';
import type { LeastToChange } from './damage.js';
import type { ScoredCandidate } from './decoder.js';
import type { NumberRepair } from './numbers.js';
import type { Token } from './tokens.js';
import { toModelWord } from './words.js';

/** A stretch of raw text and what was decided for it. */
export interface Decision {
  readonly span: Span;
  readonly kind: Token['kind'];
  readonly raw: string;
  readonly text: string;
  readonly posterior: number;
  /** Prior that it was copied right. */
  readonly trust: number;
  /** Its words in the language model; empty when no reading was found. */
  readonly words: readonly number[];
  /** False for a word that the language model does not know: it was copied, and nothing vouches for it. */
  readonly isKnown: boolean;
}

/** Candidates that write the same word are one answer; its probability is their sum. */
const findBest = (scored: readonly ScoredCandidate[]): ScoredCandidate | undefined => {
  const byText = new Map<string, ScoredCandidate>();
  for (const one of scored) {
    const key = `${one.candidate.span} ${toModelWord(one.candidate.text)}`;
    const known = byText.get(key);
    const likelier = known === undefined || one.posterior > known.posterior ? one : known;
    byText.set(key, { ...likelier, posterior: Math.min(1, one.posterior + (known?.posterior ?? 0)) });
  }
  let best: ScoredCandidate | undefined;
  for (const one of byText.values()) if (best === undefined || one.posterior > best.posterior) best = one;
  return best;
};

/** Takes the likeliest candidate at each place of a sentence, from left to right. */
export const decideWords = (
  scored: readonly ScoredCandidate[],
  sentence: readonly Token[],
  unknown: number,
  trustOf: (token: Token) => number,
): Decision[] => {
  const byStart: ScoredCandidate[][] = sentence.map(() => []);
  for (const one of scored) byStart[one.from]?.push(one);
  const decisions: Decision[] = [];
  let at = 0;
  while (at < sentence.length) {
    const best = findBest(byStart[at] ?? []);
    const to = at + (best?.candidate.span ?? 1);
    const parts = sentence.slice(at, to);
    const [first] = parts;
    const last = parts.at(-1);
    if (first !== undefined && last !== undefined)
      decisions.push({
        span: { start: first.span.start, end: last.span.end },
        kind: first.kind,
        raw: parts.map((part) => part.text).join(' '),
        text: best?.candidate.text ?? first.text,
        posterior: best?.posterior ?? 0,
        trust: Math.min(...parts.map(trustOf)),
        words: best?.candidate.words ?? [],
        isKnown: best?.candidate.words.includes(unknown) === false,
      });
    at = to;
  }
  return decisions;
};

/**
 * Two spellings of one word, both in print: no model of words may turn one into the other. "hằng năm" is the careful
 * spelling of what most texts write "hàng năm"; mầu, xẩy and their like are the northern ones of màu, xảy.
 */
const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map(
  'hằng hàng,mầu màu,tầu tàu,giầy giày,dầy dày,xẩy xảy,nhẩy nhảy,bẩy bảy'
    .split(',')
    .map((pair) => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? ''] as const),
);
const isOtherSpelling = (wanted: string, raw: string): boolean =>
  OTHER_SPELLINGS.get(raw.toLowerCase()) === wanted.toLowerCase();

/** The same word but for the place of its tone mark: hoà and hòa. The writer's habit stays. */
const isSameWord = (wanted: string, raw: string): boolean =>
  wanted === raw ||
  isOtherSpelling(wanted, raw) ||
  (wanted.length === raw.length &&
    toModelWord(wanted) === toModelWord(raw) &&
    (wanted === wanted.toLowerCase()) === (raw === raw.toLowerCase()) &&
    (wanted === wanted.toUpperCase()) === (raw === raw.toUpperCase()));

/** Share of right ones among the words of a damaged text that no reading explains. */
const UNKNOWN_COPY = 0.5;
/** A word less sure than this is shown to a person. */
const DOUBT = 0.8;

/** What repair gives back. — kết quả khôi phục */
export interface RepairResult {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly doubtful: readonly DoubtfulWord[];
  /** Mean calibrated probability that a word is right; null without words. */
  readonly confidence: number | null;
}

/**
 * Writes the decided words into the text. Text between decisions is layout and stays byte for byte; `leastToChange` is
 * the calibrated probability below which a word is left as it was read.
 */
export const applyDecisions = (
  raw: string,
  decisions: readonly Decision[],
  numbers: readonly NumberRepair[],
  calibration: Calibration,
  leastToChange: LeastToChange,
): RepairResult => {
  const edits: Edit[] = [];
  const doubtful: DoubtfulWord[] = [];
  let text = '';
  let at = 0;
  let sum = 0;
  let words = 0;
  const write = (span: Span, written: string): Span => {
    text += raw.slice(at, span.start);
    const start = text.length;
    text += written;
    at = span.end;
    return { start, end: text.length };
  };
  const queue = [...numbers];
  for (const decision of decisions) {
    for (let next = queue[0]; next !== undefined && next.span.start < decision.span.end; next = queue[0]) {
      queue.shift();
      const repaired = write(next.span, next.text);
      edits.push({ raw: next.span, repaired, confidence: next.confidence, by: next.by });
    }
    if (decision.span.start < at) continue;
    const measured = calibrate(decision.posterior, calibration);
    const least = leastToChange(decision.trust, decision.text, decision.raw);
    const confidence = decision.isKnown || least > 0 ? measured : measured * UNKNOWN_COPY;
    const wantsChange = decision.kind !== 'mark' && !isSameWord(decision.text, decision.raw);
    const isChange = wantsChange && confidence >= least;
    const written = isChange ? decision.text : raw.slice(decision.span.start, decision.span.end);
    const repaired = write(decision.span, written);
    if (isChange) edits.push({ raw: decision.span, repaired, confidence, by: 'decoder' });
    if (decision.kind !== 'word') continue;
    // A change that was not made leaves the word as doubtful as the change was likely.
    const sureness = wantsChange && !isChange ? 1 - confidence : confidence;
    sum += sureness;
    words++;
    if (sureness < DOUBT) doubtful.push({ span: repaired, raw: decision.raw, repaired: written, confidence: sureness });
  }
  for (const next of queue) {
    const repaired = write(next.span, next.text);
    edits.push({ raw: next.span, repaired, confidence: next.confidence, by: next.by });
  }
  return { text: text + raw.slice(at), edits, doubtful, confidence: words === 0 ? null : sum / words };
};
