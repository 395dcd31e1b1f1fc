import { listPhrases } from '../../writing/phrases.js';

/**
 * Fields of work as they stand behind Sở, Bộ, Phòng, Ban …: the longest that matches is the name, so that the commas and
 * hyphens inside "Văn hóa, Thể thao và Du lịch" never split it. — lĩnh vực
 *
 * Source: names of ministries since 1992 and of departments in the decrees on them (13/2008, 24/2014, 37/2014, 45/2025,
 * 150/2025), names of departments and directorates in the decrees on the ministries themselves (of 2008, 2012, 2017, 2022,
 * 2025), with their usual abbreviations. Rule for entry: a ministry, one of its departments, a department of a province or a
 * commune's office bears it.
 */
export const KNOWN_FIELDS: readonly string[] = listPhrases(`
  Nông nghiệp | Nông nghiệp và Môi trường | Nông nghiệp và Phát triển nông thôn | NN và PTNT | NN và MT |
  Nông nghiệp và PTNT | Tài nguyên và Môi trường | TN và MT | Tài nguyên | Tài chính | Tài chính và Kế hoạch |
  TC và KH | Kế hoạch và Đầu tư | KH và ĐT | Kế hoạch và Tài chính | Xây dựng | Giao thông vận tải |
  Giao thông công chính | GTVT | Giao thông vận tải và Xây dựng | Công Thương | Công nghiệp | Thương mại |
  Lao động, Thương binh và Xã hội | Lao động và Thương binh và Xã hội | LĐ và TB và XH | LĐTB và XH | LĐTBXH | LĐTB-XH |
  Văn hóa | Văn hóa và Thể thao | Văn hóa, Thể thao và Du lịch | VH, TT và DL | VHTT và DL | VHTTDL |
  Văn hóa và Thông tin | VH và TT | VHTT | Văn hóa, Khoa học và Thông tin | Văn hóa và Xã hội | Du lịch |
  Thông tin và Truyền thông | TT và TT | TTTT | Khoa học và Công nghệ | KH và CN | KHCN |
  Khoa học, Công nghệ và Môi trường | Giáo dục và Đào tạo | GD và ĐT | GDĐT | Y tế | Nội vụ | Tư pháp | Ngoại vụ |
  Ngoại giao | Quốc phòng | Công an | Dân tộc | Dân tộc và Tôn giáo | Quy hoạch và Kiến trúc | An toàn thực phẩm |
  Kinh tế | Kinh tế và Hạ tầng | KT và HT | Kinh tế, Hạ tầng và Đô thị | Kinh tế và Đô thị | Quản lý đô thị | Tư lệnh |
  Lao động | Dân số | Thể thao và Du lịch | Dân vận | Xuất nhập khẩu | Xuất nhập cảnh | Công nghiệp nặng | Công nghiệp nhẹ |
  Thương mại miền núi | Thị trường trong nước | Thị trường ngoài nước | Chính sách thương mại đa biên | Pháp chế |
  Tổ chức cán bộ | Hợp tác quốc tế | Ngân sách nhà nước | Hành chính sự nghiệp | Tài chính ngân hàng | Quản lý thị trường |
  Thi đua và Khen thưởng | Xúc tiến thương mại | Phòng vệ thương mại | Thương mại điện tử và Kinh tế số | Năng lượng |
  Giáo dục mầm non | Giáo dục tiểu học | Giáo dục trung học | Giáo dục phổ thông | Giáo dục đại học | Giáo dục thường xuyên |
  Bảo trợ xã hội | Người có công | Phòng, chống tệ nạn xã hội | Khám, chữa bệnh | Y tế dự phòng | Quản lý đấu thầu |
  Quản lý giá | Quản lý công sản | Đăng ký kinh doanh | Kế hoạch | Đầu tư |
  Văn phòng và Thống kê | Địa chính | Địa chính và Xây dựng | Địa chính, Xây dựng, Đô thị và Môi trường |
  Địa chính, Nông nghiệp, Xây dựng và Môi trường | Tài chính và Kế toán | Tư pháp và Hộ tịch
`);

// "Kinh tế và Hạ tầng" is also written with a hyphen; a comma only where the list has one, and typists drop it: "Lao động
// Thương binh và Xã hội".
const writeConnectors = (field: string): readonly string[] => {
  const dashed = field.replaceAll(' và ', ' - ');
  const lastKept = field.includes(',')
    ? [field.replaceAll(',', ' -'), field.replaceAll(',', ' -').replaceAll(' và ', ' - '), field.replaceAll(',', '')]
    : [];
  return [field, dashed, ...lastKept];
};

const CONNECTOR = /, | và | - /u;

/** "KH và ĐT", "KH - ĐT", "KH & ĐT", "KH&ĐT" of "Kế hoạch và Đầu tư". */
const writeInitials = (field: string): readonly string[] => {
  const parts = field.split(CONNECTOR).map((part) =>
    part
      .split(' ')
      .map((word) => word.charAt(0).toUpperCase())
      .join(''),
  );
  return [' và ', ' - ', ' & ', '&'].map((connector) => parts.join(connector));
};

const squeeze = (field: string): string => field.split(CONNECTOR).join(' ');

/** Fields of more than one part with all ways of writing each; a way of writing that could be two fields is left out. */
export const listFieldSpellings = (): readonly (readonly [field: string, spellings: readonly string[]])[] => {
  const whole = KNOWN_FIELDS.filter((field) => CONNECTOR.test(field) && !/\p{Lu}{2}/u.test(field));
  // "Lao động và Thương binh và Xã hội" is one field with "Lao động, Thương binh và Xã hội".
  const byWords = new Map<string, Set<string>>();
  for (const field of whole) {
    const spellings = byWords.get(squeeze(field)) ?? new Set<string>();
    byWords.set(squeeze(field), spellings);
    const all = [...writeConnectors(field), field.replaceAll(' và ', ' & '), ...writeInitials(field)];
    for (const spelling of all) spellings.add(spelling);
  }
  const times = new Map<string, number>();
  for (const spelling of [...byWords.values()].flatMap((spellings) => [...spellings]))
    times.set(spelling, (times.get(spelling) ?? 0) + 1);
  return [...byWords.values()].map((spellings) => {
    const [field = ''] = spellings;
    return [field, [...spellings].filter((spelling) => times.get(spelling) === 1)] as const;
  });
};

/** Known fields of work in every spelling of their connections: with "và", a comma or a hyphen. */
export const spellFields = (): readonly string[] => KNOWN_FIELDS.flatMap(writeConnectors);
