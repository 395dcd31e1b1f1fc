import { isSignaturePanel } from '../../language/printed/signature-panel.js';
import { readUrgencyMark } from '../../language/printed/urgency.js';
import type { HeaderZones, SignaturePanel } from '../../schemas/header-zones.js';
import type { InkBlock } from '../../schemas/ink-block.js';
import { findBlockUrgency } from '../secrecy/block-urgency.js';

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A panel by the surest reading of it that says one. */
const readPanel = ({ box, readings }: InkBlock): readonly SignaturePanel[] => {
  const read = readings
    .map(({ text, confidence }) => ({ lines: linesOf(text), confidence }))
    .filter(({ lines }) => isSignaturePanel(lines))
    .toSorted((a, b) => b.confidence - a.confidence);
  return read.slice(0, 1).map(({ lines }) => ({ lines, box }));
};

/**
 * The zones of a page with what its stamps say beside secrecy: its urgency, and the panels of e-signatures, which are pictures
 * on a scan and texts of annotations (`aside`) in a PDF. A text layer shows its panels itself: of such a page (`isLayer`) the urgency
 * alone is asked for. Undefined where there is none of all that.
 */
export const markZones = (
  zones: HeaderZones | undefined,
  blocks: readonly InkBlock[],
  aside: readonly string[],
  isLayer = false,
): HeaderZones | undefined => {
  const urgent = [
    ...blocks.map((block) => ({ mark: findBlockUrgency(block), box: block.box })),
    ...aside.map((piece) => ({ mark: readUrgencyMark(piece), box: null })),
  ].flatMap(({ mark, box }) => (mark === undefined ? [] : [{ mark, box }]));
  const panels = isLayer
    ? []
    : [
        ...blocks.flatMap(readPanel),
        ...aside.map(linesOf).flatMap((lines) => (isSignaturePanel(lines) ? [{ lines, box: null }] : [])),
      ];
  const [urgency] = urgent;
  if (urgency === undefined && panels.length === 0) return zones;
  return {
    ...(zones ?? { gaps: [] }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(panels.length === 0 ? {} : { panels }),
  };
};
