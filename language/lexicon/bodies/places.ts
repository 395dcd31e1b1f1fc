import type { Body } from '../../../schemas/directive.js';

/** The district level ended on that day; communes took over on the next. — kết thúc cấp huyện */
export const DISTRICT_END = '2025-06-30';
const COMMUNE_START = '2025-07-01';

/**
 * Municipalities under the centre: 'thành phố' before them is a province. — thành phố trực thuộc Trung ương
 * Source: the National Assembly's resolutions on provinces (202/2025/QH15; Huế 175/2024/QH15). Rule for entry: such a resolution.
 */
export const MUNICIPALITIES: readonly string[] = ['Hà Nội', 'Hồ Chí Minh', 'Đà Nẵng', 'Hải Phòng', 'Cần Thơ', 'Huế'];

/**
 * Kinds of places with their level. 'thành phố' alone may be a province or a part of one. — đơn vị hành chính
 * Source: the laws on local government of 2015 and 2025, with the words for a level (cấp …). Rule for entry: such a law.
 */
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
  ['cấp quận', 'district'],
  ['thị trấn', 'commune'],
  ['xã', 'commune'],
  ['phường', 'commune'],
  ['đặc khu', 'commune'],
  ['cấp xã', 'commune'],
  ['cấp phường', 'commune'],
  ['trung ương', 'central'],
  ['tw', 'central'],
  ['t.ư', 'central'],
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

/** Words with which the word of a unit makes another word: xã *hội*, tỉnh *ủy*. — từ ghép */
export const NO_UNIT_BEFORE: readonly string[] = ['hội', 'hóa', 'viên', 'ủy'];

/** The same, but names of places begin with them as well (huyện Thông Nông): only in small letters, as in tỉnh *lộ*. */
export const NO_UNIT_BEFORE_SMALL: readonly string[] = ['lộ', 'lỵ', 'đoàn', 'thông minh'];
