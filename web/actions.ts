import type { Context } from 'hono';
import type { z } from 'zod';
import type { Role } from '../output/access/access.js';
import type { Bilingual } from '../schemas/bilingual.js';
import { wantsJson } from './context.js';

/** One address that changes something: by a form of the page, or as JSON with what its schema says. — việc làm được qua trang */
export interface Action {
  /** As hono writes it. */
  readonly path: string;
  readonly summary: Bilingual;
  readonly role: Role;
  readonly body: z.ZodType;
  readonly data: z.ZodType;
}

/** True where a program sends JSON, which no form of a browser does. */
export const sendsJson = (c: Context): boolean =>
  (c.req.header('content-type') ?? '').toLowerCase().startsWith('application/json');

/** What was sent: JSON as it is, undefined where it is none; of a form its fields, those of one name as a list. */
export const readBody = async (c: Context): Promise<unknown> => {
  if (!sendsJson(c)) return c.req.parseBody({ all: true });
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
};

/** True where what came of it is wanted as JSON: by who sends JSON, and by who asks for it. */
export const isProgram = (c: Context): boolean => sendsJson(c) || wantsJson(c);

/** What came of it: to a program as JSON, to a person the screen that shows it. */
export const answerWith = (c: Context, screen: string, data: object): Response =>
  isProgram(c) ? c.json(data) : c.redirect(screen, 303);
