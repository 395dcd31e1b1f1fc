import { wordPattern } from '../writing/patterns.js';

// Titles are looked at folded: OCR hurts capitals with marks most.

/** Titles over what was, not over what is to be done. — tình hình, kết quả, hạn chế, nguyên nhân */
export const ASSESSMENT_TITLE =
  /\b(?:danh gia|tinh hinh|ket qua|han che|ton tai|nguyen nhan|uu diem|khuyet diem|thuc trang|nhan dinh|boi canh|su can thiet|thuan loi|kho khan|bai hoc|dac diem|yeu kem|mat duoc)\b/u;
/** Titles over aims and principles. — quan điểm, mục tiêu */
export const AIMS_TITLE = /\b(?:quan diem|muc tieu|chi tieu|phuong cham|nguyen tac|pham vi|doi tuong|muc dich)\b/u;
/** Titles over tasks. — nhiệm vụ, giải pháp, tổ chức thực hiện */
export const TASKS_TITLE =
  /\b(?:nhiem vu|giai phap|to chuc thuc hien|phan cong|thoi gian toi|thoi gian den|trong tam|chi dao|phuong huong|cong viec|trach nhiem|yeu cau|cong tac|viec can)\b/u;
/** What makes a mixed title one over tasks: "Kết quả … và phương hướng, nhiệm vụ". */
export const FORWARD_TITLE =
  /\b(?:thoi gian toi|thoi gian den|phuong huong|mot so nhiem vu|cac nhiem vu|nhiem vu,? (?:va )?giai phap|giai phap)\b/u;

/** What ends a document: kept, but nobody's task. — câu kết */
export const CLOSING =
  /^\W*(?:tren day la|nay (?:xin )?thong bao|(?:noi dung )?(?:ket luan|thong bao|nghi quyet|chi thi|quyet dinh|quy dinh|van ban|cong van)(?: nay)? (?:duoc|pho bien|co hieu luc|thay the|gui)|xin thong bao|.{0,90}thong bao (?:de|den|cho|toi) .{0,120}(?:biet|thuc hien)|.{0,60}(?:xin )?tran trong)/u;

/** Sentences that approve, thank or praise: decisions and courtesies, not tasks. — đồng ý, ghi nhận, biểu dương */
export const APPROVAL = wordPattern(
  '(?:cơ bản )?(?:nhất trí|đồng ý|tán thành|thống nhất|đồng tình)(?! (?:giao|phân công|yêu cầu|đề nghị|nhận thức|hành động|trong))|ghi nhận|hoan nghênh|đánh giá cao|biểu dương|cảm ơn|chúc mừng|thông qua(?= (?:nội dung|báo cáo|dự thảo|đề án|kế hoạch|nghị quyết))|cho chủ trương|cho ý kiến',
  'iu',
);

/** Verbs that hand a task to somebody. — giao, yêu cầu, đề nghị, phân công */
export const ORDER = wordPattern(
  '(?:giao(?! (?:dịch|thông|lưu|tiếp|hữu|thoa|hàng|đất|rừng|khoán|mùa|thừa))|yêu cầu|đề nghị|phân công|ủy quyền|uỷ quyền|lưu ý|kêu gọi|nhắc nhở|chỉ đạo)',
  'iu',
);

/** Verbs that a task begins with, or that follow the body it is given to. */
export const TASK_VERB = wordPattern(
  '(?:chủ trì|chủ động|phối hợp|tham mưu|khẩn trương|tiếp tục|tăng cường|đẩy mạnh|đẩy nhanh|tập trung|rà soát|xây dựng|triển khai|tổ chức|hoàn thành|hoàn thiện|báo cáo|theo dõi|đôn đốc|kiểm tra|giám sát|ban hành|thực hiện|có trách nhiệm|chịu trách nhiệm|quán triệt|nghiên cứu|nâng cao|phát huy|bảo đảm|đảm bảo|chú trọng|quan tâm|ưu tiên|bố trí|lãnh đạo|chỉ đạo|hướng dẫn|tuyên truyền|đưa|lập|sớm|kịp thời|thường xuyên|định kỳ|xử lý|giải quyết|tháo gỡ|cụ thể hóa|vận động|phát động|làm tốt|tích cực|nghiêm túc|phấn đấu|cần|phải|nêu cao|đề cao|quyết liệt|chấn chỉnh|khắc phục|đổi mới|củng cố|thẩm định|trình|tổng hợp|đề xuất|bám sát|phân bổ|cân đối|mời|khảo sát|công bố)',
  'iu',
);

/** Items counted in words, without a mark: "Một là, …", "Thứ hai, …". */
export const ORDINAL_PARAGRAPH =
  /^(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))(?![\p{L}])/iu;

/** What a task may begin with before its body or verb: "Trong quá trình thực hiện, …", "Định kỳ hằng quý, …". */
export const TASK_LEAD =
  /^(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là,?|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười),?|trong quá trình (?:tổ chức |triển khai )*thực hiện|định kỳ[^,]{0,40},|hằng (?:năm|tháng|quý|tuần)|(?:căn cứ|theo|trên cơ sở|để|nếu|khi|đối với|trước|chậm nhất|từ nay|trong|cùng với|đến)(?=\s)[^,.;]{0,160},|trước mắt|đồng thời|ngoài ra|riêng|thời gian tới|hội nghị)\s*,?\s+/iu;

/** What tells of the past or finds fault. — đã, đạt được, còn hạn chế, chưa */
export const PAST = wordPattern(
  '(?:đã|đạt được|chưa|tuy nhiên|tuy vậy|bên cạnh đó|còn(?! (?:lại|phải|nữa|gọi))|làm được|vượt kế hoạch|thấp hơn|cao hơn|tăng|giảm|từng bước|khá|nhiều nơi|một số nơi|hạn chế|tồn tại|khuyết điểm|nguyên nhân|chuyển biến|được quan tâm|kết quả (?:quan trọng|tích cực|bước đầu|khá)|nỗ lực|so với (?:cùng kỳ|yêu cầu)|bình quân|đến nay|chiếm|thời gian qua|những năm qua|vừa qua)',
);

/** How a look back begins: "Năm 2005, …", "Sau 5 năm …", "Tính đến …". */
export const LOOKS_BACK =
  /^(?:trong )?(?:nam \d{4}\b|qua (?:\d|hai|ba|bon|nam|mot|gan|hon)|sau (?:\d|gan|hon|hai|ba|bon|nam|mot|khi)|tinh den|den nay|thoi gian qua|nhung nam qua|\d+ (?:thang|nam) (?:dau nam|qua)|ben canh|tuy |nguyen nhan|nhin chung|co the)/u;

/** Legal grounds above the text: "Căn cứ Điều lệ Đảng;" — căn cứ */
export const GROUND = /^(?:[-–+]\s*)?(?:can cu|xet|theo de nghi) [^:]*[;,.]$/u;

/** What points ahead. — giao, yêu cầu, trước ngày, khẩn trương */
export const AHEAD = wordPattern(
  '(?<!(?:chưa|không|đã|việc|công tác|vẫn|được|bị|có|kết quả|quá trình|sau khi|qua)\\s+)(?:giao|yêu cầu|đề nghị|phân công|chủ trì|khẩn trương|tiếp tục|tăng cường|đẩy mạnh|tập trung|rà soát|cần|phải|hoàn thành|trước ngày|chậm nhất|đôn đốc|kịp thời|bảo đảm|đảm bảo|chủ động|quyết liệt|phấn đấu|triển khai|tham mưu|phối hợp|báo cáo|nghiên cứu)',
);

/** What a paragraph ends with that only leads over to the conclusions: "kết luận như sau:". */
export const OPENING_END =
  /(?:ket luan|y kien|chi dao|thong nhat|thong bao|quyet dinh|quyet nghi|thong qua|nhu sau|sau day|sau)[^.;]{0,60}:\s*$/u;

/** Words that make an announcing paragraph an order to somebody: "yêu cầu các cấp ủy … thực hiện các nhiệm vụ sau:". */
export const ORDER_AHEAD = wordPattern(
  '(?:yêu cầu|đề nghị|giao(?! (?:nhiệm vụ|dịch|thông|lưu|tiếp|hữu|đất|rừng|thừa))|phân công)',
  'iu',
);
