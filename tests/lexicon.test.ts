import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBodies } from '../extractors/bodies/index.js';
import { readSigner } from '../extractors/header/signature.js';
import { findReferences } from '../extractors/references/index.js';
import type { BodyKind } from '../language/lexicon/bodies/body-kind.js';
import { BODY_KINDS } from '../language/lexicon/bodies.js';
import { toRunningCase } from '../language/lexicon/casing.js';
import { DOCUMENT_TYPES } from '../language/lexicon/document-types.js';
import { CAPITAL_HEADS } from '../language/lexicon/name-words.js';
import { OFFICES } from '../language/lexicon/offices.js';
import { readTitleType } from '../language/lexicon/title-types.js';
import { capitalize } from '../language/writing/capitals.js';
import { extractText } from '../pipeline/library.js';
import type { Line } from '../schemas/stages.js';

/** A head with what makes it a whole name: "Sở Tài chính", "Giám đốc Sở Y tế", "Thuế tỉnh". */
const completeName = (head: string, kind: BodyKind): string => {
  if (kind.field === 'required') return `${head} ${kind.hasLooseField ? 'Lam Sơn' : 'Tài chính'}`;
  if (kind.owner === 'required') return `${head} Sở Y tế`;
  return kind.area === 'required' ? `${head} tỉnh` : head;
};

/** Every head with its kind; of a head that stands twice the later kind is meant. */
const KIND_OF = new Map(BODY_KINDS.flatMap((kind) => kind.heads.map((head) => [head, kind] as const)));
const ENTRIES = [...KIND_OF].map(([head, kind]) => ({ head, kind, name: completeName(head, kind) }));

const failing = <Entry>(
  entries: readonly Entry[],
  isRight: (entry: Entry) => boolean,
  name: (entry: Entry) => string,
) => entries.filter((entry) => !isRight(entry)).map(name);

const nameOf = ({ name }: { readonly name: string }): string => name;

const paperUnder = (title: string): string => `ỦY BAN NHÂN DÂN
TỈNH LAM SƠN

Số 12/TB-UBND
Lam Sơn, ngày 05 tháng 3 năm 2025

THÔNG BÁO
Về công tác phòng, chống cháy rừng

I. NHIỆM VỤ
1. ${title}
Rà soát phương án chữa cháy, bố trí lực lượng trực.
2. Sở Y tế
Chuẩn bị thuốc và cơ sở điều trị.

Nơi nhận:
- Lưu: VT.`;

describe('every body of the lexicon', () => {
  it('is there: the list is no stub', () => {
    expect(ENTRIES.length).toBeGreaterThan(350);
  });

  it('stands once', () => {
    const heads = BODY_KINDS.flatMap((kind) => kind.heads.map((head) => head.toLowerCase()));
    expect(heads.filter((head, at) => heads.indexOf(head) !== at)).toEqual([]);
  });

  it('comes back from capitals, letter for letter', () => {
    expect(
      failing(
        ENTRIES,
        ({ head }) => toRunningCase(head.toUpperCase()) === capitalize(head),
        ({ head }) => head,
      ),
    ).toEqual([]);
  });

  it('is found in a sentence', () => {
    const isFound = (name: string): boolean =>
      findBodies(`Giao ${name} rà soát hồ sơ.`, { issuedOn: null }).some((body) => body.name === name);
    // What the lexicon calls a common word is a name with a capital only.
    const written = (head: string, name: string): string =>
      CAPITAL_HEADS.includes(head.toLowerCase()) ? capitalize(name) : name;
    expect(failing(ENTRIES, ({ head, name }) => isFound(written(head, name)), nameOf)).toEqual([]);
  });

  it('is a title of the outline: what stands below is its task', () => {
    const isTitle = (name: string): boolean =>
      extractText(paperUnder(capitalize(name)))
        .directives.map((one) => one.number)
        .join() === 'I.1,I.2';
    expect(failing(ENTRIES, ({ name }) => isTitle(name), nameOf)).toEqual([]);
  });

  it.each([
    'Sở hữu trí tuệ',
    'Bộ máy tổ chức',
    'Phòng, chống cháy rừng',
    'Tổ chức thực hiện',
    'Quân sự, quốc phòng',
    'Thuế xuất khẩu',
    'Trường hợp đặc biệt',
    'Ngân hàng dữ liệu đất đai',
    'Tỉnh lộ, huyện lộ',
    'Thành phố thông minh',
    'Hội nhập quốc tế',
    'Viện trợ nước ngoài',
  ])('is told from what only begins like one: %s', (title) => {
    expect(extractText(paperUnder(title)).directives.map((one) => one.number)).not.toContain('I.1');
  });

  it('is an issuer where it issues', () => {
    const issuerOf = (name: string): string | null | undefined =>
      findReferences(`Thực hiện Quyết định số 12/QĐ-ABC ngày 02/3/2024 của ${name} về trồng rừng ven sông.`, {
        issuedOn: null,
      })[0]?.issuer;
    const issuers = ENTRIES.filter(({ kind }) => kind.issuesNothing === null);
    expect(issuers.length).toBeGreaterThan(250);
    expect(failing(issuers, ({ name }) => issuerOf(capitalize(name)) === capitalize(name), nameOf)).toEqual([]);
  });
});

const toLines = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text) => ({ text, page: 1, span: { start: 0, end: text.length } }));

describe('every office of the lexicon', () => {
  const signing = OFFICES.filter((office) => office.signs);

  it('stands once', () => {
    const names = OFFICES.map((office) => office.name.toLowerCase());
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('is read in a signature block', () => {
    const positionOf = (name: string): string | null =>
      readSigner(toLines('T/M BAN THƯỜNG VỤ', name.toUpperCase(), 'Trần Văn Bình')).position;
    expect(failing(signing, ({ name }) => positionOf(name) === name, nameOf)).toEqual([]);
  });

  it('comes back from capitals, letter for letter', () => {
    expect(failing(OFFICES, ({ name }) => toRunningCase(name.toUpperCase()) === name, nameOf)).toEqual([]);
  });
});

describe('every type of document', () => {
  it('is read over a paper where papers are titled so', () => {
    const titled = DOCUMENT_TYPES.filter((type) => type.titled !== null);
    expect(failing(titled, ({ name, titled: as }) => readTitleType(name.toUpperCase()) === as, nameOf)).toEqual([]);
  });

  it('is read before the number of a citation', () => {
    const typeOf = (name: string): string | null | undefined =>
      findReferences(`Thực hiện ${name} số 12/2024/ABC-UBND ngày 02/3/2024.`, { issuedOn: null })[0]?.type;
    expect(
      failing(
        DOCUMENT_TYPES.filter((type) => type.cited),
        ({ name }) => typeOf(name) === name,
        nameOf,
      ),
    ).toEqual([]);
  });
});

describe('casing', () => {
  const words = BODY_KINDS.flatMap((kind) => kind.heads).flatMap((head) => head.toUpperCase().split(' '));
  const anyLine = fc
    .array(
      fc.oneof(fc.constantFrom(...words, 'TINH', 'QUAN', 'XÃ', 'HUYỆN', 'KHÓA XX', 'UỶ', 'T/M', '-', ','), fc.string()),
      { maxLength: 9 },
    )
    .map((parts) => parts.join(' ').normalize('NFC'));

  it('makes up no letter: any line has the letters that it had', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const even = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();
        expect(even(toRunningCase(line))).toBe(even(line));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['BAN THƯỜNG VỤ ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH', 'Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh'],
    ['ĐẢNG ỦY QUÂN SỰ TỈNH', 'Đảng ủy Quân sự tỉnh'],
    ['CƠ QUAN ỦY BAN KIỂM TRA', 'Cơ quan Ủy ban Kiểm tra'],
    ['CƠ QUAN UỶ BAN KIỂM TRA HUYỆN UỶ', 'Cơ quan Uỷ ban Kiểm tra Huyện uỷ'],
    ['UY BAN NHAN DAN TINH LAM SON', 'Uy ban nhan dan tinh Lam Son'],
    ['TRƯỞNG BAN TỔ CHỨC TỈNH ỦY', 'Trưởng Ban Tổ chức Tỉnh ủy'],
    ['ĐẢNG ỦY SỞ Y TẾ', 'Đảng ủy Sở Y tế'],
    ['ĐẢNG ỦY XÃ TRƯỜNG SƠN', 'Đảng ủy xã Trường Sơn'],
    ['T/M UBND HUYỆN QUAN SƠN', 'T/M UBND huyện Quan Sơn'],
    ['BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XX', 'Ban Chấp hành Đảng bộ tỉnh khóa XX'],
    ['PHÒNG VĂN HÓA - XÃ HỘI XÃ AN HÒA', 'Phòng Văn hóa - Xã hội xã An Hòa'],
    ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', 'Trung tâm Phục vụ hành chính công'],
    ['VĂN PHÒNG HUYỆN ỦY NĂM CĂN', 'Văn phòng Huyện ủy Năm Căn'],
    ['TỈNH ỦY BÀ RỊA - VŨNG TÀU', 'Tỉnh ủy Bà Rịa - Vũng Tàu'],
    ['THÀNH PHỐ PHAN RANG – THÁP CHÀM KHÓA XI', 'Thành phố Phan Rang – Tháp Chàm khóa XI'],
    ['HUYỆN ỦY SÔNG VĨ – PHIÊN HỌP THÁNG BA', 'Huyện ủy Sông Vĩ – phiên họp tháng ba'],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Đảng Cộng sản Việt Nam'],
    ['Q. CHÁNH VĂN PHÒNG', 'Q. Chánh Văn phòng'],
  ])('%s', (print, written) => {
    expect(toRunningCase(print)).toBe(written);
  });
});
