import { BEFORE_OTHER, BEHIND_OTHER, type FoundMark, readPrefix, toWords } from './mark-words.js';
import { isBeside, isExact } from './read-mark.js';

/** What the sentence is about. Folded first words: (kèm theo) tài liệu, văn bản, phụ lục, kết luận …, loại, hạng, chế độ, độ, mức, (đóng) dấu. */
const ABOUT: ReadonlySet<string> = new Set(
  'kem tai van cong phu thong bao ket to quyet chuong ke ban loai hang che do muc cap dau dong'.split(' '),
);
/** What else it consists of, beside the words of handling. Folded. */
const STATING: ReadonlySet<string> = new Set(
  'co thuoc mang loai hang che dong duoc xep la nay kem theo gui quan ly su dung phu luc cong thong bao ket luan to trinh quyet dinh chuong ke hoach mat'.split(
    ' ',
  ),
);
/** What is often added: "không sao chụp", "cấm sao, chụp". */
const NO_COPIES =
  /(?:không|cấm)\s(?:được\s)?(?:phép\s)?(?:sao|chụp|in|phổ biến|phát tán)(?:[\s,]{1,2}(?:sao|chụp|chép|in|lại|và|hoặc)){0,6}/giu;
/** A form says by its boxes which degree it means: see readLabelledMark. */
const EMPTY_BOX = /[☐□○]|\[\s?\]|\(\s?\)/u;
/** An item: what it says is an order about others' papers. */
const ENUMERATED = /^\s*(?:\p{L}|\d{1,3}(?:\.\d{1,3}){0,4})\s?[.)/]/u;
/** "Văn bản có độ mật", "quản lý theo chế độ mật": words before độ mật that say so of the paper. Folded. */
const OF_DEGREE: ReadonlySet<string> = new Set(['co', 'thuoc', 'mang', 'che', 'theo']);

/** "BẢN SAO BÍ MẬT NHÀ NƯỚC", "TÀI LIỆU BÍ MẬT": the stamp on copies and on what is handed out. Source: TT 24/2020/TT-BCA. */
const STATE_SECRET =
  /^\P{L}{0,5}(?:BẢN (?:SAO|CHỤP|TRÍCH SAO)|TÀI LIỆU|VĂN BẢN|VẬT)(?: CHỨA)? BÍ MẬT(?: NHÀ NƯỚC)?\P{L}{0,20}(?:số\P{L}{0,15})?$/iu;
/** What the line before a stamp does not end in: it goes on with "tài liệu bí mật nhà nước". */
const GOES_ON = /(?:(?<!\p{L})\p{Ll}{1,8}|[,;:]|(?<!\p{L})(?:VỀ|VÀ|LÝ|VỆ|CÁC|VIỆC|HỦY|GIỮ|CHỨA|DỤNG|HUỶ))\s{0,5}$/u;

/**
 * The mark that a whole line states of its own paper, most likely: "Văn bản có độ mật “Tối mật”", "(Tài liệu mật kèm theo)",
 * "Tài liệu này thuộc độ Tối mật, không sao chụp", "BẢN SAO BÍ MẬT NHÀ NƯỚC". An item that orders how classified papers are
 * handled is none. `above`: the line before.
 */
export const readStatedMark = (line: string, above: string): FoundMark | undefined => {
  if (ENUMERATED.test(line) || EMPTY_BOX.test(line)) return undefined;
  if (STATE_SECRET.test(line)) return GOES_ON.test(above) ? undefined : { mark: 'MẬT', isCertain: false };
  const words = toWords(line.replace(NO_COPIES, ' '));
  const at = words.findLastIndex(isExact);
  const [first, before, next] = [words[0], words[at - 1], words[at + 1]];
  if (at < 1 || first === undefined || !/^\p{Lu}/u.test(first.text) || !ABOUT.has(first.folded)) return undefined;
  if (!words.every((word) => isBeside(word) || STATING.has(word.folded) || readPrefix(word) !== undefined))
    return undefined;
  if (next !== undefined && !next.isParted && BEHIND_OTHER.has(next.lower)) return undefined;
  if (before !== undefined && BEFORE_OTHER.has(before.lower) && !OF_DEGREE.has(words[at - 2]?.folded ?? ''))
    return undefined;
  return { mark: readPrefix(before)?.mark ?? 'MẬT', isCertain: false };
};
