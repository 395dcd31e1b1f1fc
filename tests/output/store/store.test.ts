import { describe, expect, it } from 'vitest';
import { search } from '../../../output/search/search.js';
import { listChanges } from '../../../output/store/changes.js';
import { listCorrections } from '../../../output/store/corrections.js';
import {
  findDocumentsByNumber,
  listDocuments,
  loadDirective,
  loadDocument,
} from '../../../output/store/load-document.js';
import { loadRepaired } from '../../../output/store/load-file.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { findFile, quarantineFile, saveFile } from '../../../output/store/save-file.js';
import { AT, makeDocument, makeFile, makeRepaired, openWith, SAMPLES, TODAY } from '../sample-records.js';

const openFilled = () => openWith(SAMPLES);

const [first, second, third] = SAMPLES;

describe('store', () => {
  it.each(['2025-02-31', '31/12/2025', ''])('takes no correction to a day that does not exist: %s', (newValue) => {
    const id = first?.document.id ?? '';
    const correction = { documentId: id, directiveId: `${id}-1`, field: 'due', oldValue: null, newValue };
    expect(() => saveCorrection(openFilled(), { ...correction, correctedBy: 'Lan', correctedAt: AT })).toThrow(
      /calendar|Invalid string/u,
    );
  });

  it('gives back what it was given', () => {
    const db = openFilled();
    expect([...listDocuments(db)]).toEqual(SAMPLES);
    expect(first && loadRepaired(db, first.document.source.sha256)).toEqual(first && makeRepaired(first));
    expect(first && loadDirective(db, `${first.document.id}-2`)).toEqual({
      document: first?.document,
      directive: first?.directives[1],
    });
    expect(findDocumentsByNumber(db, '05-tb/hu')).toEqual([second?.document.id]);
    expect(findDocumentsByNumber(db, '99-KL/TU')).toEqual([]);
  });

  it('keeps what became of the print of each page, and what its document says of it', () => {
    const unread = [{ box: { left: 10, top: 20, right: 90, bottom: 30 }, share: 0.02 }];
    const boxes = [{ page: 1, left: 0.1, top: 0.2, right: 0.9, bottom: 0.3 }];
    const record = makeDocument('ink', [], {
      coverage: 0.98,
      unclaimed: [{ page: 1, text: '', why: 'unread', boxes }],
    });
    const file = makeFile(record);
    const pages = file.repaired.pages.map((page) => ({ ...page, ink: { coverage: 0.98, unread } }));
    const db = openDatabase(':memory:');
    saveFile(db, { ...file, repaired: { ...file.repaired, pages } });
    expect(loadRepaired(db, record.document.source.sha256)?.pages).toEqual(pages);
    expect(loadDocument(db, record.document.id)?.document).toEqual(record.document);
    expect(db.prepare('SELECT coverage FROM page').pluck().all()).toEqual([0.98]);
    db.close();
  });

  it('marks a file without directives or with doubt as one to review', () => {
    const db = openDatabase(':memory:');
    expect(SAMPLES.map((record) => saveFile(db, makeFile(record)))).toEqual(['stored', 'stored', 'needs-review']);
    expect(third && findFile(db, third.document.source.sha256)?.status).toBe('needs-review');
  });

  it('writes nothing new for the same file, replaces a changed one and keeps corrections', () => {
    const db = openFilled();
    if (first === undefined) throw new Error('Expected a sample');
    const { id } = first.document;
    saveCorrection(db, {
      documentId: id,
      directiveId: `${id}-1`,
      field: 'due',
      oldValue: '2025-07-15',
      newValue: '2025-07-14',
      correctedBy: 'Lan',
      correctedAt: AT,
    });
    saveFile(db, makeFile(first));
    const changed = { ...first, directives: first.directives.slice(0, 2) };
    saveFile(db, makeFile(changed));
    expect(loadDocument(db, id)).toEqual(changed);
    expect(listCorrections(db, id).map((c) => c.newValue)).toEqual(['2025-07-14']);
    expect(listChanges(db, { after: 3, limit: 10 }).map(({ kind, entity }) => [kind, entity])).toEqual([
      ['insert', 'correction'],
      ['update', 'document'],
    ]);
    // The full-text index forgot what is gone and still holds the rest.
    const find = (words: string) =>
      search(db, { words, filters: {}, today: TODAY, limit: 10 }).hits.map((hit) => hit.directiveId);
    expect(find('đôn đốc')).toEqual([]);
    expect(find('tham dinh')).toEqual([`${id}-2`]);
    db.exec("INSERT INTO directive_fts (directive_fts, rank) VALUES ('integrity-check', 0)");
  });

  it('keeps no text of a file in quarantine, even when it was stored before', () => {
    const db = openFilled();
    if (first === undefined) throw new Error('Expected a sample');
    const { sha256, path } = first.document.source;
    quarantineFile(db, {
      path,
      sha256,
      byteLength: 10,
      mediaType: 'text/plain',
      code: 'file-classified',
      text: { vi: 'Có dấu mật', en: 'Carries a secrecy mark' },
      hint: null,
      at: AT,
    });
    expect(findFile(db, sha256)?.status).toBe('quarantined');
    expect(loadRepaired(db, sha256)).toBeUndefined();
    expect(loadDocument(db, first.document.id)).toBeUndefined();
    expect(db.serialize().includes(Buffer.from('rà soát hồ sơ đất đai'))).toBe(false);
  });
});
