import { describe, expect, it } from 'vitest';
import {
  abstractList,
  type DocxParts,
  list,
  makeDocx,
  makeParts,
  p,
  pack,
  px,
  r,
  table,
} from '../../../../fixtures/make/word/docx.js';
import { readWord } from '../../../../pipeline/engines/word/read-word.js';

const read = (parts: DocxParts) => readWord(makeDocx(parts));
const PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>';
const LAID = '<w:r><w:lastRenderedPageBreak/></w:r>';

describe('what a Word file prints', () => {
  it.each([
    [
      'spaces, tabs and line breaks',
      px('<w:r><w:t>a</w:t><w:tab/><w:t xml:space="preserve"> b</w:t><w:br/><w:t>c</w:t></w:r>'),
      'a\t b\nc',
    ],
    [
      'hyphens',
      px('<w:r><w:t>kinh tế</w:t><w:noBreakHyphen/><w:t>xã hội, dự</w:t><w:softHyphen/><w:t>án</w:t></w:r>'),
      'kinh tế-xã hội, dựán',
    ],
    ['a blank that does not break', p('15\u00a0ngày'), '15 ngày'],
    ['letters typed as base and mark', p('Tha\u0301i Nguye\u0302n'), 'Thái Nguyên'],
    ['capitals that are only shown', px(r('Kết luận', '<w:caps/>')), 'KẾT LUẬN'],
    ['capitals that are switched off', px(r('Kết luận', '<w:caps w:val="0"/>')), 'Kết luận'],
    ['a symbol', px('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> Có</w:t></w:r>'), '☒ Có'],
    [
      'a field inside the code of another',
      px(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>kết quả</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      'kết quả',
    ],
    [
      'a formula',
      px(
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>',
      ),
      'x=1',
    ],
    [
      'of a form that no reader here knows its fallback, once',
      px(
        '<w:r><mc:AlternateContent><mc:Choice Requires="zz1"><zz1:box><w:t>lạ</w:t></zz1:box></mc:Choice><mc:Fallback><w:t>quen</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      ),
      'quen',
    ],
    [
      'of a form that is known the choice, once',
      px(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps wp14"><w:t>mới</w:t></mc:Choice><mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      ),
      'mới',
    ],
    [
      'the reading above a word left out',
      px(
        '<w:r><w:ruby><w:rt><w:r><w:t>trên</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>dưới</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ),
      'dưới',
    ],
  ])('%s', (_, body, text) => {
    expect(read({ body }).text).toBe(text);
  });

  it('another prefix for the same namespace, and the strict kind', () => {
    const files = makeParts({ body: p('a') });
    for (const uri of [
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    ])
      for (const prefix of ['ns0:', ''])
        expect(
          readWord(
            pack({
              ...files,
              'word/document.xml': Buffer.from(
                `<${prefix}document xmlns${prefix === '' ? '' : ':ns0'}="${uri}"><${prefix}body><${prefix}p><${prefix}r><${prefix}t>chữ</${prefix}t></${prefix}r></${prefix}p></${prefix}body></${prefix}document>`,
              ),
            }),
          ).text,
        ).toBe('chữ');
  });

  it('the two columns of a header and of a signature stand apart', () => {
    const cells = [
      p('TỈNH ỦY LAM TRÌ') + p('*') + p('Số 5-KL/TU'),
      p('ĐẢNG CỘNG SẢN VIỆT NAM') + p('') + p('Lam Trì, ngày 3 tháng 4 năm 2025'),
    ];
    expect(
      read({ body: table([cells]) })
        .text.trim()
        .split('\n')
        .map((line) => line.split(/\s{3,}/u)),
    ).toEqual([
      ['TỈNH ỦY LAM TRÌ', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      ['*'],
      ['Số 5-KL/TU', 'Lam Trì, ngày 3 tháng 4 năm 2025'],
    ]);
  });

  it('a table of data keeps its empty cells', () => {
    const rows = [
      ['TT', 'Nội dung', 'Chủ trì', 'Phối hợp', 'Thời gian'],
      ['1', 'Rà soát', 'Sở A', '', 'Quý II'],
    ];
    expect(read({ body: table(rows.map((row) => row.map((cell) => p(cell)))) }).text.trim()).toBe(
      'TT\tNội dung\tChủ trì\tPhối hợp\tThời gian\n1\tRà soát\tSở A\t\tQuý II',
    );
  });
});

describe('lists', () => {
  const numbering = (levels: Parameters<typeof abstractList>[1]): string => abstractList(0, levels) + list(1, 0);
  const label = (format: string, start: number): string =>
    read({ numbering: numbering([{ format, text: '%1', start }]), body: p('x', { list: [1, 0] }) }).text.replace(
      / x$/u,
      '',
    );

  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['decimalZero', 12, '12'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 4, 'iv'],
    ['upperLetter', 26, 'Z'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 4, 'd'],
    ['lowerLetter', 53, 'aaa'],
    ['ordinal', 1, '1st'],
    ['ordinal', 12, '12th'],
    ['numberInDash', 3, '- 3 -'],
    ['decimalEnclosedCircle', 3, '③'],
    ['upperRoman', 0, '0'],
    ['lowerLetter', 999_999_999, '999999999'],
  ])('%s %i is printed %s', (format, start, printed) => {
    expect(label(format, start)).toBe(printed);
  });

  it('a format that Word alone prints comes out in digits and is told', () => {
    const { text, unknownFormats } = read({
      numbering: numbering([{ format: 'vietnameseCounting', text: '%1.' }]),
      body: p('x', { list: [1, 0] }),
    });
    expect({ text, unknownFormats }).toEqual({ text: '1. x', unknownFormats: ['vietnameseCounting'] });
  });

  it('bullets of symbol fonts are a point, dashes stay', () => {
    const levels = ['\uf0b7', '-', '\uf02d', '+', '\uf0d8', 'o'].map((text) => ({
      format: 'bullet',
      text,
      font: 'Symbol',
    }));
    const body = levels.map((_, level) => p('x', { list: [1, level] })).join('');
    expect(read({ numbering: numbering(levels), body }).text).toBe('• x\n- x\n- x\n+ x\n• x\n• x');
  });

  it('a list that does not exist, a level that it does not have, and list 0 number nothing', () => {
    const body = [
      p('a', { list: [9, 0] }),
      p('b', { list: [1, 5] }),
      p('c', { list: [0, 0] }),
      p('d', { list: [1, 0] }),
    ].join('');
    expect(read({ numbering: numbering([{ format: 'decimal', text: '%1.' }]), body }).text).toBe('a\nb\nc\n1. d');
  });

  it('a style without a level takes the one that is tied to it', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const levels = [
      { format: 'decimal', text: '%1.' },
      { format: 'lowerLetter', text: '%2)', before: '<w:pStyle w:val="B"/>' },
    ];
    expect(read({ styles, numbering: numbering(levels), body: p('x', { style: 'B' }) }).text).toBe('a) x');
  });
});

describe('pages', () => {
  const pagesOf = (body: string, pages?: number): readonly string[] =>
    read({ body, ...(pages === undefined ? {} : { pages }) })
      .text.split('\f')
      .map((page) => page.trim());

  it('end where Word ended them, and a break that the writer set is not counted twice', () => {
    expect(pagesOf(`${px(`${r('a')}${PAGE_BREAK}`)}${px(`${LAID}${r('b')}`)}${px(`${LAID}${r('c')}`)}`)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('a paragraph that runs over stays whole and belongs to the page where it begins', () => {
    expect(pagesOf(`${px(`${r('a b ')}${LAID}${r('c d')}`)}${p('e')}`)).toEqual(['a b c d', 'e']);
  });

  it('a paragraph or a section that opens a page, but for the first and a continuous one', () => {
    const opens = { properties: '<w:pageBreakBefore/>' };
    expect(pagesOf(`${p('a', opens)}${p('b', opens)}`)).toEqual(['a', 'b']);
    const section = (kind: string) => ({ properties: `<w:sectPr><w:type w:val="${kind}"/></w:sectPr>` });
    expect(pagesOf(`${p('a', section('nextPage'))}${p('b', section('continuous'))}${p('c')}`)).toEqual(['a\nb', 'c']);
  });

  it('a row that begins a page', () => {
    const rows = [
      [p('a'), p('b')],
      [px(`${LAID}${r('c')}`), p('d')],
      [p('e'), p('f')],
    ];
    expect(pagesOf(p('x') + table(rows)).map((page) => page.replace(/\s+/gu, ' '))).toEqual(['x a b', 'c d e f']);
  });

  it.each([
    ['nothing is said', p('a'), undefined, false],
    ['one page in the properties', p('a'), 1, true],
    ['several in the properties, no mark', p('a'), 3, false],
    ['marks of the last layout', `${p('a')}${px(`${LAID}${r('b')}`)}`, 2, true],
  ])('%s: tells its pages or not', (_, body, pages, tells) => {
    expect(read({ body, ...(pages === undefined ? {} : { pages }) }).tellsPages).toBe(tells);
  });
});

describe('a letterhead in the header of the page', () => {
  const head = table([
    [p('HUYỆN ỦY KHE NGÀN') + p('Số 12-KL/HU'), p('ĐẢNG CỘNG SẢN VIỆT NAM') + p('Khe Ngàn, ngày 3 tháng 4 năm 2025')],
  ]);

  it('stands above the text where the text has no number of its own', () => {
    const lines = read({ header: head, body: p('KẾT LUẬN') }).text.split('\n');
    expect(lines.map((line) => line.split(/\s{3,}/u))).toEqual([
      ['HUYỆN ỦY KHE NGÀN', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      ['Số 12-KL/HU', 'Khe Ngàn, ngày 3 tháng 4 năm 2025'],
      ['KẾT LUẬN'],
    ]);
  });

  it.each([
    ['the text has its own', head, p('Số 5-KL/HU')],
    ['it holds no number', p('Trang 2'), p('KẾT LUẬN')],
  ])('is left out where %s', (_, header, body) => {
    expect(read({ header, body }).text).toBe(read({ body }).text);
  });
});

describe('beside the text', () => {
  it('headers, footers, watermarks, comments, properties and hidden text are asked for a mark', () => {
    const watermark = '<w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>';
    const { aside, text } = read({
      header: watermark + p('đầu trang'),
      footer: p('chân trang'),
      comments: `<w:comment w:id="0">${p('lời bàn')}</w:comment>`,
      title: 'tên tệp',
      body: p('a') + px(r('ẩ', '<w:vanish/>') + r('n', '<w:vanish/><w:b/>')),
    });
    expect(text).toBe('a\n');
    expect([...aside].sort()).toEqual(['MẬT', 'chân trang', 'lời bàn', 'tên tệp', 'đầu trang', 'ẩn'].sort());
  });

  it('so is what was deleted and is still in the file, whatever runs it is cut into', () => {
    const deleted = ['TỐI ', 'M', 'ẬT'].map((text) => `<w:r><w:delText>${text}</w:delText></w:r>`).join('');
    const { aside, text } = read({ body: p('a') + px(`<w:del w:id="1">${deleted}</w:del>${r('b')}`) });
    expect([text.trim(), aside]).toEqual(['a\nb', ['TỐI MẬT b', 'TỐI MẬT']]);
    const word = '<w:del w:id="1"><w:r><w:delText>mật</w:delText></w:r></w:del>';
    expect(read({ body: px(r('bảo ') + word + r(' vệ')) }).aside).toEqual(['bảo  mật  vệ']);
    const row = `<w:tbl><w:tr><w:trPr><w:del w:id="9"/></w:trPr><w:tc>${p('TỐI MẬT')}</w:tc></w:tr></w:tbl>`;
    expect(read({ body: p('a') + row + p('b') }).aside).toEqual(['TỐI MẬT']);
    expect(read({ body: px(`<w:moveFrom w:id="3">${r('MẬT')}</w:moveFrom>`) }).aside).toEqual(['MẬT']);
  });

  it('drawn schemes are asked too', () => {
    const scheme = `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><a:p><a:r><a:t>TUYỆT MẬT</a:t></a:r></a:p></dgm:pt></dgm:dataModel>`;
    const files = { ...makeParts({ body: p('a') }), 'word/diagrams/data1.xml': new TextEncoder().encode(scheme) };
    expect(readWord(pack(files)).aside).toContain('TUYỆT MẬT');
  });

  it('hidden letters of an old font are asked as what they print', () => {
    const font = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/><w:vanish/>';
    expect(read({ body: p('a') + px(r('M\u00cbT', font)) }).aside).toEqual(['MẬT']);
  });

  it('tells of tracked changes, old fonts, files inside and fields without an end', () => {
    const clean = read({ body: p('a') });
    expect([clean.isTracked, clean.unread, clean.legacyFonts]).toEqual([false, 0, []]);
    expect(read({ body: `<w:p><w:ins w:id="1">${r('a')}</w:ins></w:p>` }).isTracked).toBe(true);
    expect(read({ body: px('<w:r><w:object><o:OLEObject r:id="x"/></w:object></w:r>') }).unread).toBe(1);
    expect(read({ body: px('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') }).unread).toBe(1);
    expect(read({ body: px(r('ViÖt', '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')) }).legacyFonts).toEqual([
      '.VnTime',
    ]);
  });
});
