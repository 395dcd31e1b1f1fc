import { listPhrases } from '../writing/phrases.js';

/** What a person holds: where the papers print it. — chức vụ */
export interface Office {
  /** As running text writes it: "Phó Chánh Văn phòng". */
  readonly name: string;
  /** True when it stands over a name in signature blocks. */
  readonly signs: boolean;
  /** True when a task may be given to who holds it: it leads a body that is named behind it. */
  readonly leads: boolean;
  /** True when its "thống nhất", "nhất trí" is a decision, not a task of its own. */
  readonly decides: boolean;
  /** True for heads of government, who give tasks themselves. */
  readonly directs: boolean;
}

const list = (flags: Partial<Omit<Office, 'name'>>, names: string): readonly Office[] =>
  listPhrases(names).map((name) => ({ signs: true, leads: true, decides: false, directs: false, ...flags, name }));

/**
 * Offices of the Party, the State, the Front and their enterprises, each once.
 *
 * Source: Hướng dẫn 36-HD/VPTW and 05-HD/VPTW (who signs Party papers), Phụ lục I of Nghị định 30/2020/NĐ-CP, Quyết định
 * 66 and 399 of the Party's Central Committee on posts, the laws on courts, procuracies, inspection, police and army. Rule
 * for entry: a post that such a text names and that signs or is given work; spelt with the guides' capitals.
 */
export const OFFICES: readonly Office[] = [
  ...list({ decides: true }, 'Bí thư'),
  ...list({}, 'Phó Bí thư | Phó Bí thư Thường trực'),
  ...list({ leads: false }, 'Tổng Bí thư | Thường trực Ban Bí thư | Bí thư thứ nhất'),
  ...list({ decides: true, directs: true }, 'Chủ tịch'),
  ...list({ decides: true }, 'Phó Chủ tịch | Phó Chủ tịch Thường trực'),
  ...list({}, 'Ủy viên | Ủy viên Ban Thường vụ'),
  ...list({ signs: false }, 'Ủy viên Ban Chấp hành | Ủy viên BTV | Ủy viên BCH'),
  ...list({}, 'Chánh Văn phòng | Phó Chánh Văn phòng'),
  ...list({ signs: false }, 'Chánh, Phó Chánh Văn phòng'),
  ...list({}, 'Trưởng ban | Phó Trưởng ban | Phó Trưởng ban Thường trực'),
  ...list({ leads: false }, 'Trưởng Ban Chỉ đạo | Phó Trưởng Ban Chỉ đạo'),
  ...list({}, 'Chủ nhiệm | Phó Chủ nhiệm | Phó Chủ nhiệm Thường trực'),
  ...list({}, 'Giám đốc | Phó Giám đốc | Tổng Giám đốc | Phó Tổng Giám đốc'),
  ...list({}, 'Chánh Thanh tra | Phó Chánh Thanh tra'),
  ...list({}, 'Chánh án | Phó Chánh án | Viện trưởng | Phó Viện trưởng'),
  ...list({}, 'Trưởng phòng | Phó Trưởng phòng | Trưởng Công an | Phó Trưởng Công an'),
  ...list({}, 'Hiệu trưởng | Phó Hiệu trưởng | Tổ trưởng | Phó Tổ trưởng | Trưởng đoàn | Phó Trưởng đoàn'),
  ...list({}, 'Cục trưởng | Phó Cục trưởng | Chi cục trưởng | Phó Chi cục trưởng | Vụ trưởng | Phó Vụ trưởng'),
  ...list({}, 'Chỉ huy trưởng | Phó Chỉ huy trưởng | Đội trưởng | Trạm trưởng | Hạt trưởng'),
  ...list({ leads: false }, 'Chính ủy | Phó Chính ủy | Tư lệnh | Chính trị viên | Phó Chính trị viên'),
  ...list({ leads: false }, 'Kế toán trưởng | Tổng Kiểm toán nhà nước'),
  ...list({}, 'Trưởng trạm | Phó Trưởng trạm'),
  ...list({}, 'Tổng Biên tập | Phó Tổng Biên tập'),
  ...list({ leads: false }, 'Tổng Thư ký'),
  ...list({ leads: false }, 'Thủ tướng | Phó Thủ tướng | Bộ trưởng | Thứ trưởng | Tổng Thanh tra | Phó Tổng Thanh tra'),
  ...list({ signs: false }, 'Thủ trưởng | Phó Trưởng | Trưởng'),
];

/** Offices as signature blocks print them, longest first. — chức vụ người ký */
export const SIGNING_OFFICES: readonly string[] = OFFICES.filter((office) => office.signs)
  .map((office) => office.name)
  .sort((one, other) => other.length - one.length);
