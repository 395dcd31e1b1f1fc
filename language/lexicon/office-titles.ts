import { fold } from '../writing/unicode.js';

/** Offices that sign, as signature blocks print them. — chức vụ người ký */
const OFFICES: readonly string[] = [
  'BÍ THƯ',
  'PHÓ BÍ THƯ',
  'PHÓ BÍ THƯ THƯỜNG TRỰC',
  'THƯỜNG TRỰC BAN BÍ THƯ',
  'TỔNG BÍ THƯ',
  'CHỦ TỊCH',
  'PHÓ CHỦ TỊCH',
  'PHÓ CHỦ TỊCH THƯỜNG TRỰC',
  'CHÁNH VĂN PHÒNG',
  'PHÓ CHÁNH VĂN PHÒNG',
  'TRƯỞNG BAN',
  'PHÓ TRƯỞNG BAN',
  'PHÓ TRƯỞNG BAN THƯỜNG TRỰC',
  'TRƯỞNG BAN CHỈ ĐẠO',
  'PHÓ TRƯỞNG BAN CHỈ ĐẠO',
  'CHỦ NHIỆM',
  'PHÓ CHỦ NHIỆM',
  'GIÁM ĐỐC',
  'PHÓ GIÁM ĐỐC',
  'BỘ TRƯỞNG',
  'THỨ TRƯỞNG',
  'THỦ TƯỚNG',
  'PHÓ THỦ TƯỚNG',
];

/** Letters alone: OCR loses blanks and adds the specks of a seal. */
const compact = (text: string): string => fold(text).replace(/[^a-z]/gu, '');

const BY_LETTERS = new Map(OFFICES.map((office) => [compact(office), office]));

/** One letter wrong in ten is a misreading; short offices must have all their letters. */
const LETTERS_FOR_ONE_ERROR = 10;

const differsByOne = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start++;
  const ends = [
    [a.slice(start + 1), b.slice(start + 1)],
    [a.slice(start + 1), b.slice(start)],
    [a.slice(start), b.slice(start + 1)],
  ];
  return ends.some(([one, other]) => one === other);
};

/**
 * The office that a line of a signature block prints, marks and blanks mended; undefined for any other line. The list is
 * closed and the letters must be there, so nothing is made up: `mendOffice('PHÓ BÍTHƯ') === 'PHÓ BÍ THƯ'`,
 * `mendOffice('TRƯƠNG BAN CHÍ ĐẠO') === 'TRƯỞNG BAN CHỈ ĐẠO'`.
 */
export const mendOffice = (text: string): string | undefined => {
  const letters = compact(text);
  const exact = BY_LETTERS.get(letters);
  if (exact !== undefined || letters.length < LETTERS_FOR_ONE_ERROR) return exact;
  const near = [...BY_LETTERS].filter(([known]) => differsByOne(known, letters));
  return near.length === 1 ? near[0]?.[1] : undefined;
};
