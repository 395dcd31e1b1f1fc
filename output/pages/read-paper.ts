import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { RepairedDocument } from '../../schemas/stages.js';
import { loadDocument } from '../store/load-document.js';
import { loadRepaired } from '../store/load-file.js';
import type { Store } from '../store/store.js';

/** A paper as it was read, with its text layers: places on a page are those of the reading, whatever people corrected. */
export interface ReadPaper {
  readonly reading: ExportedDocument;
  readonly repaired: RepairedDocument;
}

/** A paper by its id; undefined when it is not stored. */
export const loadReadPaper = (db: Store, documentId: string): ReadPaper | undefined => {
  const reading = loadDocument(db, documentId);
  const repaired = reading === undefined ? undefined : loadRepaired(db, reading.document.source.sha256);
  return reading === undefined || repaired === undefined ? undefined : { reading, repaired };
};

/**
 * An item as it was read. Of one that people made (a part of another, a passage made a task) its text alone has a place: who and
 * when were said by people.
 */
export const asRead = ({ reading }: ReadPaper, directive: Directive): Directive =>
  reading.directives.find(({ id }) => id === directive.id) ?? { ...directive, assignments: [] };
