import { AsideText } from './aside-text.js';
import { canRead, DrawingReader } from './drawing-reader.js';
import type { Findings } from './findings.js';
import { convertFont } from './paragraph.js';
import { pushAll } from './push-all.js';
import { type FontCode, type RunLook, readLook } from './run-look.js';
import type { Story } from './story.js';
import { numberOf } from './styles.js';
import { SYMBOLS } from './symbols.js';
import { EMBEDDED, LETTERS, MARKS, PROPERTIES, STRUCK, TRACKED, UNSEEN } from './tracked-names.js';
import { type Attributes, isOn, type XmlHandler } from './walk-xml.js';

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
  /** How many of them are at their code. */
  #codes = 0;
  /** For each choice between two forms of the same thing: whether one was taken. */
  readonly #choices: boolean[] = [];
  #skipped = 0;
  /** The element that began what is skipped, and the one in hand inside it. */
  #skipping: readonly [string, string] = ['', ''];
  readonly #aside: AsideText;
  #isRowDeleted = false;
  readonly #drawing: DrawingReader;
  #sectionKind = 'nextPage';

  constructor(
    readonly story: Story,
    readonly findings: Findings,
    /** Told of each note and comment: they are stories of their own in one part. */
    readonly onPart: (name: string, attributes: Attributes) => void = () => undefined,
  ) {
    this.#drawing = new DrawingReader(findings);
    this.#aside = new AsideText(findings);
  }

  #isUnseen(name: string, parent: string, attributes: Attributes): boolean {
    if (MARKS.has(name) && PROPERTIES.has(parent)) return false;
    if (UNSEEN.has(name)) return true;
    if (name === 'w:tc') return this.#isRowDeleted;
    // The same box twice: as drawn by new readers, and for old ones.
    const isTaken = this.#choices.at(-1) === true;
    return (name === 'mc:Fallback' && isTaken) || (name === 'mc:Choice' && (isTaken || !canRead(attributes)));
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? '';
    if (TRACKED.has(name) && this.#skipped === 0) this.findings.isTracked = true;
    if (this.#skipped > 0 || this.#isUnseen(name, parent, attributes)) {
      this.#skipping = [this.#skipped === 0 ? name : this.#skipping[0], name];
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
        this.story.openParagraph();
        break;
      case 'w:r':
        this.#runs.push({ look: {}, style: undefined });
        break;
      case 'w:tbl':
        this.story.openTable();
        break;
      case 'w:tr':
        this.#isRowDeleted = false;
        this.story.openRow();
        break;
      case 'w:tc':
        this.story.openCell();
        break;
      case 'w:sectPr':
        this.#sectionKind = 'nextPage';
        break;
      case 'mc:AlternateContent':
        this.#choices.push(false);
        break;
      case 'mc:Choice':
        this.#choices.splice(-1, 1, true);
        break;
      case 'w:txbxContent':
        this.story.openSink();
        break;
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.onPart(name, attributes);
        break;
      default:
        this.#drawing.open(name, attributes);
        if (EMBEDDED.has(name)) this.findings.embedded += 1;
    }
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
        this.#add('\t');
        break;
      case 'w:cr':
      case 'w:br':
        this.#addBreak(attributes['w:type']);
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
      case 'w:softHyphen':
        // ư of TCVN3 has the code of the optional hyphen.
        this.#add('\u00ad');
        break;
      case 'w:sym':
        this.#addSymbol(attributes);
        break;
      case 'w:lastRenderedPageBreak':
        this.story.layoutBreak();
        break;
      case 'w:fldChar':
        this.#turnField(attributes['w:fldCharType']);
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.story.paragraph?.noteIds.push(`${name === 'w:endnoteReference' ? 'e' : 'f'}${attributes['w:id'] ?? ''}`);
    }
  }

  #addBreak(kind: string | undefined): void {
    if (kind !== 'page') this.#add('\n');
    else if (this.story.writersBreak()) this.#add('\f');
  }

  #turnField(kind: string | undefined): void {
    if (kind === 'begin') {
      this.#fields.push('code');
      this.#codes += 1;
      return;
    }
    if (kind !== 'separate' && kind !== 'end') return;
    if (this.#fields.pop() === 'code') this.#codes -= 1;
    if (kind === 'separate') this.#fields.push('result');
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
    if (paragraph === undefined || this.#codes > 0) return;
    paragraph.text.add(text, code, false);
    this.story.print();
  }

  text(text: string): void {
    if (this.#skipped > 0) {
      if (!LETTERS.has(this.#skipping[1])) return;
      if (STRUCK.has(this.#skipping[0])) this.#aside.strike(text);
      else if (this.#skipping[0].startsWith('mc:')) this.#aside.hide(text);
      return;
    }
    const name = this.#path.at(-1);
    if (name === 'w:t' || name === 'm:t') this.#add(text);
    else if (name === 'a:t') this.findings.aside.push(text);
    else if (name === 'wp:posOffset' && this.#path.at(-2) === 'wp:positionV') this.#drawing.place(Number(text));
  }

  /** Letters of the run in hand, unless they are hidden or the code of a field. */
  #add(text: string): void {
    const { paragraph } = this.story;
    if (paragraph === undefined || this.#codes > 0) return;
    const { styles } = this.story.context;
    const run = this.#runs.at(-1);
    const direct = run?.look ?? {};
    const own = styles.find(run?.style)?.run;
    const below = paragraph.style?.run;
    const font = direct.font ?? own?.font ?? below?.font ?? styles.defaults.font;
    const code = font === undefined ? undefined : this.story.codeOf({ font });
    // "MËT" in .VnTimeH is a mark of secrecy, hidden as well as printed.
    const letters = code === undefined ? text : convertFont(text, code);
    if (direct.hidden ?? own?.hidden ?? below?.hidden ?? styles.defaults.hidden) {
      this.#aside.hide(letters);
      return;
    }
    const isCapital = direct.capitals ?? own?.capitals ?? below?.capitals ?? styles.defaults.capitals ?? false;
    paragraph.text.add(text, code, isCapital);
    this.#aside.print(letters);
    if (text.trim() !== '') this.story.print();
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      // Of a deleted row nothing else tells that its paragraphs end.
      if (name === 'w:p') this.#aside.endParagraph();
      return;
    }
    this.#path.pop();
    switch (name) {
      case 'w:pPr':
        // Properties of a style or a list level are none of a paragraph.
        if (this.#path.at(-1) === 'w:p') this.story.propertiesRead();
        break;
      case 'w:p':
        this.story.closeParagraph();
        this.#aside.endParagraph();
        break;
      case 'w:r':
        this.#runs.pop();
        break;
      case 'w:tc':
        this.story.closeCell();
        break;
      case 'w:tr':
        this.story.closeRow();
        break;
      case 'w:tbl':
        this.story.closeTable();
        break;
      case 'w:sectPr':
        this.story.sectionKind(this.#sectionKind);
        break;
      case 'mc:AlternateContent':
        this.#choices.pop();
        break;
      case 'w:txbxContent':
        this.#closeBox();
        break;
      case 'w:body':
        this.findings.isCut = this.#codes > 0;
    }
  }

  #closeBox(): void {
    const lines = this.story.closeSink();
    const { paragraph } = this.story;
    const isAbove = this.#drawing.takeIsAbove();
    if (paragraph !== undefined) pushAll(isAbove ? paragraph.boxesBefore : paragraph.boxesAfter, lines);
  }
}
