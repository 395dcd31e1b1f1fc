import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { pick, type Random } from '../generate-records.js';
import { another, DIGITAL_PDF, makeText, readFixture, SCAN_JPEG } from './papers.js';

/** Objects of a PDF, from number 1, as a file without a table of them. */
const makePdf = (objects: readonly string[]): string =>
  `%PDF-1.7\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer<</Root 1 0 R>>\n%%EOF`;

const stream = (content: string, entries = ''): string =>
  `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;

/** One page with this content; `more` are objects from number 5. */
const makePage = (content: string, entries = '', more: readonly string[] = [], box = '[0 0 595 842]'): string =>
  makePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox${box}${entries}/Contents 4 0 R>>`,
    stream(content),
    ...more,
  ]);

/** Forms each of which draws the next one twice: a few kilobytes that take hours and gigabytes to draw. */
export const makeNestedForms = (depth = 24): string =>
  makePage(
    '/I Do',
    '/Resources<</XObject<</I 5 0 R>>>>',
    Array.from({ length: depth }, (_, i) => {
      const isLast = i === depth - 1;
      const resources = isLast ? '' : `/Resources<</XObject<</I ${i + 6} 0 R>>>>`;
      return stream(isLast ? '0 0 1 1 re f' : '/I Do /I Do', `/Type/XObject/Subtype/Form/BBox[0 0 9 9]${resources}`);
    }),
  );

const makeTiling = (): string =>
  makePage('/Pattern cs /P scn 0 0 595 842 re f', '/Resources<</Pattern<</P 5 0 R>>>>', [
    stream(
      '0 0 1 1 re f',
      '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .0001/YStep .0001',
    ),
  ]);

const makeSamePages = (count: number): string =>
  makePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${count}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    stream('0 0 10 10 re f'),
  ]);

/** A TIFF whose directories lead in a ring, or in a chain of empty ones. */
const makeTiffChain = (count: number, isRing: boolean): Buffer => {
  const bytes = Buffer.alloc(8 + 6 * count);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let i = 0; i < count; i++) {
    const end = isRing ? 8 : 0;
    bytes.writeUInt32LE(i < count - 1 ? 14 + 6 * i : end, 10 + 6 * i);
  }
  return bytes;
};

/** A PNG that says how large it is, and holds next to nothing. */
const makePngHead = (width: number, height: number): Buffer => {
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000800000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, Buffer.alloc(40)]);
};

/** Damage of one kind somewhere: cut, flipped, zeroed, doubled, shuffled. */
const damage = (bytes: Buffer, random: Random): Buffer => {
  const made = Buffer.from(bytes);
  const place = (): number => Math.floor(random() * made.length);
  const [at, length] = [place(), Math.floor(random() * 2000)];
  switch (Math.floor(random() * 5)) {
    case 0:
      return made.subarray(0, Math.max(16, at));
    case 1:
      for (let i = 0; i < 1 + length / 20; i++) made[place()] = Math.floor(random() * 256);
      return made;
    case 2:
      return made.fill(0, at, Math.min(made.length, at + length));
    case 3:
      return Buffer.concat([made.subarray(0, at), made.subarray(Math.max(0, at - length))]);
    default:
      return Buffer.concat([made.subarray(0, 64), made.subarray(at), made.subarray(64, at)]);
  }
};

const utf32 = (text: string): Buffer =>
  Buffer.concat([...`\ufeff${text}`].map((letter) => Buffer.from(Uint32Array.of(letter.codePointAt(0) ?? 0).buffer)));

/** Texts that are odd as a whole; those above a megabyte are few. */
const oddText = (text: string, random: Random): string | Buffer => {
  const n = 1000 * (1 + Math.floor(random() * 200));
  const odd: readonly (() => string | Buffer)[] = [
    () => Buffer.from(`\ufeff${text}`, 'utf16le'),
    () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    () => utf32(text),
    () => Buffer.from(text, 'latin1'),
    () => text.replace(/\n/gu, '\r'),
    () => text.replace(/\n/gu, '\u0085'),
    () => text.replace(/\n/gu, '\v'),
    () => `${text}${' '.repeat(n)}x`,
    () => `${text}${'x'.repeat(n)}`,
    () => `${text}a${'\u0301'.repeat(n)}`,
    () => `${text}${'nhân-\n'.repeat(n / 100)}`,
    () => `${text}${'1.'.repeat(n)}`,
    () => `${text}${'('.repeat(n)}`,
    () => text.replace(/ /gu, '\u202e'),
    () => text.replace(/Giao/gu, '\0Giao'),
    () => `\u001b]0;OWNED\u0007${text}`,
    () => text.replace(/\d/gu, '9'.repeat(50)),
    () => `${text}\f`.repeat(40),
  ];
  return pick(random, odd, () => text)();
};

const OTHER_KINDS = [
  Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
  Buffer.from('504b030414000600', 'hex'),
  Buffer.from('{\\rtf1\\ansi K\\u7871 ?t lu\\u7853 ?n}'),
  Buffer.from('<!DOCTYPE html><html><body>Kết luận</body></html>'),
  Buffer.from('BM\x36\x00\x00\x00', 'latin1'),
  Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1'),
  Buffer.alloc(5000, 7),
] as const;

const ODD_NAMES = [
  '\u001b]0;OWNED\u0007',
  'hai\ndòng',
  '\u202etxt.',
  "'; DROP TABLE file; --",
  '=1+1',
  '-rf',
  'a'.repeat(200),
] as const;

const oddPdf = (random: Random): string => {
  const n = 100 * (1 + Math.floor(random() * 100));
  const odd: readonly (() => string)[] = [
    () => makeNestedForms(4 + Math.floor(random() * 8)),
    () => makePage('q '.repeat(n)),
    () => makePage('BT /F 9 Tf (x) Tj ET '.repeat(n / 10)),
    () => makePage('0 0 9 9 re f', '', [], `[0 0 ${n * 1000} ${n * 1000}]`),
    () => makePage('0 0 9 9 re f', '', [], '[0 0 0 0]'),
    () => makePage('0 0 9 9 re f', '', [], '[9 9 -9 1e30]'),
    () => makePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    () => makePdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[]/Count ${n}>>`]),
    () => makePdf([`${'<</A '.repeat(n)}1${'>>'.repeat(n)}`]),
    () =>
      makePage('/I Do', '/Resources<</XObject<</I 5 0 R>>>>', [
        stream('/I Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I 5 0 R>>>>'),
      ]),
    () => `${makePage('0 0 9 9 re f')}\nstartxref\n${n}\n%%EOF`,
  ];
  return pick(random, odd, () => '')();
};

export interface HostileSet {
  /** Everything in the folder that is no folder. */
  readonly entries: number;
  readonly good: readonly string[];
}

/** A folder of hostile files, links and pipes, with a good paper in every twenty. */
export const writeHostileFiles = async (folder: string, count: number, random: Random): Promise<HostileSet> => {
  const pdf = readFixture(...DIGITAL_PDF);
  const small = sharp(readFixture(...SCAN_JPEG))
    .resize({ width: 420 })
    .grayscale();
  const images = [
    await small.clone().jpeg().toBuffer(),
    await small.clone().png().toBuffer(),
    await small.clone().tiff({ compression: 'lzw' }).toBuffer(),
  ];
  const good: string[] = [];
  let entries = 0;
  const put = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    entries += 1;
    return path;
  };
  // Each of these is stopped by a limit of time or memory, which takes up to a minute.
  const heavy = [makeNestedForms, makeTiling, () => makePage('q '.repeat(1_000_000)), () => makeSamePages(100_000)];
  for (const [i, make] of heavy.slice(0, count < 200 ? 1 : 4).entries()) put(`heavy-${i}.pdf`, make());
  const fixed: readonly (readonly [string, string | Buffer])[] = [
    ['giant.png', makePngHead(30_000, 30_000)],
    ['vast.png', makePngHead(2 ** 31 - 1, 2 ** 31 - 1)],
    ['none.png', makePngHead(0, 0)],
    ['ring.tif', makeTiffChain(3, true)],
    ['chain.tif', makeTiffChain(300_000, false)],
    ['pages.pdf', makeSamePages(300)],
    ['blank.txt', ' '.repeat(200_000)],
    ['empty.txt', ''],
    ['large.txt', 'Kết luận\n'.repeat(1_200_000)],
  ];
  for (const [name, content] of fixed) put(name, content);
  for (const name of ['loop-a', 'loop-b']) mkdirSync(join(folder, name));
  mkdirSync(join(folder, 'deep', ...Array.from({ length: 40 }, (_, i) => `d${i}`)), { recursive: true });
  if (process.platform !== 'win32') {
    symlinkSync('../loop-b', join(folder, 'loop-a', 'to-b'));
    symlinkSync('../loop-a', join(folder, 'loop-b', 'to-a'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    symlinkSync('empty.txt', join(folder, 'link.txt'));
    entries += 4;
    if (spawnSync('mkfifo', [join(folder, 'pipe.txt')]).status === 0) entries += 1;
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, 'no-utf8-')), Buffer.of(0xe1, 0xff)]),
      makeText(random, 90_000),
    );
    entries += 1;
  }
  for (let i = 0; entries < count; i++) {
    const name = String(i).padStart(5, '0');
    const text = makeText(random, i);
    const kind = i % 20 === 7 ? -1 : random();
    if (kind < 0) good.push(put(`${name}-good.txt`, text));
    else if (kind < 0.22) put(`${name}.txt`, damage(Buffer.from(text), random));
    else if (kind < 0.45) put(`${name}-odd.txt`, oddText(text, random));
    else if (kind < 0.62) put(`${name}.pdf`, damage(another(pdf, i), random));
    else if (kind < 0.74) put(`${name}-odd.pdf`, oddPdf(random));
    else if (kind < 0.86) put(`${name}.img`, damage(pick(random, images, pdf), random));
    else if (kind < 0.92)
      put(`${name}.doc`, damage(Buffer.concat([pick(random, OTHER_KINDS, pdf), Buffer.from(name)]), random));
    else {
      const odd = process.platform === 'win32' ? '' : pick(random, ODD_NAMES, '');
      good.push(put(`${odd}${name}.txt`, text));
    }
  }
  return { entries, good };
};
