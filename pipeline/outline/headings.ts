/** Characters of the longest title. */
const HEADING_AT_MOST = 200;
const ENDS_SENTENCE = /[.;!?…,][”"’')\]]*$/u;
/** "c) Phòng chống sốt xuất huyết, Zika.." over its items: two dots stand for the rest of a row. */
const TRAILS_OFF = /[^.]\.\.$/u;

/** True for a text that ends in a colon: it announces what follows. */
export const endsInColon = (text: string): boolean => /:[”"’'\s.]*$/u.test(text);

/** True for a text that may be a title: short and without the stop of a sentence. */
export const looksLikeHeading = (text: string): boolean =>
  text.length <= HEADING_AT_MOST && (!ENDS_SENTENCE.test(text) || TRAILS_OFF.test(text)) && !endsInColon(text);
