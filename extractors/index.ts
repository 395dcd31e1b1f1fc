import { findUnclaimed } from './coverage/index.js';
import { extractDirectives } from './directives/index.js';
import { readHeader } from './header/index.js';
import { suggestWritten } from './header/suggest-written.js';

/**
 * The extractors, in the order in which they run: the header first, since deadlines lean on the issue date,
 * coverage last: what nobody claimed.
 * To add a field: its schema, a folder here, a line here.
 */
export const extractors = { readHeader, suggestWritten, extractDirectives, findUnclaimed } as const;
