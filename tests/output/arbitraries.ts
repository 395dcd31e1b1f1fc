import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { z } from 'zod';
import type { FileToSave } from '../../output/store/save-file.js';
import { Directive } from '../../schemas/directive.js';
import { ExportedDocument } from '../../schemas/export.js';
import { FileSignature } from '../../schemas/file-signature.js';
import { DoubtfulWord, Edit, MediaType, RepairedPage } from '../../schemas/stages.js';
import { arbitraryOf, text } from './arbitrary-of.js';
import { AT } from './sample-records.js';

const header = arbitraryOf(
  ExportedDocument.unwrap().shape.document.unwrap().omit({ id: true, source: true, part: true }),
);
const directive = arbitraryOf(Directive.unwrap().omit({ id: true }));
const page = fc.record({
  raw: text,
  text,
  facts: arbitraryOf(RepairedPage.unwrap().omit({ number: true, rawSpan: true, span: true })),
});

/** Puts pages together as repair does: one text, pages joined by a form feed, each with its spans. */
const joinPages = (parts: readonly string[]): { text: string; spans: { start: number; end: number }[] } => {
  const spans: { start: number; end: number }[] = [];
  let joined = '';
  for (const [index, part] of parts.entries()) {
    if (index > 0) joined += '\f';
    spans.push({ start: joined.length, end: joined.length + part.length });
    joined += part;
  }
  return { text: joined, spans };
};

/** Any file that the pipeline may hand to the store, with up to two documents. */
export const fileToSave: fc.Arbitrary<FileToSave> = fc
  .record({
    name: fc.nat(1_000_000),
    path: text,
    byteLength: fc.nat(),
    mediaType: fc.constantFrom(...MediaType.options),
    pages: fc.array(page, { minLength: 1, maxLength: 3 }),
    edits: arbitraryOf(z.array(Edit)),
    doubtfulWords: arbitraryOf(z.array(DoubtfulWord)),
    signatures: arbitraryOf(z.array(FileSignature)),
    documents: fc.array(fc.record({ header, directives: fc.array(directive, { maxLength: 3 }) }), { maxLength: 2 }),
  })
  .map(({ name, path, byteLength, mediaType, pages, edits, doubtfulWords, signatures, documents }) => {
    const sha256 = createHash('sha256').update(String(name)).digest('hex');
    const raw = joinPages(pages.map((p) => p.raw));
    const repaired = joinPages(pages.map((p) => p.text));
    const nowhere = { start: 0, end: 0 };
    return {
      repaired: {
        file: { path, sha256, byteLength, mediaType },
        rawText: raw.text,
        text: repaired.text,
        pages: pages.map(({ facts }, i) => ({
          ...facts,
          number: i + 1,
          rawSpan: raw.spans[i] ?? nowhere,
          span: repaired.spans[i] ?? nowhere,
        })),
        edits,
        doubtfulWords,
        ...(signatures.length === 0 ? {} : { signatures }),
      },
      documents: documents.map(({ header: fields, directives }, part) => ({
        document: {
          ...fields,
          id: `${sha256.slice(0, 12)}-${part + 1}`,
          source: { path, sha256, mediaType, pageCount: pages.length },
          part: part + 1,
        },
        directives: directives.map((fields, i) => ({ ...fields, id: `${sha256.slice(0, 12)}-${part + 1}-${i + 1}` })),
      })),
      stageVersions: { extract: 1 },
      modelCard: {},
      at: AT,
    };
  });
