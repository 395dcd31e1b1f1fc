import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { search } from '../../output/search/search.js';
import { openDatabase } from '../../output/store/open-database.js';
import { EXIT } from '../../pipeline/base/errors.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { formatPage } from '../format-search.js';
import { readLanguage, say, speak } from '../language.js';
import { printPainted, printText } from '../print.js';
import { renderSummary } from '../summary.js';
import { callName, readEnvironment, showsColours } from '../surroundings.js';
import { localToday } from '../today.js';
import { ingestPaths, throwFailure } from './ingest.js';

/** Searches that show what clerks do: words without accents, a body, a phrase. */
const QUERIES = ['uy ban nhan dan', 'bao cao ban thuong vu', '"hoàn thành trước ngày"'] as const;

/** `ketluan demo`: takes in the bundled papers and searches them. — chạy thử */
export const registerDemo = (program: Command): void => {
  program
    .command('demo')
    .description('chạy thử với các văn bản mẫu kèm theo / run on the bundled papers')
    .action(async (_options: unknown, command: Command) => {
      const language = readLanguage(command);
      const path = join(await mkdtemp(join(tmpdir(), 'ketluan-demo-')), 'demo.db');
      const samples = packageFile('fixtures', 'demo');
      const summary = await ingestPaths([samples], { db: path, jobs: 2, retry: false, check: false }, language, false);
      printText(renderSummary(summary, language, process.cwd()));
      throwFailure(summary);
      if (summary.interrupted) {
        process.exitCode = EXIT.interrupted;
        return;
      }
      const db = openDatabase(path, { readonly: true });
      try {
        for (const words of QUERIES) {
          printText(`\n$ ketluan search ${words}`);
          const page = search(db, { words, filters: {}, limit: 3, today: localToday() });
          printPainted(formatPage(page, speak(language), showsColours()));
        }
      } finally {
        db.close();
      }
      const name = callName(readEnvironment());
      const next = {
        vi: `\nCơ sở dữ liệu của lần chạy thử: ${path}\nTìm tiếp: ${name} search "thoi han" --db "${path}"`,
        en: `\nThe demo's database: ${path}\nSearch on: ${name} search "thoi han" --db "${path}"`,
      };
      printText(say(next, language));
    });
};
