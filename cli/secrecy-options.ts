import type { Command } from 'commander';
import type { SecrecyPolicy } from '../pipeline/base/contract.js';

/** Adds what a person may allow of papers that bear, or may bear, a secrecy mark. */
export const addSecrecyOptions = (command: Command): Command =>
  command
    .option('--not-secret', 'đã xem: tệp không phải văn bản mật / looked at: the files are not classified', false)
    .option(
      '--allow-secret',
      'nhận văn bản mật (xem init --secret) / take classified papers (see init --secret)',
      false,
    );

/** What was allowed on the command line. */
export const readSecrecy = (command: Command): SecrecyPolicy => {
  const { notSecret, allowSecret } = command.opts();
  if (allowSecret === true) return 'allow';
  return notSecret === true ? 'allow-likely' : 'refuse';
};
