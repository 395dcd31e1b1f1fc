import { uniformTones } from '../writing/tone-place.js';

/**
 * Loan words and names of several syllables that Vietnamese print writes as one word, beside the spelling in parts. — từ
 * mượn, tên riêng viết liền
 *
 * Source: Quy định về chính tả tiếng Việt và về thuật ngữ tiếng Việt (Quyết định 240/QĐ of the Ministry of Education, 1984),
 * which lets loan words be written together; names of peoples as in Danh mục các thành phần dân tộc Việt Nam (Quyết định
 * 121-TCTK/PPCĐ, 1979). Rule for entry: written together in print, and each part a Vietnamese syllable, so that only the
 * list tells it from words whose blank was lost.
 */
const WRITTEN_TOGETHER: ReadonlySet<string> = new Set(
  `ôtô môtô ximăng càphê xàphòng bêtông canô vắcxin đôla ôxy ôxi ôxít điôxít axít cácbon cácbonát mêtan nitơ hyđrô
   phốtpho phốtphát amiăng rađa rađiô sơmi côngtenơ rơmoóc bulông xilanh cáctông ghita rôbô môđun véctơ catốt anốt
   sôcôla xúcxích bíttết xíchlô balô vali măngtô bơgơ patê catxét cátxét ápphích kilôgam kilômét xentimét milimét hécta
   lít mácma mômen virút panô silô côla ôvan balê tivi cacao satế rađi xăngđan côban mangan magiê bôxít vécni sôđa pơmu mắcca
   lênin mácxít lêninnít mátxcơva rôma kitô giêsu bàlamôn phaolô ănglê giơnevơ campuchia pari gialai đắklắk xinhgapo malaixia inđônêxia
   êđê xơđăng giarai bana mnông raglai cơho churu xtiêng chăm bru vânkiều tàôi giẻtriêng ơđu`
    .split(/\s+/u)
    .map(uniformTones),
);

/** True for a word of several syllables that is written so: `isWrittenTogether('Ôtô')`. Case does not matter. */
export const isWrittenTogether = (word: string): boolean => WRITTEN_TOGETHER.has(uniformTones(word));
