/** A picture in the text: the relationship that leads to it, and its share of a page. */
export interface Picture {
  readonly id: string;
  readonly share: number;
}

/** What was met in a story besides its lines. */
export interface Findings {
  /** Insertions, deletions or moves that nobody accepted or refused. — dấu vết sửa đổi */
  isTracked: boolean;
  /** Words that are not printed in the text: hidden ones, those of watermarks and picture titles. */
  readonly aside: string[];
  readonly pictures: Picture[];
  /** Files that lie inside and are not read. */
  embedded: number;
  /** True where a field never ends: what follows it cannot be told from its code. */
  isCut: boolean;
}

/** Findings of a story before it is read. */
export const noFindings = (): Findings => ({ isTracked: false, aside: [], pictures: [], embedded: 0, isCut: false });
