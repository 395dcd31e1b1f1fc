import { stopped } from '../pipeline/base/errors.js';
import { tell } from './print.js';
import { KeyReader, type KeySource } from './review/keys.js';

/** Reads a line that nobody may see: no sign of it is shown. From a pipe as from a terminal. — mật khẩu */
export const readSecret = async (prompt: string, source: KeySource = process.stdin): Promise<string> => {
  tell(prompt);
  const keys = new KeyReader(source);
  let typed: readonly string[] = [];
  try {
    for (let key = await keys.next(); key !== undefined && key.name !== 'return'; key = await keys.next()) {
      if (key.name === 'ctrl-c') throw stopped();
      typed = key.name === 'backspace' ? typed.slice(0, -1) : [...typed, key.text];
    }
  } finally {
    keys.close();
  }
  return typed.join('').normalize('NFC');
};
