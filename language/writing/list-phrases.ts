/** Reads a word list written as "one | two words | a, b": bars and line ends part the phrases, for some hold commas. */
export const listPhrases = (list: string): readonly string[] => list.split('|').map((phrase) => phrase.trim());
