import { listPhrases } from '../writing/list-phrases.js';

/**
 * Words that open what a body does. A name never runs past one, and a name followed by one is the subject of its clause.
 * — vị ngữ
 */
export const ACTION_VERBS: readonly string[] = listPhrases(`
  sắp xếp lại | tổ chức lại | xây dựng lại | bố trí lại | tấn công | trấn áp | kiểm đếm | kiểm kê | đo đạc | mua sắm | bồi thường | chi trả | san lấp | trồng | cắm mốc | thu thập | phản ánh |
  phổ biến, quán triệt | bàn bạc | hiệp y | thẩm duyệt | giám định | trích | ứng | phân định | phân tách | sáp nhập |
  chủ trì | chủ động | phối hợp | tham mưu | rà soát | triển khai | chỉ đạo | lãnh đạo | hướng dẫn | tổ chức |
  đẩy nhanh | đẩy mạnh | tăng cường | nâng cao | tổng hợp | theo dõi | đôn đốc | giám sát | báo cáo | trình |
  nghiên cứu | đề xuất | kiến nghị | hoàn thiện | hoàn thành | hoàn chỉnh | tháo gỡ | giải quyết | xử lý | khắc phục |
  chấn chỉnh | quán triệt | phổ biến | tuyên truyền | vận động | huy động | bố trí | phân bổ | cân đối | phân công |
  giao | yêu cầu | đề nghị | cho ý kiến | lấy ý kiến | xin ý kiến | có ý kiến | ban hành | xây dựng | thực hiện |
  kiểm tra | thẩm định | thẩm tra | phê duyệt | quyết định | thống nhất | căn cứ | chịu trách nhiệm | có trách nhiệm |
  chịu sự | bảo đảm | đảm bảo | duy trì | củng cố | kiện toàn | sắp xếp | bổ sung | điều chỉnh | sửa đổi | cập nhật |
  công bố | công khai | thông báo | thông tin | tiếp nhận | tiếp thu | lập | soạn thảo | dự thảo | chuẩn bị | khảo sát |
  đánh giá | phân tích | xác định | lựa chọn | quan tâm | chú trọng | chăm lo | hỗ trợ | giúp đỡ | giúp |
  tạo điều kiện | phát huy | phát động | khuyến khích | thúc đẩy | thu hút | mời | gửi | chuyển | cung cấp | tiến hành |
  ưu tiên | nêu cao | bám sát | quản lý | khai thác | sử dụng | đầu tư | phát triển | mở rộng | đổi mới | cụ thể hóa |
  thể chế hóa | đưa | làm tốt | làm việc | làm rõ | nắm | nắm chắc | nắm bắt | thường trực giúp việc |
  giải phóng mặt bằng | bàn giao | nghiệm thu | quyết toán | thanh tra | thanh toán | giải ngân | thu hồi | đấu tranh |
  phòng ngừa | ngăn chặn | phát hiện | khởi tố | điều tra | truy tố | xét xử | thi hành | tuần tra | rút kinh nghiệm |
  kiểm điểm | học tập | cử | thành lập | bồi dưỡng | đào tạo | tập huấn | tuyển dụng | luân chuyển | khen thưởng |
  biểu dương | tôn vinh | nhân rộng | lồng ghép | vận hành | ứng dụng | áp dụng | số hóa | kết nối | chia sẻ | thu gom |
  khơi thông | cấp | thu | chi | rút | thuê | ký | ký kết | tặng | trao | dành | lắng nghe | đối thoại | gặp gỡ |
  tiếp công dân | tiếp xúc | thăm | động viên | kêu gọi | đăng ký | cam kết | tham gia | tham dự | dự | thành công |
  gắn | coi trọng | xem xét | đề ra | nêu gương | gương mẫu | thống kê | kê khai | niêm yết | nộp | đăng tải | đưa tin |
  tìm hiểu | tìm kiếm | giữ vững | giữ gìn | bảo vệ | bảo tồn | phòng chống | phòng, chống | ứng phó | khôi phục |
  sửa chữa | nâng cấp | cải tạo | giới thiệu | quảng bá | xúc tiến | cải cách | cải thiện | rà phá | phân cấp |
  ủy quyền | phân loại | sơ kết | tổng kết | xem xét | chấp hành | tuân thủ | thông qua | quy định | chấm dứt |
  cắt giảm | rút ngắn | hạn chế | khẳng định | lưu ý | biết | nghiêm cấm | đình chỉ | đấu thầu | đấu giá |
  thi công | phục hồi | chăm sóc | khám | điều trị | tiêm | cung ứng | dạy | kéo dài | tránh | không để | chống |
  thể hiện | giải trình | đối chiếu | xác minh | tham vấn | tư vấn | đào sâu | hình thành | tạo | tập trung | chịu |
  tiếp cận | nhận | bầu | chọn | sớm | vào cuộc | đồng hành | đi đầu | khởi công | mở | kéo | xóa | gia hạn |
  chuyển giao | chuyển đổi | tích cực | làm | di dời | di chuyển | lắp đặt | gia cố | nạo vét | tu sửa | cưỡng chế |
  tháo dỡ | dỡ bỏ | giải tỏa | xử phạt | tịch thu | tạm dừng | dừng | bãi bỏ | hủy bỏ | thay thế | trả lời | phúc đáp |
  phân luồng | điều tiết | khoanh vùng | nhắc nhở | phê bình | phát sóng | biên soạn | thu mua | cho phép | hoàn trả |
  tạm ứng | tinh giản | điều động | bổ nhiệm | miễn nhiệm | hiệp thương | thanh lý | tổng rà soát | túc trực |
  diễn tập | sơ tán | tiêu hủy | định hướng | xác nhận | góp ý | phản biện | lấy mẫu | thảo luận | tuyên dương
`);

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

/**
 * Verbs that are as often nouns inside a name: right behind the opening of a name they belong to it
 * (Ban Chỉ đạo *thực hiện* Chương trình …, Trung tâm *Kiểm soát* bệnh tật), and in the middle of one they do not end it.
 */
export const NAMELIKE_VERBS: readonly string[] = listPhrases(`
  xây dựng | thực hiện | quản lý | phát triển | đầu tư | kiểm tra | tổ chức | bảo vệ | phòng chống | phòng, chống |
  xúc tiến | thi hành | cải cách | chuyển đổi | sắp xếp | tổng kết | giải phóng mặt bằng | đào tạo | bồi dưỡng |
  khai thác | dạy | giới thiệu | điều tra | thông tin | triển khai | ứng phó | thẩm định | khám | cấp | thu | chi |
  khởi công | hỗ trợ | ứng dụng | bảo tồn | chống | chăm sóc | cung ứng | phục hồi | tư vấn | đấu giá | điều trị | dự |
  tuyên truyền | vận động | giải quyết | làm việc | đổi mới | bầu | học tập | dịch vụ | tổng hợp
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
  thành viên gia đình | cán bộ, đảng viên | doanh nghiệp nhỏ và vừa | trạm dừng | hợp tác xã kiểu mới | quỹ thời gian |
  trung tâm chính trị | trưởng thành
`);

/** Openings that are common words in small letters: only a capital makes them a name. */
export const CAPITAL_HEADS: readonly string[] = listPhrases(`
  thanh tra | công an | hải quan | công đoàn | thành viên | lãnh đạo | cán bộ | chủ nhiệm | thường trực | ban tổ chức |
  hội đồng | bưu điện | viễn thông | điện lực | chi bộ | đảng bộ | trường chính trị | ủy viên | kiểm lâm | quân đội | quân sự | biên phòng | quản lý thị trường | tổ đại biểu | lực lượng
`);

/** Coordinated words that stand in names as one: their commas and "và" end nothing. */
export const NAME_PHRASES: readonly string[] = listPhrases(`
  bảo vệ và phát triển rừng | phòng, chống | tham nhũng, lãng phí, tiêu cực | tham nhũng, tiêu cực | tham nhũng, lãng phí | cứu nạn, cứu hộ |
  thiên tai và tìm kiếm cứu nạn | cháy, chữa cháy | cháy và chữa cháy | phòng cháy, chữa cháy | khoa học và công nghệ |
  khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số | giảm nghèo bền vững và xây dựng nông thôn mới |
  tội phạm, tệ nạn xã hội | dân tộc thiểu số và miền núi | buôn lậu, gian lận thương mại và hàng giả |
  thu hút đầu tư | bồi thường, hỗ trợ và tái định cư | bồi thường, hỗ trợ, tái định cư | chính sách, chế độ |
  đầu tư xây dựng các công trình | đầu tư xây dựng công trình | xây dựng các công trình | dân dụng và công nghiệp |
  dân dụng, công nghiệp | giao thông và nông nghiệp | giao thông, nông nghiệp | nông nghiệp và phát triển nông thôn |
  xây dựng và thực hiện quy chế dân chủ ở cơ sở | thực hiện quy chế dân chủ ở cơ sở |
  trật tự | trật tự đô thị | trật tự an toàn | tự vệ
`);
