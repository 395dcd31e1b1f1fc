import type { LegacyEncoding } from '../../../language/writing/legacy-encodings.js';
import { type Attributes, isOn } from './walk-xml.js';

/** What of a run's properties changes its letters; what is not said is left out. */
export interface RunLook {
  /** Font of Latin letters, or `theme:minor`, `theme:major`. */
  font?: string;
  /** Hidden text, which is not printed. */
  hidden?: boolean;
  /** Shown in capitals, typed in small letters. */
  capitals?: boolean;
}

const readThemeName = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : `theme:${name.startsWith('major') ? 'major' : 'minor'}`;

/** Takes one property into a look: `readLook({}, 'w:vanish', {})` hides. Others change nothing. */
export const readLook = (look: RunLook, name: string, attributes: Attributes): void => {
  if (name === 'w:rFonts') {
    const font =
      readThemeName(attributes['w:hAnsiTheme'] ?? attributes['w:asciiTheme']) ??
      attributes['w:hAnsi'] ??
      attributes['w:ascii'];
    if (font !== undefined) look.font = font;
  } else if (name === 'w:vanish') look.hidden = isOn(attributes['w:val']);
  else if (name === 'w:caps') look.capitals = isOn(attributes['w:val']);
};

/** How the letters of a font are coded: old fonts show Latin codes as Vietnamese letters. */
export interface FontCode {
  readonly encoding: LegacyEncoding;
  /** True for fonts that show every letter as a capital: .VnTimeH. */
  readonly isCapital: boolean;
}

/** ".VnTime", ".VnArialH", "VNI-Times", "VNtimes new roman" is none of ours. */
const TCVN3_FONT = /^\.vn/iu;
const VNI_FONT = /^vni[- ]/iu;

/** The code of a font by its name; undefined for Unicode fonts. `findFontCode('.VnTimeH')?.isCapital === true` */
export const findFontCode = (font: string): FontCode | undefined => {
  if (TCVN3_FONT.test(font)) return { encoding: 'tcvn3', isCapital: font.endsWith('H') };
  return VNI_FONT.test(font) ? { encoding: 'vni', isCapital: false } : undefined;
};
