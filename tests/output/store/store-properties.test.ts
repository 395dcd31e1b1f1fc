import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from '../../../output/search/search.js';
import { loadDocument } from '../../../output/store/load-document.js';
import { loadRepaired } from '../../../output/store/load-file.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { saveFile } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { packColumns, unpackColumns } from '../../../output/tables/packed.js';
import { packPieces, unpackPieces } from '../../../output/tables/pieces.js';
import { fileToSave } from '../arbitraries.js';
import { TODAY } from '../sample-records.js';

const checkIndex = (db: Store): void => {
  db.exec("INSERT INTO directive_fts (directive_fts, rank) VALUES ('integrity-check', 0)");
};
const countAll = (db: Store): number => search(db, { words: '', filters: {}, today: TODAY, limit: 50 }).total.count;

describe('save then load', () => {
  it('is the identity for every file', () => {
    fc.assert(
      fc.property(fileToSave, (file) => {
        const db = openDatabase(':memory:');
        saveFile(db, file);
        expect(loadRepaired(db, file.repaired.file.sha256)).toEqual(file.repaired);
        expect(file.documents.map((record) => loadDocument(db, record.document.id))).toEqual(file.documents);
        db.close();
      }),
      { numRuns: 150 },
    );
  });

  it('replaces one state by any other, the index with it', () => {
    fc.assert(
      fc.property(fileToSave, fileToSave, (first, other) => {
        const { sha256 } = first.repaired.file;
        // The same file read anew: other content under the same hash.
        const second = {
          ...other,
          repaired: { ...other.repaired, file: first.repaired.file },
          documents: other.documents.map(({ document, directives }, i) => ({
            document: {
              ...document,
              id: `${sha256.slice(0, 12)}-${i + 1}`,
              source: {
                ...document.source,
                path: first.repaired.file.path,
                sha256,
                mediaType: first.repaired.file.mediaType,
              },
            },
            directives: directives.map((directive, n) => ({
              ...directive,
              id: `${sha256.slice(0, 12)}-${i + 1}-${n + 1}`,
            })),
          })),
        };
        const db = openDatabase(':memory:');
        saveFile(db, first);
        saveFile(db, second);
        expect(loadRepaired(db, sha256)).toEqual(second.repaired);
        expect(second.documents.map((record) => loadDocument(db, record.document.id))).toEqual(second.documents);
        expect(countAll(db)).toBe(
          second.documents.flatMap((record) => record.directives).filter(({ kind }) => kind === 'task').length,
        );
        checkIndex(db);
        db.close();
      }),
      { numRuns: 100 },
    );
  });
});

describe('packing', () => {
  it('of columns is undone by unpacking', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => v + 0),
      fc.string(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
          fc.array(value),
        ),
        (columns) => {
          expect({ ...unpackColumns(packColumns(columns)) }).toEqual({ ...columns });
        },
      ),
    );
  });

  it('of pieces is undone by unpacking, and short for joined lines', () => {
    const piece = fc.record({
      at: fc.nat(),
      source: fc.tuple(fc.nat(9999), fc.nat(99)).map(([start, length]) => ({ start, end: start + length })),
    });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(unpackPieces(packPieces(pieces))).toEqual(pieces);
      }),
    );
    const lines = [
      { at: 0, source: { start: 1000, end: 1090 } },
      { at: 91, source: { start: 1091, end: 1180 } },
    ];
    expect(packPieces(lines)).toBe('[1000,90,1,89]');
    expect(unpackPieces('[1000,90,1,89]')).toEqual(lines);
  });
});
