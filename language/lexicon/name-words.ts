import { listPhrases } from '../writing/phrases.js';

/*
 * Words in names of bodies and around them. Source: names of bodies in the lists under bodies/, and the function words of
 * the language (a closed class in every grammar of Vietnamese). Rule for entry: without the word a name of the lexicon would
 * be cut short or run on, and a case in fixtures/cases/bodies.json shows it with invented places.
 */

/** Words that stand between a subject and its verb, or open a predicate by themselves. — trạng từ */
export const PREDICATE_ADVERBS: readonly string[] = listPhrases(`
  tiếp tục | khẩn trương | kịp thời | thường xuyên | tập trung | chủ động | tích cực | quyết liệt | nghiêm túc |
  định kỳ | phải | cần | sẽ | sớm | trực tiếp | theo | căn cứ | trên cơ sở | theo chức năng | cùng | nhanh chóng |
  nỗ lực | phấn đấu | đồng thời | trước mắt | trước hết | hằng năm | hàng năm | hằng tháng | hàng tháng | hằng quý |
  hàng quý | toàn diện | nghiêm | linh hoạt | thực sự | đặc biệt | tổng thể | cụ thể | ngay | xem | luôn | trong |
  trước | đến | hết | từ | khi | nếu | để | tùy | chậm nhất | muộn nhất | thật sự | cương quyết | kiên quyết | nhất là |
  không | tự | tăng
`);

/** Words that a name never holds: function words behind which something else begins. */
export const NAME_STOPS: readonly string[] = listPhrases(`
  để | về | theo | trong | tại | khi | đã | đang | sẽ | cần | phải | nhằm | trước | sau | từ | đến | với | cho | bằng |
  là | bị | do | vì | nếu | thì | mà | như | này | đó | trên | dưới | qua | vào | ra | lên | hoặc | có | được | ở |
  cùng | của | thuộc | gắn | nêu | nơi | cũng | rất | nhất | không | chưa | biết | hết | ngay | sớm | tự | các | những |
  đối | xem | nghiêm | tiếp | ngoài
`);

/** What drafting verbs take as object: behind these a namelike verb is a verb after all (xây dựng *kế hoạch*). */
export const DRAFT_NOUNS: readonly string[] = listPhrases(`
  kế hoạch | phương án | quy chế | báo cáo | đề án | dự thảo | chương trình hành động | chương trình công tác | hồ sơ |
  văn bản | nghị quyết | quyết định | công tác | việc | các | tốt | nghiêm | hiệu quả | có | những | lộ trình |
  giải pháp | đầy đủ | đúng | nội dung | chi tiết | bộ tiêu chí | hoàn thành | thực hiện | kịp thời | đồng bộ | cơ chế |
  hướng dẫn | danh mục | quy trình | ngay | và | , | tại | thường xuyên | rõ
`);

/** Nouns that hold a verb's syllable: "giao thông" gives nobody a task and "chương trình" submits nothing. — từ ghép */
export const NOUN_COMPOUNDS: readonly string[] = listPhrases(`
  giao thông | giao lưu | giao dịch | chương trình | công trình | quy trình | lộ trình | quá trình | tiến trình |
  tờ trình | giáo trình | cấp ủy | cấp huyện | cấp xã | cấp tỉnh | cấp trên | cấp dưới | cấp cơ sở | các cấp |
  thu nhập | thu chi | chi bộ | chi cục | chi ủy | chi hội | chi nhánh | chi phí | chi tiết | lập trường |
  thành lập trường | cơ quan | trình độ | trình tự | đầu mối | thông báo kết luận | báo cáo số | mở đầu | đưa vào |
  ký hiệu | ký túc xá | kỳ họp | thuê bao | tạo hình | kinh tế thị trường | quyết định số | chỉ tiêu | đối tượng |
  đối ngoại | truyền hình | phát thanh và truyền hình | nông thôn | cấp bách | cấp thiết | cấp thẩm quyền |
  cấp có thẩm quyền | thu gom
`);

/** Words that look like the opening of a body and are not: "Tổ chức", "Trường hợp", "Phòng, chống". */
export const FALSE_HEADS: readonly string[] = listPhrases(`
  tổ chức | hội nghị | hội thảo | hội viên | hội họp | hội nhập | hội chợ | hội thi | hội trường | đội ngũ |
  trường hợp | trường học | quỹ đất | quỹ nhà | vụ việc | vụ án | vụ mùa | bộ máy | bộ tiêu chí | bộ chỉ số |
  bộ thủ tục | bộ phận | sở hữu | phòng ngừa | phòng chống | phòng, chống | phòng cháy | phòng bệnh | phòng thủ |
  báo cáo | báo chí | viện phí | cục bộ | tổ dân phố | hạt nhân | văn phòng phẩm | đài thọ | báo động |
  thành viên gia đình | cán bộ, đảng viên | trường lớp | trường sở | tổ hợp | ngân hàng dữ liệu | ngân hàng đề thi | ngân hàng câu hỏi |
  doanh nghiệp nhỏ và vừa | trạm dừng | hợp tác xã kiểu mới | quỹ thời gian | trung tâm chính trị | trưởng thành
`);

/** Openings that are common words in small letters: only a capital makes them a name. */
export const CAPITAL_HEADS: readonly string[] = listPhrases(`
  thanh tra | công an | hải quan | công đoàn | thành viên | lãnh đạo | cán bộ | chủ nhiệm | thường trực |
  ban tổ chức | hội đồng | bưu điện | viễn thông | điện lực | chi bộ | đảng bộ | trường chính trị | ủy viên |
  kiểm lâm | quân đội | quân sự | biên phòng | quản lý thị trường | tổ đại biểu | lực lượng
`);

/** Coordinated words that stand in names as one: their commas and "và" end nothing. */
export const NAME_PHRASES: readonly string[] = listPhrases(`
  bảo vệ và phát triển rừng | phòng, chống | tham nhũng, lãng phí, tiêu cực | tham nhũng, tiêu cực |
  tham nhũng, lãng phí | cứu nạn, cứu hộ | thiên tai và tìm kiếm cứu nạn | cháy, chữa cháy | cháy và chữa cháy |
  phòng cháy, chữa cháy | khoa học và công nghệ | khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số |
  giảm nghèo bền vững và xây dựng nông thôn mới | tội phạm, tệ nạn xã hội | dân tộc thiểu số và miền núi |
  buôn lậu, gian lận thương mại và hàng giả | thu hút đầu tư | bồi thường, hỗ trợ và tái định cư |
  bồi thường, hỗ trợ, tái định cư | chính sách, chế độ | đầu tư xây dựng các công trình | đầu tư xây dựng công trình |
  xây dựng các công trình | dân dụng và công nghiệp | dân dụng, công nghiệp | giao thông và nông nghiệp |
  giao thông, nông nghiệp | nông nghiệp và phát triển nông thôn | xây dựng và thực hiện quy chế dân chủ ở cơ sở |
  thực hiện quy chế dân chủ ở cơ sở | trật tự | trật tự đô thị | trật tự an toàn | tự vệ
`);
