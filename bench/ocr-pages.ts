import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { listImagePages } from '../pipeline/engines/image.js';
import { openPdf } from '../pipeline/engines/pdf.js';
import { packageFile } from '../pipeline/package-root.js';

/** A scanned document of the fixtures: its pages as image bytes and the text that stands on them. */
export interface ScannedFixture {
  readonly slug: string;
  readonly pages: readonly Uint8Array[];
  readonly truth: string;
}

const loadPages = async (path: string): Promise<Uint8Array[]> => {
  const bytes = await readFile(path);
  if (!path.endsWith('.pdf')) return listImagePages(bytes, true).map((load) => load());
  const pdf = await openPdf(bytes);
  try {
    const signal = new AbortController().signal;
    const pages: Uint8Array[] = [];
    for (let number = 1; number <= pdf.pageCount; number++) pages.push(await pdf.loadImage(number, signal));
    return pages;
  } finally {
    await pdf.close();
  }
};

/** The scans in fixtures/scans that have their text in fixtures/documents, by name; empty where there are none. */
export const loadScannedFixtures = async (): Promise<readonly ScannedFixture[]> => {
  const folder = packageFile('fixtures', 'scans');
  if (!existsSync(folder)) return [];
  const fixtures: ScannedFixture[] = [];
  for (const file of (await readdir(folder)).sort()) {
    const slug = parse(file).name;
    const text = packageFile('fixtures', 'documents', slug, `${slug}.txt`);
    if (!existsSync(text)) continue;
    fixtures.push({
      slug,
      pages: await loadPages(packageFile('fixtures', 'scans', file)),
      truth: await readFile(text, 'utf8'),
    });
  }
  return fixtures;
};
