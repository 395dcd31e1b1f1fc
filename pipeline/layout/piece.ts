/** A run of text at its place on an upright page; y grows downward, the unit is the caller's (points, pixels). */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Height of the line that the letters stand on. */
  readonly baseline: number;
  /** Font size or row height. */
  readonly size: number;
  /** True when a space certainly stands before it, however narrow the gap. */
  readonly spaceBefore: boolean;
  /** Pieces of one line as the engine saw it bear one number: their boxes may overlap and still be one row. */
  readonly line?: number;
}

/** Pieces on one baseline, from left to right. */
export interface Row<P extends Piece = Piece> {
  readonly pieces: readonly P[];
  readonly baseline: number;
  readonly size: number;
}
