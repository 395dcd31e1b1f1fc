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
  dự phòng | giao thông | giao lưu | giao dịch | chương trình | công trình | quy trình | lộ trình | quá trình | tiến trình |
  tờ trình | giáo trình | cấp ủy | cấp huyện | cấp xã | cấp tỉnh | cấp trên | cấp dưới | cấp cơ sở | các cấp |
  thu nhập | thu chi | chi bộ | chi cục | chi ủy | chi hội | chi nhánh | chi phí | chi tiết | lập trường |
  thành lập trường | cơ quan | trình độ | trình tự | đầu mối | thông báo kết luận | báo cáo số | mở đầu | đưa vào |
  ký hiệu | ký túc xá | kỳ họp | thuê bao | tạo hình | kinh tế thị trường | quyết định số | chỉ tiêu | đối tượng |
  đối ngoại | truyền hình | phát thanh và truyền hình | nông thôn | cấp bách | cấp thiết | cấp thẩm quyền |
  cấp có thẩm quyền | thu gom | giao thừa | nút giao | xây lắp | dự án | dự toán |
  nuôi trồng | nuôi trồng thủy sản | vốn đầu tư | nhà ở | chỗ ở | chủ đầu tư | cây trồng | giống cây trồng | vật nuôi | đồ án | thu phí | hội họp | phòng họp | dự họp | họp báo | nút giao thông
`);

/** Words that look like the opening of a body and are not: "Tổ chức", "Trường hợp", "Phòng, chống". */
export const FALSE_HEADS: readonly string[] = listPhrases(`
  tổ chức | hội nghị | hội thảo | hội viên | hội họp | hội nhập | hội chợ | hội thi | hội trường | đội ngũ |
  trường hợp | trường học | quỹ đất | quỹ nhà | vụ việc | vụ án | vụ mùa | bộ máy | bộ tiêu chí | bộ chỉ số |
  bộ thủ tục | bộ phận | sở hữu | phòng ngừa | phòng chống | phòng, chống | phòng cháy | phòng bệnh | phòng thủ |
  báo cáo | báo chí | viện phí | cục bộ | tổ dân phố | hạt nhân | văn phòng phẩm | đài thọ | báo động |
  thành viên gia đình | cán bộ, đảng viên | trường lớp | trường sở | tổ hợp | ngân hàng dữ liệu | ngân hàng đề thi | ngân hàng câu hỏi |
  đoàn kết | cơ sở hạ tầng | cơ sở dữ liệu | cơ sở vật chất | khối lượng | cụm công nghiệp | hộ tịch | hộ khẩu | hộ chiếu |
  doanh nghiệp nhỏ và vừa | trạm dừng | hợp tác xã kiểu mới | quỹ thời gian | trưởng thành
`);

/** Openings that are common words in small letters: only a capital makes them a name. */
export const CAPITAL_HEADS: readonly string[] = listPhrases(`
  thanh tra | công an | hải quan | công đoàn | thành viên | lãnh đạo | cán bộ | chủ nhiệm | thường trực |
  ban tổ chức | hội đồng | bưu điện | viễn thông | điện lực | chi bộ | đảng bộ | trường chính trị | ủy viên |
  kiểm lâm | quân đội | quân sự | biên phòng | quản lý thị trường | tổ đại biểu | lực lượng |
  chi đoàn | tổ phụ nữ | kế toán | kế toán ngân sách | kế toán đơn vị | kế toán tài vụ | kế toán trường | kế toán - thủ quỹ | thủ quỹ | thủ kho | văn thư | văn thư - lưu trữ
`);

/** Coordinated words that stand in names as one: their commas and "và" end nothing. */
export const NAME_PHRASES: readonly string[] = listPhrases(`
  bảo vệ và phát triển rừng | phòng, chống | tham nhũng, lãng phí, tiêu cực | tham nhũng, tiêu cực |
  tham nhũng, lãng phí | cứu nạn, cứu hộ | thiên tai và tìm kiếm cứu nạn | tìm kiếm cứu nạn | tìm kiếm, cứu nạn | tìm kiếm và cứu nạn | cháy, chữa cháy | cháy và chữa cháy |
  phòng cháy, chữa cháy | khoa học và công nghệ | khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số |
  giảm nghèo bền vững và xây dựng nông thôn mới | tội phạm, tệ nạn xã hội | dân tộc thiểu số và miền núi |
  buôn lậu, gian lận thương mại và hàng giả | thu hút đầu tư | khu chế xuất và công nghiệp | các khu chế xuất và công nghiệp | khu chế xuất và khu công nghiệp |
  khu công nghiệp và khu chế xuất | khu chế xuất, khu công nghiệp | khu công nghiệp, khu chế xuất | khu kinh tế, khu công nghiệp | bồi thường, hỗ trợ và tái định cư |
  bồi thường, hỗ trợ, tái định cư | chính sách, chế độ | đầu tư xây dựng các công trình | đầu tư xây dựng công trình |
  xây dựng các công trình | dân dụng và công nghiệp | dân dụng, công nghiệp | giao thông và nông nghiệp |
  giao thông, nông nghiệp | nông nghiệp và phát triển nông thôn | xây dựng và thực hiện quy chế dân chủ ở cơ sở |
  thực hiện quy chế dân chủ ở cơ sở | tại chỗ | công chức, viên chức | an ninh, trật tự | an ninh, trật tự ở cơ sở | tự giúp nhau | trật tự | quốc phòng và an ninh | quốc phòng, an ninh | phổ biến, giáo dục pháp luật | thi đua, khen thưởng | thi đua - khen thưởng |
  phục vụ hành chính công | dịch vụ sự nghiệp công | trật tự đô thị | trật tự an toàn | tự vệ
`);

/**
 * What a number before it counts: behind the name of a place such a number is none of it ("UBND xã X *02 tuần* một lần").
 * Units of time, measures and the classifiers of things. — danh từ chỉ đơn vị
 */
export const COUNTED_NOUNS: readonly string[] = listPhrases(`
  giây | phút | giờ | ngày | đêm | buổi | tuần | tháng | quý | năm | kỳ | đợt | lần | lượt | ca | vụ | mùa | đồng | nghìn |
  triệu | tỷ | tỉ | USD | phần | phần trăm | mét | m | km | ha | hecta | héc ta | tấn | tạ | kg | lít | m2 | m3 | MW | kWh |
  khu | cụm | điểm | tuyến | đoạn | công trình | dự án | chương trình | đề án | kế hoạch | mô hình | chỉ tiêu | nhiệm vụ |
  nội dung | việc | hộ | hộ dân | người | cán bộ | công chức | biên chế | đảng viên | học sinh | giáo viên | suất | căn |
  căn nhà | ngôi nhà | nhà | phòng | lớp | trường | trạm | thôn | bản | xóm | tổ | xã | phường | huyện | đơn vị | cơ quan |
  cơ sở | doanh nghiệp | hợp tác xã | tổ chức | cá nhân | bộ | cái | chiếc | con | cây | quả | loại | nhóm | bên | cấp |
  mặt | tiêu chí | hồ sơ | văn bản | báo cáo | máy | xe | tàu | cầu | chợ | giải pháp | trường hợp | vị trí | lô | thửa
`);

/**
 * Nouns for who acts that name somebody even where nothing but a title stands: "12. Các *chủ rừng* là tổ chức". Source and
 * rule for entry: as AGENT_NOUNS; and a title that begins with it is never about a thing. — danh từ chỉ người, tổ chức
 */
export const LONE_AGENT_NOUNS: readonly string[] = listPhrases(`
  cơ quan | đơn vị | doanh nghiệp | chủ đầu tư | chủ rừng | chủ cơ sở | chủ hộ | chủ phương tiện | chủ tàu | chủ đò | chủ bến |
  chủ mỏ | chủ vật nuôi | nhà đầu tư | nhà thầu | nhà mạng | nhà trường | người | công ty | hộ dân | hộ gia đình | hộ kinh doanh |
  thuyền trưởng | thuyền viên | lái xe | người lái
`);

/** The same in the plural, where "các" before them tells that people are meant: "Các *cơ sở* giết mổ", "các *tổ chức*". */
export const SURE_AGENT_NOUNS: readonly string[] = [
  ...LONE_AGENT_NOUNS,
  ...listPhrases('tổ chức | hộ | cá nhân | hợp tác xã | cơ sở | lực lượng | tổ chức, cá nhân | tổ chức, doanh nghiệp'),
];

/**
 * Nouns for who acts, people and forms of organisation, known as a kind of body or not: a name that no list knows begins
 * with one ("*Nhóm* Điều phối Mây Ngàn"). Source: the forms of organisation in the laws on associations, cooperatives,
 * enterprises, militia and grassroots democracy, and the general nouns for people by trade. Rule for entry: a dictionary
 * says "người", "tập thể" or "tổ chức" of it. — danh từ chỉ người, tổ chức
 */
export const AGENT_NOUNS: readonly string[] = [
  ...SURE_AGENT_NOUNS,
  ...listPhrases(`
  nhóm | tổ | đội | ban | hội | câu lạc bộ | mạng lưới | liên minh | liên hiệp | hiệp hội | trung tâm | viện | vườn ươm |
  chủ | trại | trại giống | bếp | bếp ăn | xưởng | nhà máy | xí nghiệp | cửa hàng | chợ | bến xe | nhà xe | nhà máy nước | nông trường |
  lâm trường | đồn | trạm | chốt | quỹ | phòng khám | bệnh viện | trường |
  tổ hợp tác | ngân hàng | chi nhánh | văn phòng | dân quân |
  sàn giao dịch | nghiệp đoàn | phân xưởng | khoa | hãng | siêu thị | trung tâm thương mại | chi hội | chi đoàn | trang trại |
  làng nghề | khách sạn | nhà hàng | phòng trọ | kế toán trưởng | chủ sử dụng |
  nhà cung cấp | nhà sản xuất | tư vấn | liên danh | người dân | nhân dân |
  bà con | ngư dân | nông dân | công nhân | cán bộ | công chức | viên chức | giáo viên | học sinh | đoàn viên | hội viên |
  đảng viên | chuyên gia | nghệ nhân | già làng | trưởng | trưởng bản | trưởng thôn | kiểm lâm viên | cơ quan báo chí | gia đình |
  tài xế | chủ xe | thanh niên | phụ nữ | cựu chiến binh | đoàn | khối | cụm | tiểu ban | hội đồng |
  địa phương | ủy ban | cục | vụ | sở | phòng | chi cục | hạt | đài | báo | tập đoàn | cảng | nhà ga | ga | bưu cục | điện lực | thư viện |
  bảo tàng | nhà văn hóa | cung | học viện | phân hiệu | phân viện | trung đoàn | sư đoàn | tiểu đoàn | đại đội | hải đội | lữ đoàn
`),
];

/** Nouns of what is no agent although a marker stands before it: "phối hợp với *việc* …", "giao *Đề án* …". — danh từ chỉ việc */
export const NO_AGENTS: readonly string[] = listPhrases(`
  việc | quá trình | công tác | nội dung | kế hoạch | chương trình | đề án | dự án | phương án | văn bản | nhiệm vụ | nghị quyết |
  quyết định | chỉ thị | kết luận | công văn | thông báo | thông tư | nghị định | luật | hiến pháp | điều | khoản | điểm | mục |
  phụ lục | báo cáo | tờ trình | hướng dẫn | quy chế | quy định | quy hoạch | quốc lộ | tỉnh lộ | đường | cầu | sông | hồ | đập |
  kênh | tuyến | đoạn | công trình | biện pháp | giải pháp | phong trào | cuộc vận động | ngày | tháng | quý | năm | tết | lễ |
  nguồn | nguồn vốn | nguồn lực | chủ trương | chủ đề | chủ thể | chủ quyền | chủ nghĩa | nguyên tắc | tinh thần | điều kiện | tình hình | thực tế | nhu cầu | yêu cầu | mục tiêu | tiêu chí | định hướng | chủ trương |
  hình thức | phương thức | lĩnh vực | ngành nghề | thời gian | tiến độ | chất lượng | kinh phí | vốn | đất | rừng | hàng hóa |
  sản phẩm | dữ liệu | hệ thống | cơ chế | chính sách | pháp luật | văn hóa | du lịch | thị trường | nhà nước | đảng | đơn vị tính | đơn vị đo | đơn vị hành chính | cơ quan ngôn luận |
  cơ sở dữ liệu | cơ sở vật chất | cơ sở hạ tầng | cơ sở pháp lý
`);

/**
 * What begins a sentence and no proper name, though it bears a capital right behind a place: "UBND các xã, phường *Trên cơ sở*
 * kế hoạch này …", where a title lost its line break. Source: office usage (DOMAIN: how tasks are given). Rule for entry: two
 * words that open an adverbial and name no place.
 */
export const SENTENCE_OPENERS: readonly string[] = listPhrases(`
  trên cơ sở | trong quá trình | trong phạm vi | trong thời gian | căn cứ | căn cứ vào | theo chức năng | tùy theo |
  tuỳ theo | trường hợp | định kỳ | hằng năm | hàng năm | trên địa bàn | đối với
`);
