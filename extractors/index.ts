import { extractDirectives } from './directives/index.js';
import { readHeader } from './header/index.js';

/**
 * The extractors, in the order in which they run: the header first, since deadlines lean on the issue date.
 * To add a field: its schema, a folder here, a line here.
 */
export const extractors = { readHeader, extractDirectives } as const;
