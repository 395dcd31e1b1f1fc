import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../pipeline/base/package-root.js';

/** The rooms from the ground up: a file imports from its own floor or from a lower one. — docs/architecture.md */
const FLOORS: readonly (readonly string[])[] = [
  ['schemas'],
  ['language/writing'],
  ['language/calendar', 'language/printed'],
  ['language/lexicon'],
  ['pipeline/base'],
  ['pipeline/quality', 'pipeline/layout'],
  ['pipeline/secrecy', 'pipeline/handwriting', 'pipeline/repair', 'pipeline/outline', 'extractors'],
  ['pipeline/engines'],
  ['pipeline/intake', 'pipeline/paginate', 'pipeline/recognize', 'pipeline/extract'],
  ['pipeline'],
  ['pipeline/isolate'],
  ['pipeline/queue'],
  ['output/tables'],
  ['output'],
  ['cli', 'web'],
];

/** Scripts for developers: they may import anything that ships, and nothing that ships imports them. */
const TOOLS: readonly string[] = ['models', 'bench', 'bundle', 'fixtures', 'docs/make'];

/** Rooms of one stage each: none looks into another's. */
const STAGES: readonly string[] = ['intake', 'paginate', 'recognize', 'repair', 'outline', 'extract'];

/** Room that alone may import a library; zod is everybody's. */
const LIBRARY_ROOMS: Readonly<Record<string, readonly string[]>> = {
  '@cantoo/pdf-lib': ['pipeline/engines/pdf'],
  '@napi-rs/canvas': ['pipeline/engines/pdf'],
  asn1js: ['pipeline/engines/cms'],
  bullmq: ['pipeline/queue'],
  'better-sqlite3': ['output/store'],
  chokidar: ['output/watch'],
  compromise: ['output/search'],
  'cli-progress': ['cli'],
  commander: ['cli'],
  'csv-stringify': ['output/export'],
  fflate: ['output'],
  '@hono/node-server': ['web'],
  hono: ['web'],
  'iconv-lite': ['pipeline/paginate'],
  ioredis: ['pipeline/queue'],
  natural: ['language/writing'],
  'p-queue': ['pipeline'],
  'pdf-parse': ['pipeline/engines/pdf'],
  'pdfjs-dist': ['pipeline/engines/pdf'],
  'prom-client': ['pipeline/queue'],
  saxes: ['pipeline/engines/word'],
  sharp: ['pipeline/engines/image'],
  'tesseract.js': ['pipeline/engines/ocr'],
  'word-extractor': ['pipeline/engines/word'],
};

const isIn = (file: string, room: string): boolean => file.startsWith(`${room}/`);

const listFiles = (room: string): readonly string[] =>
  readdirSync(join(PACKAGE_ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(room, name).split(sep).join('/'));

const SHIPPED = ['schemas', 'language', 'pipeline', 'extractors', 'output', 'cli', 'web'].flatMap(listFiles);
const ALL = [...SHIPPED, ...TOOLS.flatMap(listFiles)];

const IMPORT = /^(?:import|export)\b[^'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gmu;

const readImports = (file: string): readonly string[] =>
  [...readFileSync(join(PACKAGE_ROOT, file), 'utf8').matchAll(IMPORT)].map(([, a, b, c]) => a ?? b ?? c ?? '');

const toFile = (from: string, specifier: string): string => {
  const file = relative(PACKAGE_ROOT, join(PACKAGE_ROOT, dirname(from), specifier))
    .split(sep)
    .join('/')
    .replace(/\.js$/u, '.ts');
  return existsSync(join(PACKAGE_ROOT, file)) ? file : `${file}x`;
};

const local = new Map(
  ALL.map((file) => [
    file,
    readImports(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => toFile(file, name)),
  ]),
);

// A stage itself stands above its room's helpers, which the rooms beside it may not see.
const floorOf = (file: string): number => {
  if (/^pipeline\/(?:repair|outline)\/stage\.ts$/u.test(file)) return floorOf('pipeline/extract/stage.ts');
  if (/^pipeline\/[^/]+\.ts$/u.test(file)) return FLOORS.findIndex((rooms) => rooms.includes('pipeline'));
  return FLOORS.findIndex((rooms) => rooms.some((room) => room !== 'pipeline' && isIn(file, room)));
};

const stageOf = (file: string): string | undefined => STAGES.find((stage) => isIn(file, `pipeline/${stage}`));

describe('imports', () => {
  it('are found: every file of the house is read, and most have some', () => {
    expect(SHIPPED.length).toBeGreaterThan(250);
    expect([...local.values()].filter((names) => names.length > 0).length).toBeGreaterThan(SHIPPED.length / 2);
    expect(SHIPPED.filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  it('go down', () => {
    const up = SHIPPED.flatMap((file) =>
      (local.get(file) ?? []).filter((to) => floorOf(to) > floorOf(file)).map((to) => `${file} → ${to}`),
    );
    expect(up).toEqual([]);
  });

  it('of what ships never lead to a script', () => {
    const astray = SHIPPED.flatMap((file) =>
      (local.get(file) ?? [])
        .filter((to) => TOOLS.some((tool) => isIn(to, tool)) || isIn(to, 'tests'))
        .map((to) => `${file} → ${to}`),
    );
    expect(astray).toEqual([]);
  });

  it('of a stage never lead into another stage', () => {
    const across = SHIPPED.flatMap((file) => {
      const stage = stageOf(file);
      if (stage === undefined) return [];
      return (local.get(file) ?? [])
        .filter((to) => ![undefined, stage].includes(stageOf(to)))
        .map((to) => `${file} → ${to}`);
    });
    expect(across).toEqual([]);
  });

  it('make no cycle, not even of types', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const to of local.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of ALL) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('of a library stand in one room', () => {
    const outside = SHIPPED.flatMap((file) =>
      readImports(file)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && name !== 'zod')
        .flatMap((name) => {
          const library = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? '');
          const rooms = LIBRARY_ROOMS[library];
          return rooms?.some((room) => isIn(file, room)) ? [] : [`${file} imports ${library}`];
        }),
    );
    expect(outside).toEqual([]);
  });
});

describe('what ships below cli/', () => {
  it('reads neither clock nor surroundings: both are told by the caller', () => {
    const asks =
      /process\.(?:env|argv|cwd|versions?)\b|Date\.now|new Date\(\)|performance\.now|\b(?:tmpdir|homedir)\(/u;
    const isComment = /^\s*(?:\*|\/)/u;
    const asking = SHIPPED.filter((file) => !isIn(file, 'cli')).flatMap((file) =>
      readFileSync(join(PACKAGE_ROOT, file), 'utf8')
        .split('\n')
        .filter((line) => asks.test(line) && !isComment.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(asking).toEqual([]);
  });
});

describe('files', () => {
  it('have at most 300 lines', () => {
    const long = ALL.map((file) => ({
      file,
      lines: readFileSync(join(PACKAGE_ROOT, file), 'utf8').trimEnd().split('\n').length,
    })).filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });
});
