import type { Command } from 'commander';
import { usageError } from './language.js';
import { readDoer } from './surroundings.js';

/** Who corrects, as told by --by or the computer. */
export const readCorrector = (command: Command): { readonly by: string; readonly at: string } => {
  const { by } = command.opts<{ by?: string }>();
  const doer = readDoer();
  const name = (by ?? doer.by).trim();
  if (name === '')
    throw by === undefined
      ? usageError('Máy không cho biết tên người dùng: thêm --by <tên>', 'The login name is unknown: add --by <name>')
      : usageError('Tên người làm để trống: ghi --by <tên>', 'The name of the person is empty: give --by <name>');
  return { by: name, at: doer.at };
};
