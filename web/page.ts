import type { Language, Speak } from '../cli/language.js';
import type { Visitor } from '../output/access/access.js';
import type { ReadOnlyReason } from '../output/store/open-to-serve.js';
import type { Store } from '../output/store/store.js';
import type { IsoDate } from '../schemas/span.js';
import type { Intake } from './intake/intake.js';
import type { Upkeep } from './upkeep/upkeep.js';

/** What one request is answered with: who asks, in which language, on which day. — ngữ cảnh của một trang */
export interface Page {
  readonly db: Store;
  /** The file of users, sessions and events beside it. */
  readonly access: Store;
  readonly intake: Intake;
  readonly upkeep: Upkeep | null;
  /** Of the program. */
  readonly version: string;
  readonly visitor: Visitor;
  /** Why nothing may be written, and whether a newer copy lies there by now; null where it may be. */
  readonly readOnly: { readonly reason: ReadOnlyReason; readonly isReplaced: boolean } | null;
  readonly language: Language;
  readonly say: Speak;
  readonly today: IsoDate;
  /** ISO 8601 with zone. */
  readonly now: string;
  /** Path and question of the address that was asked for. */
  readonly path: string;
  readonly query: URLSearchParams;
}

type Values = Readonly<Record<string, string | number | boolean | undefined | null>>;

/** An address of this page: `link('/tim', { q: 'Sở Y tế', state: undefined })` leaves out what is undefined. */
export const link = (path: string, values: Values = {}): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    query.set(name, value === true ? '1' : String(value));
  }
  const asked = query.toString();
  return asked === '' ? path : `${path}?${asked}`;
};

/** The same address with some of its values changed: what filters, orders and pages are links to. */
export const linkFrom = ({ path, query }: Pick<Page, 'path' | 'query'>, changes: Values): string =>
  link(path, { ...Object.fromEntries(query), ...changes });
