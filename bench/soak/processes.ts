import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux tells of every process in a folder; elsewhere nothing is measured, and it is said. */
export const hasProc = existsSync('/proc/self/status');

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly residentBytes: number;
}

const read = (pid: string): ProcessInfo | undefined => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(/\0/gu, ' ');
    return { pid: Number(pid), parent: field('PPid'), command, residentBytes: field('VmRSS') * 1024 };
  } catch {
    return undefined;
  }
};

/** A process and all below it. */
export const listTree = (root: number): readonly ProcessInfo[] => {
  if (!hasProc) return [];
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => read(name) ?? []);
  const tree = all.filter(({ pid }) => pid === root);
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid));
  return tree;
};

/** The processes that read files for `root`. */
export const listReaders = (root: number): readonly ProcessInfo[] =>
  listTree(root).filter(({ pid, command }) => pid !== root && command.includes('reader-process'));

export const countDescriptors = (pid: number): number => {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
};
