import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../pipeline/paginate/decode-text.js';

const TEXT = [
  'KẾT LUẬN CỦA BAN THƯỜNG VỤ HUYỆN UỶ',
  'Giao Ban Tổ chức Huyện uỷ chủ trì, phối hợp với các cơ quan liên quan tham mưu',
  'kế hoạch sắp xếp cán bộ, hoàn thành trước ngày 15 tháng 8 năm 2024.',
].join('\n');

/** Windows-1258 holds tones as marks behind their vowel: ế is ê and the acute. */
const toWindows1258 = (text: string): Buffer => {
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  const parted = [...text]
    .map((letter) => {
      const tones = letter.normalize('NFD').match(TONES) ?? [];
      return letter.normalize('NFD').replace(TONES, '').normalize('NFC') + tones.join('');
    })
    .join('');
  return iconv.encode(parted, 'windows-1258');
};

/** The same lines in TCVN3 and VNI codes, as Latin-1 shows them. */
const TCVN3 =
  'Giao Ban Tæ chøc HuyÖn uû chñ tr×, phèi hîp víi c¸c c¬ quan liªn quan tham m­u kÕ ho¹ch s¾p xÕp c¸n bé, hoµn thµnh tr­íc ngµy 15 th¸ng 8 n¨m 2024.';
const VNI =
  'Giao Ban Toå chöùc Huyeän uûy chuû trì, phoái hôïp vôùi caùc cô quan lieân quan tham möu keá hoaïch saép xeáp caùn boä, hoaøn thaønh tröôùc ngaøy 15 thaùng 8 naêm 2024.';

describe('text files', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT), 'utf-8'],
    ['utf-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['utf-8 with Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n')), 'utf-8'],
    ['decomposed utf-8', Buffer.from(TEXT.normalize('NFD')), 'utf-8'],
    ['utf-16le with a mark', iconv.encode(TEXT, 'utf16-le', { addBOM: true }), 'utf-16le'],
    ['utf-16be with a mark', iconv.encode(TEXT, 'utf16-be', { addBOM: true }), 'utf-16be'],
    ['utf-16le without a mark', iconv.encode(TEXT, 'utf16-le'), 'utf-16le'],
    ['utf-16be without a mark', iconv.encode(TEXT, 'utf16-be'), 'utf-16be'],
    ['utf-32le with a mark', iconv.encode(TEXT, 'utf-32le', { addBOM: true }), 'utf-32le'],
    ['utf-32be with a mark', iconv.encode(TEXT, 'utf-32be', { addBOM: true }), 'utf-32be'],
    ['utf-32le without a mark', iconv.encode(TEXT, 'utf-32le', { addBOM: false }), 'utf-32le'],
    ['utf-32be without a mark', iconv.encode(TEXT, 'utf-32be', { addBOM: false }), 'utf-32be'],
    ['lines that end as in a word processor', Buffer.from(TEXT.replaceAll('\n', '\v')), 'utf-8'],
    ['windows-1258', toWindows1258(TEXT), 'windows-1258'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding, replaced: 0 });
  });

  it.each([
    ['tcvn3', TCVN3],
    ['vni', VNI],
  ])('%s bytes are kept as Latin-1 letters for repair', (encoding, text) => {
    expect(decodeText(Buffer.from(text, 'latin1'))).toEqual({ text, encoding, replaced: 0 });
  });

  it('drops half a character at the end', () => {
    const bytes = Buffer.from(`${TEXT}ạ`);
    expect(decodeText(bytes.subarray(0, -1))).toEqual({ text: TEXT, encoding: 'utf-8', replaced: 0 });
  });

  it('replaces one wrong byte and keeps the rest', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff]), Buffer.from(TEXT)]);
    expect(decodeText(bytes)).toEqual({ text: `${TEXT}\ufffd${TEXT}`, encoding: 'utf-8', replaced: 1 });
  });

  it('says what was expected of bytes in no known code', () => {
    const cyrillic = iconv.encode('Поручить отделу подготовить план мероприятий до пятнадцатого августа', 'win1251');
    expect(() => decodeText(cyrillic)).toThrowError(
      expect.objectContaining({ name: 'PipelineError', code: 'file-broken' }),
    );
  });

  it.each([
    ['utf-16le', 2, 0xd800],
    ['utf-32le', 4, 0xd800],
    ['utf-32le', 4, 0x110000],
  ] as const)('%s counts a number that is no character, and shows it', (encoding, width, wrong) => {
    const bytes = iconv.encode(TEXT, encoding, { addBOM: true });
    if (width === 2) bytes.writeUInt16LE(wrong, 20);
    else bytes.writeUInt32LE(wrong, 40);
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ encoding, replaced: 1 });
    expect(decoded.text).toBe(`${TEXT.slice(0, 9)}\ufffd${TEXT.slice(10)}`);
  });
});
