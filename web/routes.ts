import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Role } from '../output/access/access.js';
import type { Bilingual } from '../schemas/bilingual.js';
import type { Page } from './page.js';

/**
 * One address that answers the same as a page and as JSON, after what is asked for (Accept). What it takes and gives is told by
 * schemas, from which the OpenAPI file is made.
 */
export interface Route<Query extends z.ZodType = z.ZodType, Data extends z.ZodType = z.ZodType> {
  /** As hono writes it: "/van-ban/:id". */
  readonly path: string;
  readonly summary: Bilingual;
  readonly role: Role;
  /** Names of the path and of the question, all strings as addresses hold them. */
  readonly query: Query;
  readonly data: Data;
  readonly load: (page: Page, query: z.output<Query>) => z.input<Data> | Promise<z.input<Data>>;
  readonly title: (data: z.input<Data>, page: Page) => string;
  readonly view: (data: z.input<Data>, page: Page) => Child;
}

/** Gives a route its types: the query that it loads by, the data that it shows. */
export const defineRoute = <Query extends z.ZodType, Data extends z.ZodType>(route: Route<Query, Data>): Route =>
  // The types of one route are checked here; whoever holds several asks them all the same way.
  route as unknown as Route;
