import { normalizeName } from '../../extractors/bodies/abbreviations.js';
import { TYPES_BY_SYMBOL } from '../../language/lexicon/document-types.js';
import { fold } from '../../language/writing/unicode.js';
import { foldWords } from '../store/fold-words.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

/** Past so many keys an expression costs more than it saves; names that are this common need another word. */
const MAX_KEYS = 2000;

const HAS = `instr(' ' || folded || ' ', @name) > 0`;
const BODIES = `SELECT body_key AS key FROM body WHERE ${HAS}
  UNION SELECT body_key FROM body_name WHERE ${HAS} LIMIT @limit`;
const ISSUERS = `SELECT issuer_key AS key FROM issuer WHERE ${HAS} LIMIT @limit`;
const TYPES = `SELECT type_key AS key FROM document_type WHERE ${HAS} LIMIT @limit`;

/** The ways in which a name is looked for: as asked, and with its abbreviations written out. `VPTU` is `van phong tinh uy`, too. */
const spellName = (name: string): readonly string[] => [
  ...new Set([foldWords(name), foldWords(normalizeName(name))].filter((way) => way !== '')),
];

const findKeys = (db: Store, sql: string, ways: readonly string[]): number[] => [
  ...new Set(
    ways.flatMap((way) =>
      prepare<{ key: number }>(db, sql)
        .all({ name: ` ${way} `, limit: MAX_KEYS })
        .map((row) => row.key),
    ),
  ),
];

/** Keys of the bodies that a name, or a part of whole words of one, means. */
export const findBodyKeys = (db: Store, name: string): number[] => findKeys(db, BODIES, spellName(name));

/** Keys of the issuers, likewise. */
export const findIssuerKeys = (db: Store, name: string): number[] => findKeys(db, ISSUERS, spellName(name));

const SYMBOLS = new Map([...TYPES_BY_SYMBOL].map(([symbol, type]) => [fold(symbol), type]));

/** The type that the letters in a number's symbol stand for, in any case: `typeOfSymbol('kl') === 'Kết luận'`. */
export const typeOfSymbol = (letters: string): string | undefined => SYMBOLS.get(fold(letters.trim()));

/** Keys of the types of documents, by name or by the letters that stand for it. */
export const findTypeKeys = (db: Store, name: string): number[] => {
  const meant = typeOfSymbol(name);
  return findKeys(db, TYPES, [foldWords(name), ...(meant === undefined ? [] : [foldWords(meant)])]);
};
