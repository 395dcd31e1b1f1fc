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
  /** True where only somebody who works can stand behind it: a name that no list knows is one there. */
  readonly tellsWork?: true;
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
    tellsWork: true,
    needsPredicate: false,
    links: [],
    reach: 0,
  },
  {
    words: ['yêu cầu', 'đề nghị', 'đôn đốc', 'theo dõi, đôn đốc', 'kiểm tra, đôn đốc'],
    role: 'executing',
    tellsWork: true,
    needsPredicate: true,
    links: [],
    reach: 0,
  },
  {
    words: ['lãnh đạo', 'hướng dẫn', 'huy động', 'thúc đẩy', 'định hướng'],
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
    words: listPhrases(
      'phản ánh | phản ánh kịp thời | kịp thời phản ánh | phản hồi | chủ động thông tin | kịp thời thông tin',
    ),
    role: 'receiving',
    needsPredicate: false,
    links: ['về', 'đến', 'tới', 'cho', 'với'],
    reach: 4,
  },
  {
    words: listPhrases(`
      trình | trình ngay | trình xin ý kiến | tham mưu | tham mưu cho | tham mưu, đề xuất | tham mưu, đề xuất với |
      tham mưu đề xuất | tham mưu trình | tham mưu, trình | đề xuất | đề xuất với | kiến nghị |
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
  sự | tác | kiến | chế | việc | bản | được | số | nội | dung | theo | chí | ban | mối
`);

/** Openings of an adverbial that stands before the subject. — trạng ngữ */
export const ADVERBIAL_OPENERS: readonly string[] = listPhrases(`
  trong | trên cơ sở | trên | để | căn cứ | đối với | nhằm | sau khi | sau | trước | từ | đến | theo | hằng | hàng |
  định kỳ | khi | với | về | năm | quý | tháng | ngoài | bên cạnh | đồng thời | thời gian | quá trình | riêng | ngay |
  chậm nhất | từ nay | nếu | tại | qua | do | ngày | hết | mặt khác | cùng với | trường hợp | nhân | xuất phát |
  thực hiện | tiếp theo | ở | song song | những | các nội dung | kết luận | giai đoạn | phát triển | xây dựng | việc |
  nay | đề | tiếp thu | dưới | dưới sự | nhận được
`);

/** What a body does that is told of the work so that it may decide: "để lãnh đạo UBND tỉnh *theo dõi, chỉ đạo*". */
export const FOLLOWING_WORDS: readonly string[] = listPhrases(`
  theo dõi | chỉ đạo | lãnh đạo | biết | nắm | nắm bắt | xem xét | cho ý kiến | quyết định | điều hành | kịp thời chỉ đạo |
  kịp thời theo dõi | có ý kiến | tháo gỡ | tổng hợp | giám sát | phê duyệt | thông qua
`);

const ANSWERS = listPhrases(`
  trách nhiệm | chịu trách nhiệm | phân công | phân công nhiệm vụ | phân công trách nhiệm | cơ quan chịu trách nhiệm
`);
const HOW = listPhrases(`
  chỉ đạo | lãnh đạo | lãnh đạo, chỉ đạo | tổ chức | triển khai | chỉ đạo, tổ chức | lãnh đạo, chỉ đạo, tổ chức | chủ trì |
  chỉ đạo, triển khai | tổ chức, triển khai | lãnh đạo, tổ chức | chủ trì, tổ chức | tham mưu | chủ trì tham mưu |
  chủ trì, tham mưu | tham mưu, tổ chức | theo dõi | theo dõi, đôn đốc | chủ trì, theo dõi | chủ trì theo dõi
`);

/** Titles before a colon that name who answers for the items above: "*Trách nhiệm chỉ đạo thực hiện*: Sở A." — đơn vị chủ trì */
export const RESPONSIBLE_TITLES: readonly string[] = [
  ...ANSWERS.flatMap((answer) => [
    answer,
    `${answer} thực hiện`,
    ...HOW.flatMap((how) => [`${answer} ${how}`, `${answer} ${how} thực hiện`]),
  ]),
  ...listPhrases(`
    chủ trì | chủ trì thực hiện | cơ quan chủ trì | cơ quan chủ trì thực hiện | cơ quan thực hiện | đơn vị chủ trì |
    đơn vị chủ trì thực hiện | đơn vị thực hiện | cơ quan, đơn vị chủ trì | cơ quan, đơn vị thực hiện | đầu mối thực hiện |
    cơ quan đầu mối | đơn vị đầu mối | phụ trách | người phụ trách | đồng chí phụ trách | người chịu trách nhiệm |
    cơ quan chủ trì, tham mưu | cơ quan chủ trì tham mưu | cơ quan chủ trì tham mưu thực hiện | cơ quan tham mưu |
    đơn vị chủ trì tham mưu | đơn vị chủ trì tham mưu thực hiện | đơn vị chủ trì, tham mưu | đơn vị tham mưu | cơ quan được giao chủ trì | giao thực hiện |
    cơ quan chủ trì, thực hiện | cơ quan chủ trì và thực hiện | cơ quan chủ trì, tổ chức thực hiện | cơ quan chủ trì triển khai |
    đơn vị chủ trì, thực hiện | đơn vị chủ trì và thực hiện | đơn vị chủ trì, tổ chức thực hiện | đơn vị chủ trì triển khai |
    cơ quan, đơn vị chủ trì, thực hiện | chủ trì, thực hiện | chủ trì và thực hiện | đơn vị, cá nhân chủ trì | bộ phận chủ trì |
    bộ phận thực hiện | cơ quan, đơn vị chịu trách nhiệm | đơn vị chịu trách nhiệm | đơn vị phụ trách | cơ quan phụ trách | cơ quan chỉ đạo
  `),
];

/** The same for those who help: "*Cơ quan phối hợp*: Sở B". — đơn vị phối hợp */
export const PARTNER_TITLES: readonly string[] = listPhrases(`
  phối hợp | phối hợp thực hiện | cơ quan phối hợp | cơ quan phối hợp thực hiện | đơn vị phối hợp | cơ quan, đơn vị phối hợp |
  đơn vị phối hợp thực hiện | cơ quan, đơn vị phối hợp thực hiện | cơ quan phối hợp, thực hiện | đơn vị phối hợp, thực hiện |
  cơ quan, đơn vị liên quan phối hợp | bộ phận phối hợp | trách nhiệm phối hợp
`);

/** Titles beside them that tell the time: "Thời gian hoàn thành: quý III". — thời gian thực hiện */
export const TIME_TITLES: readonly string[] = listPhrases(`
  thời gian | thời hạn | thời gian hoàn thành | thời hạn hoàn thành | thời gian thực hiện | tiến độ | tiến độ thực hiện |
  tiến độ hoàn thành | hoàn thành | thời điểm hoàn thành | thời hạn thực hiện | hạn hoàn thành | thời gian triển khai |
  thời gian, tiến độ | tiến độ, thời gian | thời gian, tiến độ thực hiện
`);

/** Words that make a lead-in one whose body directs: its items tell what others have to do. */
export const DIRECTING_WORDS: readonly string[] = ['chỉ đạo', 'lãnh đạo, chỉ đạo', 'lãnh đạo'];
