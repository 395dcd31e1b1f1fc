import { listPhrases } from '../../writing/phrases.js';

/**
 * Common nouns that stand for many bodies at once: "các *sở*, *ban*, *ngành*". — nhóm cơ quan
 *
 * Source: the collective terms of the laws on local government, on the Government, of the Party's statutes and of the laws
 * on enterprises and education (cơ quan, đơn vị, tổ chức, địa phương and their kinds). Rule for entry: a common noun for
 * bodies that such a text defines or that names the kinds in bodies/ in the plural; a group of one paper's making is none.
 */
export const GROUP_UNITS: readonly string[] = listPhrases(`
  cấp ủy | cấp ủy đảng | cấp ủy Đảng | chính quyền | chính quyền địa phương | tổ chức đảng | tổ chức cơ sở đảng |
  cơ sở đảng | cơ quan | đơn vị | địa phương | ngành | sở | ban | bộ | ban ngành | sở ngành | sở ban ngành |
  đoàn thể | đoàn thể nhân dân | đoàn thể quần chúng | tổ chức quần chúng | hội đoàn thể | hội nghề nghiệp | hội quần chúng | hội đặc thù | tổ chức | tổ chức chính trị | tổ chức chính trị - xã hội | tổ chức xã hội |
  tổ chức xã hội - nghề nghiệp | tổ chức đoàn thể | cơ quan đoàn thể | tổ chức hội | đoàn thể chính trị - xã hội | tổ chức CT-XH |
  tổ chức thành viên | cơ sở đoàn | cơ sở hội | tổ chức đoàn | đoàn cơ sở | chi đoàn | chi hội | cấp hội | cấp bộ đoàn | thành viên | cấp | phòng | phòng ban | phòng, ban | phòng, ban, ngành | phòng, ban, đoàn thể | phòng chuyên môn | hội | ban đảng | đảng đoàn |
  ban cán sự đảng | ban cán sự | đảng ủy | đảng bộ | chi bộ | chi bộ thôn | chi bộ bản | chi bộ ấp | chi bộ khu phố |
  chi bộ tổ dân phố | chi bộ khu dân cư | chi bộ cơ quan | chi, đảng bộ | chi bộ, đảng bộ | chi bộ trường học | chi bộ trạm y tế | chi bộ công an | chi bộ quân sự | chi bộ trực thuộc | chi ủy | huyện ủy | thị ủy | thành ủy |
  quận ủy | tỉnh ủy | cơ quan ngang bộ | cơ quan hành chính | cơ quan hành chính nhà nước | cơ quan thuộc Chính phủ | cơ quan chuyên môn | cơ quan chức năng | cơ quan tham mưu |
  cơ quan tham mưu, giúp việc | cơ quan đảng | cơ quan nhà nước | cơ quan quản lý | cơ quan báo chí |
  cơ quan tư pháp | cơ quan nội chính | cơ quan thông tin đại chúng | cơ quan trung ương |
  cơ quan, đơn vị chuyên môn | lực lượng | lực lượng vũ trang | lực lượng chức năng | lực lượng công an |
  doanh nghiệp | hợp tác xã | tổ chức tín dụng | cấp chính quyền | cấp bộ đảng | cấp công đoàn | ngân hàng thương mại | hiệp hội | hiệp hội ngành hàng | trường học |
  tập đoàn | tập đoàn kinh tế | tổng công ty | tổng công ty nhà nước | công ty | cơ sở khám bệnh, chữa bệnh | cơ sở khám, chữa bệnh |
  cơ sở khám chữa bệnh | cơ sở giáo dục | cơ sở y tế | cơ sở | trường | trường mầm non | trường mẫu giáo | trường tiểu học | trường trung học cơ sở | trường trung học phổ thông |
  trường phổ thông | trường THCS | trường THPT | trường đại học | trường cao đẳng | mầm non | mẫu giáo | tiểu học | trung học cơ sở |
  trung học phổ thông | THCS | THPT | tiểu học và trung học cơ sở | đại học | cao đẳng | viện | viện nghiên cứu | trung tâm nghiên cứu | mặt trận | mặt trận tổ quốc | MTTQ |
  Mặt trận Tổ quốc Việt Nam | huyện | thành phố | thị xã | quận | xã | phường | thị trấn | đặc khu | tỉnh |
  cấp huyện | cấp xã | cấp tỉnh | cấp cơ sở | thành | thị | thôn | buôn | làng | ấp | khóm | khu phố | tổ dân phố |
  bản | khu dân cư | hộ | hộ dân | hộ gia đình | hộ kinh doanh | tổ chức, doanh nghiệp | cơ sở sản xuất |
  cơ sở sản xuất, kinh doanh | cơ sở kinh doanh | cơ quan thuế | cơ quan hải quan | nhà máy | bệnh viện | tổ chức, cá nhân | tổ chức cá nhân | cá nhân | tập thể | nhà tài trợ | khối | tiểu ban | bên liên quan | chủ rừng | đơn vị chủ rừng | xóm | bon | phum | sóc | trạm y tế
`);

/** People, not bodies: they stand beside a group of bodies as a name of their own. — hộ gia đình, người dân */
export const PEOPLE_UNITS: readonly string[] = listPhrases('hộ | hộ dân | hộ gia đình | hộ kinh doanh');

/** Units that need no "các" before them to open a group. */
export const BARE_GROUP_UNITS: readonly string[] = listPhrases(`
  cấp ủy | cấp ủy đảng | chính quyền | chính quyền địa phương | tổ chức đảng | cơ quan | đơn vị | địa phương |
  cơ quan chuyên môn | phòng chuyên môn | cơ quan chức năng | cơ quan tham mưu | cơ quan tham mưu, giúp việc |
  tổ chức, doanh nghiệp | tổ chức tín dụng | ngân hàng thương mại | cơ quan ngang bộ | bộ | sở | ngành | cấp huyện | cấp xã | cấp tỉnh | lực lượng vũ trang | lực lượng chức năng |
  đoàn thể | tổ chức chính trị - xã hội | mặt trận | mặt trận tổ quốc | MTTQ | Mặt trận Tổ quốc Việt Nam | ban |
  doanh nghiệp | tổ chức, cá nhân | xã | phường | huyện | tỉnh | cơ quan báo chí | huyện ủy | thị ủy | thành ủy |
  đảng ủy | chi bộ | phòng, ban | phòng, ban, ngành | phòng, ban, đoàn thể | phòng ban
`);

/** Units that are common words in small letters, "các *vụ* án": only a capital makes them bodies. — các Cục, Vụ */
export const CAPITAL_GROUP_UNITS: readonly string[] = listPhrases(`
  cục | vụ | tổng cục
`);

/** Words before a group: with one of them a common noun is a group. — lượng từ */
export const QUANTIFIERS: readonly string[] = listPhrases(`
  các | những | tất cả các | toàn thể | toàn bộ các | mỗi | từng | một số | hai | ba | tập thể |
  hệ thống các
`);

/** What may stand behind a group or an area and still belongs to the name. Longest first is not needed: a trie takes the longest. */
export const GROUP_TAILS: readonly string[] = listPhrases(`
  liên quan | có liên quan | hữu quan | giáp ranh | lân cận | chuyên ngành | chuyên trách | tại chỗ | chức năng | chuyên môn | trực thuộc | trực thuộc Trung ương | trực thuộc Tỉnh ủy |
  trực thuộc Huyện ủy | trực thuộc Thành ủy | trực thuộc tỉnh | các cấp | cùng cấp | cấp tỉnh | cấp huyện | cấp xã |
  cấp trên | cấp dưới | trung ương | ở trung ương | ở địa phương | địa phương | tỉnh | huyện | thành phố |
  trong tỉnh | trong huyện | trong toàn tỉnh | toàn tỉnh | trong xã | trong toàn xã | toàn xã | trong toàn phường | toàn phường | trong toàn huyện | toàn huyện | trong toàn Đảng bộ | trong Đảng bộ | trên toàn xã | trên toàn tỉnh | trên toàn phường | xã | phường | khác | nhà nước | ngang bộ |
  của Tỉnh ủy | của Thành ủy | của Huyện ủy | của Quận ủy | của Thị ủy | của Đảng ủy | của Trung ương |
  quận | thị xã | thị trấn | đặc khu | của quận | của thị xã | của phường | của thị trấn | trong quận | trong phường |
  trong khu công nghiệp | trong cụm công nghiệp | trong khu kinh tế | trong các khu công nghiệp | trong các cụm công nghiệp |
  trong ngành | thuộc Chính phủ | khối đảng | báo chí | tư pháp | nội chính | chính trị | của Nhà nước | của Đảng | của tỉnh | của huyện | của thành phố |
  của xã | của địa phương | liên quan khác | có thẩm quyền | có chức năng | đóng trên địa bàn | thuộc tỉnh |
  thuộc huyện | thuộc phạm vi quản lý | ở cơ sở | cơ sở | chính trị - xã hội | và cơ quan, đơn vị có liên quan |
  từ tỉnh đến cơ sở | từ tỉnh đến xã | từ huyện đến cơ sở | từ huyện đến xã | từ Trung ương đến địa phương |
  từ Trung ương đến cơ sở | từ thành phố đến cơ sở | từ cấp tỉnh đến cơ sở | từ cấp tỉnh đến cấp xã | từ xã đến thôn |
  ven biển | miền núi | biên giới | vùng cao | vùng ven biển | phía Bắc | phía Nam | miền Trung | miền Bắc | miền Nam |
  nói trên | nêu trên | giúp việc | thành viên | Trung ương và địa phương | trung ương và địa phương | sự nghiệp |
  sự nghiệp công lập | vũ trang | ngành dọc | liên quan của tỉnh | thụ hưởng | quản lý nhà nước | nghiệp vụ | tư vấn |
  tư vấn giám sát | tư vấn, giám sát | thẩm quyền | sử dụng ngân sách | nói chung | cấp cơ sở | ở cấp xã
`);

/** Verbs that tell which bodies of a group are meant where no object follows: "các đơn vị *quản lý*". — quản lý, thi công */
export const GROUP_ACTS: readonly string[] = listPhrases(`
  quản lý | thi công | quản lý, sử dụng | quản lý, vận hành | quản lý, khai thác | vận hành | khai thác | sử dụng |
  tư vấn | cung cấp | cung cấp dịch vụ | giết mổ | chế biến | sản xuất | kinh doanh | sản xuất, kinh doanh | cung ứng | vận chuyển | vận tải |
  xuất khẩu | nhập khẩu | hành nghề | khám chữa bệnh | khám, chữa bệnh | lưu trú | vi phạm | chậm tiến độ | đào tạo | trồng | nuôi | chăn nuôi | nuôi trồng | xử lý rác | thu gom | thu mua | phân phối
`);

/** What opens a clause that says which bodies of a group are meant, up to what they must do. — mệnh đề định ngữ */
export const GROUP_CLAUSES: readonly string[] = listPhrases(`
  được | bị | đang | đã | chưa | có | nơi có | hoạt động | kinh doanh | sản xuất | sản xuất, kinh doanh | khai thác | sử dụng |
  vận hành | quản lý | thuộc | tham gia | vi phạm | chậm | đầu tư | cung cấp | cung ứng | hành nghề | chế biến | xuất khẩu |
  nhập khẩu | đăng ký | chuyên | sinh sống | cư trú | làm | quản lý nhà nước | quản lý chuyên ngành
`);

/** What a group must do, said so that its name ends before it. — có trách nhiệm, phải */
export const OBLIGING: readonly string[] = listPhrases(`
  có trách nhiệm | có nghĩa vụ | có nhiệm vụ | chịu trách nhiệm | phải | không được | cần | nghiêm túc | khẩn trương |
  thực hiện nghiêm | chấp hành | chủ động | tiếp tục
`);

/** Groups that give tasks in their own name. — chính quyền các cấp, các bộ */
export const DIRECTING_GROUPS: readonly string[] = ['chính quyền', 'bộ', 'ủy ban', 'hội đồng'];
