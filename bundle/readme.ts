import type { Platform } from './platforms.js';

export interface BundleFacts {
  readonly version: string;
  readonly platform: Platform;
  /** Least glibc of a bundle for Linux. */
  readonly glibc: string | undefined;
}

const onWindows = ({ version }: BundleFacts): readonly string[] => [
  `KETLUAN ${version} – BẢN CHẠY NGOẠI TUYẾN CHO WINDOWS (64 bit)`,
  '',
  'Không cần cài đặt, không cần mạng, không cần quyền quản trị.',
  '',
  '1. Giải nén cả thư mục này vào một nơi cố định trên máy, ví dụ D:\\ketluan.',
  '   Đường dẫn có dấu cách và chữ Việt vẫn dùng được.',
  '2. Bấm đúp vào mo-ketluan.cmd: cửa sổ lệnh mở ra ở thư mục của riêng bạn',
  '   (C:\\Users\\tên của bạn\\ketluan), kèm danh sách các lệnh.',
  '3. Gõ lần lượt:',
  '     ketluan doctor          (kiểm tra máy)',
  '     ketluan demo            (chạy thử với văn bản mẫu)',
  '     ketluan ingest "D:\\Quét\\Năm 2025"',
  '     ketluan status',
  '',
  'Nếu Windows báo tệp lấy từ máy khác: bấm chuột phải vào tệp nén, chọn',
  'Properties, đánh dấu Unblock rồi mới giải nén.',
];

const onLinux = ({ version, glibc }: BundleFacts): readonly string[] => [
  `KETLUAN ${version} – BẢN CHẠY NGOẠI TUYẾN CHO LINUX (x86-64)`,
  '',
  'Không cần cài đặt, không cần mạng, không cần quyền quản trị.',
  ...(glibc === undefined
    ? []
    : [`Cần glibc ${glibc} trở lên (xem bằng lệnh: ldd --version) và thư viện libstdc++ đi kèm.`]),
  '',
  '1. Chép cả thư mục này vào một nơi cố định trên máy, ví dụ /opt/ketluan.',
  '   Đường dẫn có dấu cách và chữ Việt vẫn dùng được.',
  '2. Mở cửa sổ lệnh, gõ đường dẫn của tệp mo-ketluan: cửa sổ chuyển vào',
  '   thư mục ketluan trong thư mục riêng của bạn, kèm danh sách các lệnh.',
  '3. Gõ lần lượt:',
  '     ketluan doctor          (kiểm tra máy)',
  '     ketluan demo            (chạy thử với văn bản mẫu)',
  '     ketluan ingest "/mnt/quét/Năm 2025"',
  '     ketluan status',
];

/** DOC-TRUOC.txt of a bundle: what a person does first, in Vietnamese. */
export const renderReadme = (facts: BundleFacts): string => {
  const isWindows = facts.platform.os === 'win32';
  const lines = [
    ...(isWindows ? onWindows(facts) : onLinux(facts)),
    '',
    'HƯỚNG DẪN (tiếng Việt): thư mục app/docs/huong-dan',
    '     luu-tru.md              cho người làm lưu trữ',
    '     van-thu.md              cho văn thư, chuyên viên',
    '     ra-soat.md              rà soát, sửa, xác nhận',
    '     trang-lam-viec.md       dùng trên trình duyệt (ketluan serve)',
    '     quan-tri.md             cho người quản trị máy: sao lưu, phục hồi, văn bản mật',
    '     doc-co-so-du-lieu.md    đọc cơ sở dữ liệu bằng SQL, Excel, Python',
    '',
    'CẬP NHẬT: giải nén bản mới vào một thư mục khác, chạy thử, rồi mới xoá bản cũ.',
    'Cơ sở dữ liệu (tệp ketluan.db) không nằm trong thư mục này và được giữ nguyên;',
    'sao lưu trước bằng lệnh: ketluan backup <tệp>',
    '',
    'Trong thư mục: node (trình chạy Node.js, giấy phép ở node/LICENSE), app (chương',
    'trình và các thư viện, mỗi thư viện kèm giấy phép của nó), NOI-DUNG.json (danh',
    'sách tệp máy và mã SHA-256 để đối chiếu).',
    '',
  ];
  // Notepad of older Windows needs the mark and its own line ends.
  return isWindows ? `\ufeff${lines.join('\r\n')}` : lines.join('\n');
};
