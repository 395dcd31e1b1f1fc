import { spawn } from 'node:child_process';

/** The program that opens an address, by platform; none of them is a shell. */
const OPENERS: Readonly<Record<string, readonly [program: string, ...before: string[]]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Shows an address in the browser of the person at the machine; that none is there is nobody's trouble: the address is printed. */
export const openBrowser = (address: string): void => {
  const [program, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
