import { basename } from 'node:path';

/** What went into the model and what came out: shipped beside it. — phiếu mô tả mô hình */
export interface ModelCard {
  readonly model: string;
  readonly date: string;
  readonly bytes: number;
  readonly sources: readonly {
    readonly file: string;
    readonly lines: number;
    readonly use: string;
    readonly licence: string;
  }[];
  readonly sizes: Readonly<Record<'words' | 'bigrams' | 'trigrams' | 'channelOperations', number>>;
  readonly weights: Readonly<Record<'papers' | 'general' | 'phrases', number>>;
  readonly heldOut: Readonly<Record<'repairs' | 'right', number>>;
  /** Misreadings of the papers that were put right before training. */
  readonly mended: Readonly<Record<'pairs' | 'lines', number>>;
}

const LICENCES: readonly (readonly [pattern: RegExp, licence: string])[] = [
  [/wiki/u, 'Vietnamese Wikipedia, CC BY-SA 4.0'],
  [/admin/u, 'official papers and laws, outside copyright in Vietnam (IP law, art. 15)'],
  [/places/u, 'thanglequoc/vietnamese-provinces-database, MIT (c) 2021 Thang Le Quoc; facts'],
  [/channel-pairs|phrases/u, 'made for this project'],
];

/** Licence of a known source file; an archive's own papers are named as such. */
export const findLicence = (file: string): string =>
  LICENCES.find(([pattern]) => pattern.test(basename(file)))?.[1] ?? "the trainer's own papers";

/** The card as a page to read. */
export const renderCard = (card: ModelCard): string => {
  const { sizes, weights, heldOut, mended } = card;
  return `# Repair model

${card.model}, ${(card.bytes / 1e6).toFixed(2)} MB, made on ${card.date} by \`npm run train\` (node dist/models/train.js). It holds no
running text: word counts as quantised probabilities, and counts of misread characters.

| source | lines | use | licence |
|---|---|---|---|
${card.sources.map(({ file, lines, use, licence }) => `| ${file} | ${lines} | ${use} | ${licence} |`).join('\n')}

- Language model: interpolated modified Kneser-Ney trigrams over small-letter syllables, ${sizes.words} words, ${sizes.bigrams} bigrams,
  ${sizes.trigrams} trigrams; sources mixed with weights ${weights.papers} (papers), ${weights.general} (general), ${weights.phrases} (phrases and places).
- Some of the papers were read by an engine: ${mended.pairs} pairs of words that lost a tone ("thâm định"), rare beside the right ones and
  unknown to the general text, were put right in ${mended.lines} lines (models/mend-corpus.ts).
- Channel: ${sizes.channelOperations} character operations by EM over word pairs.
- One run of 500 lines in forty, and one run of 100 pairs in twenty, were held out: for tuning, and for the calibration of
  confidence, in which ${heldOut.right} of ${heldOut.repairs} repairs of misread text were right.
- None of the documents that the project is measured on is in any source. Figures on those: \`node dist/models/evaluate.js\`.
`;
};
