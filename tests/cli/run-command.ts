import { Command } from 'commander';
import { vi } from 'vitest';

/** Runs one command as `ketluan` would and gives back what it printed. Errors come through as thrown. */
export const runCommand = async (register: (program: Command) => void, args: readonly string[]): Promise<string> => {
  const program = new Command('ketluan').option('--lang <language>').exitOverride();
  register(program);
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  });
  try {
    await program.parseAsync(['node', 'ketluan', ...args]);
  } finally {
    spy.mockRestore();
  }
  return printed;
};
