/** UTF-16 units of all texts that one memory holds at most: those of a paper of many pages. */
const MOST_HELD = 1 << 16;
/** And of one of them: no item is longer. */
const LONGEST_HELD = 20_000;

/**
 * Keeps what a pure function made of the last texts: while a paper is read, its items are cut into tokens and sentences by
 * outline, deadlines, roles and coverage one after the other. What it gives must not be changed.
 * `const readTokens = rememberTexts(walkTokens)`.
 */
export const rememberTexts = <Made extends object>(make: (text: string) => Made): ((text: string) => Made) => {
  const kept = new Map<string, Made>();
  let held = 0;
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (text.length > LONGEST_HELD) return made;
    if (held > MOST_HELD) {
      kept.clear();
      held = 0;
    }
    kept.set(text, made);
    held += text.length;
    return made;
  };
};
