import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT, packageFile } from '../../pipeline/base/package-root.js';
import { explainDeadlines, extractText, findDeadlines, repairText } from '../../pipeline/library.js';

const README = readFileSync(packageFile('README.md'), 'utf8');
const MAIN = packageFile('dist', 'cli', 'main.js');

/** Rows of the table of commands: the command's name and the options that its cell names. */
const commands = [...README.matchAll(/^\| `(?<cell>(?<name>[a-z]+)(?: [^`]*)?)` +\|/gmu)].map((row) => ({
  name: row.groups?.name ?? '',
  options: [...(row.groups?.cell ?? '').matchAll(/--[a-z-]+/gu)].map(([option]) => option),
}));

const help = (...args: string[]): string =>
  spawnSync(process.execPath, [MAIN, ...args, '--help'], { encoding: 'utf8' }).stdout;

describe('README', () => {
  it('names files that exist', () => {
    const links = [...README.matchAll(/\]\((?!https?:)(?<path>[^)#]+)\)/gu)].map((link) => link.groups?.path ?? '');
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((path) => !existsSync(packageFile(...path.split('/'))))).toEqual([]);
  });

  it.each([
    ['fixtures/README.md', 'fixtures/'],
    ['docs/architecture.md', ''],
    ['docs/ocr.md', ''],
    ['docs/downstream/README.md', ''],
  ])('and %s name files that exist', (page, folder) => {
    const words = [...readFileSync(packageFile(page), 'utf8').matchAll(/`(?<word>[\w./-]+)`/gu)];
    const paths = words.flatMap(({ groups }) =>
      /\/.*\.(?:ts|json|sql|md)$/u.test(groups?.word ?? '') ? [groups?.word ?? ''] : [],
    );
    expect(paths.length).toBeGreaterThan(0);
    const isThere = (path: string): boolean =>
      [folder, '', 'extractors/'].some((room) => existsSync(packageFile(...`${room}${path}`.split('/'))));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  it.skipIf(!existsSync(MAIN))('names every command, and options that they have (needs npm run build)', () => {
    const offered = [...help().matchAll(/^ {2}(?<name>[a-z]+) /gmu)].map((line) => line.groups?.name ?? '');
    const named = commands.map((command) => command.name);
    expect([...named, 'demo', 'help'].sort()).toEqual([...offered].sort());
    for (const { name, options } of commands) {
      const text = help(name);
      expect(options.filter((option) => !text.includes(option))).toEqual([]);
    }
  });

  it('tells the truth about the library', () => {
    expect(README).toContain("findDeadlines('Hoàn thành trước ngày 15/6', { issuedOn: '2025-05-02' });");
    expect(findDeadlines('Hoàn thành trước ngày 15/6', { issuedOn: '2025-05-02' })).toMatchObject([
      { text: 'trước ngày 15/6', kind: 'date', due: '2025-06-15', bound: 'before', inferred: true },
    ]);
    expect(README).toContain(
      "explainDeadlines('Theo kế hoạch năm 2025').dropped[0].rule; // 'drop-unsupported/names-noun'",
    );
    expect(explainDeadlines('Theo kế hoạch năm 2025').dropped[0]?.rule).toBe('drop-unsupported/names-noun');
    expect(README).toContain("repairText('Uy ban nhan dan tinh chi dao').text; // 'Ủy ban nhân dân tỉnh chỉ đạo'");
    expect(repairText('Uy ban nhan dan tinh chi dao').text).toBe('Ủy ban nhân dân tỉnh chỉ đạo');
    expect(Object.keys(extractText('KẾT LUẬN\n\n1. Giao Sở Nội vụ chủ trì.'))).toEqual(['document', 'directives']);
  });

  it.skipIf(!existsSync(MAIN))('tells the truth about the library of the store (needs npm run build)', async () => {
    const [, lines = ''] = /```ts\n(import \{[^`]*?ketluan\/store[^`]*)```/u.exec(README) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'ketluan-readme-'));
    const paper = packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt');
    // The package by its own name, as the one who installed it writes it.
    const script = join(PACKAGE_ROOT, 'dist', 'readme-example.mjs');
    writeFileSync(
      script,
      `${lines.replace("'scans'", JSON.stringify(paper))}console.log(report.result, typeof reprocess);`,
    );
    try {
      const { stdout, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
      expect({ stdout, stderr }).toEqual({ stdout: 'stored function\n', stderr: '' });
    } finally {
      rmSync(script);
      rmSync(folder, { recursive: true });
    }
  });
});
