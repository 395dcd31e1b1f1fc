import { tmpdir, userInfo } from 'node:os';
import type { Office } from '../pipeline/base/contract.js';
import { findOffice } from '../pipeline/engines/word/office.js';

/** What a run is told of what lies around it. */
interface Told {
  readonly now: () => string;
  readonly tessdataPrefix?: string;
  readonly office?: Office;
}

/**
 * What a run is told of its surroundings: the clock, the folder of OCR data, an installed LibreOffice. Only cli/ asks;
 * everything below is told.
 */
export const readSurroundings = (): Told => {
  const { TESSDATA_PREFIX: tessdataPrefix } = process.env;
  const program = findOffice(process.env);
  return {
    now: () => new Date().toISOString(),
    ...(tessdataPrefix === undefined ? {} : { tessdataPrefix }),
    ...(program === undefined ? {} : { office: { program, temporaryFolder: tmpdir() } }),
  };
};

/** Who uses the computer, for the journal of files; empty where the system does not say. */
export const readUser = (): string => {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
};

/** Who does something to files now. */
export const readDoer = (): { readonly by: string; readonly at: string } => ({
  by: readUser(),
  at: new Date().toISOString(),
});

/** Whether standard output is a terminal that wants colours: NO_COLOR says that it does not. */
export const showsColours = (): boolean => process.stdout.isTTY === true && process.env.NO_COLOR === undefined;

/**
 * The folder in which a person typed the command, where it is another than the program was started in: `npm run` moves
 * to the checkout before it starts a script, and relative paths would mean files there. Undefined for any other start,
 * also for the script of somebody else's package.
 */
export const typedIn = (environment: Readonly<Record<string, string | undefined>>): string | undefined =>
  environment.npm_lifecycle_event === 'ketluan' && environment.npm_package_name === 'ketluan'
    ? environment.INIT_CWD
    : undefined;

/** The environment of programs that a run starts: the installed Tesseract. */
export const readEnvironment = (): Readonly<Record<string, string | undefined>> => ({ ...process.env });

/** How a person calls the program from where it was called now: `npm run` from a checkout, its own name from anywhere else. */
export const callName = (environment: Readonly<Record<string, string | undefined>>): string =>
  environment.npm_package_name === 'ketluan' ? 'npm run -s ketluan --' : 'ketluan';
