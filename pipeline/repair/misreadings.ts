import { splitTone } from '../../language/writing/tone-place.js';
import type { Span } from '../../schemas/span.js';
import type { DoubtfulWord } from '../../schemas/stages.js';
import type { Candidate, CandidateFinder, DecoderSettings } from './candidates.js';
import { HANDLING } from './damage.js';
import { applyDecisions, type Decision, decideWords, type RepairResult } from './decisions.js';
import { weighCandidates } from './decoder.js';
import { NO_MEMORY, rememberWords } from './document-memory.js';
import type { LanguageModel } from './language-model.js';
import { isSlip } from './slips.js';
import { LOOKS, type Suspect, type SuspectFinder } from './suspects.js';
import type { Token } from './tokens.js';
import { applyCase, type CaseForm, toModelWord } from './words.js';

/** Papers typed by hand hold a misprint or two in a thousand words, and those stay as printed; an engine errs more often. */
const WORDS_PER_MISREADING = 600;
/** In a text as short as this one suspect is a share that no typist reaches. */
const SHORT_TEXT = 400;
const STRONG_WEIGHT = 3;
/** Two strong suspects, or one and two weak ones: any paper has one or two words that the model finds strange. */
const LEAST_WEIGHT = 5;
/** In a text of a few words each is a large share of them, and says nothing of its terms. */
const LEAST_TO_REMEMBER = 200;

/** A text with less is in good order but for single words: a proper one is changed for a slip alone, and every change is told. */
const WEIGHT_OF_MANY = 15;

/** Prior that a suspect was copied right, by what speaks against it, in it or elsewhere in the text. */
const TRUST = { broken: 0.1, unlikely: 0.7, unlikelyAlone: 0.95, readSoElsewhere: 0.3 } as const;

/** Share of one way to misread the marks of a letter: one mark lost, won or another, or more than one. */
const MARK_SHARE = { one: 0.15, more: 0.03 } as const;

/** Share of the word that it proved to be elsewhere in the same text. */
const SAME_SHARE = 0.9;

const differsByOneMark = (a: string, b: string): boolean => {
  const [one, other] = [splitTone(a), splitTone(b)];
  return one.plain === other.plain || one.tones.join('') === other.tones.join('');
};

/** Log probability that a misread word was read so, where only marks differ. */
const logMisread = (clean: string, printed: string): number => {
  let log = 0;
  for (let i = 0; i < clean.length; i++) {
    const [letter, read] = [clean.charAt(i), printed.charAt(i)];
    if (letter !== read) log += Math.log(differsByOneMark(letter, read) ? MARK_SHARE.one : MARK_SHARE.more);
  }
  return log;
};

const formOf = (printed: string): CaseForm => {
  if (printed.length > 1 && printed === printed.toUpperCase()) return 'upper';
  return printed.charAt(0) === printed.charAt(0).toLowerCase() ? 'lower' : 'capital';
};

/** A proper word counts only where a slip turns into it what its neighbours expect. */
const mayBeMisread = ({ kind, isSlip }: Suspect): boolean => kind === 'broken' || isSlip;

/**
 * What a text's suspects weigh. A name weighs nothing: no model knows every name. The same word counts once: "đuối nước" again and
 * again is what the paper is about.
 */
const weigh = (suspects: readonly Suspect[]): number => {
  const forms = new Map<string, number>();
  for (const suspect of suspects) {
    const { form, isStrong } = suspect;
    if (suspect.mayBeName || !mayBeMisread(suspect)) continue;
    forms.set(form, Math.max(forms.get(form) ?? 0, isStrong ? STRONG_WEIGHT : 1));
  }
  return [...forms.values()].reduce((sum, weight) => sum + weight, 0);
};

/** True when so many words of a text are suspect that an engine read it, not a typist wrote it. */
export const isMisread = (suspects: readonly Suspect[], words: number): boolean => {
  const weight = weigh(suspects);
  if (weight === 0) return false;
  if (words <= SHORT_TEXT) return true;
  return weight >= LEAST_WEIGHT && weight * WORDS_PER_MISREADING >= words;
};

/** A proper word with the siblings that a slip turns into it; a broken one as it is. */
const onlySlips =
  (language: LanguageModel) =>
  (suspect: Suspect): Suspect =>
    suspect.kind === 'broken'
      ? suspect
      : { ...suspect, siblings: suspect.siblings.filter((id) => isSlip(language.words[id] ?? '', suspect.form)) };

/** What the corrector works with: the parts of a repairer. */
export interface CorrectorParts {
  readonly language: LanguageModel;
  readonly suspects: SuspectFinder;
  /** Made only when something is to be corrected. */
  readonly makeFinder: () => CandidateFinder;
  readonly settings: DecoderSettings;
  /** Cuts a text into the decoder's sentences. */
  readonly split: (text: string) => readonly (readonly Token[])[];
}

const keyOf = ({ start, end }: Span): string => `${start} ${end}`;

/**
 * Corrects scattered misreadings in text that is in good order otherwise, as another program's OCR leaves them: "tô
 * chức", "Đây mạnh", "CUA". Only suspects can change, all else is context. Text that shows none comes back as it was.
 */
export const correctMisreadings = (
  raw: string,
  { language, suspects: suspectFinder, makeFinder, settings, split }: CorrectorParts,
): RepairResult => {
  const first = suspectFinder.find(raw, LOOKS.quick);
  if (!isMisread(first.suspects, first.words))
    return { text: raw, edits: [], doubtful: tellGlued(raw, first.suspects), confidence: null };
  const finder = makeFinder();
  const unlikely = weigh(first.suspects) > STRONG_WEIGHT ? TRUST.unlikely : TRUST.unlikelyAlone;
  const isLight = weigh(first.suspects) < WEIGHT_OF_MANY;
  const all = suspectFinder.find(raw, LOOKS.thorough).suspects;
  const suspects = isLight ? all.filter(mayBeMisread).map(onlySlips(language)) : all;
  const suspectAt = new Map(suspects.map((suspect) => [keyOf(suspect.span), suspect]));
  const sentences = split(raw);
  const suspectOf = (token: Token): Suspect | undefined => suspectAt.get(keyOf(token.span));

  /** The token as printed, and what else it may be. */
  const readAgain = (token: Token, { kind, siblings }: Suspect, trust: number, elsewhere?: string): Candidate[] => {
    const printed = toModelWord(token.text);
    const others = siblings.map((id): Candidate => {
      const word = language.words[id] ?? '';
      const share = word === elsewhere ? Math.log(SAME_SHARE) : logMisread(word, printed);
      return { words: [id], text: applyCase(word, formOf(token.text)), emission: Math.log(1 - trust) + share, span: 1 };
    });
    const asPrinted = finder.keep(token).map((copy) => ({ ...copy, emission: copy.emission + Math.log(trust) }));
    if (kind === 'unlikely') return [...asPrinted, ...others];
    // No syllable: other letters may have been there, too.
    const known = new Set(siblings);
    const further = finder
      .find(token, trust, true)
      .filter(({ words }) => words.length > 1 || !known.has(words[0] ?? -1));
    return [...further, ...others];
  };

  const decode = (misread: ReadonlyMap<string, string>, known: readonly number[]): Decision[] => {
    const trustOf = (token: Token): number => {
      const suspect = suspectOf(token);
      if (suspect === undefined) return 1;
      if (suspect.kind === 'broken') return TRUST.broken;
      return misread.has(toModelWord(token.text)) ? TRUST.readSoElsewhere : unlikely;
    };
    const memory =
      known.length < LEAST_TO_REMEMBER ? NO_MEMORY : rememberWords(known, settings.wordMemory, settings.pairMemory);
    return sentences.flatMap((sentence) => {
      if (!sentence.some((token) => suspectOf(token) !== undefined)) return [];
      const candidatesAt = sentence.map((token) => {
        const suspect = suspectOf(token);
        if (suspect === undefined) return finder.keep(token);
        return readAgain(token, suspect, trustOf(token), misread.get(toModelWord(token.text)));
      });
      const scored = weighCandidates(candidatesAt, language, settings, memory);
      return decideWords(scored, sentence, language.unknown, trustOf);
    });
  };
  const isSuspect = ({ span }: Decision): boolean => suspectAt.has(keyOf(span));

  // A form that is suspect in one place is no proof of itself in another.
  const suspectForms = new Set(suspects.map(({ span }) => toModelWord(raw.slice(span.start, span.end))));
  const sure = sentences.flat().map((token) => {
    const form = toModelWord(token.text);
    return token.kind !== 'word' || suspectForms.has(form) ? -1 : (language.idOf(form) ?? -1);
  });
  const misread = new Map(
    decode(new Map(), sure)
      .filter((decision) => isSuspect(decision) && decision.posterior > SURE && decision.text !== decision.raw)
      .map(({ raw: printed, text }) => [toModelWord(printed), toModelWord(text)]),
  );
  const decisions = decode(misread, sure).filter(isSuspect);
  const { calibration = [], leastToChange } = HANDLING.scattered;
  const result = applyDecisions(raw, decisions, [], calibration, leastToChange);
  // A word that is one, and that only might be another, is no doubt worth a look.
  const broken = new Set(
    suspects.filter(({ kind }) => kind === 'broken').map(({ span }) => raw.slice(span.start, span.end)),
  );
  const doubtful = result.doubtful.filter((word) => broken.has(word.raw) || word.raw !== word.repaired);
  const told = suspects.filter(({ mayBeName, kind }) => mayBeName || (isLight && kind === 'unlikely'));
  return { ...result, doubtful: [...doubtful, ...tellMended(raw, result, told)], confidence: null };
};

/** What is said of a word that nobody could part: as likely right as not. */
const GLUED_CONFIDENCE = 0.5;

/** Words written together that stay so where nothing else shows how the text was read: "Khuditích". */
const tellGlued = (raw: string, suspects: readonly Suspect[]): readonly DoubtfulWord[] =>
  suspects
    .filter(({ isGlued }) => isGlued)
    .map(({ span }) => {
      const word = raw.slice(span.start, span.end);
      return { span, raw: word, repaired: word, confidence: GLUED_CONFIDENCE };
    });

/**
 * What was changed in words that a person should see: a place may be called what the model would not write, and a proper
 * word of a text in good order may be what is meant.
 */
const tellMended = (
  raw: string,
  { text, edits, doubtful }: RepairResult,
  suspects: readonly Suspect[],
): readonly DoubtfulWord[] => {
  const wanted = new Set(suspects.map(({ span }) => keyOf(span)));
  const told = new Set(doubtful.map(({ span }) => keyOf(span)));
  return edits
    .filter((edit) => wanted.has(keyOf(edit.raw)) && !told.has(keyOf(edit.repaired)))
    .map((edit) => ({
      span: edit.repaired,
      raw: raw.slice(edit.raw.start, edit.raw.end),
      repaired: text.slice(edit.repaired.start, edit.repaired.end),
      confidence: edit.confidence,
    }));
};

/** A reading as sure as this tells how the engine misreads that word elsewhere. */
const SURE = 0.9;
