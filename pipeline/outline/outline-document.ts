import { makeNote, type Note } from '../../schemas/note.js';
import type { OutlinedDocument } from '../../schemas/stages.js';
import { readTables } from './annex.js';
import { removeFurniture } from './furniture.js';
import { endOfText, removeNoise } from './noise.js';
import { readPaperKind } from './paper-kinds.js';
import { splitParagraphs } from './paragraphs.js';
import { type PrintedLine, toLine } from './printed-lines.js';
import { shapeBlocks } from './sections.js';
import { isAnnexTitle } from './tail.js';
import { buildTree } from './tree.js';
import { cutZones } from './zones.js';

/** An annex without a table that could be read may hold tasks all the same. */
const noteUnreadAnnex = ({ page, span }: PrintedLine): Note => makeNote('outline/annex-unread', { page, span });

/** Outlines the lines of one document: furniture out, zones apart, paragraphs joined, items hung in a tree and judged. */
export const outlineLines = (
  lines: readonly PrintedLine[],
): { readonly document: OutlinedDocument; readonly notes: readonly Note[] } => {
  const { lines: text, stamps, footnotes, furniture } = removeFurniture(lines);
  const zones = cutZones(text);
  const { lines: clean, noise } = removeNoise(zones.body);
  const end = endOfText(clean);
  const body = readTables(clean.slice(0, end));
  const annex = readTables(zones.after);
  const { nodes, notes } = buildTree(splitParagraphs(body.rest));
  const last = nodes.findLast(({ enumerator }) => enumerator === null)?.content.text;
  const unreadAnnex = annex.rows.length === 0 ? annex.rest.find(isAnnexTitle) : undefined;
  return {
    document: {
      head: zones.head.map(toLine),
      stamps: stamps.map((stamp) => stamp.map(toLine)),
      blocks: shapeBlocks(nodes, readPaperKind(zones.head, last)),
      recipients: zones.recipients.map(toLine),
      signature: zones.signature.map(toLine),
      footnotes: footnotes.map(toLine),
      furniture: [...furniture, ...noise, ...clean.slice(end), ...annex.rest].map(toLine),
      annexRows: [...body.rows, ...annex.rows],
      span: { start: lines[0]?.span.start ?? 0, end: lines.at(-1)?.span.end ?? 0 },
    },
    notes: unreadAnnex === undefined ? notes : [...notes, noteUnreadAnnex(unreadAnnex)],
  };
};
