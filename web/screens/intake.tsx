import { z } from 'zod';
import { listBatches } from '../../output/store/batches.js';
import { listQuarantine } from '../../output/store/quarantine.js';
import { openFolder, splitWay } from '../intake/places.js';
import type { Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Batches, Held } from '../view/intake-lists.js';
import { Choose, HeldUp, State } from '../view/intake-parts.js';
import { IntakeData } from './intake-data.js';

const IntakeQuery = z.object({
  /** Place on the server's disk, by its number. */
  place: z.coerce.number().int().min(0).max(1000).optional(),
  /** Names below it, parted by "/". */
  way: z.string().max(4000).default(''),
});

const BATCHES = 10;
/** Files in quarantine that are shown; `ketluan quarantine` lists them all. */
const HELD = 100;

const loadIntake = ({ db, intake }: Page, { place, way }: z.output<typeof IntakeQuery>): IntakeData => {
  const root = place === undefined ? undefined : intake.places[place];
  const folder = root === undefined ? undefined : openFolder(root, splitWay(way));
  const held = listQuarantine(db);
  return {
    state: intake.job.state,
    places: [...intake.places],
    folder:
      folder === undefined || place === undefined
        ? null
        : { place, way: [...folder.way], folders: [...folder.folders], files: folder.files },
    batches: listBatches(db, { limit: BATCHES }).map(({ counts, roots, ...batch }) => ({
      ...batch,
      roots: [...roots],
      counts: { ...counts },
    })),
    quarantine: held.slice(0, HELD).map(({ path, sha256, code, text, hint }) => ({ path, sha256, code, text, hint })),
    quarantined: held.length,
  };
};

export const INTAKE = defineRoute({
  path: '/nap',
  summary: { vi: 'Nạp văn bản', en: 'Take papers in' },
  role: 'admin',
  query: IntakeQuery,
  data: IntakeData,
  load: loadIntake,
  title: (_, page) => page.say('Nạp', 'Take in'),
  view: (data, page) => (
    <>
      <div class="title">
        <h1>{page.say('Nạp văn bản', 'Take papers in')}</h1>
      </div>
      <HeldUp page={page} />
      {data.state.phase === 'idle' ? null : <State state={data.state} page={page} />}
      <Choose data={data} page={page} />
      <Held data={data} page={page} />
      <Batches data={data} page={page} />
    </>
  ),
});
