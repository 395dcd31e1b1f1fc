import { expect, it } from 'vitest';
import { search } from '../../../output/search/search.js';
import { makeBody, makeDocument, openWith, TODAY } from '../sample-records.js';

it('a task whose lead is two bodies of one name counts once for it', () => {
  const bodies = [makeBody('Sở Tài chính'), makeBody('Sở Tài chính', { level: null, branch: null })];
  const db = openWith([makeDocument('twice', [{ number: '1', text: '1. Sở Tài chính làm.', bodies }])]);
  const { facets } = search(db, { words: '', filters: {}, today: TODAY, limit: 5, withFacets: true });
  expect(facets?.leads).toEqual([{ value: 'Sở Tài chính', count: 1 }]);
  db.close();
});
