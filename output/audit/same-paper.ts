import { FUNCTIONS, isSamePaper, type PaperPrint } from '../tracker/same-paper.js';
import type { Finding } from './finding.js';

/** Hashes to a band: papers like by .8 share one of the bands nearly always. */
const BAND = 4;

/** Keys under which papers may meet their copies: the number with its day, and some of the hashes. */
const keysOf = ({ numberKey, issuedOn, least }: PaperPrint): readonly string[] => {
  const bands = Array.from(
    { length: FUNCTIONS / BAND },
    (_, band) => `${band}:${least.subarray(band * BAND, (band + 1) * BAND).join()}`,
  );
  return numberKey === null ? bands : [`${numberKey} ${issuedOn}`, ...bands];
};

/** The copy that counts comes first: the one with the fuller header, then the one whose text was not read by OCR. */
const byWorth = (one: PaperPrint, other: PaperPrint): number =>
  other.header - one.header || Number(other.isExact) - Number(one.isExact) || (one.path < other.path ? -1 : 1);

/**
 * Groups the documents that are one paper in several files (Word, PDF, scan), by number, issuer, day and likeness of their
 * text; the first of a group is the one to keep. Papers without a copy are in no group. — bản trùng của một văn bản
 */
export const findSamePapers = (prints: readonly PaperPrint[]): readonly (readonly PaperPrint[])[] => {
  const groups = new Map<PaperPrint, PaperPrint[]>();
  const met = new Map<string, PaperPrint[]>();
  for (const print of prints) {
    const keys = keysOf(print);
    const near = new Set(keys.flatMap((key) => met.get(key) ?? []));
    const twin = [...near].find((other) => isSamePaper(print, other));
    const group = twin === undefined ? [] : (groups.get(twin) ?? [twin]);
    for (const key of keys) met.set(key, [...(met.get(key) ?? []), print]);
    if (twin === undefined) continue;
    group.push(print);
    for (const one of group) groups.set(one, group);
  }
  return [...new Set(groups.values())].map((group) => [...group].sort(byWorth));
};

/** One finding for each copy beside the one that counts. */
export const checkSamePapers = (prints: readonly PaperPrint[]): Finding[] =>
  findSamePapers(prints).flatMap(([kept, ...copies]) =>
    kept === undefined
      ? []
      : copies.map(({ id, number, path }) => ({
          rule: 'same-paper' as const,
          message: { vi: `Cùng một văn bản với ${kept.path}`, en: `The same paper as ${kept.path}` },
          documentId: id,
          documentNumber: number,
          path,
        })),
  );
