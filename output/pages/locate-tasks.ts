import type { ExportedDocument } from '../../schemas/export.js';
import { loadRepaired } from '../store/load-file.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { type Place, placeSentence } from './find-places.js';

/** Where each task of a paper stands, by its id. */
export type Locate = (record: ExportedDocument) => ReadonlyMap<string, readonly Place[]>;

const HAS_WORDS = `SELECT 1 FROM page p JOIN file f ON f.file_key = p.file_key
  WHERE f.sha256 = ? AND p.words IS NOT NULL LIMIT 1`;

/**
 * Finds the boxes of the tasks of one paper after the other, as an export walks through them: a file that holds several papers is
 * loaded once, one without places of words not at all. `const locate = createLocator(db)`
 */
export const createLocator = (db: Store): Locate => {
  let held: { readonly sha256: string; readonly repaired: ReturnType<typeof loadRepaired> } | undefined;
  return ({ document, directives }) => {
    const { sha256 } = document.source;
    if (held?.sha256 !== sha256) {
      const hasWords = prepare(db, HAS_WORDS).get(sha256) !== undefined;
      held = { sha256, repaired: hasWords ? loadRepaired(db, sha256) : undefined };
    }
    const { repaired } = held;
    if (repaired === undefined) return new Map();
    return new Map(directives.map((directive) => [directive.id, placeSentence(directive, repaired)]));
  };
};
