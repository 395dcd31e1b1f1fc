import { foldChars } from '../writing/unicode.js';
import { isCapitals } from './casing.js';

/** Types of documents as their titles print them, folded and without blanks, longest first. — loại văn bản */
const TITLES: readonly (readonly [folded: string, type: string])[] = [
  ['thong bao ket luan', 'Thông báo'],
  ['thong bao nhanh', 'Thông báo'],
  ['chuong trinh hanh dong', 'Chương trình hành động'],
  ['nghi quyet lien tich', 'Nghị quyết liên tịch'],
  ['ket luan', 'Kết luận'],
  ['thong bao', 'Thông báo'],
  ['nghi quyet', 'Nghị quyết'],
  ['chi thi', 'Chỉ thị'],
  ['quyet dinh', 'Quyết định'],
  ['quy dinh', 'Quy định'],
  ['quy che', 'Quy chế'],
  ['huong dan', 'Hướng dẫn'],
  ['ke hoach', 'Kế hoạch'],
  ['chuong trinh', 'Chương trình'],
  ['bao cao', 'Báo cáo'],
  ['to trinh', 'Tờ trình'],
  ['thong tri', 'Thông tri'],
  ['cong dien', 'Công điện'],
  ['bien ban', 'Biên bản'],
  ['de an', 'Đề án'],
  ['phuong an', 'Phương án'],
  ['loi keu goi', 'Lời kêu gọi'],
  ['thong cao', 'Thông cáo'],
];

/** The titles with their folded, blankless prints: letters are sometimes spaced out, or blanks lost. */
const DOCUMENT_TITLES: readonly { readonly compact: string; readonly type: string }[] = TITLES.map(
  ([folded, type]) => ({ compact: folded.replace(/ /gu, ''), type }),
);

/** Offices that sign, as whole words in folded capitals; longest first. — chức vụ */
const POSITIONS: readonly string[] = [
  'pho bi thu thuong truc',
  'pho bi thu',
  'bi thu thu nhat',
  'bi thu',
  'tong bi thu',
  'thuong truc ban bi thu',
  'pho chu tich thuong truc',
  'pho chu tich',
  'chu tich',
  'pho chanh van phong',
  'quyen chanh van phong',
  'q. chanh van phong',
  'chanh van phong',
  'pho truong ban thuong truc',
  'pho truong ban',
  'truong ban',
  'pho chu nhiem thuong truc',
  'pho chu nhiem',
  'chu nhiem',
  'pho giam doc',
  'giam doc',
  'pho thu tuong',
  'thu tuong',
  'thu truong',
  'bo truong',
  'uy vien ban thuong vu',
  'uy vien',
  'pho truong doan',
  'truong doan',
  'pho cuc truong',
  'cuc truong',
  'vien truong',
  'chanh an',
  'tong giam doc',
  'tong thanh tra',
  'chanh thanh tra',
  'pho truong phong',
  'truong phong',
  'to truong',
  'pho hieu truong',
  'hieu truong',
  'pho vu truong',
  'vu truong',
  'pho vien truong',
  'pho chanh an',
  'pho to truong',
  'pho chi huy truong',
  'chi huy truong',
  'chinh uy',
  'tu lenh',
  'pho tong thanh tra',
  'tong bien tap',
  'tong thu ky',
  'kiem',
];

/** `T/M`, `TM.`, `K/T`, `TL/`, `TUQ.` at the start of a folded line: in whose name somebody signs. — thay mặt, ký thay, thừa lệnh */
export const AUTHORITY_START =
  /^(?:t\s*[/.]?\s*m|k\s*[/.]?\s*t|t\s*[/.]?\s*l|tuq|t\s*[/.]\s*u\s*[/.]\s*q|thay mat|thua lenh|ky thay)\s*[./]?\s+(?=\p{L})/u;

/** An office at the start of a folded line. */
export const POSITION_START = new RegExp(`^(?:q\\.?\\s*|quyen )?(?:${POSITIONS.join('|')})(?![\\p{L}])`, 'u');

/** Type that a line names as a title, in capitals or standing alone; undefined for any other line. */
export const readTitleType = (text: string): string | undefined => {
  const compact = foldChars(text).replace(/[^a-z]/gu, '');
  const title = DOCUMENT_TITLES.find((one) => compact.startsWith(one.compact));
  if (title === undefined) return undefined;
  if (compact === title.compact) return /^\P{L}*\p{Lu}/u.test(text) ? title.type : undefined;
  const rest = compact.slice(title.compact.length);
  const goesOn =
    /^(?:cua|ve|hoinghi|banthuongvu|banchaphanh|ketluan|so|thanhtra|kiemtra|hanhdong|tongket|soket|lientich|congtac|phoihop|thuchien|trienkhai|taihoinghi|nhanh)/u.test(
      rest,
    );
  return goesOn && isCapitals(text.slice(0, title.compact.length + 3)) ? title.type : undefined;
};
