import { OutlinedFile, type RepairedDocument } from '../../schemas/stages.js';
import type { Stage } from '../contract.js';
import { outlineLines } from '../outline/outline-document.js';
import { splitLines } from '../outline/printed-lines.js';
import { splitDocuments } from '../outline/split.js';

/**
 * Text → documents with header, sections, numbered items, signature and recipients. Pure and synchronous:
 * `outlineStage.run(repaired).value.documents`.
 */
export const outlineStage = {
  name: 'outline',
  version: 1,
  output: OutlinedFile,
  run(repaired: RepairedDocument) {
    const { parts, notes } = splitDocuments(splitLines(repaired));
    const outlined = parts.map((part) => outlineLines(part.lines));
    return {
      value: { repaired, documents: outlined.map((one) => one.document) },
      notes: [...notes, ...outlined.flatMap((one) => one.notes)],
    };
  },
} as const satisfies Stage<RepairedDocument, OutlinedFile>;
