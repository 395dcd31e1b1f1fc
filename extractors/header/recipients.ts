import type { Line } from '../../schemas/stages.js';

/** Two letters at least: less is dirt of the scan. */
const LETTERS = /\p{L}.*\p{L}/u;
const ENTRY_MARK = /^[-–—~•+*=_]\s*(?=\S)/u;
// "} (để b/c)" is a remark on several entries; "(b/c)" without a brace is part of its own.
const BRACE = /(?:(?<!\s)\s+)?[}\]|]\s*(?:\([^)]{0,200}\)\s*)?$/u;
const REMARK_ALONE = /^[}\]|]?\s*\((?:để\s+)?(?:b\/c|báo cáo|t\/h|p\/h)[^)]*\)[;,.]?$/iu;
const TRAILING = /(?<![\s;,.=*])[\s;,.=*]+$/u;
// "- Lưu: VT, TH." ends in a stop, "TH(2).abc" in a typist's code: only the stop goes.

const tidy = (entry: string): string =>
  entry
    .replace(ENTRY_MARK, '')
    .replace(/\*{2,}/gu, '')
    .replace(TRAILING, '')
    .replace(BRACE, '')
    .replace(TRAILING, '')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * Nơi nhận, one entry a line of it: wrapped lines joined; dashes, braces and final stops left out.
 * `['- Các sở: Y tế,', '  Nội vụ;', '- Lưu VP.']` gives `['Các sở: Y tế, Nội vụ', 'Lưu VP']`.
 */
export const readRecipients = (lines: readonly Line[]): readonly string[] => {
  const isMarked = lines.some((line) => ENTRY_MARK.test(line.text));
  const entries: string[] = [];
  for (const line of lines) {
    if (REMARK_ALONE.test(line.text.trim()) || !LETTERS.test(line.text)) continue;
    const text = line.text.replace(BRACE, (brace) => (brace.includes('}') || brace.trim() === '|' ? '' : brace));
    const last = entries.length - 1;
    if (!isMarked || ENTRY_MARK.test(text) || last < 0) entries.push(text);
    else entries[last] = `${entries[last]} ${text}`;
  }
  return entries.map(tidy);
};
