import { wordPattern } from '../../pipeline/text/words.js';
import { uniformTones } from './tone-place.js';

/** Usual abbreviations of names of bodies with what they stand for. — chữ viết tắt */
export const USUAL_ABBREVIATIONS: readonly (readonly [short: string, long: string])[] = [
  ['UBND', 'ủy ban nhân dân'],
  ['HĐND', 'hội đồng nhân dân'],
  ['BTV', 'ban thường vụ'],
  ['BTVTU', 'ban thường vụ tỉnh ủy'],
  ['TTTU', 'thường trực tỉnh ủy'],
  ['BCH', 'ban chấp hành'],
  ['BCHTW', 'ban chấp hành trung ương'],
  ['UBMTTQVN', 'ủy ban mặt trận tổ quốc việt nam'],
  ['UBMTTQ', 'ủy ban mặt trận tổ quốc'],
  ['MTTQ', 'mặt trận tổ quốc'],
  ['UBKT', 'ủy ban kiểm tra'],
  ['VPTU', 'văn phòng tỉnh ủy'],
  ['BCSĐ', 'ban cán sự đảng'],
  ['BCSD', 'ban cán sự đảng'],
  ['BCĐ', 'ban chỉ đạo'],
  ['ĐUK', 'đảng ủy khối'],
  ['ĐU', 'đảng ủy'],
  ['BTGDV', 'ban tuyên giáo và dân vận'],
  ['TAND', 'tòa án nhân dân'],
  ['VKSND', 'viện kiểm sát nhân dân'],
  ['KBNN', 'kho bạc nhà nước'],
  ['NHCSXH', 'ngân hàng chính sách xã hội'],
  ['CHQS', 'chỉ huy quân sự'],
  ['BĐBP', 'bộ đội biên phòng'],
  ['CCB', 'cựu chiến binh'],
  ['LHPN', 'liên hiệp phụ nữ'],
  ['TNCS', 'thanh niên cộng sản'],
  ['ĐTN', 'đoàn thanh niên'],
  ['LĐLĐ', 'liên đoàn lao động'],
  ['ĐBQH', 'đại biểu quốc hội'],
  ['QLDA', 'quản lý dự án'],
  ['BQL', 'ban quản lý'],
  ['NTM', 'nông thôn mới'],
  ['MTQG', 'mục tiêu quốc gia'],
  ['CTMTQG', 'chương trình mục tiêu quốc gia'],
  ['NN&PTNT', 'nông nghiệp và phát triển nông thôn'],
  ['NN&MT', 'nông nghiệp và môi trường'],
  ['PTNT', 'phát triển nông thôn'],
  ['TN&MT', 'tài nguyên và môi trường'],
  ['KH&ĐT', 'kế hoạch và đầu tư'],
  ['KH&CN', 'khoa học và công nghệ'],
  ['GD&ĐT', 'giáo dục và đào tạo'],
  ['LĐ-TB&XH', 'lao động - thương binh và xã hội'],
  ['LĐTB&XH', 'lao động - thương binh và xã hội'],
  ['TT&TT', 'thông tin và truyền thông'],
  ['VH,TT&DL', 'văn hóa, thể thao và du lịch'],
  ['VHTT&DL', 'văn hóa, thể thao và du lịch'],
  ['VHTTDL', 'văn hóa, thể thao và du lịch'],
  ['GTVT', 'giao thông vận tải'],
  ['CT-XH', 'chính trị - xã hội'],
  ['KT-XH', 'kinh tế - xã hội'],
  ['TW', 'trung ương'],
  ['TP', 'thành phố'],
  ['TP.', 'thành phố'],
  ['TX', 'thị xã'],
  ['đ/c', 'đồng chí'],
];

/** Abbreviations with their meaning, in lower case and present spelling on both sides. */
export type Glossary = ReadonlyMap<string, string>;

const USUAL: Glossary = new Map(USUAL_ABBREVIATIONS.map(([short, long]) => [uniformTones(short), uniformTones(long)]));

// nông thôn mới (NTM) · (sau đây gọi tắt là Ban Chỉ đạo) · (viết tắt: BCĐ) · (gọi chung là các địa phương)
const CAPITALS = /((?:[\p{L}-]+ ){2,12})\((\p{Lu}[\p{Lu}&-]{1,9})\)/gu;
const CALLED = wordPattern(
  '([\\p{L} ,-]{6,160}?) \\((?:sau đây )?(?:gọi|viết) (?:tắt|chung)(?: là|:)? ?["“]?([\\p{L} -]{2,60}?)["”]?\\)',
  'giu',
);

const initialsOf = (words: readonly string[]): string => words.map((word) => word.charAt(0).toUpperCase()).join('');

/**
 * Learns what a document's own brackets say: "nông thôn mới (NTM)" gives `ntm → nông thôn mới`. Only short forms whose
 * letters are the initials of the words before them are believed, and names that are told by "gọi tắt là".
 */
export const readGlossary = (text: string): Glossary => {
  const glossary = new Map<string, string>();
  for (const match of text.matchAll(CAPITALS)) {
    const short = match[2] ?? '';
    const letters = short.replace(/[^\p{Lu}]/gu, '');
    const words = (match[1] ?? '').trim().split(/[ -]+/u);
    const tail = words.slice(-letters.length);
    if (initialsOf(tail) === letters) glossary.set(uniformTones(short), uniformTones(tail.join(' ')));
  }
  for (const match of text.matchAll(CALLED)) {
    const long = uniformTones(match[1] ?? '').trim();
    const short = uniformTones(match[2] ?? '').trim();
    const opening = short.split(' ').slice(0, 2).join(' ');
    const at = long.lastIndexOf(opening);
    if (at >= 0 && long.length - at > short.length) glossary.set(short, long.slice(at));
  }
  return glossary;
};

const PIECE = /[\p{L}\p{M}\p{N}]+(?:[&.,/-][\p{L}\p{M}\p{N}&]+)*\.?/gu;

/**
 * Name as equal bodies share it: lower case, present spelling, single spaces, abbreviations written out.
 * `normalizeName('UBND  Tỉnh') === 'ủy ban nhân dân tỉnh'`. What the document defines itself goes before the usual.
 */
export const normalizeName = (name: string, glossary: Glossary = new Map()): string => {
  const even = uniformTones(name).replace(/\s+/gu, ' ').trim();
  const whole = glossary.get(even);
  if (whole !== undefined) return whole;
  const expanded = even.replace(
    PIECE,
    (piece) => glossary.get(piece) ?? USUAL.get(piece) ?? expandParts(piece, glossary),
  );
  return expanded.replace(/\s+/gu, ' ');
};

const expandParts = (piece: string, glossary: Glossary): string =>
  piece.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => glossary.get(word) ?? USUAL.get(word) ?? word);
