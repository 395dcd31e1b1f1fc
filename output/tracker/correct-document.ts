import { type Correction, HEADER_FIELDS, type HeaderField } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import { correctTask } from './correct-task.js';
import { mergeDirectives, splitDirective } from './reshape.js';

type Header = ExportedDocument['document'];

const HEADER: ReadonlySet<string> = new Set(HEADER_FIELDS);
/** True for a field of the header. */
export const isHeaderField = (field: string): field is HeaderField => HEADER.has(field);

/** What was read of a header field, as a correction says it: `readHeaderField(document, 'signerName')`. */
export const readHeaderField = (document: Header, field: HeaderField): string | null => {
  switch (field) {
    case 'signerAuthority':
      return document.signer.authority;
    case 'signerPosition':
      return document.signer.position;
    case 'signerName':
      return document.signer.name;
    case 'recipients':
      return document.recipients.length === 0 ? null : document.recipients.join('\n');
    default:
      return document[field];
  }
};

/** What a person gave settles what was only suggested, or read in part. */
const settleGaps = (header: Header, field: 'number' | 'issuedOn', value: string | null): Header => {
  if (value === null) return header;
  const { numberParts, issuedOnParts, suggested, ...rest } = header;
  const left = suggested === undefined ? undefined : { ...suggested, [field]: null };
  return {
    ...rest,
    ...(field === 'number' || numberParts === undefined ? {} : { numberParts }),
    ...(field === 'issuedOn' || issuedOnParts === undefined ? {} : { issuedOnParts }),
    ...(left === undefined || (left.number === null && left.issuedOn === null) ? {} : { suggested: left }),
  };
};

const correctHeader = (header: Header, field: HeaderField, value: string | null): Header => {
  switch (field) {
    case 'signerAuthority':
      return { ...header, signer: { ...header.signer, authority: value } };
    case 'signerPosition':
      return { ...header, signer: { ...header.signer, position: value } };
    case 'signerName':
      return { ...header, signer: { ...header.signer, name: value } };
    case 'recipients':
      return { ...header, recipients: (value ?? '').split('\n').filter((line) => line.trim() !== '') };
    case 'number':
    case 'issuedOn':
      return settleGaps({ ...header, [field]: value }, field, value);
    default:
      return { ...header, [field]: value };
  }
};

const isPassage = ({ page, text, why }: Unclaimed, detail: Correction['detail']): boolean =>
  detail?.kind === 'passage' && detail.page === page && detail.text === text && detail.why === why;

const startOf = ({ pieces }: Directive): number | undefined => pieces[0]?.source.start;

/** Where an item that a person added stands in reading order: by its place in the text, else by its page. */
const findPlace = (directives: readonly Directive[], added: Directive): number => {
  const start = startOf(added);
  const behind = directives.findIndex((one) => {
    const other = startOf(one);
    return start === undefined || other === undefined ? one.page > added.page : other > start;
  });
  return behind < 0 ? directives.length : behind;
};

/** A document as people made it, while corrections are applied one after the other. */
class Correcting {
  header: Header;
  readonly directives: Directive[];

  constructor(record: ExportedDocument) {
    this.header = record.document;
    this.directives = [...record.directives];
  }

  /** Applies one correction; false when there is no place for it. */
  apply(correction: Correction): boolean {
    const { directiveId, field, newValue } = correction;
    if (directiveId === null) {
      if (isHeaderField(field)) this.header = correctHeader(this.header, field, newValue);
      return true;
    }
    if (field === 'add' || field === 'passage') return this.#settlePassage(correction);
    const at = this.directives.findIndex(({ id }) => id === directiveId);
    const directive = this.directives[at];
    if (directive === undefined) return false;
    if (field === 'split' || field === 'merge') return this.#reshape(at, directive, correction);
    this.directives[at] = correctTask(directive, correction);
    return true;
  }

  #settlePassage({ detail, directiveId }: Correction): boolean {
    const { unclaimed } = this.header;
    const left = unclaimed.filter((passage) => !isPassage(passage, detail));
    if (left.length === unclaimed.length || detail?.kind !== 'passage') return false;
    this.header = { ...this.header, unclaimed: left };
    const { directive } = detail;
    if (directive === undefined) return true;
    const added = { ...directive, id: directiveId ?? directive.id };
    this.directives.splice(findPlace(this.directives, added), 0, added);
    return true;
  }

  #reshape(at: number, directive: Directive, { detail }: Correction): boolean {
    if (detail?.kind === 'split') {
      const parts = splitDirective(directive, detail);
      if (parts === undefined) return false;
      this.directives.splice(at, 1, ...parts);
      return true;
    }
    if (detail?.kind !== 'merge') return false;
    const from = this.directives.findIndex(({ id }) => id === detail.other);
    const other = this.directives[from];
    if (other === undefined || from === at) return false;
    const [first, second] = from < at ? [other, directive] : [directive, other];
    const merged = mergeDirectives(first, second);
    this.directives[at] = { ...merged, id: directive.id, number: directive.number, kind: directive.kind };
    this.directives.splice(from, 1);
    return true;
  }
}

/** A document as people corrected it, and the corrections that found no place in it. */
export interface CorrectedDocument {
  /** With what a person called no task, and doubts as they were read: what the tables hold. */
  readonly record: ExportedDocument;
  readonly unplaced: readonly Correction[];
}

/** Applies corrections that hold, in their order, to a document as it was read; the input stays as it is. */
export const correctDocument = (record: ExportedDocument, corrections: readonly Correction[]): CorrectedDocument => {
  if (corrections.length === 0) return { record, unplaced: [] };
  const correcting = new Correcting(record);
  const unplaced = corrections.filter((correction) => !correcting.apply(correction));
  return { record: { document: correcting.header, directives: correcting.directives }, unplaced };
};
