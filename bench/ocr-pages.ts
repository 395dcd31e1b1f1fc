import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { packageFile } from '../pipeline/base/package-root.js';
import { listImagePages } from '../pipeline/engines/image/list-image-pages.js';
import { openPdf } from '../pipeline/engines/pdf/pdf.js';

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

/** Every scan in fixtures/documents with its text, by slug; empty where there are none. */
export const loadScannedFixtures = async (): Promise<readonly ScannedFixture[]> => {
  const documents = packageFile('fixtures', 'documents');
  if (!existsSync(documents)) return [];
  const fixtures: ScannedFixture[] = [];
  for (const slug of (await readdir(documents)).sort()) {
    const folder = join(documents, slug);
    const scan = (await readdir(folder)).find((name) => parse(name).name === 'scan');
    if (scan === undefined) continue;
    fixtures.push({
      slug,
      pages: await loadPages(join(folder, scan)),
      truth: await readFile(join(folder, 'text.txt'), 'utf8'),
    });
  }
  return fixtures;
};
