#!/usr/bin/env node
import '../pipeline/base/engine-flags.js';
import { CommanderError } from 'commander';
import { ERRORS, EXIT, toPipelineError } from '../pipeline/base/errors.js';
import { askedLanguage, say, USAGE_HINT } from './language.js';
import { tell } from './print.js';
import { buildProgram } from './program.js';
import { typedIn } from './surroundings.js';
import { describeUsageError } from './usage-errors.js';

/**
 * A word to leave out begins with a hyphen, as options do: "-tỉnh" reaches the search with a minus sign in its place, and
 * so does "-xa", which is longer than any short option.
 */
const readExclusion = (word: string): string => word.replace(/^-(?=[^-o]\p{L}|(?![ -~]).)/u, '\u2212');

/** Commands that take words to search; of others a hyphen is what was typed: the text of a task may begin with one. */
const SEARCHES: readonly string[] = ['search', 'searches'];

const readTypedWords = (words: readonly string[]): readonly string[] =>
  words.some((word) => SEARCHES.includes(word)) ? words.map(readExclusion) : words;

/** Whoever read our output is gone, as `| head` or a closed terminal is: no reason to leave work half done. */
const bearMissingReaders = (): void => {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
};

const main = async (): Promise<void> => {
  bearMissingReaders();
  const folder = typedIn(process.env);
  if (folder !== undefined) process.chdir(folder);
  const words = process.argv.slice(2);
  const language = askedLanguage(words);
  try {
    const program = await buildProgram(language, words);
    await program.parseAsync(readTypedWords(words), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      if (error.exitCode === 0 || error.code === 'commander.help') return;
      tell(`${say(describeUsageError(error), language)} [usage]\n${say(USAGE_HINT, language)}`);
      return;
    }
    const known = toPipelineError(error);
    tell(`${say(known.text, language)} [${known.code}]\n${say(known.hint, language)}`);
    if (known.code === 'internal' && process.env.KETLUAN_DEBUG !== undefined) console.error(known.cause);
    process.exitCode = ERRORS[known.code].exit;
  }
};

await main();
