import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageFile } from '../../pipeline/base/package-root.js';
import { type Bar, middle, say, shareOf, type Times } from '../figures.js';
import { makeRandom, pick } from '../generate-records.js';
import { writePapers } from '../isolate.js';
import type { Server } from './server.js';

const CLERKS = 20;
/** Between two clicks of one of many, on average: quicker than anybody reads. */
const PAUSE_MS = 2000;
/** The same of one alone, who waits for nobody: many clicks in little time. */
const ALONE_MS = 100;
const LAST_MS = 12_000;
/** Papers of one batch: some ten seconds. */
const PAPERS = 300;
const ROUNDS = 2;

/** One clerk clicks until `until`: any page, then a pause. */
const click = async (
  server: Server,
  addresses: readonly string[],
  { seed, pauseMs }: { readonly seed: number; readonly pauseMs: number },
  until: () => boolean,
): Promise<Times> => {
  const random = makeRandom(seed);
  const visitor = await server.enter();
  const times: Times = [];
  while (!until()) {
    await pause(pauseMs * (0.5 + random()));
    times.push((await visitor.read(pick(random, addresses, '/'))).ms);
  }
  visitor.close();
  return times;
};

const clickAll = async (
  server: Server,
  addresses: readonly string[],
  clerks: number,
  until: () => boolean,
): Promise<Times> =>
  (
    await Promise.all(
      Array.from({ length: clerks }, (_, i) =>
        click(server, addresses, { seed: i + 1, pauseMs: clerks === 1 ? ALONE_MS : PAUSE_MS }, until),
      ),
    )
  ).flat();

/** Takes a folder in with the command, in processes of its own; gives papers a second. */
const takeIn = (database: string, folder: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const papers = readdirSync(folder).length;
    const started = performance.now();
    const child = spawn(process.execPath, [packageFile('dist', 'cli', 'main.js'), 'ingest', folder, '--db', database], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    child.once('error', reject);
    child.once('exit', () => resolve((papers * 1000) / (performance.now() - started)));
  });

/** Folders of papers, none twice. */
const makeLots = (folder: string, lots: number): readonly string[] => {
  const all = join(folder, 'papers');
  writePapers(all, PAPERS * lots);
  const files = readdirSync(all);
  return Array.from({ length: lots }, (_, lot) => {
    const own = join(folder, `lot-${lot}`);
    mkdirSync(own);
    for (const file of files.slice(lot * PAPERS, (lot + 1) * PAPERS)) renameSync(join(all, file), join(own, file));
    return own;
  });
};

interface ClerksOptions {
  readonly server: Server;
  readonly addresses: readonly string[];
  readonly database: string;
  readonly folder: string;
}

/** Twenty clerks against one, and both against a batch, by turns. */
export const benchClerks = async ({ server, addresses, database, folder }: ClerksOptions): Promise<Bar[]> => {
  const lots = makeLots(folder, ROUNDS * 2);
  const [one, many, beside]: [Times, Times, Times] = [[], [], []];
  const [alone, disturbed]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const ends = (from: number) => () => performance.now() - from > LAST_MS;
    one.push(...(await clickAll(server, addresses, 1, ends(performance.now()))));
    many.push(...(await clickAll(server, addresses, CLERKS, ends(performance.now()))));
    alone.push(await takeIn(database, lots[round * 2] ?? ''));
    let isDone = false;
    const batch = takeIn(database, lots[round * 2 + 1] ?? '').finally(() => {
      isDone = true;
    });
    beside.push(...(await clickAll(server, addresses, CLERKS, () => isDone)));
    disturbed.push(await batch);
  }
  say('one clerk', one);
  say(`${CLERKS} clerks`, many);
  say(`${CLERKS} clerks while a batch runs`, beside);
  console.log(`batch: ${middle(alone).toFixed(1)} papers/s alone, ${middle(disturbed).toFixed(1)} beside the clerks`);
  return [
    { what: `${CLERKS} clerks / one, p95`, value: shareOf(many, 0.95) / shareOf(one, 0.95), most: 6 },
    {
      what: `${CLERKS} clerks while a batch runs / one, p95`,
      value: shareOf(beside, 0.95) / shareOf(one, 0.95),
      most: 6,
    },
    { what: 'speed of the batch beside the clerks', value: middle(disturbed) / middle(alone), least: 0.8 },
  ];
};
