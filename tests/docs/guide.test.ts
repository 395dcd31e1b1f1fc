import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../cli/program.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { type GuideBlock, readBlocks, readCommands, readMentions, splitWords } from './read-guide.js';

const MAIN = packageFile('dist', 'cli', 'main.js');
const GUIDES = [
  'luu-tru.md',
  'van-thu.md',
  'ra-soat.md',
  'quan-tri.md',
  'doc-co-so-du-lieu.md',
  'trang-lam-viec.md',
] as const;
const SCANS = 'Quét 2025';
const LIMIT_MS = 240_000;

const guideFile = (name: string): string => packageFile('docs', 'huong-dan', name);
const read = (name: string): string => readFileSync(guideFile(name), 'utf8');
const hasPython = spawnSync('python3', ['--version']).status === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-huong-dan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of a person's own: the demo's papers in it, and what was ingested before unless the guide does that itself. */
const prepare = (guide: string): string => {
  const own = join(folder, guide);
  mkdirSync(own);
  cpSync(packageFile('fixtures', 'demo'), join(own, SCANS), { recursive: true });
  if (guide !== 'luu-tru.md') copyFileSync(join(folder, 'luu-tru.md', 'ketluan.db'), join(own, 'ketluan.db'));
  return own;
};

interface Ran {
  readonly command: string;
  readonly status: number | null;
  readonly told: string;
}

const runCommand = (command: string, cwd: string): Ran => {
  const [, ...words] = splitWords(command);
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8' });
  // An example that finds nothing teaches nothing; what falls due within days depends on the day of the test.
  const isIdle = words[0] === 'search' && !words.includes('--due-within') && !/Tìm thấy [1-9]/u.test(stdout);
  const isSilent = status === 0 && !isIdle;
  return { command, status: isIdle ? null : status, told: isSilent ? '' : `${stdout}${stderr}`.slice(-1500) };
};

/** What a block does other than it should: nothing, when all is well. */
const runBlock = (block: GuideBlock, cwd: string): readonly unknown[] => {
  if (block.language === 'sql') {
    const db = new Database(join(cwd, 'ketluan-doc.db'), { readonly: true });
    try {
      const rows = db.prepare(block.text).all();
      return rows.length > 0 || block.text.includes('IS NULL OR') ? [] : [{ sql: block.text, rows }];
    } finally {
      db.close();
    }
  }
  if (block.language === 'python') {
    if (!hasPython) return [];
    const { status, stdout, stderr } = spawnSync('python3', ['-c', block.text], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    return status === 0 && stdout.includes('17-KL/ĐU') ? [] : [{ status, stdout, stderr }];
  }
  const commands = readCommands(block);
  return commands
    .map((command) => runCommand(command, cwd))
    .filter(({ status }, i) => status !== (i === commands.length - 1 ? block.exit : 0));
};

describe.skipIf(!existsSync(MAIN))('the Vietnamese guide (needs npm run build)', () => {
  // The first one makes the database that the others read.
  it.each(GUIDES)(
    '%s says what is so: each of its commands, queries and programs runs',
    (guide) => {
      const own = prepare(guide);
      const wrong = readBlocks(read(guide))
        .filter(({ notRun }) => notRun === undefined)
        .flatMap((block) => runBlock(block, own));
      expect(wrong).toEqual([]);
      const written = [...read(guide).matchAll(/ -o "(?<file>[^"]+)"/gu)].map((found) => found.groups?.file ?? '');
      expect(written.filter((file) => !existsSync(join(own, file)))).toEqual([]);
    },
    LIMIT_MS,
  );
});

describe.each(GUIDES)('%s', (guide) => {
  const text = read(guide);
  const blocks = readBlocks(text);

  it('is at most four printed pages long', () => {
    expect(text.length).toBeLessThan(9_000);
    expect(text.split('\n').length).toBeLessThan(170);
  });

  it('has blocks of which the test knows what to do, and ketluan alone runs in them', () => {
    expect(blocks.length).toBeGreaterThan(2);
    const known = blocks.filter(({ language }) => ['console', 'sql', 'python'].includes(language));
    expect(known).toEqual(blocks);
    const console = blocks.filter(({ language }) => language === 'console');
    expect(console.filter((block) => readCommands(block).length === 0)).toEqual([]);
    const strange = console
      .filter(({ notRun }) => notRun === undefined)
      .flatMap(readCommands)
      .filter((command) => !command.startsWith('ketluan '));
    expect(strange).toEqual([]);
  });

  it('names only commands and options that there are', async () => {
    const program = await buildProgram('vi');
    const inBlocks = blocks.filter(({ language }) => language === 'console').flatMap(readCommands);
    const named = [...readMentions(text), ...inBlocks].filter((command) => command.startsWith('ketluan '));
    expect(named.length).toBeGreaterThan(4);
    const wrong = named.filter((command) => {
      const [, ...words] = splitWords(command);
      let at = program;
      for (const word of words) at = at.commands.find((one) => one.name() === word) ?? at;
      const options = words.filter((word) => /^--[a-z]|^-[a-z]$/u.test(word));
      const has = (flag: string): boolean => at.options.some(({ short, long }) => flag === short || flag === long);
      return at === program || !options.every(has);
    });
    expect(wrong).toEqual([]);
  });

  it('leads to files that exist, and to each of the others', () => {
    const links = [...text.matchAll(/\]\((?!https?:)(?<path>[^)#]+)\)/gu)].map((link) => link.groups?.path ?? '');
    expect(links.filter((path) => !existsSync(packageFile('docs', 'huong-dan', ...path.split('/'))))).toEqual([]);
    expect(GUIDES.filter((other) => other !== guide && !links.includes(other))).toEqual([]);
  });

  it("has the clerks' words", () => {
    // CLERKS.md: nạp, never nhập beside it; a copy is no "công bố"; "đoạn 1" is no "¶1".
    expect(text).not.toMatch(/(?<!đăng )nhập|công bố|¶|qua hạn(?!\p{L})/iu);
    expect(text.normalize('NFC')).toBe(text);
  });
});

describe('the folder of guides', () => {
  it('holds these alone, and the help names it', async () => {
    expect(readdirSync(packageFile('docs', 'huong-dan')).sort()).toEqual([...GUIDES].sort());
    let help = '';
    const program = (await buildProgram('vi')).configureOutput({ writeOut: (text) => (help += text) });
    program.outputHelp();
    expect(help).toContain(packageFile('docs', 'huong-dan'));
  });
});

describe('the reader of guides', () => {
  it.each<[string, readonly string[]]>([
    ['ketluan search uy ban', ['ketluan', 'search', 'uy', 'ban']],
    ['ketluan search "\\"cầu treo\\""', ['ketluan', 'search', '"cầu treo"']],
    ['ketluan search rác -"hợp đồng"', ['ketluan', 'search', 'rác', '-hợp đồng']],
    ['ketluan export -o "Phụ lục 2.xlsx"', ['ketluan', 'export', '-o', 'Phụ lục 2.xlsx']],
    ['ketluan watch "D:\\Quét" --db "D:\\a b\\x.db"', ['ketluan', 'watch', 'D:\\Quét', '--db', 'D:\\a b\\x.db']],
  ])('%s', (command, words) => {
    expect(splitWords(command)).toEqual(words);
  });

  it('takes exit codes and reasons, and refuses other remarks', () => {
    const block = '```console\n$ ketluan status\nTệp 5\n```\n';
    expect(readBlocks(`<!-- mã 3 -->\n${block}`)).toEqual([
      { language: 'console', text: '$ ketluan status\nTệp 5\n', exit: 3, notRun: undefined },
    ]);
    expect(readBlocks(`<!-- không chạy: cần quyền quản trị -->\n${block}`)[0]?.notRun).toBe('cần quyền quản trị');
    expect(readBlocks(block).map(readCommands)).toEqual([['ketluan status']]);
    expect(() => readBlocks(`<!-- không chạy -->\n${block}`)).toThrow('Expected a reason');
  });
});
