/** Characters of the longest title. */
const HEADING_AT_MOST = 200;
const ENDS_SENTENCE = /[.;!?…,][”"’')\]]*$/u;

/** True for a text that ends in a colon: it announces what follows. */
export const endsInColon = (text: string): boolean => /:[”"’'\s.]*$/u.test(text);

/** True for a text that may be a title: short and without the stop of a sentence. */
export const looksLikeHeading = (text: string): boolean =>
  text.length <= HEADING_AT_MOST && !ENDS_SENTENCE.test(text) && !endsInColon(text);
