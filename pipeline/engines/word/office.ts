import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Office } from '../../base/contract.js';
import { ERRORS, PipelineError } from '../../base/errors.js';
import { packageFile } from '../../base/package-root.js';

/** Names of its program: soffice.com is the one of Windows that waits for its work. */
const PROGRAMS = ['soffice.com', 'soffice.exe', 'soffice', 'libreoffice'] as const;
/** Where it lies when it is not on the path. */
const USUAL_FOLDERS = [
  'C:\\Program Files\\LibreOffice\\program',
  'C:\\Program Files (x86)\\LibreOffice\\program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  '/usr/lib/libreoffice/program',
  '/opt/libreoffice/program',
] as const;

/** The program of an installed LibreOffice, found without starting it; undefined when there is none. */
export const findOffice = (environment: Readonly<Record<string, string | undefined>>): string | undefined => {
  const onPath = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...onPath, ...USUAL_FOLDERS]
    .flatMap((folder) => PROGRAMS.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
};

/** Longest that one file may take, the start of the program included, in milliseconds. */
const LIMIT_MS = 90_000;

/**
 * Settings of the folder that stands for a user: no macro runs, and nothing that a file names elsewhere is fetched. Each
 * file has a folder of its own, for a program that is open on the desktop would take the work over and not do it.
 */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
`;

/** LibreOffice gave nothing for a file. */
const officeFailed = (cause: unknown): PipelineError => {
  const { when, todo } = ERRORS['office-failed'];
  return new PipelineError('office-failed', when, todo, cause);
};

/** What the guard is told: the program, its arguments, how long it may take, and the folder to clear away at the end. */
export interface OfficeTask {
  readonly program: string;
  readonly args: readonly string[];
  readonly limitMs: number;
  readonly folder: string;
}

/**
 * Runs the program under a guard, a process of its own that ends it when its time is up, and also when this process is
 * killed in the middle: a program that hangs would stay for ever, with the paper's text in its folder.
 */
const runGuarded = (task: OfficeTask, result: string, signal: AbortSignal): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const guard = fork(packageFile('dist', 'pipeline', 'engines', 'word', 'office-guard.js'), [], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
    });
    // The guard clears the folder away as soon as it is let go: what was made is read before.
    const settle = (finish: () => void): void => {
      signal.removeEventListener('abort', stop);
      if (guard.connected) guard.disconnect();
      finish();
    };
    const fail = (what: string, cause?: unknown): void =>
      settle(() => reject(officeFailed(new Error(what, cause === undefined ? undefined : { cause }))));
    const stop = (): void => settle(() => reject(signal.reason));
    signal.addEventListener('abort', stop, { once: true });
    guard.once('error', (error) => fail('guard', error));
    guard.once('exit', (code) => fail(`guard: ${code}`));
    guard.once('message', (code) => {
      if (code !== 0) fail(`soffice: ${String(code)}`);
      else
        readFile(result).then(
          (made) => settle(() => resolve(made)),
          (error: unknown) => fail('no result', error),
        );
    });
    guard.send(task);
  });

/**
 * Turns a .doc, .rtf or .odt into a .docx by the installed LibreOffice, in a folder of its own that is cleared away.
 * Rejects with `office-failed` when it cannot, or takes longer than a minute and a half.
 */
export const convertToDocx = async (
  bytes: Uint8Array,
  ending: 'doc' | 'rtf' | 'odt',
  { program, temporaryFolder }: Office,
  signal: AbortSignal,
  limitMs = LIMIT_MS,
): Promise<Uint8Array> => {
  signal.throwIfAborted();
  const folder = await mkdtemp(join(temporaryFolder, 'ketluan-office-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    await writeFile(join(folder, `paper.${ending}`), bytes);
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--convert-to',
      'docx',
      '--outdir',
      folder,
      join(folder, `paper.${ending}`),
    ];
    return await runGuarded({ program, args, limitMs, folder }, join(folder, 'paper.docx'), signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
