import { foldChars } from '../writing/unicode.js';

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

// How offices and bodies are written in running text; longest first where one begins another.
const PROPER = [
  'Ban Thường vụ',
  'Ban Chấp hành',
  'Ban Bí thư',
  'Ban Chỉ đạo',
  'Bộ Chính trị',
  'Trung ương',
  'Đảng',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Quận ủy',
  'Thị ủy',
  'Thường trực',
  'Bí thư',
  'Phó',
  'Chủ tịch',
  'Chánh',
  'Trưởng',
  'Giám đốc',
  'Bộ trưởng',
  'Thứ trưởng',
  'Thủ tướng',
  'Chính phủ',
  'Quốc hội',
  'Chủ nhiệm',
  'Ủy ban nhân dân',
  'Ủy ban',
  'Hội đồng nhân dân',
  'Hội đồng',
  'Mặt trận Tổ quốc',
  'Việt Nam',
  'Văn phòng',
  'Kiểm tra',
  'Tổ chức',
  'Tuyên giáo',
  'Dân vận',
  'Nội chính',
  'Điều phối',
  'Quyền',
];
const ABBREVIATIONS = [
  'UBND',
  'HĐND',
  'MTTQ',
  'UBMTTQ',
  'NTM',
  'T/M',
  'T/L',
  'K/T',
  'TM',
  'TL',
  'KT',
  'TUQ',
  'VP',
  'BTV',
  'BCH',
];
/** Words for levels of government: a place's name follows, and OCR cannot make them other words. */
const PLACE_LEVELS: ReadonlyMap<string, string> = new Map([
  ['tinh', 'tỉnh'],
  ['huyen', 'huyện'],
  ['xa', 'xã'],
  ['phuong', 'phường'],
  ['quan', 'quận'],
]);

/** Bodies whose field follows as a name: "Sở Xây dựng", "Phòng Nội vụ". */
const SPECIALIZED: ReadonlySet<string> = new Set(['so', 'phong', 'bo', 'cuc', 'vu', 'ban']);

const PROPER_WORDS = new Map<string, readonly string[]>(
  PROPER.map((name): [string, readonly string[]] => [foldChars(name), name.split(' ')]),
);

/** The known name that begins at word `at`, word by word as it is written. */
const findProper = (folded: readonly string[], at: number): readonly string[] | undefined => {
  for (let length = 4; length >= 1; length--) {
    const known = PROPER_WORDS.get(folded.slice(at, at + length).join(' '));
    if (known !== undefined) return known;
  }
  return undefined;
};

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Copies capitals from the known writing, letters from the print: ỦY keeps its own tone place. */
const shapeLike = (word: string, model: string): string =>
  model.charAt(0) === model.charAt(0).toUpperCase() ? capitalize(word.toLowerCase()) : word.toLowerCase();

/**
 * Writes capitals as running text does: `toRunningCase('T/M BAN THƯỜNG VỤ') === 'T/M Ban Thường vụ'`.
 * Words after tỉnh, huyện, xã, phường are names of places. A text that is not in capitals is left as it is.
 */
export const toRunningCase = (text: string): string => {
  if (!isCapitals(text)) return text;
  const words = text.split(/\s+/u);
  const folded = words.map((word) => foldChars(word).replace(/[^a-z]/gu, ''));
  const written: string[] = [];
  let isPlace = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const known = findProper(folded, at);
    if (ABBREVIATIONS.includes(word.replace(/[.,:]/gu, ''))) {
      written.push(word);
      at++;
    } else if (known !== undefined) {
      known.forEach((model, i) => {
        written.push(shapeLike(words[at + i] ?? '', model));
      });
      at += known.length;
      // A committee's name is followed by its place: "Huyện ủy Sông Vĩ".
      isPlace = folded[at - 1] === 'uy';
    } else {
      const level: string | undefined = isPlace ? undefined : PLACE_LEVELS.get(folded[at] ?? '');
      const isNamed = level === undefined && (isPlace || SPECIALIZED.has(folded[at - 1] ?? ''));
      written.push(level ?? (isNamed ? capitalize(word.toLowerCase()) : word.toLowerCase()));
      isPlace ||= level !== undefined;
      at++;
    }
  }
  return capitalize(written.join(' '));
};
