import { createHash } from 'node:crypto';
import type { FileToSave } from '../output/store/save-file.js';
import { type Assignment, type Body, type Deadline, type Directive, makeDeadline } from '../schemas/directive.js';
import type { ExportedDocument } from '../schemas/export.js';

/** Words of the trade, most frequent first: taken with falling probability, so that lists of hits have real lengths. */
const PHRASES = `lãnh đạo|chỉ đạo|thực hiện|tổ chức|xây dựng|phát triển|tăng cường|công tác|nhiệm vụ|giải pháp|kế hoạch
|chương trình|kết quả|hiệu quả|chất lượng|quản lý|kiểm tra|giám sát|rà soát|đôn đốc|triển khai|hoàn thành|bảo đảm|nâng cao
|kinh tế - xã hội|quốc phòng, an ninh|cải cách hành chính|chuyển đổi số|nông thôn mới|giảm nghèo bền vững|đầu tư công
|giải ngân vốn|giải phóng mặt bằng|quy hoạch sử dụng đất|bảo vệ môi trường|biến đổi khí hậu|thu hút đầu tư|hạ tầng giao thông
|khu công nghiệp|cụm công nghiệp|nông nghiệp hữu cơ|chăn nuôi an toàn sinh học|phòng, chống thiên tai|phòng, chống cháy rừng
|giáo dục mầm non|trường chuẩn quốc gia|y tế cơ sở|bảo hiểm xã hội|an sinh xã hội|người có công|đào tạo nghề|việc làm
|di tích lịch sử|du lịch cộng đồng|văn hóa truyền thống|đời sống văn hoá|thể dục thể thao|dân tộc thiểu số|tôn giáo
|khiếu nại, tố cáo|tiếp công dân|hoà giải ở cơ sở|trật tự an toàn giao thông|tội phạm ma túy|an ninh mạng|dữ liệu dân cư
|dịch vụ công trực tuyến|chữ ký số|hồ sơ điện tử|tinh gọn bộ máy|sắp xếp đơn vị hành chính|biên chế|vị trí việc làm
|kỷ luật, kỷ cương|học tập và làm theo|sinh hoạt chi bộ|phát triển đảng viên|quy hoạch cán bộ|luân chuyển cán bộ
|kiểm soát tài sản|tiêu cực, lãng phí|truyền thông chính sách|định hướng dư luận|thủy lợi|thuỷ sản|cấp nước sạch|điện lưới
|vệ sinh an toàn thực phẩm|dịch bệnh|hộ kinh doanh|hợp tác xã|doanh nghiệp nhỏ và vừa|xuất khẩu|thương mại điện tử|logistics
|khoáng sản|đất san lấp|rác thải sinh hoạt|nhà ở xã hội|đô thị thông minh|chiếu sáng công cộng|quỹ đất|đấu giá quyền sử dụng đất`
  .replace(/\n/gu, '')
  .split('|');
const LINKS = ['và', 'của', 'các', 'trong', 'theo', 'đối với', 'về', 'cho', 'gắn với', 'trên cơ sở', 'nhằm', 'để'];
const OFFICES =
  `Sở Tài chính|Sở Xây dựng|Sở Nội vụ|Sở Y tế|Sở Công Thương|Sở Tư pháp|Sở Giáo dục và Đào tạo|Sở Khoa học và
 Công nghệ|Sở Nông nghiệp và Môi trường|Sở Văn hóa, Thể thao và Du lịch|Công an tỉnh|Bộ Chỉ huy Quân sự tỉnh|Thanh tra tỉnh
|Ban Tổ chức Tỉnh ủy|Ban Nội chính Tỉnh ủy|Ban Tuyên giáo và Dân vận Tỉnh ủy|Ủy ban Kiểm tra Tỉnh ủy|Văn phòng Tỉnh ủy
|Đảng ủy Ủy ban nhân dân tỉnh|Đảng ủy Hội đồng nhân dân tỉnh|Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh|Liên đoàn Lao động tỉnh`
    .replace(/\n/gu, '')
    .split('|');
const FIRST = 'An|Bình|Cẩm|Đông|Hà|Hòa|Kim|Lam|Long|Minh|Nam|Phú|Quang|Sơn|Tân|Thanh|Thịnh|Trung|Vân|Yên'.split('|');
const SECOND = 'Bắc|Châu|Đức|Giang|Hải|Khê|Lộc|Mai|Ninh|Phong|Sơn|Tây|Thọ|Thủy|Trạch|Vinh|Xuân|Lĩnh|Đồng|Trà'.split(
  '|',
);

/** A repeatable source of numbers from 0 to 1: the same seed gives the same documents. */
export const makeRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export type Random = () => number;

export const pick = <T>(random: Random, items: readonly T[], fallback: T): T =>
  items[Math.floor(random() * items.length)] ?? fallback;
/** Squared: the first of the list come most often. */
const pickEarly = (random: Random, items: readonly string[]): string =>
  items[Math.floor(random() ** 2 * items.length)] ?? '';

const makePlace = (random: Random): string => `${pick(random, FIRST, '')} ${pick(random, SECOND, '')}`;

const makeName = (random: Random): string =>
  random() < 0.6 ? pick(random, OFFICES, '') : `Ủy ban nhân dân xã ${makePlace(random)}`;

const toDay = (year: number, random: Random): string =>
  `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;

const makeClause = (random: Random, phrases: number): string => {
  const parts: string[] = [];
  for (let i = 0; i < phrases; i++) parts.push(pickEarly(random, PHRASES), pick(random, LINKS, ''));
  parts.pop();
  return parts.join(' ');
};

const makeBody = (random: Random, text: string, role: Body['role']): { name: string; toBody: (at: string) => Body } => {
  const name = text;
  const level = name.includes(' xã ') ? 'commune' : 'province';
  return {
    name,
    toBody: (searched) => {
      const start = searched.indexOf(name);
      const place = start === -1 ? {} : { span: { start, end: start + name.length } };
      return {
        name,
        role,
        inherited: start === -1,
        ...place,
        normalized: name.toLowerCase(),
        level,
        branch: name.includes('ủy') ? 'party' : 'state',
        confidence: Math.round(random() * 100) / 100,
      };
    },
  };
};

const quoteDeadline = (text: string, quote: string, due: string): Deadline => {
  const start = Math.max(0, text.indexOf(quote));
  return makeDeadline({
    text: quote,
    span: { start, end: start + quote.length },
    kind: 'date',
    due,
    bound: quote.startsWith('trước') ? 'before' : 'by',
    precision: 'day',
    foundBy: 'deadline/day',
    confidence: 0.98,
  });
};

interface Made {
  readonly directive: Directive;
  readonly end: number;
}

const makeDirective = (random: Random, id: string, number: number, offset: number, year: number): Made => {
  const lead = makeBody(random, makeName(random), 'lead');
  const other = random() < 0.5 ? makeBody(random, makeName(random), 'coordinating') : undefined;
  const due = random() < 0.4 ? toDay(year, random) : undefined;
  const quote =
    due === undefined
      ? ''
      : `${random() < 0.5 ? 'trước ngày' : 'chậm nhất ngày'} ${due.split('-').reverse().join('/')}`;
  const opening = `${number}. Giao ${lead.name} chủ trì${other === undefined ? '' : `, phối hợp với ${other.name}`}`;
  const text = `${opening} ${makeClause(random, 8 + Math.floor(random() * 14))}; ${makeClause(random, 4)}${due === undefined ? '' : `, báo cáo ${quote}`}.`;
  const deadlines = due === undefined ? [] : [quoteDeadline(text, quote, due)];
  const bodies = [lead.toBody(text), ...(other === undefined ? [] : [other.toBody(text)])];
  const assignment: Assignment = { text, span: { start: 0, end: text.length }, bodies, deadlines };
  // Printed lines of about 90 letters, as a page breaks them.
  const pieces = Array.from({ length: Math.ceil(text.length / 90) }, (_, i) => ({
    at: i * 90,
    source: { start: offset + i * 90, end: offset + Math.min(text.length, (i + 1) * 90) },
  }));
  const directive: Directive = {
    id: `${id}-${number}`,
    number: String(number),
    text,
    kind: 'task',
    parent: null,
    page: 1 + Math.floor(number / 4),
    pieces,
    confidence: 0.97,
    needsReview: random() < 0.05,
    clarity: { who: true, what: true, when: due !== undefined },
    assignments: [assignment],
    references: [],
    notes: [],
  };
  return { directive, end: offset + text.length + 1 };
};

/** A document of about four pages with ten directives, and the text it was read from; the same number gives the same. */
export const generateFile = (index: number): FileToSave => {
  const random = makeRandom(index + 1);
  const sha256 = createHash('sha256').update(`bench ${index}`).digest('hex');
  const id = sha256.slice(0, 16);
  const year = 2006 + (index % 20);
  const commune = random() < 0.5 ? `xã ${makePlace(random)}` : `tỉnh ${pick(random, FIRST, '')} Giang`;
  let text = `KẾT LUẬN\n${Array.from({ length: 18 }, () => `${makeClause(random, 9)}.`).join('\n')}\n`;
  const directives: Directive[] = [];
  for (let number = 1; number <= 10; number++) {
    const { directive, end } = makeDirective(random, id, number, text.length, year);
    directives.push(directive);
    text += `${directive.text}\n`;
    if (text.length !== end) throw new Error(`Expected ${end} characters, got ${text.length}`);
  }
  const source = { path: `kho/${year}/${index}.pdf`, sha256, mediaType: 'application/pdf' as const, pageCount: 4 };
  const pages = Array.from({ length: 4 }, (_, i) => {
    const cut = (at: number): number => Math.floor((text.length * at) / 4);
    const span = { start: cut(i), end: cut(i + 1) };
    return {
      number: i + 1,
      origin: 'text-layer' as const,
      reason: 'good',
      quality: 'good' as const,
      rawSpan: span,
      span,
      words: [],
      confidence: null,
      imageSize: null,
      repaired: false,
    };
  });
  const document: ExportedDocument['document'] = {
    id,
    source,
    part: 1,
    textOrigin: 'text-layer',
    type: pick(random, ['Kết luận', 'Kết luận', 'Kết luận', 'Thông báo', 'Nghị quyết', 'Chỉ thị'], 'Kết luận'),
    number: `${1 + (index % 900)}-KL/TU`,
    issuer: `Ban Thường vụ ${commune.startsWith('xã') ? `Đảng ủy ${commune}` : `Tỉnh ủy ${commune.slice(5)}`}`,
    place: commune.slice(commune.indexOf(' ') + 1),
    issuedOn: toDay(year, random),
    heldOn: null,
    meetingNumber: null,
    subject: `về ${makeClause(random, 3)}`,
    signer: { authority: 'T/M Ban Thường vụ', position: 'Bí thư', name: 'Nguyễn Văn Mẫu' },
    recipients: ['Các đảng ủy trực thuộc', 'Các sở, ban, ngành', 'Lưu Văn phòng'],
    received: [],
    urgency: null,
    signedAt: null,
    signatures: [],
    confidence: 0.97,
    needsReview: false,
    notes: [],
    unclaimed: [],
  };
  return {
    repaired: {
      file: { path: source.path, sha256, byteLength: 200_000, mediaType: source.mediaType },
      rawText: text,
      text,
      pages,
      edits: [],
      doubtfulWords: [],
    },
    documents: [{ document, directives }],
    stageVersions: { intake: 1, paginate: 1, recognize: 1, repair: 1, outline: 1, extract: 1 },
    modelCard: {},
    at: '2026-01-01T00:00:00Z',
  };
};
