import { readSigningTime } from '../../language/calendar/signing-time.js';
import { measureDistance } from '../../language/writing/distance.js';
import { fold } from '../../language/writing/unicode.js';
import type { ElectronicSignature } from '../../schemas/export.js';
import type { FileSignature } from '../../schemas/file-signature.js';

/** A panel shows the clock of the signing program; the signature may hold that of the authority, and panels cut seconds off. */
const SAME_TIME_MS = 5 * 60_000;
/** Share of a name that an engine may have misread. */
const MISREAD_SHARE = 0.2;
/** Characters that are compared; a signer's name has hardly more. */
const NAME_AT_MOST = 120;

const lettersOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, NAME_AT_MOST);

/** True for one name, misread in places or cut off at a line; null where one of them is missing. */
const isSameSigner = (one: string | null, other: string | null): boolean | null => {
  const [a, b] = [lettersOf(one ?? ''), lettersOf(other ?? '')];
  if (a === '' || b === '') return null;
  const isPart = Math.min(a.length, b.length) >= 6 && (a.includes(b) || b.includes(a));
  return isPart || measureDistance(a, b) <= MISREAD_SHARE * Math.max(a.length, b.length);
};

/** The same, or both unknown: null where one of them is missing. */
const isSameTime = (one: string | null, other: string | null): boolean | null => {
  const [a, b] = [one ?? '', other ?? ''].map(readSigningTime);
  return a === undefined || b === undefined ? null : Math.abs(a - b) <= SAME_TIME_MS;
};

/** True for a panel that prints this very signature: signer and time agree, and one of them is there to say so. */
const isPanelOf = (panel: ElectronicSignature, { by, at }: Pick<ElectronicSignature, 'by' | 'at'>): boolean => {
  const [signer, time] = [isSameSigner(panel.by, by), isSameTime(panel.at, at)];
  return signer !== false && time !== false && (signer === true || time === true);
};

/** Of a dictionary without a certificate that can be read, the panel alone names the signer. */
const toSignature = ({ by, at, ...pdf }: FileSignature, panel?: ElectronicSignature): ElectronicSignature => ({
  by: by ?? panel?.by ?? null,
  at,
  kind: 'pdf',
  pdf,
});

/** What two readings of one panel say together; the first reading has it. */
const joinReadings = (one: ElectronicSignature, other: ElectronicSignature): ElectronicSignature => ({
  ...one,
  by: one.by ?? other.by,
  at: one.at ?? other.at,
});

/** Panels with what they say when read by themselves: those of the text first, and those that no text shows behind. */
const joinPanels = (
  printed: readonly ElectronicSignature[],
  alone: readonly ElectronicSignature[],
): readonly ElectronicSignature[] => {
  const joined = [...printed];
  for (const panel of alone) {
    const at = joined.findIndex((other) => isPanelOf(other, panel));
    const other = joined[at];
    if (other === undefined) joined.push(panel);
    else joined[at] = joinReadings(other, panel);
  }
  return joined;
};

/**
 * The signatures of a document: its panels as printed in its text (`printed`) or read by themselves (`alone`), and the dictionaries
 * of the file in the place of the panels that print them, the others behind. One signature stands in the list once.
 */
export const mergeSignatures = (
  printed: readonly ElectronicSignature[],
  dictionaries: readonly FileSignature[],
  alone: readonly ElectronicSignature[] = [],
): readonly ElectronicSignature[] => {
  const left = new Set(dictionaries);
  const merged = joinPanels(printed, alone).map((panel): ElectronicSignature => {
    const own = [...left].find((dictionary) => isPanelOf(panel, dictionary));
    if (own === undefined) return panel;
    left.delete(own);
    return toSignature(own, panel);
  });
  // The panel of an annotation shows a dictionary of the file, also where a program wrote another hour into one of them.
  const isShown = (one: ElectronicSignature): boolean =>
    one.kind === 'panel' &&
    one.isPicture !== true &&
    alone.includes(one) &&
    dictionaries.some(({ by }) => isSameSigner(one.by, by) === true);
  return [...merged.filter((one) => !isShown(one)), ...[...left].map((dictionary) => toSignature(dictionary))];
};
