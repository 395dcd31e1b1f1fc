import { readTokens, type Token } from '../../language/writing/tokens.js';
import type { Body } from '../../schemas/directive.js';
import type { Span } from '../../schemas/span.js';
import type { ExtractionContext } from '../contract.js';
import type { Trace } from '../trace.js';
import { type Glossary, normalizeName } from './abbreviations.js';
import { type KnownNames, markKnown } from './known-names.js';
import { mendTokens } from './mend-tokens.js';
import { parseBodyList } from './parse-bodies.js';
import type { ParsedBody } from './parsed.js';
import { levelAt } from './validity.js';

/** What is known of a document when its bodies are read. */
export interface BodyContext extends ExtractionContext {
  /** Abbreviations that the document defines; see readGlossary. */
  readonly glossary?: Glossary;
  /** Names that people wrote when they corrected who has a task; none when not given. */
  readonly known?: KnownNames | undefined;
}

/** A body at its place in the searched text. The name equals the slice but for spacing, unless it was completed from a list. */
export interface FoundBody {
  readonly name: string;
  readonly span: Span;
  readonly normalized: string;
  readonly level: Body['level'];
  readonly branch: Body['branch'];
  /** A named body, a group ("các sở, ngành") or a person by office. */
  readonly form: 'body' | 'group' | 'person';
  /** null where every word is in the lists as printed; lower where a damaged word was read as its like. */
  readonly confidence: number | null;
}

/** How sure a name is of which a word was damaged. Not measured: enough to sort it behind the whole ones. */
const MENDED_CONFIDENCE = 0.7;

/** The name with its damaged words as they should read; only what is compared, never what is shown. */
const writeMended = (name: string, words: readonly Token[]): string =>
  words.reduce((written, word) => (word.isMended === true ? written.replace(word.text, word.key) : written), name);

/** Turns what the grammar read into a body with its place in the text. */
export const describeBody = (tokens: readonly Token[], body: ParsedBody, context: BodyContext): FoundBody => {
  const words = tokens.slice(body.from, body.to);
  const isMended = words.some((word) => word.isMended === true);
  return {
    name: body.name,
    span: { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 },
    normalized: normalizeName(isMended ? writeMended(body.name, words) : body.name, context.glossary),
    level: levelAt(body, context.issuedOn),
    branch: body.branch,
    form: body.form,
    confidence: isMended ? MENDED_CONFIDENCE : null,
  };
};

const FORM_RULES = { body: 'bodies/named', group: 'bodies/group', person: 'bodies/person' } as const;

const traceBody = ({ name, span, form, confidence, normalized }: FoundBody, trace: Trace): void =>
  trace({
    rule: confidence === null ? FORM_RULES[form] : 'bodies/mended',
    text: name,
    span,
    values: { read: normalized },
  });

/**
 * Finds every name of a body in an NFC text, in order, never overlapping: whatever its part in the sentence. Which of
 * them has a task is the question of extractors/assignments.
 *
 * `findBodies('Giao Sở Tài chính chủ trì', { issuedOn: null })` gives one body named "Sở Tài chính", level province.
 */
export const findBodies = (text: string, context: BodyContext): readonly FoundBody[] => {
  const tokens = markKnown(mendTokens(readTokens(text)), context.known);
  const found: FoundBody[] = [];
  for (let at = 0; at < tokens.length; ) {
    const parsed = tokens[at]?.kind === 'word' ? parseBodyList(tokens, at) : undefined;
    if (parsed === undefined || parsed.to <= at) {
      at += 1;
      continue;
    }
    for (const body of parsed.bodies) {
      const described = describeBody(tokens, body, context);
      found.push(described);
      if (context.trace !== undefined) traceBody(described, context.trace);
    }
    at = parsed.to;
  }
  return found;
};
