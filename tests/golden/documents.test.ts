import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFixtureDocuments, readRunTogether } from '../../fixtures/make/gold.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { extractDocuments } from '../../pipeline/library.js';
import { findDifferences, KnownDifferences, readFacts, readGoldFacts } from './facts.js';

const known = KnownDifferences.parse(JSON.parse(readFileSync(packageFile('fixtures', 'known-misses.json'), 'utf8')));
const documents = readFixtureDocuments();

describe('texts of the fixtures against their expected.json', () => {
  it.each(documents)('$slug: is read as expected, but for the known misses', ({ slug, text, path, gold }) => {
    const [document, ...others] = extractDocuments(text, { path });
    expect(others).toEqual([]);
    expect(findDifferences(slug, readGoldFacts(gold), readFacts(document, gold))).toEqual(
      known.filter((miss) => miss.slug === slug).map(({ why: _, ...miss }) => miss),
    );
  });

  it('has no known miss of a document that is not there', () => {
    const slugs = documents.map(({ slug }) => slug);
    expect(known.filter(({ slug }) => !slugs.includes(slug))).toEqual([]);
  });
});

describe('a text layer that lost its blanks', () => {
  const { slug, text, gold } = readRunTogether('tb-btv-xa-cho-phien');
  const [document] = extractDocuments(text, { path: `${slug}.txt` });

  it('is read as if it had them', () => {
    expect(findDifferences(slug, readGoldFacts(gold), readFacts(document, gold))).toEqual([]);
    expect(document?.directives.filter(({ number }) => number !== '2').map((directive) => directive.text)).toEqual(
      gold.directives.filter(({ optional }) => optional !== true).map((directive) => directive.text),
    );
  });

  it('says so, and that it was repaired', () => {
    expect(document?.document.textOrigin).toBe('repaired');
    expect(document?.document.notes).toContainEqual(
      expect.objectContaining({ rule: 'repair/blanks-put-back', level: 'review' }),
    );
  });
});
