import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageFile } from '../../pipeline/base/package-root.js';

/**
 * What Windows has not, or has with another meaning, as it stands in a line of source. A line that holds one is in
 * windows.json with the reason why it does no harm there.
 */
const POSIX_ONLY: Readonly<Record<string, RegExp>> = {
  'users and groups': /\b(?:get|set)e?[ug]id\b|\bgetgroups\b|\binitgroups\b|\bl?f?chown(?:Sync)?\(/u,
  link: /\bsymlink(?:Sync)?\(|\breadlink(?:Sync)?\(|(?<![\w.#])link(?:Sync)?\(/u,
  'place of Unix': /['"`]\/(?:tmp|dev|proc|etc|usr|bin|opt|var|home|mnt|run)\b/u,
  'mode of a file': /\bchmod(?:Sync)?\(|\b0o[0-7]{3}\b|\bumask\(|\bmode & |\.mode\b/u,
  signal: /['"`]SIG(?!TERM\b|INT\b)[A-Z0-9]+['"`]|\.kill\(/u,
  'program or shell': /\bshell: *(?!false)|(?<![.\w])exec(?:Sync)?\(|\b(?:spawn|execFile|fork)(?:Sync)?\(/u,
  'slash as separator':
    /\.split\(['"`]\/['"`]\)|(?:path|file|folder|name|root)\w*\.(?:startsWith|endsWith|lastIndexOf|indexOf)\(['"`]\//iu,
  'line end of Unix': /\bEOL\b/u,
  'O_ flag or sync of a folder': /\bO_[A-Z]+\b|\bfsync(?:Sync)?\(/u,
};

const Allowed = z.array(
  z
    .object({ what: z.string(), file: z.string(), lines: z.array(z.string()).min(1), reason: z.string().min(20) })
    .strict(),
);
const allowed = Allowed.parse(JSON.parse(readFileSync(packageFile('tests', 'supply', 'windows.json'), 'utf8')));

const SHIPPED = ['schemas', 'language', 'pipeline', 'extractors', 'output', 'cli'];
const isComment = /^\s*(?:\*|\/\/|\/\*)/u;

interface Met {
  readonly what: string;
  readonly file: string;
  readonly line: string;
}

const findIn = (file: string, source: string): Met[] =>
  source
    .split('\n')
    .filter((line) => !isComment.test(line))
    .flatMap((line) =>
      Object.entries(POSIX_ONLY)
        .filter(([, pattern]) => pattern.test(line))
        .map(([what]) => ({ what, file, line: line.trim() })),
    );

const met = SHIPPED.flatMap((room) =>
  readdirSync(packageFile(room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name).split(sep).join('/')),
).flatMap((file) => findIn(file, readFileSync(packageFile(...file.split('/')), 'utf8')));

const isAllowed = ({ what, file, line }: Met): boolean =>
  allowed.some((entry) => entry.what === what && entry.file === file && entry.lines.includes(line));

describe('what ships', () => {
  it('calls nothing that Windows lacks, but for the lines of windows.json', () => {
    expect(met.filter((one) => !isAllowed(one))).toEqual([]);
  });

  it('still has every line of windows.json', () => {
    const idle = allowed.flatMap(({ what, file, lines }) =>
      lines.filter((line) => !met.some((one) => one.what === what && one.file === file && one.line === line)),
    );
    expect(idle).toEqual([]);
  });
});

describe('the search', () => {
  it.each<[string, readonly string[]]>([
    ['if (process.getuid() === 0) return;', ['users and groups']],
    ["symlinkSync(target, 'x');", ['link']],
    ["const folder = '/tmp/x';", ['place of Unix']],
    ['chmodSync(path, 0o600);', ['mode of a file']],
    ["child.kill('SIGKILL');", ['signal']],
    ["process.on('SIGUSR1', stop);", ['signal']],
    ["exec('ls | wc');", ['program or shell']],
    ["spawn('tar', [], { shell: true });", ['program or shell']],
    ["const [room] = path.split('/');", ['slash as separator']],
    ["file.startsWith('/')", ['slash as separator']],
    ['fsyncSync(file);', ['O_ flag or sync of a folder']],
    ["process.on('SIGTERM', stop);", []],
    ['// as /tmp is, chmod(x)', []],
    ['pattern.exec(line)', []],
    ["join(tmpdir(), 'x')", []],
  ])('%s', (line, expected) => {
    expect(findIn('x.ts', line).map(({ what }) => what)).toEqual(expected);
  });
});
