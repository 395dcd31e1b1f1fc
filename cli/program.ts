import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { packageFile } from '../pipeline/base/package-root.js';
import { helpIn } from './help.js';
import { type Language, languageOption, say } from './language.js';

const readVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
};

/**
 * The commands by name, in the order of the help. Each is loaded when it is asked for, and loads the engines only when it
 * runs: a search must wait neither for the exports nor for a PDF library.
 */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  ingest: async () => (await import('./commands/ingest.js')).registerIngest,
  worker: async () => (await import('./commands/worker.js')).registerWorker,
  watch: async () => (await import('./commands/watch.js')).registerWatch,
  search: async () => (await import('./commands/search.js')).registerSearch,
  searches: async () => (await import('./commands/searches.js')).registerSearches,
  show: async () => (await import('./commands/show.js')).registerShow,
  documents: async () => (await import('./commands/documents.js')).registerDocuments,
  explain: async () => (await import('./commands/explain.js')).registerExplain,
  serve: async () => (await import('./commands/serve.js')).registerServe,
  users: async () => (await import('./commands/users.js')).registerUsers,
  review: async () => (await import('./commands/review.js')).registerReview,
  confirm: async () => (await import('./commands/correct.js')).registerConfirm,
  dismiss: async () => (await import('./commands/correct.js')).registerDismiss,
  fix: async () => (await import('./commands/correct.js')).registerFix,
  split: async () => (await import('./commands/correct.js')).registerSplit,
  merge: async () => (await import('./commands/merge.js')).registerMerge,
  add: async () => (await import('./commands/correct.js')).registerAdd,
  history: async () => (await import('./commands/history.js')).registerHistory,
  status: async () => (await import('./commands/status.js')).registerStatus,
  quarantine: async () => (await import('./commands/quarantine.js')).registerQuarantine,
  batches: async () => (await import('./commands/batches.js')).registerBatches,
  manifest: async () => (await import('./commands/batches.js')).registerManifest,
  undo: async () => (await import('./commands/batches.js')).registerUndo,
  remove: async () => (await import('./commands/removed.js')).registerRemove,
  restore: async () => (await import('./commands/removed.js')).registerRestore,
  removed: async () => (await import('./commands/removed.js')).registerRemoved,
  versions: async () => (await import('./commands/versions.js')).registerVersions,
  purge: async () => (await import('./commands/removed.js')).registerPurge,
  names: async () => (await import('./commands/names.js')).registerNames,
  export: async () => (await import('./commands/export.js')).registerExport,
  today: async () => (await import('./commands/report.js')).registerToday,
  report: async () => (await import('./commands/report.js')).registerReport,
  publish: async () => (await import('./commands/publish.js')).registerPublish,
  backup: async () => (await import('./commands/publish.js')).registerBackup,
  verify: async () => (await import('./commands/verify.js')).registerVerify,
  init: async () => (await import('./commands/init.js')).registerInit,
  audit: async () => (await import('./commands/audit.js')).registerAudit,
  reprocess: async () => (await import('./commands/reprocess.js')).registerReprocess,
  repair: async () => (await import('./commands/repair.js')).registerRepair,
  doctor: async () => (await import('./commands/doctor.js')).registerDoctor,
  demo: async () => (await import('./commands/demo.js')).registerDemo,
};

/** The command that a command line begins with; all of them where it begins with none, for help and errors name them. */
const chooseCommands = (words: readonly string[]): readonly string[] => {
  const at = words[0] === '--lang' ? 2 : words[0]?.startsWith('--lang=') ? 1 : 0;
  const name = words[at];
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? [name] : Object.keys(COMMANDS);
};

/**
 * `ketluan` as a command line needs it: the command that `words` begin with, or else all of them; its help in one language.
 * Wrong use throws a CommanderError and prints nothing. `(await buildProgram('vi')).commands` holds all.
 */
export const buildProgram = async (language: Language, words: readonly string[] = []): Promise<Command> => {
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
  for (const name of chooseCommands(words)) (await COMMANDS[name]?.())?.(program);
  return program;
};
