import type { Body } from '../../../schemas/directive.js';
import { type BodyKind, kind } from './body-kind.js';
import { DISTRICT_END } from './places.js';

/**
 * Committees, boards and offices of the Party. — khối Đảng
 *
 * Source: the Party's statutes (Điều lệ Đảng), the lists of issuing bodies in Hướng dẫn 36-HD/VPTW and 05-HD/VPTW, and the
 * Central Committee's decisions on its advisory bodies and on the party committees made in 2025. Rule for entry: a kind of
 * body that such a text names; spelt with the capitals that the guides give it.
 */
export const PARTY_BODIES: readonly BodyKind[] = [
  kind(
    { branch: 'party', level: 'central', decides: true },
    'Ban Chấp hành Trung ương Đảng | Ban Chấp hành Trung ương | BCHTW | BCH Trung ương | Trung ương Đảng',
  ),
  kind(
    { branch: 'party', level: 'central', decides: true },
    'Bộ Chính trị | Ban Bí thư Trung ương Đảng | Ban Bí thư T.Ư Đảng | Ban Bí thư | Thường trực Ban Bí thư',
  ),
  kind(
    { branch: 'party', level: 'central' },
    `
    Văn phòng Trung ương Đảng | Ban Tổ chức Trung ương | Ban Tuyên giáo và Dân vận Trung ương |
    Ban Tuyên giáo Trung ương | Ban Dân vận Trung ương | Ban Nội chính Trung ương | Ban Kinh tế Trung ương |
    Ban Đối ngoại Trung ương | Ban Chính sách, chiến lược Trung ương | Ủy ban Kiểm tra Trung ương | UBKT Trung ương |
    Quân ủy Trung ương | Hội đồng Lý luận Trung ương | Học viện Chính trị quốc gia Hồ Chí Minh |
    Đảng ủy Công an Trung ương | Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương |
    Đảng ủy các cơ quan Đảng Trung ương | Đảng ủy Chính phủ | Đảng ủy Quốc hội
  `,
  ),
  kind(
    { branch: 'party', owner: 'optional', decides: true },
    'Ban Thường vụ | BTV | Ban Chấp hành | BCH | Thường trực | TT.',
  ),
  kind({ branch: 'party', owner: 'required', decides: true }, 'Thường vụ'),
  kind({ branch: 'party', owner: 'optional', area: 'optional', decides: true }, 'Ban Chấp hành Đảng bộ | BCH Đảng bộ'),
  kind({ branch: 'party', owner: 'optional', area: 'optional' }, 'Đảng bộ'),
  kind({ branch: 'party', area: 'optional', level: 'province' }, 'Tỉnh ủy'),
  kind({ branch: 'party', area: 'optional', level: 'province', decides: true }, 'Thường trực Tỉnh ủy | BTVTU | TTTU'),
  kind({ branch: 'party', area: 'optional' }, 'Thành ủy'),
  kind({ branch: 'party', area: 'optional', level: 'district', until: DISTRICT_END }, 'Huyện ủy | Quận ủy | Thị ủy'),
  kind(
    { branch: 'party', area: 'optional', until: DISTRICT_END },
    `
    Đảng ủy Khối | Đảng ủy Khối các cơ quan | Đảng ủy Khối doanh nghiệp | Đảng ủy Khối các cơ quan và doanh nghiệp |
    ĐUK
  `,
  ),
  kind(
    { branch: 'party', owner: 'optional', until: '2025-06-30' },
    'Ban cán sự đảng | Ban cán sự | BCSĐ | BCS đảng | BCSD | Đảng đoàn',
  ),
  kind({ branch: 'party', owner: 'optional', area: 'optional' }, 'Đảng ủy | ĐU | Chi ủy | Chi bộ'),
  kind(
    { branch: 'party', field: 'required', area: 'optional' },
    'Chi bộ thôn | Chi bộ bản | Chi bộ ấp | Chi bộ buôn | Chi bộ xóm | Chi bộ khu phố | Chi bộ tổ dân phố',
  ),
  kind({ branch: 'party', area: 'optional' }, 'Đảng ủy các cơ quan Đảng | Đảng ủy Quân sự | Đảng ủy Công an'),
  kind(
    { branch: 'party', area: 'optional', from: '2025-01-01' },
    `
    Đảng ủy Ủy ban nhân dân | Đảng ủy UBND | Đảng ủy Hội đồng nhân dân | Đảng ủy HĐND |
    Đảng ủy Mặt trận Tổ quốc, các đoàn thể | Đảng ủy Mặt trận Tổ quốc và các đoàn thể | Đảng ủy MTTQ, các đoàn thể |
    Đảng ủy MTTQ và các đoàn thể | Đảng ủy Mặt trận Tổ quốc Việt Nam, các đoàn thể |
    Đảng ủy Mặt trận Tổ quốc Việt Nam và các đoàn thể
    `,
  ),
  kind(
    { branch: 'party', owner: 'optional', area: 'optional' },
    `
    Ban Tổ chức | Ban Tuyên giáo | Ban Tuyên giáo và Dân vận | Ban Nội chính | Ban Dân vận | Ban Xây dựng Đảng |
    Ủy ban Kiểm tra | UBKT | Cơ quan Ủy ban Kiểm tra | BTGDV
  `,
  ),
  kind(
    { branch: 'party', owner: 'optional', area: 'optional' },
    `
    VPTU | Báo và Đài Phát thanh và Truyền hình | Báo và Đài Phát thanh, Truyền hình |
    Báo và Đài Phát thanh - Truyền hình | Báo và phát thanh, truyền hình | Trường Chính trị
  `,
  ),
  kind(
    {
      branch: 'party',
      owner: 'optional',
      area: 'optional',
      issuesNothing: 'several bodies at once, each of which signs for itself',
    },
    `
    các ban xây dựng Đảng | các ban Đảng | các ban đảng, văn phòng | các cơ quan tham mưu, giúp việc |
    các cơ quan tham mưu giúp việc | các cơ quan chuyên trách tham mưu, giúp việc |
    các cơ quan chuyên trách tham mưu giúp việc
  `,
  ),
];

/** A committee that leads a place, with the party branch whose conference it executes. — cấp ủy và đảng bộ của nó */
export interface Committee {
  /** The committee with its place's unit: "Đảng ủy xã". */
  readonly name: string;
  /** Its party branch: "Đảng bộ xã". — đảng bộ */
  readonly branchOf: string;
  readonly level: Body['level'];
}

/**
 * Committees by level, longest first where one begins another. — cấp ủy các cấp
 * Source: Điều lệ Đảng, chương II–IV; đặc khu by the law on local government of 2025.
 */
export const COMMITTEES: readonly Committee[] = [
  { name: 'Tỉnh ủy', branchOf: 'Đảng bộ tỉnh', level: 'province' },
  { name: 'Thành ủy', branchOf: 'Đảng bộ thành phố', level: null },
  { name: 'Huyện ủy', branchOf: 'Đảng bộ huyện', level: 'district' },
  { name: 'Quận ủy', branchOf: 'Đảng bộ quận', level: 'district' },
  { name: 'Thị ủy', branchOf: 'Đảng bộ thị xã', level: 'district' },
  { name: 'Đảng ủy xã', branchOf: 'Đảng bộ xã', level: 'commune' },
  { name: 'Đảng ủy phường', branchOf: 'Đảng bộ phường', level: 'commune' },
  { name: 'Đảng ủy đặc khu', branchOf: 'Đảng bộ đặc khu', level: 'commune' },
  { name: 'Đảng ủy', branchOf: 'Đảng bộ', level: null },
];

/** An organ that speaks for a committee or for the Party, as issuers and clerks' codes name it. */
interface OrganName {
  readonly name: string;
  /** Its letters in the codes of the clerks' tracker. — BTV, BCH */
  readonly code: string;
  /** Which of a committee's two authors it is; null for the organs of the centre and for the daily leadership. */
  readonly speaksAs: 'board' | 'committee' | null;
}

/** Organs, the first that a name holds counts. — Điều lệ Đảng; symbols as in Hướng dẫn 36-HD/VPTW */
export const ORGANS: readonly OrganName[] = [
  { name: 'Ban Thường vụ', code: 'BTV', speaksAs: 'board' },
  { name: 'Ban Chấp hành', code: 'BCH', speaksAs: 'committee' },
  { name: 'Bộ Chính trị', code: 'BCT', speaksAs: null },
  { name: 'Ban Bí thư', code: 'BBT', speaksAs: null },
  { name: 'Thường trực', code: 'TT', speaksAs: null },
];

/** Bodies of the centre that sign by themselves, the first that a signature holds counts. */
export const CENTRAL_AUTHORS: readonly string[] = ['Bộ Chính trị', 'Ban Bí thư', 'Ban Chấp hành Trung ương'];
