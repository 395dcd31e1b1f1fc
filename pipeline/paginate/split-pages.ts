/** "--- PAGE BREAK ---", "----- Trang 2 -----": how other programs part the pages of a text. */
const BREAK_LINE =
  /^[^\S\n]*[-=*_]{2,}[^\S\n]*(?:page break|page \d+|ngắt trang|trang \d+)[^\S\n]*[-=*_]{2,}[^\S\n]*$/gimu;

/** Splits a plain text into pages at form feeds and break lines. An empty page at the end is no page. */
export const splitPages = (text: string): readonly string[] => {
  const pages = text.replace(BREAK_LINE, '\f').split('\f');
  while (pages.length > 1 && pages.at(-1)?.trim() === '') pages.pop();
  // trimEnd, since /\s+$/ tries every blank of a long run anew.
  return pages.map((page) => page.replace(/^\n+/u, '').trimEnd());
};
