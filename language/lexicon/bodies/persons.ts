import { OFFICES } from '../offices.js';
import { type BodyKind, kind } from './body-kind.js';
import { DISTRICT_END } from './places.js';

const OF_BODY = { owner: 'required', area: 'optional', form: 'person' } as const;

/** Offices that lead a body; a title of its own row of flags is a kind of its own. */
const LEADERS: readonly BodyKind[] = OFFICES.filter((office) => office.leads).map(({ name, signs, decides, directs }) =>
  kind({ ...OF_BODY, decides, directs, issuesNothing: signs ? null : 'stands in no signature block' }, name),
);
const MEMBER = { form: 'person', issuesNothing: 'a member or a head of people, whose body signs' } as const;

/** The posts of a commune's officers, which papers also write in small letters (Nghị định 112/2011, 33/2023). — chức danh công chức cấp xã */
const POSTS = [
  'địa chính',
  'địa chính - xây dựng',
  'địa chính - nông nghiệp',
  'tư pháp',
  'tư pháp - hộ tịch',
  'hộ tịch',
  'văn hóa',
  'văn hóa - xã hội',
  'văn hóa, xã hội',
  'lao động',
  'lao động - thương binh và xã hội',
  'chính sách',
  'tài chính',
  'tài chính - kế toán',
  'kế toán',
  'văn phòng',
  'văn phòng - thống kê',
  'thống kê',
  'nông nghiệp',
  'khuyến nông',
  'thú y',
  'dân số',
  'y tế',
  'đầu mối',
  'một cửa',
];
/** Who leads a hamlet or a street. — trưởng thôn */
export const HAMLET_HEADS: readonly string[] = [
  'trưởng thôn',
  'trưởng bản',
  'trưởng ấp',
  'trưởng xóm',
  'trưởng buôn',
  'trưởng khóm',
  'trưởng khu phố',
  'tổ trưởng tổ dân phố',
];
const OFFICERS: readonly string[] = ['công chức', 'cán bộ', 'viên chức', 'chuyên viên', 'nhân viên'].flatMap(
  (officer) => POSTS.map((post) => `${officer} ${post}`),
);

/**
 * Persons who answer for a body: their level and branch are those of the body behind them. — cá nhân
 *
 * Source: lexicon/offices.ts for posts; here only who is called by no post, the members of committees (Điều lệ Đảng) and
 * the heads of villages (law on local government, decrees on villages). Rule for entry: tasks are given to such a person
 * in the committee's papers of every province.
 */
export const PERSONS: readonly BodyKind[] = [
  ...LEADERS,
  kind({ ...OF_BODY, ...MEMBER }, 'Lãnh đạo | Người đứng đầu | thành viên | cán bộ'),
  kind({ owner: 'optional', branch: 'state', level: 'central', form: 'person', directs: true }, 'Bộ trưởng'),
  kind(
    { owner: 'optional', branch: 'state', level: 'central', form: 'person' },
    `
    Thứ trưởng | Phó Thủ tướng | Phó Thủ tướng Chính phủ | Phó Thủ tướng Thường trực | Tổng Thanh tra Chính phủ |
    Thống đốc Ngân hàng Nhà nước | Thống đốc Ngân hàng Nhà nước Việt Nam
  `,
  ),
  kind({ ...MEMBER, branch: 'party', level: 'province' }, 'Tỉnh ủy viên'),
  kind({ ...MEMBER, branch: 'party', level: 'district', until: DISTRICT_END }, 'Huyện ủy viên'),
  kind({ ...MEMBER, branch: 'party', level: 'central' }, 'Ủy viên Trung ương Đảng'),
  kind(
    { ...MEMBER, branch: 'party' },
    `
    Thành ủy viên | Đảng ủy viên | cấp ủy viên | chi ủy viên | chi hội trưởng | thôn trưởng | bản trưởng | khu trưởng | xóm trưởng | thôn đội trưởng | công an viên
  `,
  ),
  // "Trưởng thôn *các thôn*", "Bí thư chi bộ *các thôn*": of all of them
  kind({ ...MEMBER, branch: 'party', owner: 'optional' }, [...HAMLET_HEADS, 'bí thư chi bộ'].join(' | ')),
  kind({ ...MEMBER, branch: 'state', area: 'optional' }, 'Trưởng Trạm Y tế | Phó Trưởng Trạm Y tế'),
  // who keeps books, money, stores and papers in an office (Luật Kế toán; Nghị định 30/2020 on văn thư)
  kind(
    { ...MEMBER, owner: 'optional', area: 'optional' },
    `
    kế toán | kế toán ngân sách | kế toán đơn vị | kế toán tài vụ | kế toán trường | kế toán - thủ quỹ | thủ quỹ | thủ kho | văn thư | văn thư - lưu trữ
  `,
  ),
  // officers of communes by their field (Nghị định 112/2011, 33/2023)
  kind({ ...MEMBER, branch: 'state', field: 'required', area: 'optional' }, 'công chức'),
  kind({ ...MEMBER, branch: 'state', area: 'optional' }, OFFICERS.join(' | ')),
];

/** Members of elected bodies. — đại biểu (law on the election of deputies) */
export const DEPUTIES: readonly BodyKind[] = [
  kind(
    { ...MEMBER, branch: 'state', area: 'optional' },
    'đại biểu Hội đồng nhân dân | đại biểu HĐND | đại biểu Quốc hội',
  ),
];
