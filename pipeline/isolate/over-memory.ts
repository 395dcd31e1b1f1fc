/**
 * The signal by which the watchdog ends a process that holds too much memory: one that nothing catches, so that it reaches
 * native code, and that nobody else sends, so that a SIGKILL from outside is not laid to the file. Windows knows SIGKILL alone.
 */
export const OVER_MEMORY: NodeJS.Signals = process.platform === 'win32' ? 'SIGKILL' : 'SIGUSR2';
