import type { ListLabel } from './list-counter.js';
import { ParagraphText } from './paragraph.js';
import { pushAll } from './push-all.js';
import type { Style } from './styles.js';

/** A paragraph that is being read. */
export interface OpenParagraph {
  readonly text: ParagraphText;
  style: Style | undefined;
  numId: string | undefined;
  level: number | undefined;
  breaksPage: boolean | undefined;
  /** Its mark is deleted or hidden: what follows it stands in the same line. */
  runsOn: boolean;
  label: ListLabel | undefined;
  isLabelled: boolean;
  breaksBefore: number;
  breaksAfter: number;
  endsSection: boolean;
  readonly boxesBefore: string[];
  readonly boxesAfter: string[];
  readonly noteIds: string[];
}

/** A paragraph before anything of it is read. */
export const openParagraph = (style: Style | undefined): OpenParagraph => ({
  text: new ParagraphText(),
  style,
  numId: undefined,
  level: undefined,
  breaksPage: undefined,
  runsOn: false,
  label: undefined,
  isLabelled: false,
  breaksBefore: 0,
  breaksAfter: 0,
  endsSection: false,
  boxesBefore: [],
  boxesAfter: [],
  noteIds: [],
});

/** A paragraph without a mark and the one behind it are one line: it keeps the label of the first. */
export const joinParagraphs = (first: OpenParagraph, second: OpenParagraph): OpenParagraph => {
  first.text.append(second.text);
  pushAll(first.boxesBefore, second.boxesBefore);
  pushAll(first.boxesAfter, second.boxesAfter);
  pushAll(first.noteIds, second.noteIds);
  first.breaksAfter += second.breaksBefore + second.breaksAfter;
  first.endsSection ||= second.endsSection;
  return first;
};
