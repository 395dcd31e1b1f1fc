import type { Body } from '../../schemas/directive.js';

/** What a head needs behind it: `none` stands alone, `optional` may, `required` must have it to be a name at all. */
export type TailRule = 'none' | 'optional' | 'required';

/** One kind of body: the words that open its name, what may follow, and what is known of it. — loại cơ quan */
export interface BodyKind {
  /** Spellings of the head, full and abbreviated. */
  readonly heads: readonly string[];
  /** A field of work or a proper name: Sở *Tài chính*. — lĩnh vực */
  readonly field: TailRule;
  /** Another body that it belongs to, with or without "của": Văn phòng *Tỉnh ủy*. — cơ quan chủ quản */
  readonly owner: TailRule;
  /** A place: Ủy ban nhân dân *huyện Sông Mây*. — địa bàn */
  readonly area: TailRule;
  readonly level: Body['level'];
  readonly branch: Body['branch'];
  /** A body or a person who stands for one. */
  readonly form: 'body' | 'person';
  /** True when the head's field begins in small letters as well: Ban Chỉ đạo *xây dựng nông thôn mới*. */
  readonly hasLooseField: boolean;
  /** First and last day on which such a body existed; null where no bound is known. */
  readonly from: string | null;
  readonly until: string | null;
}

const NOTHING = {
  field: 'none',
  owner: 'none',
  area: 'none',
  level: null,
  branch: null,
  form: 'body',
  hasLooseField: false,
  from: null,
  until: null,
} as const;

type Known = Partial<Omit<BodyKind, 'heads'>>;
const kind = (heads: readonly string[], known: Known): BodyKind => ({ ...NOTHING, ...known, heads });

/** The district level ended on that day; communes took over on the next. — kết thúc cấp huyện */
export const DISTRICT_END = '2025-06-30';
const COMMUNE_START = '2025-07-01';

const PARTY: readonly BodyKind[] = [
  kind(['Ban Chấp hành Trung ương Đảng', 'Ban Chấp hành Trung ương', 'BCHTW', 'BCH Trung ương', 'Trung ương Đảng'], {
    branch: 'party',
    level: 'central',
  }),
  kind(['Bộ Chính trị', 'Ban Bí thư Trung ương Đảng', 'Ban Bí thư', 'Thường trực Ban Bí thư'], {
    branch: 'party',
    level: 'central',
  }),
  kind(
    [
      'Văn phòng Trung ương Đảng',
      'Ban Tổ chức Trung ương',
      'Ban Tuyên giáo và Dân vận Trung ương',
      'Ban Tuyên giáo Trung ương',
      'Ban Dân vận Trung ương',
      'Ban Nội chính Trung ương',
      'Ban Kinh tế Trung ương',
      'Ban Đối ngoại Trung ương',
      'Ban Chính sách, chiến lược Trung ương',
      'Ủy ban Kiểm tra Trung ương',
      'UBKT Trung ương',
      'Quân ủy Trung ương',
      'Hội đồng Lý luận Trung ương',
      'Học viện Chính trị quốc gia Hồ Chí Minh',
      'Đảng ủy Công an Trung ương',
      'Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương',
      'Đảng ủy các cơ quan Đảng Trung ương',
      'Đảng ủy Chính phủ',
      'Đảng ủy Quốc hội',
    ],
    { branch: 'party', level: 'central' },
  ),
  kind(['Ban Thường vụ', 'BTV', 'Ban Chấp hành', 'BCH', 'Thường trực', 'TT.'], { branch: 'party', owner: 'optional' }),
  kind(['Ban Chấp hành Đảng bộ', 'BCH Đảng bộ', 'Đảng bộ'], { branch: 'party', owner: 'optional', area: 'optional' }),
  kind(['Tỉnh ủy', 'Thường trực Tỉnh ủy', 'BTVTU', 'TTTU'], { branch: 'party', area: 'optional', level: 'province' }),
  kind(['Thành ủy'], { branch: 'party', area: 'optional' }),
  kind(['Huyện ủy', 'Quận ủy', 'Thị ủy'], {
    branch: 'party',
    area: 'optional',
    level: 'district',
    until: DISTRICT_END,
  }),
  kind(
    [
      'Đảng ủy Khối',
      'Đảng ủy Khối các cơ quan',
      'Đảng ủy Khối doanh nghiệp',
      'Đảng ủy Khối các cơ quan và doanh nghiệp',
      'ĐUK',
    ],
    {
      branch: 'party',
      area: 'optional',
      until: DISTRICT_END,
    },
  ),
  kind(['Ban cán sự đảng', 'Ban cán sự', 'BCSĐ', 'BCS đảng', 'BCSD', 'Đảng đoàn'], {
    branch: 'party',
    owner: 'optional',
    until: '2025-06-30',
  }),
  kind(['Đảng ủy', 'ĐU', 'Chi ủy', 'Chi bộ'], { branch: 'party', owner: 'optional', area: 'optional' }),
  kind(['Đảng ủy các cơ quan Đảng', 'Đảng ủy các cơ quan đảng', 'Đảng ủy Quân sự', 'Đảng ủy Công an'], {
    branch: 'party',
    area: 'optional',
  }),
  kind(['Đảng ủy Ủy ban nhân dân', 'Đảng ủy UBND', 'Đảng ủy Hội đồng nhân dân', 'Đảng ủy HĐND'], {
    branch: 'party',
    area: 'optional',
    from: '2025-01-01',
  }),
  kind(
    [
      'Ban Tổ chức',
      'Ban Tuyên giáo',
      'Ban Tuyên giáo và Dân vận',
      'Ban Nội chính',
      'Ban Dân vận',
      'Ban Xây dựng Đảng',
      'Ủy ban Kiểm tra',
      'UBKT',
      'Cơ quan Ủy ban Kiểm tra',
      'BTGDV',
    ],
    { branch: 'party', owner: 'optional', area: 'optional' },
  ),
  kind(
    [
      'VPTU',
      'Báo và Đài Phát thanh và Truyền hình',
      'Báo và Đài Phát thanh, Truyền hình',
      'Báo và Đài Phát thanh - Truyền hình',
      'Báo và phát thanh, truyền hình',
      'Trường Chính trị',
    ],
    {
      branch: 'party',
      owner: 'optional',
      area: 'optional',
    },
  ),
  kind(['các ban xây dựng Đảng', 'các ban Đảng', 'các cơ quan tham mưu, giúp việc', 'các ban đảng, văn phòng'], {
    branch: 'party',
    owner: 'optional',
    area: 'optional',
  }),
];

const STATE: readonly BodyKind[] = [
  kind(
    [
      'Quốc hội',
      'Ủy ban Thường vụ Quốc hội',
      'Chính phủ',
      'Văn phòng Quốc hội',
      'Văn phòng Chính phủ',
      'Kiểm toán nhà nước',
    ],
    {
      branch: 'state',
      level: 'central',
    },
  ),
  kind(['Thủ tướng Chính phủ', 'Thủ tướng', 'Chủ tịch nước'], { branch: 'state', level: 'central', form: 'person' }),
  kind(['Ngân hàng Nhà nước'], { branch: 'state', area: 'optional' }),
  kind(
    [
      'Ngân hàng Nhà nước Việt Nam',
      'Thanh tra Chính phủ',
      'Ủy ban Dân tộc',
      'Tòa án nhân dân tối cao',
      'Viện kiểm sát nhân dân tối cao',
      'Bảo hiểm xã hội Việt Nam',
      'Đài Truyền hình Việt Nam',
      'Đài Tiếng nói Việt Nam',
      'Thông tấn xã Việt Nam',
    ],
    {
      branch: 'state',
      level: 'central',
    },
  ),
  kind(
    [
      'Ủy ban nhân dân',
      'UBND',
      'Ủy ban nhân nhân',
      'Hội đồng nhân dân',
      'HĐND',
      'Thường trực HĐND',
      'Thường trực Hội đồng nhân dân',
    ],
    {
      branch: 'state',
      area: 'optional',
      owner: 'none',
    },
  ),
  kind(
    [
      'Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân',
      'Văn phòng Đoàn ĐBQH và HĐND',
      'Đoàn đại biểu Quốc hội',
      'Đoàn ĐBQH',
      'Văn phòng HĐND và UBND',
      'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
    ],
    {
      branch: 'state',
      area: 'optional',
    },
  ),
  kind(['Bộ'], { branch: 'state', field: 'required', level: 'central' }),
  kind(
    [
      'Bộ Chỉ huy Quân sự',
      'Bộ CHQS',
      'Ban Chỉ huy Quân sự',
      'Ban CHQS',
      'Bộ Chỉ huy Bộ đội Biên phòng',
      'Bộ Chỉ huy BĐBP',
      'Bộ đội Biên phòng',
      'BĐBP',
      'Ban Chỉ huy Phòng thủ khu vực',
      'Ban Chỉ huy Bộ đội Biên phòng',
    ],
    {
      branch: 'state',
      area: 'optional',
    },
  ),
  kind(['Bộ Tư lệnh', 'Quân khu', 'Quân đoàn', 'Quân chủng', 'Hải quân', 'Đồn Biên phòng'], {
    branch: 'state',
    field: 'optional',
    area: 'optional',
  }),
  kind(['Sở'], { branch: 'state', field: 'required', area: 'optional', level: 'province' }),
  kind(['Phòng'], { branch: 'state', field: 'required', area: 'optional', owner: 'optional' }),
  kind(
    [
      'Ban Dân tộc',
      'Ban Pháp chế',
      'Ban Kinh tế - Ngân sách',
      'Ban Kinh tế và Ngân sách',
      'Ban Văn hóa - Xã hội',
      'Ban Văn hóa và Xã hội',
      'Ban Đô thị',
      'Ban Dân tộc và Tôn giáo',
      'Công an',
      'CA',
      'Viện kiểm sát nhân dân',
      'VKSND',
      'Viện Kiểm sát',
      'Tòa án nhân dân',
      'TAND',
      'Thi hành án dân sự',
      'Kiểm lâm',
      'Quân đội',
      'Quân sự',
      'Biên phòng',
      'Quản lý thị trường',
      'Chi cục Kiểm lâm',
      'Hạt Kiểm lâm',
      'Cục Thi hành án dân sự',
      'Chi cục Thi hành án dân sự',
      'Kho bạc Nhà nước',
      'KBNN',
      'Bảo hiểm xã hội',
      'Bảo hiểm Xã hội',
      'Thuế',
      'Cục Thuế',
      'Chi cục Thuế',
      'Cục Thống kê',
      'Cục Hải quan',
      'Hải quan',
      'Cục Quản lý thị trường',
      'Trạm Y tế',
      'Trường Cao đẳng',
      'Kiểm toán Nhà nước khu vực',
    ],
    {
      branch: 'state',
      owner: 'optional',
      area: 'optional',
    },
  ),
  kind(['Thuế', 'Hải quan', 'CA'], { branch: 'state', area: 'required' }),
  kind(['Ban Quản lý', 'Ban QLDA', 'BQL', 'Trung tâm', 'Trường', 'Bệnh viện'], {
    branch: 'state',
    field: 'required',
    owner: 'optional',
    area: 'optional',
    hasLooseField: true,
  }),
  kind(
    [
      'Tổng cục',
      'Cục',
      'Vụ',
      'Chi cục',
      'Viện',
      'Hạt',
      'Trạm',
      'Đội',
      'Đài',
      'Báo',
      'Kho bạc',
      'Cảng vụ',
      'Vườn quốc gia',
    ],
    {
      branch: 'state',
      field: 'required',
      owner: 'optional',
      area: 'optional',
    },
  ),
  kind(['Văn phòng'], { owner: 'required', area: 'required' }),
  kind(['Thanh tra'], { branch: 'state', owner: 'required', area: 'required' }),
  kind(['Văn phòng Điều phối nông thôn mới', 'Văn phòng Điều phối', 'Văn phòng đăng ký đất đai'], {
    branch: 'state',
    field: 'optional',
    area: 'optional',
    hasLooseField: true,
  }),
  kind(
    [
      'Ban Chỉ đạo',
      'Ban Chỉ huy',
      'BCĐ',
      'Ban Điều hành',
      'Hội đồng',
      'Tổ công tác',
      'Tổ giúp việc',
      'Tổ đại biểu',
      'Lực lượng',
      'Đoàn công tác',
      'Đoàn kiểm tra',
      'Tiểu ban',
      'Tổ',
    ],
    {
      field: 'optional',
      owner: 'optional',
      area: 'optional',
      hasLooseField: true,
    },
  ),
  kind(['chủ đầu tư', 'nhà đầu tư', 'nhà thầu'], { branch: 'other', field: 'optional', hasLooseField: true }),
];

const FRONT: readonly BodyKind[] = [
  kind(
    [
      'Ủy ban Mặt trận Tổ quốc Việt Nam',
      'Ủy ban Mặt trận Tổ quốc',
      'Ủy ban MTTQ Việt Nam',
      'Ủy ban MTTQ',
      'UBMTTQ',
      'UBMTTQVN',
      'Mặt trận Tổ quốc Việt Nam',
      'Mặt trận Tổ quốc',
      'MTTQ Việt Nam',
      'MTTQ',
      'UBMTTQ Việt Nam',
      'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam',
      'Ban Thường trực Ủy ban MTTQ Việt Nam',
      'Ban Thường trực Ủy ban MTTQ',
      'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    ],
    {
      branch: 'front',
      area: 'optional',
    },
  ),
  kind(
    [
      'Liên đoàn Lao động',
      'LĐLĐ',
      'Hội Nông dân',
      'Hội Liên hiệp Phụ nữ',
      'Hội LHPN',
      'Hội Phụ nữ',
      'Hội Cựu chiến binh',
      'Hội CCB',
      'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
      'Đoàn TNCS Hồ Chí Minh',
      'Đoàn Thanh niên',
      'Thành đoàn',
      'Công đoàn',
      'Hội Chữ thập đỏ',
      'Hội Người cao tuổi',
      'Hội Khuyến học',
      'Hội Nhà báo',
      'Liên hiệp các Hội Khoa học và Kỹ thuật',
      'Liên minh Hợp tác xã',
      'Tổng Liên đoàn Lao động Việt Nam',
      'Hội Doanh nghiệp',
      'Hiệp hội Doanh nghiệp',
    ],
    {
      branch: 'front',
      area: 'optional',
      owner: 'optional',
    },
  ),
  kind(['Tỉnh đoàn'], { branch: 'front', level: 'province', area: 'optional' }),
  kind(['Huyện đoàn', 'Quận đoàn', 'Thị đoàn'], {
    branch: 'front',
    level: 'district',
    area: 'optional',
    until: DISTRICT_END,
  }),
  kind(['Hội', 'Hiệp hội'], { branch: 'front', field: 'required', area: 'optional' }),
];

const OTHER: readonly BodyKind[] = [
  kind(
    [
      'Công ty',
      'Tổng Công ty',
      'Tập đoàn',
      'Ngân hàng',
      'Hợp tác xã',
      'Doanh nghiệp',
      'Điện lực',
      'Liên danh',
      'Liên doanh',
      'Quỹ',
      'Chi nhánh',
    ],
    {
      branch: 'other',
      field: 'required',
      area: 'optional',
      hasLooseField: true,
    },
  ),
  kind(['Ngân hàng Chính sách xã hội', 'NHCSXH', 'Điện lực', 'Bưu điện', 'Viễn thông'], {
    branch: 'other',
    area: 'optional',
  }),
];

/** Titles of persons who answer for a body: their level and branch are those of the body behind them. */
const PERSONS: readonly BodyKind[] = [
  kind(
    [
      'Thủ trưởng',
      'Lãnh đạo',
      'Người đứng đầu',
      'Chủ tịch',
      'Phó Chủ tịch',
      'Phó Chủ tịch Thường trực',
      'Bí thư',
      'Phó Bí thư',
      'Phó Bí thư Thường trực',
      'Giám đốc',
      'Phó Giám đốc',
      'Trưởng ban',
      'Phó Trưởng ban',
      'Phó Trưởng',
      'Chánh Văn phòng',
      'Chánh Thanh tra',
      'Chánh án',
      'Viện trưởng',
      'Trưởng phòng',
      'Hiệu trưởng',
      'Tổ trưởng',
      'Trưởng đoàn',
      'Trưởng',
      'Chỉ huy trưởng',
      'Cục trưởng',
      'Chi cục trưởng',
      'Tổng Giám đốc',
      'Trưởng Công an',
      'thành viên',
      'Ủy viên',
      'Ủy viên Ban Thường vụ',
      'Ủy viên Ban Chấp hành',
      'Ủy viên BTV',
      'Ủy viên BCH',
      'Chánh, Phó Chánh Văn phòng',
      'cán bộ',
      'Chủ nhiệm',
      'Tổng Biên tập',
    ],
    {
      owner: 'required',
      field: 'none',
      area: 'optional',
      form: 'person',
    },
  ),
  kind(
    [
      'Bộ trưởng',
      'Thứ trưởng',
      'Phó Thủ tướng',
      'Phó Thủ tướng Chính phủ',
      'Phó Thủ tướng Thường trực',
      'Tổng Thanh tra Chính phủ',
      'Thống đốc Ngân hàng Nhà nước',
      'Thống đốc Ngân hàng Nhà nước Việt Nam',
    ],
    {
      owner: 'optional',
      branch: 'state',
      level: 'central',
      form: 'person',
    },
  ),
  kind(['Tỉnh ủy viên'], { branch: 'party', level: 'province', form: 'person' }),
  kind(['Huyện ủy viên'], { branch: 'party', level: 'district', form: 'person', until: DISTRICT_END }),
  kind(['Ủy viên Trung ương Đảng'], { branch: 'party', level: 'central', form: 'person' }),
  kind(['Thành ủy viên', 'Đảng ủy viên', 'cấp ủy viên', 'trưởng thôn', 'trưởng bản', 'bí thư chi bộ'], {
    branch: 'party',
    form: 'person',
  }),
];

/** Members of elected bodies. */
const DEPUTIES: readonly BodyKind[] = [
  kind(['đại biểu Hội đồng nhân dân', 'đại biểu HĐND', 'đại biểu Quốc hội'], {
    branch: 'state',
    area: 'optional',
    form: 'person',
  }),
];

/** Every kind of body that the grammar knows. A head of several kinds takes the last one listed. */
export const BODY_KINDS: readonly BodyKind[] = [...PARTY, ...STATE, ...FRONT, ...OTHER, ...PERSONS, ...DEPUTIES];

/** Municipalities under the centre: `thành phố` before them is a province. — thành phố trực thuộc Trung ương */
export const MUNICIPALITIES: readonly string[] = ['Hà Nội', 'Hồ Chí Minh', 'Đà Nẵng', 'Hải Phòng', 'Cần Thơ', 'Huế'];

/** Kinds of places with their level. `thành phố` alone may be a province or a part of one. — đơn vị hành chính */
export const AREA_UNITS: readonly (readonly [unit: string, level: Body['level']])[] = [
  ['tỉnh', 'province'],
  ['cấp tỉnh', 'province'],
  ['thành phố', null],
  ['tp', null],
  ['huyện', 'district'],
  ['quận', 'district'],
  ['thị xã', 'district'],
  ['tx', 'district'],
  ['cấp huyện', 'district'],
  ['thị trấn', 'commune'],
  ['xã', 'commune'],
  ['phường', 'commune'],
  ['đặc khu', 'commune'],
  ['cấp xã', 'commune'],
  ['trung ương', 'central'],
  ['tw', 'central'],
  ['cấp cơ sở', 'commune'],
  ['các cấp', null],
  ['cùng cấp', null],
  ['cấp trên', null],
  ['cấp trên trực tiếp', null],
  ['cấp có thẩm quyền', null],
  ['khu vực', null],
];

/** Units that existed only for a time: a name with one outside its days is worth a look. */
export const UNIT_DATES: ReadonlyMap<string, { readonly from: string | null; readonly until: string | null }> = new Map(
  [
    ['huyện', { from: null, until: DISTRICT_END }],
    ['quận', { from: null, until: DISTRICT_END }],
    ['thị xã', { from: null, until: DISTRICT_END }],
    ['thị trấn', { from: null, until: DISTRICT_END }],
    ['cấp huyện', { from: null, until: DISTRICT_END }],
    ['đặc khu', { from: COMMUNE_START, until: null }],
  ],
);
