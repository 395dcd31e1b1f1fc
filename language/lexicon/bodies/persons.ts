import { type BodyKind, kind } from './body-kind.js';
import { DISTRICT_END } from './places.js';

/** Titles of persons who answer for a body: their level and branch are those of the body behind them. — cá nhân */
export const PERSONS: readonly BodyKind[] = [
  kind(
    { owner: 'required', field: 'none', area: 'optional', form: 'person' },
    `
    Thủ trưởng | Lãnh đạo | Người đứng đầu | Chủ tịch | Phó Chủ tịch | Phó Chủ tịch Thường trực | Bí thư |
    Phó Bí thư | Phó Bí thư Thường trực | Giám đốc | Phó Giám đốc | Trưởng ban | Phó Trưởng ban | Phó Trưởng |
    Chánh Văn phòng | Chánh Thanh tra | Chánh án | Viện trưởng | Trưởng phòng | Hiệu trưởng | Tổ trưởng |
    Trưởng đoàn | Trưởng | Chỉ huy trưởng | Cục trưởng | Chi cục trưởng | Tổng Giám đốc | Trưởng Công an |
    thành viên | Ủy viên | Ủy viên Ban Thường vụ | Ủy viên Ban Chấp hành | Ủy viên BTV | Ủy viên BCH |
    Chánh, Phó Chánh Văn phòng | cán bộ | Chủ nhiệm | Tổng Biên tập
  `,
  ),
  kind(
    { owner: 'optional', branch: 'state', level: 'central', form: 'person' },
    `
    Bộ trưởng | Thứ trưởng | Phó Thủ tướng | Phó Thủ tướng Chính phủ | Phó Thủ tướng Thường trực |
    Tổng Thanh tra Chính phủ | Thống đốc Ngân hàng Nhà nước | Thống đốc Ngân hàng Nhà nước Việt Nam
  `,
  ),
  kind({ branch: 'party', level: 'province', form: 'person' }, 'Tỉnh ủy viên'),
  kind({ branch: 'party', level: 'district', form: 'person', until: DISTRICT_END }, 'Huyện ủy viên'),
  kind({ branch: 'party', level: 'central', form: 'person' }, 'Ủy viên Trung ương Đảng'),
  kind(
    { branch: 'party', form: 'person' },
    'Thành ủy viên | Đảng ủy viên | cấp ủy viên | trưởng thôn | trưởng bản | trưởng ấp | trưởng khu phố | tổ trưởng tổ dân phố | chi hội trưởng | bí thư chi bộ',
  ),
];

/** Members of elected bodies. — đại biểu */
export const DEPUTIES: readonly BodyKind[] = [
  kind(
    { branch: 'state', area: 'optional', form: 'person' },
    'đại biểu Hội đồng nhân dân | đại biểu HĐND | đại biểu Quốc hội',
  ),
];
