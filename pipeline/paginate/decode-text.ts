import iconv from 'iconv-lite';
import { toNfc } from '../../language/writing/unicode.js';
import { PipelineError } from '../base/errors.js';
import { judgeText, scoreText } from '../quality/judge-text.js';
import { findUtf16Order, findUtf32Order } from '../quality/media-type.js';
import { capMarks } from './cap-runs.js';

export interface DecodedText {
  /** NFC, lines end in \n, no byte order mark. Legacy 8-bit text stays as Latin-1 letters until repair converts it. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'windows-1258' | 'tcvn3' | 'vni';
  /** Sequences of bytes that are no letter of the encoding, each shown as U+FFFD. */
  readonly replaced: number;
}

const undecodable = (cause?: unknown): PipelineError =>
  new PipelineError(
    'file-broken',
    {
      vi: 'Không giải mã được tệp văn bản: cần UTF-8, UTF-16, UTF-32, Windows-1258, TCVN3 hoặc VNI, nhưng các byte không khớp bảng mã nào.',
      en: 'The text cannot be decoded: expected UTF-8, UTF-16, UTF-32, Windows-1258, TCVN3 or VNI, but the bytes fit none of them.',
    },
    { vi: 'Mở tệp và lưu lại dạng UTF-8.', en: 'Open the file and save it as UTF-8.' },
    cause,
  );

// A word processor ends a line inside a paragraph with a vertical tab.
const tidy = (text: string): string => toNfc(capMarks(text.replace(/^\ufeff/u, '').replace(/\r\n?|\v/gu, '\n')));

const UTF8 = new TextDecoder('utf-8', { fatal: true });

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
};

/** A wrong byte among so many good letters beyond ASCII is damage; in another encoding nearly all of them are wrong. */
const GOOD_FOR_EACH_WRONG = 20;

const countMatches = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** UTF-8 with a few wrong bytes, each replaced; undefined when it is another encoding. */
const decodeDamagedUtf8 = (bytes: Uint8Array): DecodedText | undefined => {
  const text = tidy(new TextDecoder('utf-8').decode(bytes));
  const replaced = countMatches(text, /\ufffd/gu);
  const good = countMatches(text, /[^\0-\x7f\ufffd]/gu);
  return good >= replaced * GOOD_FOR_EACH_WRONG ? { text, encoding: 'utf-8', replaced } : undefined;
};

/** UTF-16 and UTF-32: a number that is no character, and half a pair, is replaced; what is left of a last character is lost. */
const decodeWide = (bytes: Uint8Array, width: 2 | 4, encoding: `utf-${16 | 32}${'le' | 'be'}`): DecodedText => {
  const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % width)));
  const decoded = iconv.decode(whole, encoding).replace(/[\ud800-\udfff]/gu, '\ufffd');
  return { text: tidy(decoded), encoding, replaced: countMatches(decoded, /\ufffd/gu) };
};

/** UTF-8 cut off inside its last character is still UTF-8. */
const withoutCutTail = (bytes: Uint8Array): Uint8Array => {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, Math.max(0, end - 1));
};

/** Windows-1258 text whose words are Vietnamese is Windows-1258: the other 8-bit codes give no legal words in it. */
const LEAST_LEGAL = 0.8;

const decode8Bit = (bytes: Uint8Array): DecodedText => {
  const cp1258 = tidy(iconv.decode(Buffer.from(bytes), 'windows-1258'));
  const { legal, marked } = scoreText(cp1258);
  if (legal >= LEAST_LEGAL && marked > 0 && !cp1258.includes('\ufffd'))
    return { text: cp1258, encoding: 'windows-1258', replaced: 0 };
  const latin1 = tidy(iconv.decode(Buffer.from(bytes), 'latin1'));
  const { quality } = judgeText(latin1);
  if (quality === 'tcvn3' || quality === 'vni') return { text: latin1, encoding: quality, replaced: 0 };
  throw undecodable();
};

/**
 * Decodes a text file: UTF-8 (a few wrong bytes are replaced and counted), UTF-16 and UTF-32 of either byte order with or
 * without a mark, Windows-1258; TCVN3 and VNI bytes as Latin-1 letters. Throws `file-broken` when the bytes fit none.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const wide = findUtf32Order(bytes);
  if (wide !== undefined) return decodeWide(bytes, 4, `utf-32${wide}`);
  const order = findUtf16Order(bytes);
  if (order !== undefined) return decodeWide(bytes, 2, `utf-16${order}`);
  const utf8 = decodeUtf8(bytes) ?? decodeUtf8(withoutCutTail(bytes));
  if (utf8 !== undefined) return { text: tidy(utf8), encoding: 'utf-8', replaced: 0 };
  return decodeDamagedUtf8(bytes) ?? decode8Bit(bytes);
};
