/** A type of document: where papers print it and what stands for it in numbers. — tên loại văn bản */
export interface DocumentType {
  readonly name: string;
  /** Type that a title of this name says; null for what is never the title over a paper's text. */
  readonly titled: string | null;
  /** True when it stands before a number that is cited: "Quyết định số 12/QĐ-UBND". */
  readonly cited: boolean;
  /**
   * Letters that stand for it in a number's symbol, and that writers put before it: "NQ 18-NQ/TW"; null for none. In Party
   * numbers QĐ is a decision or a regulation, so there it tells nothing. — ký hiệu tên loại
   */
  readonly symbol: string | null;
}

const both = (name: string, symbol: string | null = null): DocumentType => ({
  name,
  titled: name,
  cited: true,
  symbol,
});
const cited = (name: string, symbol: string | null = null): DocumentType => ({ ...both(name, symbol), titled: null });
const titled = (name: string, as: string): DocumentType => ({ name, titled: as, cited: false, symbol: null });

/**
 * Types of documents, each once.
 *
 * Source: the types of Party papers in Quy định 66-QĐ/TW and Quy định 399-QĐ/TW, those of administrative papers in Điều 7
 * and Phụ lục III of Nghị định 30/2020/NĐ-CP with their symbols, those of legal texts in the law on making them. Rule for
 * entry: one of these texts names the type. A letter (công văn) has no title, and what is only cited here (a law, a
 * project) is no paper that these bodies issue under that title.
 */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  { ...both('Thông báo kết luận'), titled: 'Thông báo' },
  titled('Thông báo nhanh', 'Thông báo'),
  both('Nghị quyết', 'NQ'),
  both('Nghị quyết liên tịch', 'NQLT'),
  both('Quyết định', 'QĐ'),
  both('Quy định'),
  both('Quy chế', 'QC'),
  both('Chỉ thị', 'CT'),
  both('Kết luận', 'KL'),
  both('Thông báo', 'TB'),
  both('Thông tri'),
  both('Thông cáo'),
  both('Hướng dẫn', 'HD'),
  both('Kế hoạch', 'KH'),
  both('Báo cáo', 'BC'),
  both('Tờ trình', 'TTr'),
  both('Chương trình', 'CTr'),
  both('Chương trình hành động', 'CTHĐ'),
  both('Đề án', 'ĐA'),
  both('Phương án', 'PA'),
  both('Biên bản'),
  both('Công điện', 'CĐ'),
  titled('Lời kêu gọi', 'Lời kêu gọi'),
  cited('Công văn', 'CV'),
  cited('Văn bản', 'VB'),
  cited('Giấy mời'),
  cited('Quy hoạch'),
  cited('Dự án'),
  cited('Nghị định', 'NĐ'),
  both('Thông tư', 'TT'),
  cited('Thông tư liên tịch', 'TTLT'),
  cited('Hiến pháp'),
  cited('Bộ luật'),
  cited('Luật'),
  cited('Pháp lệnh'),
  cited('Lệnh'),
];

/** Names of types as they stand before a number, longest first: one may begin another. */
export const CITED_TYPES: readonly string[] = DOCUMENT_TYPES.filter((type) => type.cited)
  .map((type) => type.name)
  .sort((one, other) => other.length - one.length);

/** Names of types by the letters that stand for them in numbers. `TYPES_BY_SYMBOL.get('TTr') === 'Tờ trình'`. */
export const TYPES_BY_SYMBOL: ReadonlyMap<string, string> = new Map(
  DOCUMENT_TYPES.flatMap(({ name, symbol }) => (symbol === null ? [] : [[symbol, name] as const])),
);
