import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocx } from '../../../../fixtures/make/word/docx.js';
import { COMPARED_PAPERS, WORD_PAPERS } from '../../../../fixtures/make/word/papers.js';
import { packageFile } from '../../../../pipeline/base/package-root.js';
import { findOffice } from '../../../../pipeline/engines/word/office.js';
import { readWord } from '../../../../pipeline/engines/word/read-word.js';

const readGolden = (slug: string): string => readFileSync(packageFile('fixtures', 'word', `${slug}.txt`), 'utf8');

describe('the made Word papers', () => {
  it('are eight and more about numbers', () => {
    expect(COMPARED_PAPERS.length).toBeGreaterThanOrEqual(8);
  });

  it.each(WORD_PAPERS.map((paper) => [paper.slug, paper] as const))(
    '%s: reads as written beside it',
    (slug, { parts }) => {
      expect(`${readWord(makeDocx(parts)).text}\n`).toBe(readGolden(slug));
    },
  );

  it.each(WORD_PAPERS.map((paper) => [paper.slug, paper] as const))(
    '%s: lies there as the script makes it',
    (slug, { parts }) => {
      const lying = readFileSync(packageFile('fixtures', 'word', `${slug}.docx`));
      expect(readWord(lying)).toEqual({ ...readWord(makeDocx(parts)), pictures: [] });
    },
  );
});

const office = findOffice(process.env);

/**
 * Lines without white space: what parts label and text is each program's own; LibreOffice's text has one sign for every
 * bullet, and a line for each cell.
 */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/u, '')
    .split(/[\n\f\t]|\s{10,}/u)
    .map((line) => line.replace(/\s+/gu, '').replace(/^[-+•◦▪]/u, '•'))
    .filter((line) => line !== '');

describe.skipIf(office === undefined)('numbers as LibreOffice prints them (needs soffice)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-word-'));
  beforeAll(() => {
    const files = COMPARED_PAPERS.map(({ slug, parts }) => {
      const path = join(folder, `${slug}.docx`);
      writeFileSync(path, makeDocx(parts));
      return path;
    });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      ...files,
    ];
    spawnSync(office ?? '', args, { stdio: 'ignore', timeout: 120_000 });
  }, 130_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(COMPARED_PAPERS.map(({ slug }) => [slug]))('%s', (slug) => {
    // A label that stands alone in its cell is parted from the next cell by a tab here as there.
    const theirs = linesOf(readFileSync(join(folder, `${slug}.txt`), 'utf8'));
    const ours = linesOf(readGolden(slug));
    expect(theirs.length).toBeGreaterThan(5);
    expect([...ours].sort()).toEqual([...theirs].sort());
  });
});
