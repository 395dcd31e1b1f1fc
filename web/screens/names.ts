import { z } from 'zod';
import { completeBodies } from '../../output/review/bodies.js';
import { defineRoute } from '../routes.js';

const NAMES = 12;

const NamesData = z.object({ names: z.array(z.object({ name: z.string() })) });

/** Names of bodies of this database that go on from what was typed; for boxes that complete, and for machines. */
export const BODY_NAMES = defineRoute({
  path: '/co-quan',
  summary: { vi: 'Tên cơ quan theo chữ đã gõ', en: 'Names of bodies that go on from what was typed' },
  role: 'reader',
  query: z.object({ q: z.string().max(200).default('') }),
  data: NamesData,
  load: ({ db }, { q }) => ({ names: completeBodies(db, q, NAMES).map(({ name }) => ({ name })) }),
  title: (_, page) => page.say('Cơ quan', 'Bodies'),
  view: ({ names }) => names.map(({ name }) => name).join(' · '),
});
