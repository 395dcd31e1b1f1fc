import type { Context } from 'hono';
import type { z } from 'zod';
import type { Role } from '../output/access/access.js';
import { PipelineError } from '../pipeline/base/errors.js';
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

/** An error that is told with a status of its own: what was asked for is known, and cannot be done as it is. — không làm được lúc này */
export class Refusal extends PipelineError {
  constructor(
    { code, text, hint }: Pick<PipelineError, 'code' | 'text' | 'hint'>,
    readonly status: 409 | 422,
  ) {
    super(code, text, hint);
  }
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
