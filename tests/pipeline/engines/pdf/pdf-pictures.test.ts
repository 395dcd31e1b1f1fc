import { degrees, PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../../pipeline/engines/pdf/pdf.js';

const RED = rgb(0.8, 0.1, 0.1);

/** A page of print, A4, with what `draw` puts on it. */
const drawPage = async (draw: (page: PDFPage, document: PDFDocument) => unknown): Promise<boolean | undefined> => {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText('A line of print that any layer has.', { x: 80, y: 600, size: 13 });
  await draw(page, document);
  const pdf = await openPdf(await document.save());
  const { drawing } = await pdf.readPage(1);
  await pdf.close();
  return drawing?.mayShowStamp;
};

const picture = (document: PDFDocument) =>
  sharp({ create: { width: 60, height: 24, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
    .then((bytes) => document.embedPng(bytes));

describe('what a PDF page draws where stamps stand', () => {
  it('is nothing on a page of print with the rules under issuer and motto', async () => {
    const rules = (page: PDFPage) => {
      page.drawLine({ start: { x: 320, y: 770 }, end: { x: 500, y: 770 }, thickness: 0.8 });
      page.drawRectangle({ x: 90, y: 760, width: 60, height: 0.7, color: rgb(0, 0, 0) });
    };
    expect(await drawPage(() => undefined)).toBe(false);
    expect(await drawPage(rules)).toBe(false);
  });

  it('is a background neither', async () => {
    expect(await drawPage((page) => page.drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: RED }))).toBe(
      false,
    );
  });

  it.each([
    ['head', 690, true],
    ['foot', 40, true],
    ['the end of a short page', 400, true],
  ])('is a picture of a stamp: %s', async (_, y, expected) => {
    const put = async (page: PDFPage, document: PDFDocument) =>
      page.drawImage(await picture(document), { x: 80, y, width: 90, height: 36, rotate: degrees(5) });
    expect(await drawPage(put)).toBe(expected);
  });

  it('is no square picture in the middle: the seal of an office', async () => {
    const put = async (page: PDFPage, document: PDFDocument) =>
      page.drawImage(await picture(document), { x: 350, y: 250, width: 100, height: 100 });
    expect(await drawPage(put)).toBe(false);
  });

  it('is a frame or letters drawn as outlines in the head', async () => {
    const frame = { x: 80, y: 700, width: 90, height: 30, borderColor: RED, borderWidth: 2, rotate: degrees(7) };
    expect(await drawPage((page) => page.drawRectangle(frame))).toBe(true);
    expect(await drawPage((page) => page.drawSvgPath('M0 0 L0 -20 L10 -6 L20 -20 L20 0 Z', { x: 90, y: 702 }))).toBe(
      true,
    );
  });
});
