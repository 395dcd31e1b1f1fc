#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ERRORS, EXIT, toPipelineError } from '../pipeline/base/errors.js';
import { packageFile } from '../pipeline/base/package-root.js';
import { registerAudit } from './commands/audit.js';
import { registerDemo } from './commands/demo.js';
import { registerDoctor } from './commands/doctor.js';
import { registerExplain } from './commands/explain.js';
import { registerExport } from './commands/export.js';
import { registerIngest } from './commands/ingest.js';
import { registerInit } from './commands/init.js';
import { registerBackup, registerPublish } from './commands/publish.js';
import { registerRepair } from './commands/repair.js';
import { registerReprocess } from './commands/reprocess.js';
import { registerSearch } from './commands/search.js';
import { registerShow } from './commands/show.js';
import { registerStatus } from './commands/status.js';
import { registerVerify } from './commands/verify.js';
import { languageOption, say } from './language.js';
import { tell } from './print.js';

const readVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
};

// Commands load the engines only when they run: a search must not wait for a PDF library.
const buildProgram = (): Command => {
  const program = new Command('ketluan')
    .description(
      'Từ thư mục kết luận quét đến cơ sở dữ liệu nhiệm vụ. / From scanned conclusions to a database of tasks.',
    )
    .version(readVersion())
    .addOption(languageOption())
    .showHelpAfterError()
    .exitOverride();
  for (const register of [
    registerIngest,
    registerSearch,
    registerShow,
    registerExplain,
    registerStatus,
    registerExport,
    registerPublish,
    registerBackup,
    registerVerify,
    registerInit,
    registerAudit,
    registerReprocess,
    registerRepair,
    registerDoctor,
    registerDemo,
  ]) {
    register(program);
  }
  // Sub-commands inherit neither exitOverride nor the help hint: without this a misspelt option would end with code 1.
  for (const command of program.commands) command.exitOverride().showHelpAfterError();
  return program;
};

/** Whoever read our output is gone, as `| head` or a closed terminal is: no reason to leave work half done. */
const bearMissingReaders = (): void => {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
};

const main = async (): Promise<void> => {
  bearMissingReaders();
  const program = buildProgram();
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      return;
    }
    const known = toPipelineError(error);
    const language = program.opts().lang === 'en' ? 'en' : 'vi';
    tell(`${say(known.text, language)} [${known.code}]\n${say(known.hint, language)}`);
    if (known.code === 'internal' && process.env.KETLUAN_DEBUG !== undefined) console.error(known.cause);
    process.exitCode = ERRORS[known.code].exit;
  }
};

await main();
