import { type BodyKind, kind } from './body-kind.js';
import { DISTRICT_END } from './places.js';

/** Committees, boards and offices of the Party. — khối Đảng */
export const PARTY_BODIES: readonly BodyKind[] = [
  kind(
    { branch: 'party', level: 'central' },
    'Ban Chấp hành Trung ương Đảng | Ban Chấp hành Trung ương | BCHTW | BCH Trung ương | Trung ương Đảng',
  ),
  kind(
    { branch: 'party', level: 'central' },
    'Bộ Chính trị | Ban Bí thư Trung ương Đảng | Ban Bí thư | Thường trực Ban Bí thư',
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
  kind({ branch: 'party', owner: 'optional' }, 'Ban Thường vụ | BTV | Ban Chấp hành | BCH | Thường trực | TT.'),
  kind({ branch: 'party', owner: 'optional', area: 'optional' }, 'Ban Chấp hành Đảng bộ | BCH Đảng bộ | Đảng bộ'),
  kind({ branch: 'party', area: 'optional', level: 'province' }, 'Tỉnh ủy | Thường trực Tỉnh ủy | BTVTU | TTTU'),
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
    { branch: 'party', area: 'optional' },
    'Đảng ủy các cơ quan Đảng | Đảng ủy các cơ quan đảng | Đảng ủy Quân sự | Đảng ủy Công an',
  ),
  kind(
    { branch: 'party', area: 'optional', from: '2025-01-01' },
    'Đảng ủy Ủy ban nhân dân | Đảng ủy UBND | Đảng ủy Hội đồng nhân dân | Đảng ủy HĐND',
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
    { branch: 'party', owner: 'optional', area: 'optional' },
    `
    các ban xây dựng Đảng | các ban Đảng | các ban đảng, văn phòng | các cơ quan tham mưu, giúp việc |
    các cơ quan tham mưu giúp việc | các cơ quan chuyên trách tham mưu, giúp việc |
    các cơ quan chuyên trách tham mưu giúp việc
  `,
  ),
];
