import { type BodyKind, kind } from './body-kind.js';
import { DISTRICT_END } from './places.js';

/**
 * The Front, unions and associations. — Mặt trận, đoàn thể
 *
 * Source: the statutes of the Fatherland Front, of the trade unions and of the four other political and social
 * organisations; associations with tasks from the Party and State by Quyết định 68/2010/QĐ-TTg. Rule for entry: an
 * organisation that these name, with the abbreviation that its own papers carry.
 */
export const FRONT_BODIES: readonly BodyKind[] = [
  kind(
    { branch: 'front', area: 'optional', directs: true },
    `
    Ủy ban Mặt trận Tổ quốc Việt Nam | Ủy ban Mặt trận Tổ quốc | Ủy ban MTTQ Việt Nam | Ủy ban MTTQ | UBMTTQ |
    UBMTTQVN | UBMTTQ Việt Nam | Ủy ban MTTQVN | Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
  `,
  ),
  kind(
    { branch: 'front', area: 'optional' },
    `
    Mặt trận Tổ quốc Việt Nam | Mặt trận Tổ quốc | MTTQ Việt Nam | MTTQVN | MTTQ |
    Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam | Ban Thường trực Ủy ban MTTQ Việt Nam |
    Ban Thường trực Ủy ban MTTQVN | Ban Thường trực Ủy ban MTTQ
  `,
  ),
  kind(
    { branch: 'front', area: 'optional', owner: 'optional' },
    `
    Liên đoàn Lao động | LĐLĐ | Hội Nông dân | Hội Liên hiệp Phụ nữ | Hội LHPN | Hội Phụ nữ | Hội Cựu chiến binh |
    Hội CCB | Đoàn Thanh niên Cộng sản Hồ Chí Minh | Đoàn TNCS Hồ Chí Minh | Đoàn Thanh niên | Thành đoàn |
    Công đoàn | Hội Chữ thập đỏ | Hội Người cao tuổi | Hội Khuyến học | Hội Nhà báo |
    Liên hiệp các Hội Khoa học và Kỹ thuật | Liên hiệp các tổ chức hữu nghị | Hội Văn học nghệ thuật | Hội Luật gia |
    Hội Đông y | Hội Làm vườn | Hội Cựu thanh niên xung phong | Liên minh Hợp tác xã |
    Tổng Liên đoàn Lao động Việt Nam | Hội Doanh nghiệp | Hiệp hội Doanh nghiệp | Hiệp hội Doanh nghiệp nhỏ và vừa | Hội Doanh nghiệp nhỏ và vừa
  `,
  ),
  kind(
    { branch: 'front', area: 'optional' },
    'Phòng Thương mại và Công nghiệp Việt Nam | Liên đoàn Thương mại và Công nghiệp Việt Nam | VCCI',
  ),
  kind({ branch: 'front', level: 'province', area: 'optional' }, 'Tỉnh đoàn'),
  kind(
    { branch: 'front', level: 'district', area: 'optional', until: DISTRICT_END },
    'Huyện đoàn | Quận đoàn | Thị đoàn',
  ),
  kind({ branch: 'front', field: 'required', area: 'optional' }, 'Hội | Hiệp hội'),
  kind({ branch: 'front', area: 'optional' }, 'Ủy ban Đoàn kết Công giáo | Hội Nạn nhân chất độc da cam/dioxin'),
  kind({ branch: 'front', owner: 'required' }, 'Ban Đại diện'),
  kind(
    { branch: 'front', area: 'optional', owner: 'optional' },
    'Ban Giám sát đầu tư của cộng đồng | Ban Thanh tra nhân dân | Ban Công tác Mặt trận',
  ),
  // what the associations have in each hamlet (their statutes)
  kind(
    { branch: 'front', area: 'optional', owner: 'optional' },
    'Chi hội Phụ nữ | Chi hội Nông dân | Chi hội Cựu chiến binh | Chi hội Người cao tuổi | Chi hội Chữ thập đỏ | Chi hội Khuyến học | Chi đoàn thanh niên | Chi đoàn | Tổ phụ nữ',
  ),
];
