import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';
import { PACKAGE_ROOT } from '../pipeline/base/package-root.js';
import { attacksOf } from './pattern-attacks.js';

/** A pattern that ships, and where it was found. */
interface Shipped {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

const ROOMS = ['schemas', 'language', 'pipeline', 'extractors', 'output', 'cli'];
const FILES = ROOMS.flatMap((room) =>
  readdirSync(join(PACKAGE_ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(PACKAGE_ROOT, room, name)),
);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The patterns written as such in a file. */
const readLiterals = (file: string): readonly Shipped[] => {
  const found: Shipped[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node) || Array.isArray(node)) return;
    const { regex } = node;
    if (isRecord(regex)) found.push({ source: String(regex.pattern), flags: String(regex.flags), place: file });
    else Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }));
  return found;
};

/** A program or the entry of a child, which sets V8 up first, would begin its work when imported; its patterns are literals anyhow. */
const RUNS_WHEN_IMPORTED =
  /^#!|^import '[./a-z]*engine-flags\.js'|workerData|parentPort|process\.on\('message'|^await /mu;

/** The patterns that the modules build while they are imported. */
const readBuilt = async (): Promise<readonly Shipped[]> => {
  const found: Shipped[] = [];
  const Original = globalThis.RegExp;
  const record = (made: RegExp): RegExp => {
    const place = new Error().stack
      ?.split('\n')
      .find((line) => line.includes('/') && !line.includes(import.meta.filename));
    if (place !== undefined && FILES.some((file) => place.includes(`${file}:`)))
      found.push({ source: made.source, flags: made.flags, place: place.trim() });
    return made;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, args) => record(Reflect.construct(target, args)),
    apply: (target, self, args) => record(Reflect.apply(target, self, args)),
  });
  try {
    for (const file of FILES)
      if (!RUNS_WHEN_IMPORTED.test(readFileSync(file, 'utf8'))) await import(/* @vite-ignore */ file);
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
};

/** What hostile files are made of: one letter or a few, over and over. */
const RUNS = [
  ...[...' \t\n\u00a0xếIỦ10\u0301-–.,/("“_:|'],
  ...['a ', 'a\n', '1 ', '1.', 'a-', '- ', '. ', ' \n', 'nhân-', 'Số ', 'Ban ', 'ngày 1/2/2024 ', 'I. ', 'a\u0301'],
  'Ủy ban nhân dân huyện chỉ đạo Phòng Kinh tế cắm biển cấm qua cầu trước ngày 25/9/2024; số 12-KL/TU, 1. ',
];
/** What may stand around a run: /\s+$/ is quick on blanks and slow on blanks with a letter behind them. */
const AROUND: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['x', 'x'],
  ['1. ', '!'],
  ['', '\n\u0001'],
];

const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));

type Make = (length: number) => string;
const remember = (make: Make): Make => {
  const made = new Map<number, string>();
  return (length) => {
    const text = made.get(length) ?? make(length);
    made.set(length, text);
    return text;
  };
};

const COMMON: readonly Make[] = RUNS.flatMap((unit) =>
  AROUND.map(([before, after]) => remember((length) => before + fill(unit, length) + after)),
);

const ofPattern = ({ source, flags }: Shipped): readonly Make[] =>
  attacksOf(source, flags).flatMap(({ lead, pump }): Make[] => [
    (length) => `${lead}${fill(pump, length)}\u0001`,
    (length) => `${lead}${fill(pump, length)}\n`,
    ...(lead === '' ? [] : [(length: number) => `${fill(lead, length)}\u0001`]),
    ...(lead === '' ? [] : [(length: number) => `${fill(lead + pump.repeat(3), length)}\n`]),
  ]);

/** All matches of a pattern with g, as replace, split and matchAll seek them; else the first. */
const run = (pattern: RegExp, text: string): void => {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  while (pattern.global && match !== null) {
    if (match[0] === '') pattern.lastIndex++;
    match = pattern.exec(text);
  }
};

/** Milliseconds of this process: what others do on the machine does not count. */
const timeOf = (pattern: RegExp, text: string): number => {
  const { user, system } = process.cpuUsage();
  run(pattern, text);
  const after = process.cpuUsage();
  return (after.user - user + after.system - system) / 1000;
};

const SIZES = [400, 4000];
/** Below this a text is done with, whatever the growth. */
const QUICK = 0.6;
/** Four times the length takes four times as long, or sixteen where it is quadratic: half-way between. */
const GROWTH = 8;
const REPEATS = 4;
/** A second for a few thousand letters: longer texts are not tried. */
const HOPELESS = 500;

const leastTime = (pattern: RegExp, text: string): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < REPEATS && (i === 0 || least < HOPELESS); i++) least = Math.min(least, timeOf(pattern, text));
  return least;
};

/** True where the time grows much faster than the text, from a quarter of the length and again to four times of it. */
const growsTooFast = (pattern: RegExp, make: Make, size: number): boolean => {
  const there = leastTime(pattern, make(size));
  if (there < QUICK || there < GROWTH * leastTime(pattern, make(size / 4))) return false;
  return there > HOPELESS || leastTime(pattern, make(size * 4)) > GROWTH * there;
};

const isSlow = (pattern: RegExp, make: Make): boolean =>
  SIZES.some((size) => timeOf(pattern, make(size)) > QUICK && growsTooFast(pattern, make, size));

/** The first text on which a pattern grows faster than its length; undefined where none is found. */
const findSlow = (shipped: Shipped): string | undefined => {
  const pattern = new RegExp(shipped.source, shipped.flags);
  const slow = [...COMMON, ...ofPattern(shipped)].find((make) => isSlow(pattern, make));
  return slow === undefined ? undefined : `${shipped.place} /${shipped.source}/ on ${JSON.stringify(slow(24))}`;
};

const different = (patterns: readonly Shipped[]): readonly Shipped[] => [
  ...new Map(patterns.map((one) => [`${one.flags}/${one.source}`, one])).values(),
];

describe('the patterns of what ships', () => {
  it.each(['\\s+$', '^[a-z]*\\s*,?\\s*x', 'nhan\\s*:?\\s*$', 'ngay.*thang', '\\S@\\S+\\.\\S'])(
    '/%s/ would be found',
    (source) => {
      expect(findSlow({ source, flags: 'u', place: 'here' })).toContain('here');
    },
  );

  it.each(['(?<!\\s)\\s+$', 'x\\s*(?:[:.]\\s*)?$', 'ngay.{0,200}thang', '(?<![ab])[ab]+c'])(
    '/%s/ would not',
    (source) => {
      expect(findSlow({ source, flags: 'u', place: 'here' })).toBeUndefined();
    },
  );

  it('are linear in the length of a text', async () => {
    const shipped = different([...FILES.flatMap(readLiterals), ...(await readBuilt())]);
    expect(shipped.length).toBeGreaterThan(500);
    expect(shipped.map(findSlow).filter((slow) => slow !== undefined)).toEqual([]);
  });
});
