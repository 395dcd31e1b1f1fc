import { createRequire } from 'node:module';
import type Nlp from 'compromise/one';
import { fold } from '../../language/writing/unicode.js';
import { type Cue, SENTENCE_PATTERNS } from './sentence-patterns.js';

/** A run of words: from the first to behind the last. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

interface Reader {
  readonly nlp: typeof Nlp;
  readonly net: ReturnType<typeof Nlp.buildNet>;
}

interface Model {
  readonly one: Record<'unicode' | 'aliases' | 'lexicon', Record<string, unknown>> & {
    readonly contractions: unknown[];
  };
}

let reader: Reader | undefined;

/**
 * The only door to the library compromise, `compromise/one`: terms, tries and match patterns, no English. What it knows of
 * English is emptied: its map of letters takes the marks off Vietnamese, its contractions cut words in two. Loaded when a
 * sentence first needs it.
 */
const open = (): Reader => {
  if (reader !== undefined) return reader;
  const nlp = createRequire(import.meta.url)('compromise/one') as typeof Nlp;
  const { one } = nlp.model() as unknown as Model;
  for (const words of [one.unicode, one.aliases, one.lexicon]) for (const key of Object.keys(words)) delete words[key];
  one.contractions.length = 0;
  const net = nlp.buildNet(SENTENCE_PATTERNS.map(([name, match]) => ({ name, match: fold(match) })));
  reader = { nlp, net };
  return reader;
};

interface View {
  readonly fullPointer: readonly (readonly [sentence: number, start: number, end: number])[];
}

const runsOf = ({ fullPointer }: View): Run[] => fullPointer.map(([, start, end]) => ({ start, end }));

/** Finds the patterns in a line of folded words, and in turn the longest of each list of names. */
export const sweepLine = (
  line: readonly string[],
  lists: readonly (readonly string[])[],
): { readonly cues: readonly (Run & { readonly cue: Cue })[]; readonly names: readonly (readonly Run[])[] } => {
  const { nlp, net } = open();
  // Given as terms, so that its cutting of English sentences is not asked.
  const doc = nlp([line] as unknown as string);
  const { found } = doc.sweep(net, { tagger: false }) as unknown as {
    readonly found: readonly { readonly name: Cue; readonly view: View }[];
  };
  return {
    cues: found.flatMap(({ name, view }) => runsOf(view).map((run) => ({ ...run, cue: name }))),
    names: lists.map((names) =>
      names.length === 0 ? [] : runsOf(doc.lookup(nlp.buildTrie([...names])) as unknown as View),
    ),
  };
};
