import { describe, expect, it } from 'vitest';
import { correct, listReview, openDatabase } from '../../../output/library.js';
import { saveFiles } from '../../../output/store/save-file.js';
import { AT, makeDocument, makeFile } from '../sample-records.js';

const marked = { needsReview: true };
const withHeading = makeDocument(
  'có-đề-mục',
  [
    { number: '1', text: 'Vê công tác tổ chức', more: { ...marked, kind: 'heading' } },
    { number: '1.1', text: 'Sở Nội vụ rà soát biên chế.', more: marked },
  ],
  marked,
);
const behind = makeDocument('đứng-sau', [{ number: '1', text: 'Sở Y tế báo cáo.', more: marked }], marked);

describe('the queue of what is to be reviewed', () => {
  it('asks for headings that were marked, behind the tasks, so that a paper can be settled', () => {
    const db = openDatabase(':memory:');
    saveFiles(
      db,
      [withHeading, behind].map((paper) => makeFile(paper)),
    );
    const ids = (limit: number): readonly string[] => listReview(db, { limit }).map(({ item }) => item.id);
    const [heading = '', task = ''] = withHeading.directives.map(({ id }) => id);
    const last = behind.directives[0]?.id ?? '';
    expect(ids(10)).toEqual([task, heading, last]);
    for (const id of [task, heading, last]) {
      expect(ids(1)).toEqual([id]);
      correct(db, { do: 'confirm', id }, { by: 'Lan', at: AT });
    }
    expect(ids(10)).toEqual([]);
    expect(db.prepare("SELECT count(*) FROM latest_correction WHERE new_value = 'confirmed'").pluck().get()).toBe(3);
    db.close();
  });
});
