import { type BodyKind, kind } from './body-kind.js';

/**
 * Governments, councils, departments, courts, boards and teams of the State. — khối Nhà nước
 *
 * Source: the Constitution, the laws on the organisation of the Government, of local government (2015, 2025), of the courts
 * and procuracies, the decrees on departments of provinces, districts and communes (24/2014, 37/2014, 45/2025, 150/2025)
 * and Phụ lục III of Nghị định 30/2020/NĐ-CP. Rule for entry: a kind of body that such a text makes, or a form of
 * organisation (Trung tâm, Tổ công tác) that it lets a body make; spelt as Phụ lục II of Nghị định 30 has names.
 */
export const STATE_BODIES: readonly BodyKind[] = [
  kind(
    { branch: 'state', level: 'central', directs: true },
    `
    Quốc hội | Ủy ban Thường vụ Quốc hội | UBTVQH | Chính phủ
  `,
  ),
  kind({ branch: 'state', level: 'central' }, 'Văn phòng Quốc hội | Văn phòng Chính phủ | VPCP | Kiểm toán nhà nước'),
  kind(
    { branch: 'state', level: 'central', form: 'person', directs: true },
    'Thủ tướng Chính phủ | Thủ tướng | Chủ tịch nước',
  ),
  kind({ branch: 'state', area: 'optional' }, 'Ngân hàng Nhà nước'),
  kind(
    { branch: 'state', level: 'central' },
    `
    Ngân hàng Nhà nước Việt Nam | Thanh tra Chính phủ | Ủy ban Dân tộc | Tòa án nhân dân tối cao |
    Viện kiểm sát nhân dân tối cao | Bảo hiểm xã hội Việt Nam | Đài Truyền hình Việt Nam | Đài Tiếng nói Việt Nam |
    Thông tấn xã Việt Nam | Ban Cơ yếu Chính phủ | Ban Tôn giáo Chính phủ | Ủy ban Chứng khoán Nhà nước |
    Ủy ban Quản lý vốn nhà nước tại doanh nghiệp | Ủy ban Giám sát tài chính Quốc gia
  `,
  ),
  kind(
    { branch: 'state', area: 'optional', owner: 'none', directs: true },
    'Ủy ban nhân dân | UBND | Hội đồng nhân dân | HĐND',
  ),
  kind(
    { branch: 'state', area: 'optional', owner: 'none', decides: true },
    'Thường trực HĐND | Thường trực Hội đồng nhân dân',
  ),
  kind(
    { branch: 'state', area: 'optional' },
    `
    Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân | Văn phòng Đoàn ĐBQH và HĐND | Đoàn đại biểu Quốc hội |
    Đoàn ĐBQH | Văn phòng HĐND và UBND | Văn phòng Hội đồng nhân dân và Ủy ban nhân dân |
    Văn phòng Đoàn đại biểu Quốc hội và HĐND | Văn phòng Đoàn ĐBQH và Hội đồng nhân dân | Văn phòng HĐND - UBND |
    Văn phòng Hội đồng nhân dân và UBND | Văn phòng HĐND và Ủy ban nhân dân
  `,
  ),
  kind({ branch: 'state', field: 'required', level: 'central', directs: true }, 'Bộ'),
  kind(
    { branch: 'state', area: 'optional', directs: true },
    'Bộ Chỉ huy Quân sự | Bộ CHQS | Bộ Chỉ huy Bộ đội Biên phòng | Bộ Chỉ huy BĐBP',
  ),
  kind(
    { branch: 'state', area: 'optional' },
    `
    Ban Chỉ huy Quân sự | Ban CHQS | Bộ đội Biên phòng | BĐBP | Ban Chỉ huy Phòng thủ khu vực |
    Ban Chỉ huy Bộ đội Biên phòng
  `,
  ),
  kind({ branch: 'state', field: 'optional', area: 'optional', directs: true }, 'Bộ Tư lệnh'),
  kind(
    { branch: 'state', field: 'optional', area: 'optional' },
    'Quân khu | Quân đoàn | Quân chủng | Hải quân | Đồn Biên phòng',
  ),
  kind({ branch: 'state', field: 'required', area: 'optional', level: 'province' }, 'Sở'),
  kind({ branch: 'state', field: 'required', area: 'optional', owner: 'optional' }, 'Phòng'),
  kind(
    { branch: 'state', owner: 'optional', area: 'optional' },
    `
    Ban Dân tộc | Ban Pháp chế | Ban Kinh tế - Ngân sách | Ban Kinh tế và Ngân sách | Ban Văn hóa - Xã hội |
    Ban Văn hóa và Xã hội | Ban Đô thị | Ban Dân tộc và Tôn giáo | Công an | Viện kiểm sát nhân dân | VKSND |
    Viện Kiểm sát | Tòa án nhân dân | TAND | Tòa án | Thi hành án dân sự | Kiểm lâm | Quản lý thị trường |
    Chi cục Kiểm lâm | Hạt Kiểm lâm | Cục Thi hành án dân sự | Chi cục Thi hành án dân sự | Kho bạc Nhà nước | KBNN |
    Bảo hiểm xã hội | Cục Thuế | Chi cục Thuế | Cục Thống kê | Cục Hải quan | Cục Quản lý thị trường | Trạm Y tế |
    Trường Cao đẳng | Kiểm toán Nhà nước khu vực
  `,
  ),
  kind(
    { branch: 'state', owner: 'optional', area: 'optional', issuesNothing: 'forces; their command signs' },
    'Quân đội | Quân sự | Biên phòng',
  ),
  kind(
    { branch: 'state', owner: 'optional', area: 'optional', issuesNothing: 'services; their office signs' },
    `
    Thanh tra giao thông | Thanh tra xây dựng | Thanh tra môi trường | Thanh tra chuyên ngành | Thanh tra thủy sản |
    Thanh tra đất đai | Thanh tra lao động | Thanh tra y tế | Thanh tra văn hóa | Cảnh sát giao thông | Cảnh sát trật tự |
    Cảnh sát môi trường | Cảnh sát kinh tế | Cảnh sát cơ động | Cảnh sát khu vực | Cảnh sát điều tra | Cảnh sát biển |
    Cảnh sát đường thủy | Cảnh sát phòng cháy và chữa cháy | Cảnh sát PCCC | Kiểm ngư
  `,
  ),
  kind({ branch: 'state', area: 'required' }, 'Thuế | Hải quan | Thống kê | CA'),
  kind(
    { branch: 'state', owner: 'optional', area: 'optional' },
    'Cơ quan Thuế | Cơ quan Hải quan | Cơ quan Thống kê | Cơ quan Thi hành án dân sự | Cơ quan Cảnh sát điều tra | Cơ quan Điều tra',
  ),
  kind(
    { branch: 'state', field: 'required', owner: 'optional', area: 'optional', hasLooseField: true },
    `
    Ban Quản lý | Ban QLDA | BQL | Trung tâm | Trường | Trường Đại học | Trường Mầm non | Trường Tiểu học |
    Trường Trung học cơ sở | Trường Trung học phổ thông | Bệnh viện | Cảng hàng không
  `,
  ),
  kind(
    { branch: 'state', field: 'required', owner: 'optional', area: 'optional' },
    'Tổng cục | Cục | Vụ | Chi cục | Viện | Học viện | Hạt | Trạm | Đội | Đài | Báo | Kho bạc | Cảng vụ | Vườn quốc gia',
  ),
  kind(
    { branch: 'state', field: 'required', owner: 'optional', area: 'required' },
    'Bảo tàng | Thư viện | Nhà hát | Nhà văn hóa | Nhà thiếu nhi',
  ),
  kind({ owner: 'required', area: 'required' }, 'Văn phòng'),
  kind({ branch: 'state', owner: 'required', area: 'required' }, 'Thanh tra'),
  kind({ branch: 'state', owner: 'optional', area: 'optional' }, 'Tổ đại biểu | Ủy ban bầu cử'),
  // hamlets, which act by the people who live there (Luật Tổ chức chính quyền địa phương, Luật Thực hiện dân chủ ở cơ sở)
  kind(
    { field: 'required', level: 'commune', issuesNothing: 'no office; its head signs nothing but lists' },
    'Thôn | Ấp | Xóm | Khu phố | Buôn',
  ),
  // Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023
  kind(
    { branch: 'state', owner: 'optional', area: 'optional', issuesNothing: 'people of the hamlets, no office' },
    'Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở | Lực lượng bảo vệ an ninh, trật tự ở cơ sở',
  ),
  kind({ branch: 'state', area: 'optional' }, 'Bộ phận Một cửa | Bộ phận tiếp nhận và trả kết quả | Ban Tiếp công dân'),
  kind({ owner: 'optional', area: 'optional' }, 'Tổ giúp việc | Bộ phận giúp việc | Tổ thư ký'),
  kind(
    { branch: 'state', field: 'optional', area: 'optional', hasLooseField: true },
    'Thuế cơ sở | Bảo hiểm xã hội cơ sở | Thống kê cơ sở',
  ),
  kind(
    { owner: 'required', area: 'optional' },
    'Ban Giám đốc | Ban Giám hiệu | Ban lãnh đạo | Hội đồng thành viên | Hội đồng quản trị | Hội đồng trường | Ban Kiểm soát',
  ),
  kind(
    { branch: 'state', field: 'optional', area: 'optional', hasLooseField: true },
    'Văn phòng Điều phối | Văn phòng đăng ký đất đai | Chi nhánh Văn phòng đăng ký đất đai',
  ),
  kind(
    { field: 'optional', owner: 'optional', area: 'optional', hasLooseField: true },
    'Ban Chỉ đạo | Ban Chỉ huy | BCĐ | Ban Điều hành | Tổ công tác | Đoàn công tác | Đoàn kiểm tra | Tiểu ban | Tổ',
  ),
  kind({ field: 'optional', owner: 'optional', area: 'optional', hasLooseField: true, directs: true }, 'Hội đồng'),
  kind(
    {
      field: 'optional',
      owner: 'optional',
      area: 'optional',
      hasLooseField: true,
      issuesNothing: 'people sent to work, no office',
    },
    'Lực lượng',
  ),
];
