import type { Findings } from './findings.js';
import type { Attributes } from './walk-xml.js';

/** Square English Metric Units of an A4 page, and those of a point. */
const PAGE_AREA = 7_560_310 * 10_692_130;
const POINT = 12_700;
/** A box this near to the top of the page stands above the text it hangs on. */
const NEAR_TOP = 1_800_000;

/** Drawn forms whose text is read, by the prefix that every writer gives them. (ECMA-376-3, 10.2: who does not know a form takes the fallback.) */
const READ_FORMS: ReadonlySet<string> = new Set('wps wpg wpc wpi wp14 w14 w15 w16 w16se w16du a14 v'.split(' '));

/** Whether a choice between forms of the same thing is one that is read: all it requires is known. */
export const canRead = ({ Requires = '' }: Attributes): boolean =>
  Requires.split(/\s+/u).every((form) => form === '' || READ_FORMS.has(form));

/** Reads boxes, pictures and watermarks: where a box stands, how large a picture is, what their titles say. */
export class DrawingReader {
  #isAbove = false;
  #verticalFrom = '';
  #share = 0;

  constructor(readonly findings: Findings) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'v:textpath') this.findings.aside.push(attributes.string ?? '');
    else if (name === 'wp:docPr') this.findings.aside.push(attributes.descr ?? '', attributes.title ?? '');
    else if (name === 'wp:extent') this.#share = (Number(attributes.cx) * Number(attributes.cy)) / PAGE_AREA || 0;
    else if (name === 'wp:positionV') this.#verticalFrom = attributes.relativeFrom ?? '';
    else if (name === 'v:shape' || name === 'v:rect') this.#readVmlShape(attributes.style ?? '');
    const picture = name === 'a:blip' ? attributes['r:embed'] : name === 'v:imagedata' ? attributes['r:id'] : undefined;
    if (picture !== undefined) this.findings.pictures.push({ id: picture, share: this.#share });
  }

  #readVmlShape(style: string): void {
    const points = (key: string): number => {
      const value = style
        .slice(0, 2000)
        .split(';')
        .find((one) => one.trim().startsWith(`${key}:`));
      return Number.parseFloat(value?.split(':')[1] ?? '') || 0;
    };
    this.#share = (points('width') * points('height') * POINT * POINT) / PAGE_AREA;
    this.#isAbove = points('margin-top') < 0;
  }

  /** How far a box stands below what it is measured from. */
  place(offset: number): void {
    const isOfText = this.#verticalFrom === 'paragraph' || this.#verticalFrom === 'line';
    this.#isAbove = offset < (isOfText ? 0 : NEAR_TOP);
  }

  /** True for a box that stands above its paragraph; the next one is told anew. */
  takeIsAbove(): boolean {
    const isAbove = this.#isAbove;
    this.#isAbove = false;
    return isAbove;
  }
}
