/*
 * A model of the person at the keyboard, after Card, Moran and Newell, The Keystroke-Level Model (1980; The Psychology of
 * Human-Computer Interaction, 1983), and of reading after Brysbaert (2019). What the machine takes is measured, not modelled.
 */

/** A key, for a typist of 40 words a minute: what KLM calls an average non-secretary. Seconds. */
const KEY_S = 0.28;
/** One decision: KLM's M. Seconds. */
const DECISION_S = 1.35;
/**
 * Silent reading of prose, 238 words a minute for English. A Vietnamese syllable counts as a word here: words of two syllables are
 * read as fast as others, so this is on the slow side.
 */
const READ_PER_S = 238 / 60;

export const CONSTANTS = { key: KEY_S, decision: DECISION_S, readPerSecond: READ_PER_S } as const;

/** Keys that a text takes in Telex: a letter, and one more for each mark (aa, ow, dd, s f r x j); capitals take shift, too. */
export const countTelex = (text: string): number =>
  // Apart from its letter a mark counts as one; the bar of đ does not come apart.
  [...text.normalize('NFD')].reduce(
    (sum, letter) => sum + 1 + Number(/[đĐ]/u.test(letter)) + Number(/\p{Lu}/u.test(letter)),
    0,
  );

/** Seconds that a person takes for one doubt. `machine`: seconds until the next one was shown, as measured. */
export const modelSeconds = ({
  keys,
  decisions,
  read,
  machine,
}: {
  readonly keys: number;
  readonly decisions: number;
  /** Syllables that are read. */
  readonly read: number;
  readonly machine: number;
}): number => keys * KEY_S + decisions * DECISION_S + read / READ_PER_S + machine;
