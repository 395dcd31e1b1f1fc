import type { UnclaimedReason } from '../../schemas/unclaimed.js';
import { tag } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import type { Match } from './match.js';
import { containsTerm, type ParsedQuery } from './parse-query.js';
import { cutSnippet, type Snippet } from './snippet.js';

/** An unclaimed passage that holds the words: no task, and perhaps one that was missed. — đoạn chưa được nhận */
export interface PassageHit {
  readonly documentId: string;
  readonly documentNumber: string | null;
  readonly documentType: string | null;
  readonly issuedOn: string | null;
  readonly text: string;
  readonly why: UnclaimedReason;
  readonly path: string;
  readonly page: number;
  readonly snippet: Snippet;
}

/** Passages looked at: a phrase of three words and more is proven in the text. */
const MOST_LOOKED_AT = 500;

const LOAD = `SELECT d.id AS documentId, v.number AS documentNumber, v.type AS documentType, v.issued_on AS issuedOn,
    u.text, u.why, v.path, u.page
  FROM directive_fts f JOIN unclaimed u ON u.unclaimed_key = -f.rowid
  JOIN document d ON d.document_key = u.document_key JOIN documents v ON v.document_id = d.id
  WHERE f.directive_fts MATCH ? AND f.rowid < 0 ORDER BY f.rowid LIMIT ${MOST_LOOKED_AT}`;

/**
 * Unclaimed passages that hold every word of a query, newest stored first. None without words, and none where a day is
 * asked for: a passage has no deadline.
 */
export const findPassages = (db: Store, query: ParsedQuery, match: Match, limit: number): readonly PassageHit[] => {
  if (query.wanted.length === 0 || match.filters.condition !== '') return [];
  return prepare<Omit<PassageHit, 'snippet'>>(db, LOAD)
    .all(`(${match.folded}) AND "${tag.unclaimed}"`)
    .filter(({ text, documentNumber }) => {
      const has = (term: Match['wantedPhrases'][number]): boolean =>
        containsTerm(text, term) || containsTerm(documentNumber ?? '', term);
      return match.wantedPhrases.every(has) && !match.excludedPhrases.some(has);
    })
    .slice(0, limit)
    .map((hit) => ({ ...hit, snippet: cutSnippet(hit.text, query) }));
};
