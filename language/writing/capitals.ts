/**
 * True when at least four of five letters are capitals: a title or a signature block, some OCR damage allowed.
 * `isCapitals('T/M BAN THƯỜNG VỤ')`, not `isCapitals('Lưu VPTU')`.
 */
export const isCapitals = (text: string): boolean => {
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  let capitals = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    // What has no two cases is no letter.
    if (lower.charAt(i) === upper.charAt(i)) continue;
    letters++;
    if (text.charAt(i) === upper.charAt(i)) capitals++;
    else if (letters - capitals > text.length * 0.2) return false;
  }
  return letters >= 2 && capitals >= letters * 0.8;
};

/** Writes the first letter large. `capitalize('sở Y tế') === 'Sở Y tế'`. */
export const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
