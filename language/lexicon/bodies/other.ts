import { type BodyKind, kind } from './body-kind.js';

/**
 * Companies, banks, funds and those who build. — doanh nghiệp
 *
 * Source: forms of enterprises in the laws on enterprises, cooperatives and credit institutions, roles in the laws on
 * construction and bidding, and the carriers that the State owns. Rule for entry: a form or a role that a law defines, or
 * a name that stands alone for its enterprise in every province.
 */
export const OTHER_BODIES: readonly BodyKind[] = [
  kind(
    { branch: 'other', field: 'required', area: 'optional', hasLooseField: true },
    `
    Công ty | Tổng Công ty | CTCP | CTCP Tập đoàn | TCT | Tập đoàn | Ngân hàng | Hợp tác xã | HTX | Doanh nghiệp | Liên danh | Liên doanh |
    Quỹ | Chi nhánh | Nhà máy | Nhà máy xử lý | Nhà máy chế biến | Nhà máy sản xuất | Trạm xử lý | Khu xử lý
  `,
  ),
  kind(
    { branch: 'other', area: 'optional' },
    'Ngân hàng Chính sách xã hội | NHCSXH | Điện lực | Bưu điện | Viễn thông | Viettel | VNPT | MobiFone',
  ),
  kind(
    {
      branch: 'other',
      field: 'optional',
      hasLooseField: true,
      issuesNothing: 'a role in a project; the body in that role signs',
    },
    'chủ đầu tư | nhà đầu tư | nhà thầu',
  ),
  kind(
    { branch: 'other', issuesNothing: 'a role in a project; the body in that role signs' },
    'tư vấn giám sát | tư vấn thiết kế | đơn vị tư vấn giám sát',
  ),
];
