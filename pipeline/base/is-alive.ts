/** True while a process of this computer runs: `isAlive(process.pid)`. One that belongs to somebody else is alive, too. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
