import type { ExportedDocument } from '../../schemas/export.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { type Place, placeSentence } from './find-places.js';
import { asRead, loadReadPaper } from './read-paper.js';

/** Where each task of a paper stands, by its id. */
export type Locate = (record: ExportedDocument) => ReadonlyMap<string, readonly Place[]>;

const HAS_WORDS = `SELECT 1 FROM page p JOIN file f ON f.file_key = p.file_key
  WHERE f.sha256 = ? AND p.words IS NOT NULL LIMIT 1`;

/**
 * Finds the boxes of the tasks of one paper after the other, as an export walks through them: a file that places no word is not
 * loaded at all. `const locate = createLocator(db)`
 */
export const createLocator = (db: Store): Locate => {
  return ({ document, directives }) => {
    const hasWords = prepare(db, HAS_WORDS).get(document.source.sha256) !== undefined;
    const paper = hasWords ? loadReadPaper(db, document.id) : undefined;
    if (paper === undefined) return new Map();
    return new Map(directives.map((one) => [one.id, placeSentence(asRead(paper, one), paper.repaired)]));
  };
};
