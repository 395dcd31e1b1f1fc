import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { z } from 'zod';

const Task = z.object({ program: z.string(), args: z.array(z.string()), limitMs: z.number(), folder: z.string() });

/** Ends a program with all that it started: its own first process only starts the one that works. */
const end = (child: ChildProcess): void => {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
  else
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It is gone already.
      child.kill('SIGKILL');
    }
};

/**
 * Entry of the process that runs LibreOffice for another: tells its exit code, ends it when its time is up, and when the
 * other process is gone clears its folder away.
 */
const main = (): void => {
  process.on('message', (raw) => {
    const { program, args, limitMs, folder } = Task.parse(raw);
    const child = spawn(program, args, { detached: process.platform !== 'win32', stdio: 'ignore', windowsHide: true });
    const timer = setTimeout(() => end(child), limitMs);
    const tell = (code: number | string): void => {
      clearTimeout(timer);
      if (process.connected) process.send?.(code);
    };
    child.once('error', () => tell('not started'));
    child.once('exit', (code, signal) => tell(code ?? signal ?? 'ended'));
    process.once('disconnect', () => {
      end(child);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      process.exit(0);
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
};

main();
