import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeJsonl } from '../../output/export/jsonl.js';
import { selectRecords } from '../../output/export/select-records.js';
import { openDatabase } from '../../output/store/open-database.js';
import { verify } from '../../output/store/verify.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import type { Summary } from '../../pipeline/summarize-batch.js';
import { makeRandom, type Random } from '../generate-records.js';

const MAIN = packageFile('dist', 'cli', 'main.js');

/** One part of the soak on its way: its numbers, its folder, and what did not hold. */
export class Soak {
  readonly random: Random;
  readonly folder: string;
  readonly failures: string[] = [];

  constructor(
    readonly name: string,
    readonly seed: number,
    readonly isBounded: boolean,
  ) {
    this.random = makeRandom(seed);
    this.folder = mkdtempSync(join(tmpdir(), `ketluan-soak-${name}-`));
  }

  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** An empty folder of this name. */
  makeFolder(name: string): string {
    const path = this.at(name);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path);
    return path;
  }

  between(least: number, most: number): number {
    return least + this.random() * (most - least);
  }

  /** True when it holds; else it is written down, and the part has failed. */
  expect(holds: boolean, what: string): boolean {
    if (!holds) {
      this.failures.push(what);
      this.tick(what);
    }
    return holds;
  }

  /** Where a long part is, for whoever waits for it. */
  tick(text: string): void {
    process.stderr.write(`  ${this.name}: ${text}, ${this.failures.length} failures\n`);
  }

  /** What one program left behind: whole, or a sentence about what is not. The files are looked at as they lie, in a copy. */
  checkDatabase(path: string, when: string): void {
    if (!existsSync(path)) return;
    const copy = this.makeFolder('as-left');
    for (const end of ['', '-wal', '-journal'])
      if (existsSync(path + end)) cpSync(path + end, join(copy, `x.db${end}`));
    try {
      const db = openDatabase(join(copy, 'x.db'));
      const wrong = verify(db, path).filter(({ ok }) => !ok);
      db.close();
      this.expect(wrong.length === 0, `${when}: ${JSON.stringify(wrong)}`);
    } catch (error) {
      this.expect(false, `${when}: ${String(error)}`);
    }
  }

  /** Drafts and other things that a program should not have left beside its database. */
  listLeftovers(folder: string): string[] {
    return readdirSync(folder).filter((name) => name.startsWith('.ketluan'));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** To the program and all that it started, as a terminal sends it, or a machine that loses its power. */
  signalAll(signal: NodeJS.Signals): void;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Program and arguments that start node. */
  readonly under?: readonly string[];
  readonly onLine?: (line: string) => void;
}

const stopGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself.
  }
};

/** Starts `ketluan` with a group of processes of its own. */
export const start = (args: readonly string[], options: StartOptions = {}): Running => {
  const [program = process.execPath, ...before] = [...(options.under ?? []), process.execPath];
  const from = performance.now();
  const child = spawn(program, [...before, MAIN, ...args], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let [out, err, line] = ['', '', ''];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
    const lines = (line + String(chunk)).split('\n');
    line = lines.pop() ?? '';
    for (const one of lines) options.onLine?.(one);
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, out, err, seconds: (performance.now() - from) / 1000 }),
    );
  });
  return { child, ended, signalAll: (signal) => stopGroup(child, signal) };
};

export const run = (args: readonly string[], options?: StartOptions): Promise<Ended> => start(args, options).ended;

/** The summary that `--json` printed; undefined for anything else. */
export const readSummary = ({ out }: Ended): Summary | undefined => {
  try {
    return JSON.parse(out) as Summary;
  } catch {
    return undefined;
  }
};

/** All that a database holds of its files, without times: two runs over the same files must give the same. */
export const describeDatabase = async (path: string): Promise<readonly string[]> => {
  const db = openDatabase(path, { readonly: true });
  try {
    const files = db
      .prepare<[], string>(`SELECT path || ' ' || status || ' ' || ifnull(error_code, '') FROM file`)
      .pluck()
      .all();
    const lines: string[] = [];
    for await (const chunk of writeJsonl(selectRecords(db, { words: '', filters: {}, today: '2026-01-01' })))
      lines.push(...String(chunk).split('\n'));
    return [...files, ...lines].filter((line) => line !== '').sort();
  } finally {
    db.close();
  }
};

/** A trace of the program's own calls on standard error: never to be seen by a user. */
export const hasTrace = ({ err }: Ended): boolean => /^\s+at .+:\d+/mu.test(err) || /\bnode:internal\b/u.test(err);
