import { describe, expect, it } from 'vitest';
import { mendOffice } from '../../../language/lexicon/office-titles.js';

describe('mendOffice', () => {
  it.each([
    ['BÍTHƯ', 'BÍ THƯ'],
    ['`bí THƯ', 'BÍ THƯ'],
    ['TRƯƠNG BAN CHÍ ĐẠO', 'TRƯỞNG BAN CHỈ ĐẠO'],
    ['“PHÓ CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'],
    ['PHO CHANH VĂN PHONG', 'PHÓ CHÁNH VĂN PHÒNG'],
    ['PHÓ BÍ THƯ THƯỜNG TRUC', 'PHÓ BÍ THƯ THƯỜNG TRỰC'],
    ['PHÓ CHÁNH VĂN PHONO', 'PHÓ CHÁNH VĂN PHÒNG'],
  ])('%s is %s', (print, office) => {
    expect(mendOffice(print)).toBe(office);
  });

  it.each(['BÍ THỦ Y', 'CHỦ TÍCH TRỮ', 'T/M BAN THƯỜNG VỤ', 'Lò Thị Mai Lan', ''])('leaves %j', (print) => {
    expect(mendOffice(print)).toBeUndefined();
  });
});
