/** What a name of a place is made of: "Bản Lầu 2", "Phường 2 Bảo Lộc", "Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh". */
const NAME_WORD = "\\p{Lu}[\\p{Ll}\\p{M}'’]+";
const UNIT_REST = '(?:Thành phố|Thị xã|Thị trấn|Đặc khu|TP\\.?|TX\\.?)';
const PART = `(?:${UNIT_REST}|${NAME_WORD}|\\d{1,2}(?=\\s+\\p{Lu}))`;
const PLACE_AT_END = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}/.-])(?!\\d)${PART}(?:\\s+(?:[-–]\\s+)?${PART}){0,7}(?:\\s+\\d{1,2})?$`,
  'u',
);
/** No place has a longer name. */
const LONGEST = 60;

/**
 * The place that a stretch of a header ends in, which a comma and the date follow: the longest run of capitalised words,
 * with the number of a commune behind it. What stands before belongs to another column. — địa danh
 * `findPlaceAtEnd('V/v kiểm tra bến bãi Trà Khê')` gives start 21, "Trà Khê"; undefined where none ends there.
 */
export const findPlaceAtEnd = (text: string): { readonly start: number; readonly place: string } | undefined => {
  const trimmed = text.trimEnd();
  const from = Math.max(0, trimmed.length - LONGEST);
  const match = PLACE_AT_END.exec(trimmed.slice(from));
  return match === null ? undefined : { start: from + match.index, place: match[0].replace(/\s+/gu, ' ') };
};
