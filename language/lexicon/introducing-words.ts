import { listPhrases } from '../writing/phrases.js';
import { verbsOf } from './verbs.js';

/*
 * Words of which a sentence that only leads over to its items is made. Source: how Hướng dẫn 36-HD/VPTW and Nghị định
 * 30/2020/NĐ-CP open numbered items: who is told, and an announcement. Rule for entry: it orders nothing by itself; a word
 * that names a thing to be done never enters, for a wrong lead-in loses a task. Cases in the tests of directives.
 */

/** Whom it concerns, beside the verbs of the kind `introduce`. — phối hợp với, cùng với */
const LINKS = listPhrases('phối hợp với | cùng | cùng với | tập trung vào | có nhiệm vụ | chú ý');

/** How it is to be done, when nothing but haste or care is said. — nghiêm túc, khẩn trương */
const MANNERS = listPhrases(`
  tốt | nghiêm | nghiêm túc | cao | ngay | khẩn trương | tiếp tục | đồng bộ | hiệu quả | có hiệu quả | kịp thời | chủ động |
  tích cực | quyết liệt | sớm | đầy đủ | chặt chẽ | cần | phải | trước mắt | thời gian tới | trong thời gian tới |
  trong phạm vi chức năng, nhiệm vụ | trong phạm vi chức năng, nhiệm vụ được giao | trong phạm vi nhiệm vụ được giao |
  trong phạm vi chức năng, nhiệm vụ, quyền hạn | trong phạm vi chức năng, nhiệm vụ, quyền hạn của mình |
  trong phạm vi quản lý | trong phạm vi, quyền hạn của mình | theo chức năng, nhiệm vụ, quyền hạn |
  theo chức năng | theo chức năng, nhiệm vụ | theo chức năng, nhiệm vụ được giao | theo thẩm quyền |
  trong tỉnh | trong huyện | trong xã | trên địa bàn | trên địa bàn tỉnh | trên địa bàn huyện | trên địa bàn xã
`);

/** What is announced: "các nhiệm vụ trọng tâm sau đây". — nội dung, giải pháp */
const ANNOUNCED = listPhrases(`
  các | những | một số | số | nhóm | nhiệm vụ | giải pháp | nội dung | công việc | việc | phần việc | vấn đề | biện pháp |
  công tác | yêu cầu | trọng tâm | chủ yếu | cụ thể | cơ bản | chính | quan trọng | cấp bách | then chốt | sau | sau đây |
  như sau | dưới đây | trong đó | gồm | bao gồm | đó là | và
`);

/** All that may stand in a sentence that only introduces its items, beside the names of those who are told. — câu dẫn */
export const INTRODUCING_WORDS: readonly string[] = [...verbsOf('introduce'), ...LINKS, ...MANNERS, ...ANNOUNCED];

/** Openings of a title that names a theme and orders nothing: "Về công tác cán bộ:", "Tổ chức thực hiện:". — đề mục */
export const THEME_OPENINGS: readonly string[] = listPhrases(`
  về | về việc | công tác | tổ chức thực hiện | nhiệm vụ | các nhiệm vụ | giải pháp | các giải pháp | nhiệm vụ, giải pháp |
  một số nhiệm vụ | nội dung | các nội dung | nguyên tắc | yêu cầu chung
`);

/** Openings of the purpose or ground that stands before an order and is none itself: "Để …, Căn cứ …". — trạng ngữ mục đích, căn cứ */
export const GROUND_OPENINGS: readonly string[] = listPhrases(`
  để | nhằm | căn cứ | trên cơ sở | theo | xuất phát | từ tình hình | trong thời gian tới | thời gian tới | trước mắt |
  trước tình hình | trước yêu cầu | trong bối cảnh | xét | xét đề nghị | qua xem xét | sau khi xem xét | sau khi nghe | qua giám sát
`);
