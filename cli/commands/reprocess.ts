import type { Command } from 'commander';
export const registerReprocess = (_program: Command): void => {};
