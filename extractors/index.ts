import { findUnclaimed } from './coverage/index.js';
import { extractDirectives } from './directives/index.js';
import { readHeader } from './header/index.js';

/**
 * The extractors, in the order in which they run: the header first, since deadlines lean on the issue date,
 * coverage last: what nobody claimed.
 * To add a field: its schema, a folder here, a line here.
 */
export const extractors = { readHeader, extractDirectives, findUnclaimed } as const;
