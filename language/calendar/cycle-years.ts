/**
 * The sixty years of the lunar calendar are named by a stem and a branch: "năm Bính Ngọ". Branches are also written with i for y.
 * — can, chi
 */
export const CYCLE_YEARS = {
  stems: ['giáp', 'ất', 'bính', 'đinh', 'mậu', 'kỷ', 'canh', 'tân', 'nhâm', 'quý'],
  branches: ['tý', 'tí', 'sửu', 'dần', 'mão', 'thìn', 'tỵ', 'tị', 'ngọ', 'mùi', 'thân', 'dậu', 'tuất', 'hợi'],
} as const;
