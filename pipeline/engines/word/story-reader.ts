import type { FontCode, RunLook } from './run-look.js';
import { readLook } from './run-look.js';
import type { Story } from './story.js';
import { numberOf } from './styles.js';
import { type Attributes, isOn, type XmlHandler } from './walk-xml.js';

/** A picture in the text: the relationship that leads to it, and its share of a page. */
export interface Picture {
  readonly id: string;
  readonly share: number;
}

/** What was met in a story besides its lines. */
export interface Findings {
  /** Insertions, deletions or moves that nobody accepted or refused. — dấu vết sửa đổi */
  isTracked: boolean;
  /** Words that are not printed in the text: hidden ones, those of watermarks and picture titles. */
  readonly aside: string[];
  readonly pictures: Picture[];
  /** Files that lie inside and are not read. */
  embedded: number;
  /** True where a field never ends: what follows it cannot be told from its code. */
  isCut: boolean;
}

/** What is not printed: deletions, what stood before a change of looks, code of fields, properties of controls, readings of ruby. */
const UNSEEN: ReadonlySet<string> = new Set(
  [
    'w:del w:moveFrom w:delText w:delInstrText w:instrText w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:trPrChange',
    'w:tcPrChange w:tblGridChange w:numberingChange w:tblPrExChange w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:rt w:ffData w:tblGrid',
  ].flatMap((names) => names.split(' ')),
);
/** Of those, what stands in properties as a mark on paragraph or row. */
const MARKS: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);
const PROPERTIES: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:numPr', 'w:tcPr']);
const TRACKED: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:cellIns', 'w:cellDel']);
const EMBEDDED: ReadonlySet<string> = new Set(['w:altChunk', 'w:subDoc', 'o:OLEObject']);

/** Square English Metric Units of an A4 page. */
const PAGE_AREA = 7_560_310 * 10_692_130;
/** A box this near to the top of the page stands above the text it hangs on. */
const NEAR_TOP = 1_800_000;

interface OpenRun {
  readonly look: RunLook;
  style: string | undefined;
}

/** Reads the body, a header or the notes of a file into a story: everything that is printed, in the order of the file. */
export class StoryReader implements XmlHandler {
  readonly #path: string[] = [];
  readonly #runs: OpenRun[] = [];
  /** Fields in hand: their code is not printed, their result is. */
  readonly #fields: ('code' | 'result')[] = [];
  /** For each choice between two forms of the same thing: whether one was taken. */
  readonly #choices: boolean[] = [];
  #skipped = 0;
  #isRowDeleted = false;
  #isAbove = false;
  #verticalFrom = '';
  #share = 0;
  #sectionKind = 'nextPage';

  constructor(
    readonly story: Story,
    readonly findings: Findings,
    /** Told of each note and comment: they are stories of their own in one part. */
    readonly onPart: (name: string, attributes: Attributes) => void = () => undefined,
  ) {}

  #isUnseen(name: string, parent: string): boolean {
    if (MARKS.has(name) && PROPERTIES.has(parent)) return false;
    if (UNSEEN.has(name)) return true;
    if (name === 'w:tc') return this.#isRowDeleted;
    // The same box twice: as drawn by new readers, and for old ones.
    const isTaken = this.#choices.at(-1) === true;
    return (name === 'mc:Fallback' || name === 'mc:Choice') && isTaken;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? '';
    if (TRACKED.has(name) && this.#skipped === 0) this.findings.isTracked = true;
    if (this.#skipped > 0 || this.#isUnseen(name, parent)) {
      this.#skipped += 1;
      return;
    }
    this.#path.push(name);
    const value = attributes['w:val'];
    if (parent === 'w:rPr') this.#readRunProperty(name, attributes);
    else if (parent === 'w:pPr') this.#readParagraphProperty(name, attributes);
    else if (parent === 'w:r') this.#readRunContent(name, attributes);
    else if (parent === 'w:numPr' && this.#path.at(-3) === 'w:pPr') this.#readListProperty(name, value);
    else if (parent === 'w:tcPr' && name === 'w:gridSpan') this.story.spanColumns(numberOf(value) ?? 1);
    else if (parent === 'w:trPr') {
      if (MARKS.has(name)) this.#isRowDeleted = true;
      else if (name === 'w:gridBefore') this.story.skipColumns(numberOf(value) ?? 0);
    } else if (parent === 'w:sectPr' && name === 'w:type') this.#sectionKind = value ?? 'nextPage';
    this.#openElement(name, attributes);
  }

  #openElement(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:p':
        return this.story.openParagraph();
      case 'w:r':
        this.#runs.push({ look: {}, style: undefined });
        return;
      case 'w:tbl':
        return this.story.openTable();
      case 'w:tr':
        this.#isRowDeleted = false;
        return this.story.openRow();
      case 'w:tc':
        return this.story.openCell();
      case 'w:sectPr':
        this.#sectionKind = 'nextPage';
        return;
      case 'mc:AlternateContent':
        this.#choices.push(false);
        return;
      case 'mc:Choice':
        this.#choices.splice(-1, 1, true);
        return;
      case 'w:txbxContent':
        return this.story.openSink();
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        return this.onPart(name, attributes);
      default:
        return this.#openDrawing(name, attributes);
    }
  }

  /** Boxes, pictures and watermarks. */
  #openDrawing(name: string, attributes: Attributes): void {
    if (EMBEDDED.has(name)) this.findings.embedded += 1;
    else if (name === 'v:textpath') this.findings.aside.push(attributes.string ?? '');
    else if (name === 'wp:docPr') this.findings.aside.push(attributes.descr ?? '', attributes.title ?? '');
    else if (name === 'wp:extent') this.#share = (Number(attributes.cx) * Number(attributes.cy)) / PAGE_AREA || 0;
    else if (name === 'wp:positionV') this.#verticalFrom = attributes.relativeFrom ?? '';
    else if (name === 'v:shape' || name === 'v:rect') this.#readVmlShape(attributes.style ?? '');
    const picture = name === 'a:blip' ? attributes['r:embed'] : name === 'v:imagedata' ? attributes['r:id'] : undefined;
    if (picture !== undefined) this.findings.pictures.push({ id: picture, share: this.#share });
  }

  #readVmlShape(style: string): void {
    const points = (key: string): number =>
      Number(new RegExp(`(?:^|;)${key}:(-?[\\d.]{1,9})pt`, 'u').exec(style)?.[1] ?? 0);
    this.#share = (points('width') * points('height') * 12_700 * 12_700) / PAGE_AREA;
    this.#isAbove = points('margin-top') < 0;
  }

  #readRunProperty(name: string, attributes: Attributes): void {
    const owner = this.#path.at(-3);
    const run = this.#runs.at(-1);
    if (owner === 'w:r' && run !== undefined) {
      if (name === 'w:rStyle') run.style = attributes['w:val'];
      else readLook(run.look, name, attributes);
      return;
    }
    const { paragraph } = this.story;
    if (owner !== 'w:pPr' || paragraph === undefined) return;
    // A mark that is deleted, or hidden, ends no line.
    const isHidden = (name === 'w:vanish' || name === 'w:specVanish') && isOn(attributes['w:val']);
    if (MARKS.has(name) || isHidden) paragraph.runsOn = true;
  }

  #readParagraphProperty(name: string, attributes: Attributes): void {
    const { paragraph } = this.story;
    if (paragraph === undefined) return;
    if (name === 'w:pStyle') paragraph.style = this.story.context.styles.find(attributes['w:val']) ?? paragraph.style;
    else if (name === 'w:pageBreakBefore') paragraph.breaksPage = isOn(attributes['w:val']);
    else if (name === 'w:sectPr') paragraph.endsSection = true;
  }

  #readListProperty(name: string, value: string | undefined): void {
    const { paragraph } = this.story;
    if (paragraph === undefined) return;
    if (name === 'w:numId') paragraph.numId = value;
    else if (name === 'w:ilvl') paragraph.level = numberOf(value);
  }

  #readRunContent(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:tab':
      case 'w:ptab':
        return this.#add('\t');
      case 'w:cr':
        return this.#add('\n');
      case 'w:br':
        if (attributes['w:type'] === 'page') return this.story.writersBreak() ? this.#add('\f') : undefined;
        return this.#add('\n');
      case 'w:noBreakHyphen':
        return this.#add('-');
      case 'w:softHyphen':
        // ư of TCVN3 has the code of the optional hyphen.
        return this.#add('\u00ad');
      case 'w:sym':
        return this.#addSymbol(attributes);
      case 'w:lastRenderedPageBreak':
        return this.story.layoutBreak();
      case 'w:fldChar':
        return this.#turnField(attributes['w:fldCharType']);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.story.paragraph?.noteIds.push(`${name === 'w:endnoteReference' ? 'e' : 'f'}${attributes['w:id'] ?? ''}`);
        return undefined;
      default:
        return undefined;
    }
  }

  #turnField(kind: string | undefined): void {
    if (kind === 'begin') this.#fields.push('code');
    else if (kind === 'separate') this.#fields.splice(-1, 1, 'result');
    else if (kind === 'end') this.#fields.pop();
  }

  #addSymbol({ 'w:font': font = '', 'w:char': char = '' }: Attributes): void {
    const code = Number.parseInt(char, 16);
    if (!Number.isFinite(code) || code <= 0 || code > 0xffff) return;
    const fontCode = this.story.codeOf({ font });
    const sign = String.fromCharCode(code);
    if (fontCode === undefined) this.#add(SYMBOLS[sign] ?? sign);
    else this.#addCoded(sign, fontCode);
  }

  #addCoded(text: string, code: FontCode): void {
    const { paragraph } = this.story;
    if (paragraph === undefined || this.#fields.includes('code')) return;
    paragraph.text.add(text, code, false);
    this.story.print();
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    const name = this.#path.at(-1);
    if (name === 'w:t' || name === 'm:t') this.#add(text);
    else if (name === 'wp:posOffset' && this.#path.at(-2) === 'wp:positionV') {
      const isOfText = this.#verticalFrom === 'paragraph' || this.#verticalFrom === 'line';
      this.#isAbove = Number(text) < (isOfText ? 0 : NEAR_TOP);
    }
  }

  /** Letters of the run in hand, unless they are hidden or the code of a field. */
  #add(text: string): void {
    const { paragraph } = this.story;
    if (paragraph === undefined || this.#fields.includes('code')) return;
    const { styles } = this.story.context;
    const run = this.#runs.at(-1);
    const direct = run?.look ?? {};
    const own = styles.find(run?.style)?.run;
    const below = paragraph.style?.run;
    if (direct.hidden ?? own?.hidden ?? below?.hidden ?? styles.defaults.hidden) {
      this.findings.aside.push(text);
      return;
    }
    const font = direct.font ?? own?.font ?? below?.font ?? styles.defaults.font;
    const isCapital = direct.capitals ?? own?.capitals ?? below?.capitals ?? styles.defaults.capitals ?? false;
    const code = font === undefined ? undefined : this.story.codeOf({ font });
    paragraph.text.add(text, code, isCapital);
    if (text.trim() !== '') this.story.print();
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    this.#path.pop();
    switch (name) {
      case 'w:pPr':
        // Properties of a style or a list level are none of a paragraph.
        if (this.#path.at(-1) === 'w:p') this.story.propertiesRead();
        return;
      case 'w:p':
        return this.story.closeParagraph();
      case 'w:r':
        this.#runs.pop();
        return;
      case 'w:tc':
        return this.story.closeCell();
      case 'w:tr':
        return this.story.closeRow();
      case 'w:tbl':
        return this.story.closeTable();
      case 'w:sectPr':
        return this.story.sectionKind(this.#sectionKind);
      case 'mc:AlternateContent':
        this.#choices.pop();
        return;
      case 'w:txbxContent':
        return this.#closeBox();
      case 'w:body':
        this.findings.isCut = this.#fields.includes('code');
        return;
      default:
        return;
    }
  }

  #closeBox(): void {
    const lines = this.story.closeSink();
    const { paragraph } = this.story;
    (this.#isAbove ? paragraph?.boxesBefore : paragraph?.boxesAfter)?.push(...lines);
    this.#isAbove = false;
  }
}

/** Signs of Wingdings and Symbol that stand for what everybody knows. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf02d': '-',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fc': '✓',
  '\uf0fe': '☒',
  '\uf0a8': '☐',
};
