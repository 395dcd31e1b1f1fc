import type { BodyRole } from '../../schemas/directive.js';
import { listPhrases } from '../writing/phrases.js';

/*
 * Words that tell the roles of the bodies around them. Source: how quy chế làm việc and Nghị định 30/2020/NĐ-CP word shared
 * work: chủ trì, phối hợp, tham mưu, trình, báo cáo, xin ý kiến. Rule for entry: general office usage, with a case of
 * invented wording in fixtures/cases/assignments.json.
 */

/** How a word inside a clause marks the bodies behind it. */
export interface RoleMarker {
  readonly words: readonly string[];
  readonly role: Exclude<BodyRole, 'lead'>;
  /** True when the bodies must do something by the next word, else they are only talked about: "hướng dẫn X *thực hiện*". */
  readonly needsPredicate: boolean;
  /** Small words that may stand between the marker and the bodies, at most `reach` tokens away. */
  readonly links: readonly string[];
  readonly reach: number;
}

export const ROLE_MARKERS: readonly RoleMarker[] = [
  {
    words: ['phối hợp', 'chủ trì phối hợp', 'chủ trì, phối hợp', 'phối hợp chặt chẽ', 'phối kết hợp'],
    role: 'coordinating',
    needsPredicate: false,
    links: ['với', 'cùng', 'cùng với'],
    reach: 8,
  },
  {
    words: listPhrases(`
      cùng với | cùng | trao đổi với | họp với | bàn với | bàn bạc với | làm việc với | thống nhất với |
      với sự tham gia của | với sự phối hợp của | mời | tham vấn | lấy ý kiến của
    `),
    role: 'coordinating',
    needsPredicate: false,
    links: [],
    reach: 0,
  },
  {
    words: listPhrases(`
      chỉ đạo | lãnh đạo, chỉ đạo | giao | giao cho | giao trách nhiệm cho | giao nhiệm vụ cho |
      phân công | phân công cho | phân công nhiệm vụ cho
    `),
    role: 'executing',
    needsPredicate: false,
    links: [],
    reach: 0,
  },
  {
    words: listPhrases(`
      lãnh đạo | yêu cầu | đề nghị | đôn đốc | hướng dẫn | huy động | theo dõi, đôn đốc | kiểm tra, đôn đốc | thúc đẩy
    `),
    role: 'executing',
    needsPredicate: true,
    links: [],
    reach: 0,
  },
  {
    words: listPhrases(`
      báo cáo | gửi báo cáo | báo cáo kết quả | tổng hợp báo cáo | thông tin, báo cáo | gửi | gửi về | gửi kết quả |
      xin ý kiến | xin ý kiến của
    `),
    role: 'receiving',
    needsPredicate: false,
    links: ['với', 'cho', 'tới', 'về', 'lên', 'gửi', 'đến', 'trước', 'qua'],
    reach: 14,
  },
  {
    words: listPhrases(`
      trình | trình xin ý kiến | tham mưu | tham mưu cho | tham mưu, giúp | tham mưu giúp | tham mưu, đề xuất |
      tham mưu đề xuất | tham mưu trình | tham mưu, trình | giúp | đề xuất | đề xuất với | kiến nghị |
      kiến nghị với | kiến nghị, đề xuất | báo cáo, đề xuất | báo cáo, tham mưu | báo cáo, trình |
      trình và báo cáo
    `),
    role: 'receiving',
    needsPredicate: false,
    links: [],
    reach: 0,
  },
];

/** Nouns before a marker that make it a thing, not an act: "*công tác* phối hợp", "*ý kiến* chỉ đạo". */
export const NOUN_BEFORE: readonly string[] = listPhrases(`
  sự | tác | kiến | chế | việc | bản | được | số | nội | dung | theo | chí | ban
`);

/** Openings of an adverbial that stands before the subject. — trạng ngữ */
export const ADVERBIAL_OPENERS: readonly string[] = listPhrases(`
  trong | trên cơ sở | trên | để | căn cứ | đối với | nhằm | sau khi | sau | trước | từ | đến | theo | hằng | hàng |
  định kỳ | khi | với | về | năm | quý | tháng | ngoài | bên cạnh | đồng thời | thời gian | quá trình | riêng | ngay |
  chậm nhất | từ nay | nếu | tại | qua | do | ngày | hết | mặt khác | cùng với | trường hợp | nhân | xuất phát |
  thực hiện | tiếp theo | ở | song song | những | các nội dung | kết luận | giai đoạn | phát triển | xây dựng | việc |
  nay | đề
`);

/** What a body does that is told of the work so that it may decide: "để lãnh đạo UBND tỉnh *theo dõi, chỉ đạo*". */
export const FOLLOWING_WORDS: readonly string[] = listPhrases(`
  theo dõi | chỉ đạo | lãnh đạo | biết | nắm | nắm bắt | xem xét | cho ý kiến | quyết định | điều hành | kịp thời chỉ đạo |
  kịp thời theo dõi | có ý kiến | tháo gỡ
`);

/** Words that make a lead-in one whose body directs: its items tell what others have to do. */
export const DIRECTING_WORDS: readonly string[] = ['chỉ đạo', 'lãnh đạo, chỉ đạo', 'lãnh đạo'];
