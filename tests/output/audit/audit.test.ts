import { describe, expect, it } from 'vitest';
import { audit } from '../../../output/audit/audit.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { makeNote } from '../../../schemas/note.js';
import { makeDeadline, makeDocument, openWith, TODAY } from '../sample-records.js';

type Header = Partial<ExportedDocument['document']>;

const SOUND = {
  received: [],
  signatures: [],
  signer: { authority: 'T/M Ban Thường vụ', position: 'Bí thư', name: 'Lê Văn Thử' },
};

const findAll = (records: readonly ExportedDocument[]): [string, string][] => {
  return [...audit(openWith(records), TODAY)].map(({ rule, message }) => [rule, message.en]);
};
const findOne = (header: Header): [string, string][] => findAll([makeDocument('one', [], { ...SOUND, ...header })]);

describe('audit of one document', () => {
  it('finds nothing in a sound one', () => {
    expect(findOne({})).toEqual([]);
  });

  it.each<[string, Header, [string, string][]]>([
    [
      'a day that does not exist',
      { issuedOn: '2025-02-30', heldOn: null },
      [['impossible-date', '2025-02-30 is no day of the calendar']],
    ],
    ['a day to come', { issuedOn: '2026-01-05' }, [['impossible-date', '2026-01-05 lies in the future']]],
    [
      'a meeting after the issue',
      { heldOn: '2025-06-20' },
      [['impossible-date', 'Held on 2025-06-20, after its issue on 2025-06-10']],
    ],
    [
      'an arrival before the issue',
      { received: [{ number: '1', on: '2025-06-01', by: null }] },
      [['impossible-date', 'Received on 2025-06-01, before its issue on 2025-06-10']],
    ],
    [
      'an issue after the last digital signature',
      { signatures: [{ by: null, at: '2025-06-08T09:00:00+07:00', kind: 'panel' }] },
      [['signing-date', 'Issued on 2025-06-10, after its last digital signature on 2025-06-08']],
    ],
    [
      'an issue long before the first one',
      { signatures: [{ by: null, at: '2025-07-31T23:30:00Z', kind: 'panel' }] },
      [['signing-date', 'Issued on 2025-06-10, but first signed digitally on 2025-08-01, 52 days later']],
    ],
    ['a signature some days later', { signatures: [{ by: null, at: '2025-06-17T09:00:00', kind: 'panel' }] }, []],
    ['signatures without a time', { signatures: [{ by: 'Lê Văn Thử', at: null, kind: 'panel' }] }, []],
    [
      'another author in the signature',
      { signer: { ...SOUND.signer, authority: 'T/M TỈNH UỶ' } },
      [['author-conflict', 'The title names Ban Thường vụ Tỉnh ủy, the signature T/M TỈNH UỶ']],
    ],
    ['an order of the standing committee', { signer: { ...SOUND.signer, authority: 'T/L BAN THƯỜNG VỤ' } }, []],
    [
      'no signature',
      { signer: { authority: null, position: null, name: null } },
      [['missing-signature', 'No signature']],
    ],
    [
      'no end',
      { signer: { authority: null, position: null, name: null }, recipients: [] },
      [['missing-last-page', 'Neither signature nor recipients: the last page is probably missing']],
    ],
    ['no number', { number: null }, [['no-number', 'No number']]],
    ['no day of issue', { issuedOn: null, heldOn: null }, [['no-date', 'No day of issue']]],
    [
      'what was read of them and what is suggested, filling in nothing',
      {
        number: null,
        issuedOn: null,
        heldOn: null,
        numberParts: { digits: null, symbol: '-KL/TU' },
        issuedOnParts: { year: 2025, month: 3, day: null },
        suggested: { number: '61-KL/TU', issuedOn: '2025-03-07', confidence: 0.5, from: 'handwriting' },
      },
      [
        ['no-number', 'No number; only “…-KL/TU” was read; suggested: 61-KL/TU, to be confirmed'],
        ['no-date', 'No day of issue; only “…/03/2025” was read; suggested: 07/03/2025, to be confirmed'],
      ],
    ],
    [
      'pages that were not read, and not those on which nothing stands',
      {
        notes: [
          makeNote('paginate/page-broken', { page: 3 }),
          makeNote('recognize/no-text', { page: 4, actual: 'blank' }, { reason: 'Nothing.' }),
          makeNote('recognize/no-text', { page: 5, actual: 'no-words' }, { reason: 'Too faint.' }),
          makeNote('recognize/print-unread', { page: 1, actual: '2' }),
        ],
      },
      [
        ['page-unread', 'Page 3 of the PDF cannot be read.'],
        ['page-unread', 'No text was found on page 5. Too faint.'],
      ],
    ],
    [
      'less print read than the mark',
      { coverage: 0.9499 },
      [['low-coverage', '94.9 % of the print on its worst page was read']],
    ],
    ['as much as the mark', { coverage: 0.95 }, []],
  ])('finds %s', (_, header, expected) => {
    expect(findOne(header)).toEqual(expected);
  });

  it('takes another mark of coverage', () => {
    const db = openWith([makeDocument('one', [], { ...SOUND, coverage: 0.97 })]);
    expect([...audit(db, TODAY)]).toEqual([]);
    expect([...audit(db, TODAY, 0.98)].map(({ rule, message }) => [rule, message.vi])).toEqual([
      ['low-coverage', 'Trang kém nhất đọc được 97,0 % chữ in'],
    ]);
  });

  it('writes days as clerks do', () => {
    const db = openWith([makeDocument('one', [], { ...SOUND, heldOn: '2025-06-20' })]);
    expect([...audit(db, TODAY)].map(({ message }) => message.vi)).toEqual([
      'Họp ngày 20/06/2025, sau ngày ban hành 10/06/2025',
    ]);
  });

  it('finds lost items, but not those that are printed and give no task', () => {
    const item = (number: string, text: string) => ({
      number,
      text,
      deadlines: [makeDeadline('31/12/2025', '2025-12-31')],
    });
    const record = makeDocument(
      'items',
      [
        item('1', '1. Giao Sở A làm việc này.\n2. Cơ bản nhất trí với báo cáo.'),
        item('3', '3. Giao Sở B làm việc kia.'),
        item('5', '5. Giao Sở C làm việc nọ.'),
        item('5.a', 'a) việc thứ nhất'),
        item('5.d', 'd) việc thứ tư'),
        item('XX', 'XX- Giao Sở D làm việc đó.'),
        item('XXII', 'XXII- Giao Sở E làm việc ấy.'),
      ],
      SOUND,
    );
    expect(findAll([record])).toEqual([
      ['item-hole', 'No item 4: probably lost'],
      ['item-hole', 'No item 5.b, 5.c: probably lost'],
      ['item-hole', 'No item XXI: probably lost'],
    ]);
  });

  it('finds tasks without any deadline and deadlines before the issue', () => {
    const none = makeDocument(
      'none',
      [
        {
          number: '1',
          text: '1. Khẩn trương làm.',
          deadlines: [makeDeadline('Khẩn trương', null, { kind: 'standing' })],
        },
      ],
      SOUND,
    );
    expect(findAll([none])).toEqual([['no-deadlines', '1 tasks, none with a deadline']]);
    const past = makeDocument(
      'past',
      [{ number: '1', text: '1. Xong 1/2/2025.', deadlines: [makeDeadline('1/2/2025', '2025-02-01')] }],
      SOUND,
    );
    expect(findAll([past])).toEqual([
      ['impossible-date', 'Item 1 was due on 2025-02-01, before the issue on 2025-06-10'],
    ]);
  });
});

describe('audit of number series', () => {
  const numbered = (number: string, issuedOn: string, more: Header = {}) =>
    makeDocument(`${number} ${issuedOn}`, [], { ...SOUND, number, issuedOn, heldOn: null, ...more });

  it('reports gaps and repeats within a term, and begins anew with the next', () => {
    const found = findAll([
      numbered('01-KL/TU', '2020-11-01'),
      numbered('02-KL/TU', '2020-12-01'),
      numbered('04-KL/TU', '2021-01-01'),
      numbered('05-KL/TU', '2021-02-01'),
      numbered('09-KL/TU', '2021-03-01'),
      numbered('09-KL/TU', '2021-03-02'),
      numbered('01-KL/TU', '2025-06-01'),
      numbered('02-KL/TU', '2025-06-03'),
      numbered('03-KL/TU', '2025-06-05'),
      numbered('04-KL/TU', '2025-06-01', { place: 'Nơi khác' }),
    ]);
    expect(found).toEqual([
      ['number-gap', 'The series …-KL/TU from 1 to 9 lacks 3, 6–8'],
      ['number-twice', 'The number 09-KL/TU is also that of van-ban/09-KL/TU 2021-03-01.txt (2021-03-01)'],
    ]);
  });

  it('counts State bodies by year, and is silent about a mere selection', () => {
    expect(findAll([numbered('5/QĐ-UBND', '2024-01-05'), numbered('5/QĐ-UBND', '2025-01-05')])).toEqual([]);
    expect(findAll([numbered('5/QĐ-UBND', '2025-01-05'), numbered('5/QĐ-UBND', '2025-02-05')]).length).toBe(1);
    expect(findAll(['01', '40', '90'].map((n, i) => numbered(`${n}-KL/TU`, `2025-0${i + 1}-01`)))).toEqual([]);
  });
});

describe('audit of meetings', () => {
  const held = (meetingNumber: string | null, heldOn: string | null, more: Header = {}) =>
    makeDocument(`${meetingNumber} ${heldOn} ${more.number ?? ''}`, [], {
      ...SOUND,
      // No number to count: series are another check.
      number: 'x',
      issuedOn: '2025-06-30',
      meetingNumber,
      heldOn,
      ...more,
    });

  it('reports the meetings of a body and term of which no paper is there', () => {
    const found = findAll([
      held('40', '2020-03-01'),
      held('41', '2020-04-01'),
      held('43', '2020-05-01'),
      held('43', '2020-05-01', { number: 'again' }),
      held('01', '2020-11-01'),
      held('2', '2020-12-01'),
      held('4', '2021-01-01'),
      held('7', '2021-02-01'),
      held('8', '2021-02-01', { issuer: 'Ban Thường vụ Huyện ủy' }),
      held('3', '2021-02-01', { place: 'Nơi khác' }),
    ]);
    expect(found).toEqual([
      ['meeting-gap', 'Ban Thường vụ Tỉnh ủy: of its meetings 40 to 43, no paper of 42'],
      ['meeting-gap', 'Ban Thường vụ Tỉnh ủy: of its meetings 1 to 7, no paper of 3, 5–6'],
    ]);
  });

  it.each<[string, ExportedDocument[]]>([
    ['a mere selection', [held('1', '2021-01-01'), held('20', '2021-02-01'), held('40', '2021-03-01')]],
    ['two papers', [held('1', '2021-01-01'), held('3', '2021-02-01')]],
    ['meetings one after another', [held('1', '2021-01-01'), held('2', '2021-02-01'), held('3', '2021-03-01')]],
    [
      'papers that do not say whose meeting it was, or which',
      [
        held('1', '2021-01-01'),
        held('2', '2021-02-01'),
        held('4', '2021-03-01', { issuer: null }),
        held(null, '2021-04-01'),
        held('bất thường', '2021-05-01'),
      ],
    ],
  ])('is silent about %s', (_, records) => {
    expect(findAll(records)).toEqual([]);
  });

  it('takes the day of issue where that of the meeting is unknown', () => {
    const found = findAll([
      held('1', null, { issuedOn: '2021-01-01' }),
      held('2', '2021-02-01'),
      held('4', null, { issuedOn: '2021-03-01' }),
    ]);
    expect(found).toEqual([['meeting-gap', 'Ban Thường vụ Tỉnh ủy: of its meetings 1 to 4, no paper of 3']]);
  });
});
