/** Whether a UTF-16 unit is a capital, a small letter or, having no two cases, no letter; 0 for those not met yet. */
const CAPITAL = 1;
const SMALL = 2;
const NO_LETTER = 3;
const unitCases = new Uint8Array(0x10000);

const readUnit = (code: number): number => {
  const unit = String.fromCharCode(code);
  const upper = unit.toUpperCase();
  const kind = unit.toLowerCase() === upper ? NO_LETTER : unit === upper ? CAPITAL : SMALL;
  unitCases[code] = kind;
  return kind;
};

/**
 * True when at least four of five letters are capitals: a title or a signature block, some OCR damage allowed.
 * `isCapitals('T/M BAN THƯỜNG VỤ')`, not `isCapitals('Lưu VPTU')`.
 */
export const isCapitals = (text: string): boolean => {
  let capitals = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = unitCases[code] || readUnit(code);
    if (kind === NO_LETTER) continue;
    letters++;
    if (kind === CAPITAL) capitals++;
    else if (letters - capitals > text.length * 0.2) return false;
  }
  return letters >= 2 && capitals >= letters * 0.8;
};

/** Writes the first letter large. `capitalize('sở Y tế') === 'Sở Y tế'`. */
export const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
