import { BEHIND_OTHER, type FoundMark, readPrefix, toWords } from './mark-words.js';

/** "Bí mật nhà nước độ Tối mật": the wording of the law. */
const LEGAL =
  /nhà nước\s*(?:[,:(–-]\s*)?(?:thuộc\s+)?(?:độ|mức độ|cấp độ)\s*(?::\s*)?(?<value>(?:tuyệt\s+|tối\s+)?mật)(?!\p{L})/iu;
/** "Độ mật: Tối mật", "Mức độ mật - Mật", "Phân loại: Mật", "Độ mật: A". */
const LABEL =
  /(?:(?:độ|mức|cấp|hạng|dấu)\s+(?:độ\s+)?(?:bảo\s+)?mật|phân\s+loại)\s*[:\-–.]\s*(?:[☒☑✓✔■●“"«[(]\s*)?(?<value>[\p{L}\p{M}0-9]+(?:\s+[\p{L}\p{M}]+)?)/iu;
/** A degree whose box in a form is empty. */
const NOT_TICKED = /(?:[☐□○]|\[\s?\]|\(\s?\))\s*(?:(?:tuyệt|tối)\s+)?mật/giu;
/** A degree whose box is ticked, without a label before it: "[ ] Thường  [x] Mật". */
const TICKED = /(?:[☒☑✓✔]|[[(]\s?[xv✓✔]\s?[\])])\s?(?<value>(?:tuyệt\s|tối\s)?mật)(?=\s*(?:$|[^\p{L}\s]))/iu;
/** Any other label that begins a line: the higher degrees can be nothing else; "Mật" is honey, too. */
const OTHER_LABEL =
  /^\P{L}{0,5}(?:\p{L}[\p{L}\s]{0,25}:\s{0,3}(?<higher>(?:tuyệt|tối)\smật)|(?:hồ sơ|tính chất|loại|chế độ|tài liệu|văn bản)\s?:\s{0,3}mật)\P{L}{0,5}$/iu;
const NO_DEGREE = /^(?:không|thường|chưa)/iu;

const readOtherLabel = (line: string): FoundMark | undefined => {
  const found = OTHER_LABEL.exec(line);
  return found === null
    ? undefined
    : { mark: readPrefix(toWords(found.groups?.higher ?? '')[0])?.mark ?? 'MẬT', isCertain: false };
};

/** The degree that a label names: `readLabelledMark('Độ mật: Tối mật')?.mark === 'TỐI MẬT'`. */
export const readLabelledMark = (line: string): FoundMark | undefined => {
  const ticked = line.replace(NOT_TICKED, ' ');
  const value = (TICKED.exec(ticked) ?? LABEL.exec(ticked) ?? LEGAL.exec(ticked))?.groups?.value;
  if (value === undefined) return readOtherLabel(ticked);
  if (NO_DEGREE.test(value)) return undefined;
  const [first, second] = toWords(value);
  const prefix = readPrefix(first);
  if (prefix !== undefined && second !== undefined && second.folded === 'mat')
    return { mark: prefix.mark, isCertain: true };
  const isOther = second !== undefined && BEHIND_OTHER.has(second.lower);
  if (first !== undefined && first.folded === 'mat') return isOther ? undefined : { mark: 'MẬT', isCertain: true };
  return /^[ABC]$/u.test(value) ? { mark: 'MẬT', isCertain: false } : undefined;
};
