import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { packageFile } from '../pipeline/base/package-root.js';
import { registerAudit } from './commands/audit.js';
import { registerBatches, registerManifest, registerUndo } from './commands/batches.js';
import {
  registerAdd,
  registerConfirm,
  registerDismiss,
  registerFix,
  registerMerge,
  registerSplit,
} from './commands/correct.js';
import { registerDemo } from './commands/demo.js';
import { registerDoctor } from './commands/doctor.js';
import { registerDocuments } from './commands/documents.js';
import { registerExplain } from './commands/explain.js';
import { registerExport } from './commands/export.js';
import { registerHistory } from './commands/history.js';
import { registerIngest } from './commands/ingest.js';
import { registerInit } from './commands/init.js';
import { registerNames } from './commands/names.js';
import { registerBackup, registerPublish } from './commands/publish.js';
import { registerQuarantine } from './commands/quarantine.js';
import { registerPurge, registerRemove, registerRemoved, registerRestore } from './commands/removed.js';
import { registerRepair } from './commands/repair.js';
import { registerReport, registerToday } from './commands/report.js';
import { registerReprocess } from './commands/reprocess.js';
import { registerReview } from './commands/review.js';
import { registerSearch } from './commands/search.js';
import { registerSearches } from './commands/searches.js';
import { registerServe } from './commands/serve.js';
import { registerShow } from './commands/show.js';
import { registerStatus } from './commands/status.js';
import { registerUsers } from './commands/users.js';
import { registerVerify } from './commands/verify.js';
import { registerVersions } from './commands/versions.js';
import { registerWatch } from './commands/watch.js';
import { helpIn } from './help.js';
import { type Language, languageOption, say } from './language.js';

const readVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
};

// Commands load the engines only when they run: a search must not wait for a PDF library.
/** All of `ketluan`, its help in one language. Wrong use throws a CommanderError and prints nothing. */
export const buildProgram = (language: Language): Command => {
  const program = new Command('ketluan')
    .description(
      'Đọc kết luận bản quét, lập cơ sở dữ liệu nhiệm vụ. / From scanned conclusions to a database of tasks.',
    )
    .version(readVersion(), '-V, --version', 'in số phiên bản / print the version')
    .helpOption('-h, --help', 'xem cách dùng / show how to use it')
    .addHelpText(
      'after',
      `\n${say({ vi: 'Hướng dẫn', en: 'Guides, in Vietnamese' }, language)}: ${packageFile('docs', 'huong-dan')}`,
    )
    .helpCommand('help [command]', 'xem cách dùng một lệnh / show how to use a command')
    .configureHelp(helpIn(language))
    // What is wrong with a command line is told below, in one language and without the whole help behind it.
    .configureOutput({ outputError: () => undefined })
    .addOption(languageOption())
    .exitOverride();
  for (const register of [
    registerIngest,
    registerWatch,
    registerSearch,
    registerSearches,
    registerShow,
    registerDocuments,
    registerExplain,
    registerServe,
    registerUsers,
    registerReview,
    registerConfirm,
    registerDismiss,
    registerFix,
    registerSplit,
    registerMerge,
    registerAdd,
    registerHistory,
    registerStatus,
    registerQuarantine,
    registerBatches,
    registerManifest,
    registerUndo,
    registerRemove,
    registerRestore,
    registerRemoved,
    registerVersions,
    registerPurge,
    registerNames,
    registerExport,
    registerToday,
    registerReport,
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
  return program;
};
