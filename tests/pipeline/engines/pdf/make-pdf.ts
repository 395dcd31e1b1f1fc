import { PDFDocument, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';

/** One line of text: left edge and baseline in points from the bottom left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

export interface PdfPageSpec {
  readonly lines?: readonly PdfLine[];
  /** Rendering mode of the text; 3 is invisible. */
  readonly mode?: number;
  /** A JPEG that covers the page. */
  readonly jpeg?: Uint8Array;
  readonly rotate?: number;
  /** Annotations with a picture of their own, one text each, as signing programs make them. */
  readonly stamps?: readonly PdfLine[];
}

const WIDTH = 595;
const HEIGHT = 842;

/** A font without glyphs whose codes are Unicode: any Vietnamese text can be written without a font file. */
const addFont = (document: PDFDocument): PDFRef => {
  const { context } = document;
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const blocks = [ranges.slice(0, 100), ranges.slice(100, 200), ranges.slice(200)];
  const body = blocks.map((block) => `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`).join('\n');
  const map = context.stream(
    `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n${body}\nendcmap`,
  );
  const descriptor = context.register(
    context.obj({ Type: 'FontDescriptor', FontName: 'Sample', Flags: 4, FontBBox: [0, 0, 1000, 1000], ItalicAngle: 0 }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'Sample',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 500,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'Sample',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(map),
    }),
  );
};

const toHex = (text: string): string =>
  [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

/** An annotation whose appearance shows one line of text at its lower left corner. */
const addStamp = (document: PDFDocument, font: PDFRef, { text, x, y, size = 14 }: PdfLine): PDFRef => {
  const { context } = document;
  const width = text.length * size;
  const appearance = context.stream(`BT /F0 ${size} Tf 1 0 0 1 0 0 Tm <${toHex(text)}> Tj ET`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, size],
    Resources: { Font: { F0: font } },
  });
  return context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Stamp',
      Rect: [x, y, x + width, y + size],
      F: 4,
      AP: { N: context.register(appearance) },
    }),
  );
};

/** Makes a small PDF with a text layer, a scan, or both. Nothing of it depends on fonts or on the clock. */
export const makePdf = async (
  specs: readonly PdfPageSpec[],
  passwords?: { readonly userPassword?: string; readonly ownerPassword?: string },
): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = addFont(document);
  for (const spec of specs) {
    const page = document.addPage([WIDTH, HEIGHT]);
    let content = '';
    if (spec.jpeg !== undefined) {
      const image = await document.embedJpg(spec.jpeg);
      await image.embed();
      page.node.setXObject(PDFName.of('Im0'), image.ref);
      content += `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /Im0 Do Q\n`;
    }
    page.node.setFontDictionary(PDFName.of('F0'), font);
    for (const { text, x, y, size = 14 } of spec.lines ?? [])
      content += `BT /F0 ${size} Tf ${spec.mode ?? 0} Tr 1 0 0 1 ${x} ${y} Tm <${toHex(text)}> Tj ET\n`;
    page.node.set(PDFName.of('Contents'), document.context.register(document.context.stream(content)));
    for (const stamp of spec.stamps ?? []) page.node.addAnnot(addStamp(document, font, stamp));
    if (spec.rotate !== undefined) page.node.set(PDFName.of('Rotate'), document.context.obj(spec.rotate));
  }
  if (passwords !== undefined)
    await document.encrypt({
      userPassword: passwords.userPassword ?? '',
      ownerPassword: passwords.ownerPassword ?? '',
    });
  return document.save({ useObjectStreams: false });
};
