import { z } from 'zod';

/** What of a package never runs in Node here, with the reason. Paths are those below node_modules, with slashes. */
export interface LeftOut {
  readonly path: RegExp;
  readonly reason: string;
}

/** Licences travel with what they license. */
const LICENCE = /(?:^|\/)[^/]*(?:licen[cs]e|notice|copying|authors)[^/]*$/iu;

export const LEFT_OUT: readonly LeftOut[] = [
  { path: /\.map$/u, reason: 'source maps' },
  { path: /\.(?:[cm]?ts|tsx|flow)$/u, reason: 'types and sources of TypeScript' },
  { path: /\.(?:md|markdown)$/iu, reason: 'manuals' },
  { path: /^natural\/(?!package\.json$|lib\/natural\/distance\/)/u, reason: 'only its distances are loaded' },
  { path: /^underscore\/(?:amd|modules)\//u, reason: 'builds for other loaders' },
  {
    path: /^tesseract\.js\/(?:dist|docs|examples|scripts|benchmarks|tests)\//u,
    reason: 'builds for browsers, examples',
  },
  { path: /^tesseract\.js-core\/.*\.wasm\.js$/u, reason: 'builds in one file, for browsers' },
  {
    // In Node tesseract.js 7 loads the whole engine even where LSTM alone is asked for.
    path: /^tesseract\.js-core\/.*-lstm\./u,
    reason: 'the engine for LSTM alone, which it loads in browsers only',
  },
  {
    path: /^@tesseract\.js-data\/vie\/(?!package\.json$|index\.js$|4\.0\.0_best_int\/)/u,
    reason: 'other data than the one we load',
  },
  { path: /^@cantoo\/pdf-lib\/(?:cjs|dist|src|ts3\.4)\//u, reason: 'we import its ES modules' },
  {
    path: /^pdfjs-dist\/(?:build|web|image_decoders|legacy\/web|legacy\/image_decoders)\//u,
    reason: 'builds for browsers',
  },
  { path: /^pdfjs-dist\/legacy\/build\/.*(?:\.min\.|sandbox)/u, reason: 'small builds and the sandbox of forms' },
  { path: /^pdf-parse\/(?:bin|dist\/pdf-parse\/(?:cjs|web)|dist\/worker\/cjs)\//u, reason: 'we import its ES modules' },
  { path: /^bullmq\/dist\/esm\//u, reason: 'Node is given the other build' },
  { path: /^luxon\/(?:src|build\/(?!node\/))/u, reason: 'builds for other loaders' },
  { path: /^sharp\/(?:src|install)\//u, reason: 'what it is compiled from' },
  { path: /^better-sqlite3\/(?:deps|src|binding\.gyp)/u, reason: 'what it is compiled from' },
  { path: /^better-sqlite3\/build\/(?!Release\/better_sqlite3\.node$)/u, reason: 'what compiling leaves' },
];

/** Packages that run while others are installed, or in a browser, and what only they bring. */
export const NEVER_LOADED: Readonly<Record<string, string>> = {
  'prebuild-install': 'fetches the machine code of better-sqlite3 while that is installed',
  'node-fetch': 'tesseract.js asks for it where Node has no fetch',
  'idb-keyval': "tesseract.js's cache in a browser",
  zlibjs: 'tesseract.js in a browser',
  'opencollective-postinstall': 'asks for donations',
  'msgpackr-extract': 'machine code for what msgpackr does by itself as well',
};

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
      dev: z.boolean().default(false),
    }),
  ),
});

/** The part of package-lock.json that is needed here; throws where it is none. */
export const readLock = (json: unknown): z.infer<typeof Lock> => Lock.parse(json);

const FOLDER = 'node_modules/';

/** Packages (names) that only those of `NEVER_LOADED` ask for, themselves among them. */
export const listNeverLoaded = ({ packages }: z.infer<typeof Lock>): ReadonlySet<string> => {
  const reach = (skipped: ReadonlySet<string>): Set<string> => {
    const seen = new Set<string>();
    const open = Object.keys(packages['']?.dependencies ?? {});
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name) || skipped.has(name)) continue;
      seen.add(name);
      const entry = packages[FOLDER + name];
      open.push(...Object.keys(entry?.dependencies ?? {}), ...Object.keys(entry?.optionalDependencies ?? {}));
    }
    return seen;
  };
  const needed = reach(new Set(Object.keys(NEVER_LOADED)));
  return new Set([...reach(new Set())].filter((name) => !needed.has(name)));
};

/** Packages with machine code that npm takes for one kind of machine alone. */
export const listMachinePackages = (
  { packages }: z.infer<typeof Lock>,
  { os, cpu }: { readonly os: string; readonly cpu: string },
): readonly string[] =>
  Object.entries(packages)
    .filter(([, entry]) => !entry.dev && entry.os?.includes(os) === true && entry.cpu?.includes(cpu) === true)
    .filter(([, { libc }]) => libc === undefined || libc.includes('glibc'))
    .map(([path]) => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length))
    .sort();

const packageOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

/** Whether a file below node_modules ships: `path` with slashes, such as "sharp/lib/index.js". */
export const ships = (path: string, neverLoaded: ReadonlySet<string>): boolean => {
  if (path.startsWith('.') || neverLoaded.has(packageOf(path))) return false;
  return LICENCE.test(path) || !LEFT_OUT.some((left) => left.path.test(path));
};
