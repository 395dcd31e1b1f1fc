import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { makeDocx, pack } from '../../../fixtures/make/word/docx.js';
import { findMediaType } from '../../../pipeline/quality/media-type.js';
import { DOC, DOCX, ODT, RTF } from '../../../pipeline/quality/word-kinds.js';

const SENTENCE = 'Giao Ban Tổ chức Huyện uỷ tham mưu kế hoạch trước ngày 15/8/2024.\n';
const bytes = (...values: number[]) => Uint8Array.from(values);
const ole = (stream: string) => Buffer.concat([bytes(0xd0, 0xcf, 0x11, 0xe0), Buffer.from(stream, 'utf16le')]);

describe('kind of a file, from its bytes alone', () => {
  it.each([
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'image/jpeg'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'image/png'],
    ['a little-endian TIFF', bytes(0x49, 0x49, 42, 0, 8, 0, 0, 0), 'image/tiff'],
    ['a big-endian TIFF', bytes(0x4d, 0x4d, 0, 42, 0, 0, 0, 8), 'image/tiff'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a PDF behind a mail header', Buffer.from('X-Mail: 1\r\n\r\n%PDF-1.4\n'), 'application/pdf'],
    ['UTF-8 text', Buffer.from(SENTENCE), 'text/plain'],
    ['UTF-16LE text without a mark', iconv.encode(SENTENCE, 'utf16-le'), 'text/plain'],
    ['UTF-16BE text without a mark', iconv.encode(SENTENCE, 'utf16-be'), 'text/plain'],
    ['UTF-32LE text without a mark', iconv.encode(SENTENCE, 'utf-32le', { addBOM: false }), 'text/plain'],
    ['UTF-32BE text without a mark', iconv.encode(SENTENCE, 'utf-32be', { addBOM: false }), 'text/plain'],
    ['numbers of four bytes', Buffer.from(Uint32Array.from({ length: 200 }, (_, i) => i * 7919).buffer), undefined],
    ['a ZIP archive', bytes(0x50, 0x4b, 0x03, 0x04, 20, 0), undefined],
    ['a Word file', makeDocx({ body: '' }), DOCX],
    ['a Word file that is cut off', makeDocx({ body: '' }).subarray(0, 900), DOCX],
    ['a Word file under a password', ole('EncryptedPackage'), DOCX],
    ['an old Word file', ole('WordDocument'), DOC],
    ['an old Excel file', ole('Workbook'), undefined],
    ['an Excel file', pack({ '[Content_Types].xml': bytes(), 'xl/workbook.xml': bytes() }), undefined],
    ['an archive of texts', pack({ 'word.txt': bytes(65) }), undefined],
    ['an OpenDocument text', pack({ mimetype: Buffer.from(ODT) }, 0), ODT],
    ['RTF', Buffer.from('{\\rtf1\\ansi'), RTF],
    ['JSON', Buffer.from('{\n  "type": "Kết luận"\n}'), undefined],
    ['a JSON list', Buffer.from('[{"a": 1}]'), undefined],
    ['a web page', Buffer.from('<!DOCTYPE html>\n<html lang="vi">'), undefined],
    ['XML with a mark', Buffer.from('\ufeff<?xml version="1.0"?><a/>'), undefined],
    ['a text that begins with a bracket', Buffer.from(`[Dự thảo lần 2]\n${SENTENCE}`), 'text/plain'],
    ['random data', bytes(0, 1, 2, 3, 4, 5, 0, 7, 200, 0, 0, 17, 255, 0, 2), undefined],
  ])('%s', (_, content, expected) => {
    expect(findMediaType(content)).toBe(expected);
  });
});
