/**
 * Tells which page breaks of a text count. Word writes where its pages ended when it last laid the file out, and such a mark
 * stands behind every break that the writer set as well: two without print between them are one.
 */
export class PageMarks {
  #hasPrint = false;
  /** True where Word's own marks were met: only they tell every page. */
  isLaidOut = false;

  print(): void {
    this.#hasPrint = true;
  }

  /** True where a mark of the last layout, or a paragraph or section that opens a page, begins a new one. */
  begins(isLayoutMark: boolean): boolean {
    this.isLaidOut ||= isLayoutMark;
    const counts = this.#hasPrint;
    this.#hasPrint = false;
    return counts;
  }

  /** A break that the writer set counts always: two in a row leave a page blank. */
  set(): void {
    this.#hasPrint = false;
  }
}
