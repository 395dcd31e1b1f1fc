import { OutlinedFile, type RepairedDocument } from '../../schemas/stages.js';
import type { PureStage } from '../base/contract.js';
import { STAGE_VERSIONS } from '../base/provenance.js';
import { outlineLines } from './outline-document.js';
import { splitLines } from './printed-lines.js';
import { splitDocuments } from './split.js';

/** Text → documents with header, sections, numbered items, signature and recipients. Pure and synchronous. */
export const outline: PureStage<RepairedDocument, OutlinedFile> = {
  name: 'outline',
  version: STAGE_VERSIONS.outline,
  output: OutlinedFile,
  run(repaired) {
    const { parts, notes } = splitDocuments(splitLines(repaired));
    const outlined = parts.map((part) => outlineLines(part.lines));
    return {
      value: { repaired, documents: outlined.map((one) => one.document) },
      notes: [...notes, ...outlined.flatMap((one) => one.notes)],
    };
  },
};
