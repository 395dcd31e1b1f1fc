import { showCodes, toJson } from '../language/writing/control-codes.js';

/** A name or a short value on its one line: control codes, line ends among them, are seen and do nothing. */
export const oneLine = (text: string): string => showCodes(text);

/** A text of several lines, likewise. */
export const severalLines = (text: string): string => showCodes(text, '\n\t');

/** The door to standard output: every command prints here, and nothing of a paper or a name gets by unseen. */
export const printText = (text: string): void => {
  process.stdout.write(`${severalLines(text)}\n`);
};

/** The same for lines with colours: whatever came from papers went through oneLine or severalLines before it was painted. */
export const printPainted = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A repaired text as it is, with its page breaks. */
export const printPaper = (text: string): void => {
  process.stdout.write(showCodes(text.endsWith('\n') ? text : `${text}\n`, '\n\t\f'));
};

/** One JSON value on a line of its own. */
export const printJson = (value: unknown): void => printText(toJson(value));

/** The same door to standard error. */
export const tell = (text: string): void => {
  process.stderr.write(`${severalLines(text)}\n`);
};

/** A part of a screen, with its cursor moves and colours: whatever came from papers went through oneLine before. */
export const paintScreen = (text: string): void => {
  process.stdout.write(text);
};
