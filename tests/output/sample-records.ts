import { createHash } from 'node:crypto';
import { openDatabase } from '../../output/store/open-database.js';
import { type FileToSave, saveFiles } from '../../output/store/save-file.js';
import type { Store } from '../../output/store/store.js';
import { type Body, DEADLINE_DEFAULTS, type Deadline, type Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { RepairedDocument } from '../../schemas/stages.js';

/** The moment at which every test stores. */
export const AT = '2025-07-01T08:00:00+07:00';
export const TODAY = '2025-07-01';

const hash = (name: string): string => createHash('sha256').update(name).digest('hex');

export const makeBody = (name: string, more: Partial<Body> = {}): Body => ({
  name,
  role: 'lead',
  inherited: false,
  normalized: name.toLowerCase(),
  level: 'province',
  branch: 'state',
  confidence: 0.9,
  ...more,
});

export const makeDeadline = (text: string, due: string | null, more: Partial<Deadline> = {}): Deadline => ({
  ...DEADLINE_DEFAULTS,
  text,
  span: { start: 0, end: text.length },
  kind: 'date',
  due,
  bound: due === null ? null : 'by',
  precision: due === null ? null : 'day',
  foundBy: 'deadline/day',
  confidence: 0.95,
  ...more,
});

export interface DirectiveSketch {
  readonly number: string;
  readonly text: string;
  readonly bodies?: readonly Body[];
  readonly deadlines?: readonly Deadline[];
  readonly more?: Partial<Directive>;
}

export const makeDirective = (documentId: string, sketch: DirectiveSketch, ordinal: number): Directive => ({
  id: `${documentId}-${ordinal}`,
  number: sketch.number,
  text: sketch.text,
  kind: 'task',
  parent: null,
  page: 1,
  pieces: [{ at: 0, source: { start: 10, end: 10 + sketch.text.length } }],
  confidence: 0.9,
  needsReview: false,
  clarity: { who: true, what: true, when: (sketch.deadlines ?? []).length > 0 },
  assignments: [
    {
      text: sketch.text,
      span: { start: 0, end: sketch.text.length },
      bodies: [...(sketch.bodies ?? [])],
      deadlines: [...(sketch.deadlines ?? [])],
    },
  ],
  references: [],
  notes: [],
  ...sketch.more,
});

export const makeDocument = (
  name: string,
  sketches: readonly DirectiveSketch[],
  more: Partial<ExportedDocument['document']> = {},
): ExportedDocument => {
  const sha256 = hash(name);
  const id = sha256.slice(0, 12);
  return {
    document: {
      id,
      source: { path: `van-ban/${name}.txt`, sha256, mediaType: 'text/plain', pageCount: 1 },
      part: 1,
      textOrigin: 'plain',
      type: 'Kết luận',
      number: '12-KL/TU',
      issuer: 'Ban Thường vụ Tỉnh ủy',
      place: 'Lam Giang',
      issuedOn: '2025-06-10',
      heldOn: '2025-06-05',
      meetingNumber: '15',
      subject: 'Về chuyển đổi số trong các cơ quan đảng',
      signer: { authority: 'T/M Ban Thường vụ', position: 'Bí thư', name: 'Trần Văn Mẫu' },
      recipients: ['Các huyện ủy', 'Lưu Văn phòng Tỉnh ủy'],
      received: [{ number: '77', on: '2025-06-12', by: null }],
      urgency: null,
      signedAt: null,
      signatures: [{ by: 'Tỉnh ủy Lam Giang', at: '2025-06-10T08:15:02+07:00', kind: 'panel' }],
      confidence: 0.97,
      needsReview: false,
      notes: [],
      unclaimed: [],
      ...more,
    },
    directives: sketches.map((sketch, index) => makeDirective(id, sketch, index + 1)),
  };
};

export const makeRepaired = (record: ExportedDocument): RepairedDocument => {
  const text = `KẾT LUẬN\n\n${record.directives.map((d) => d.text).join('\n')}`;
  return {
    file: {
      path: record.document.source.path,
      sha256: record.document.source.sha256,
      byteLength: Buffer.byteLength(text),
      mediaType: record.document.source.mediaType,
    },
    rawText: text,
    text,
    pages: [
      {
        number: 1,
        origin: 'plain',
        reason: 'plain',
        quality: 'good',
        rawSpan: { start: 0, end: text.length },
        span: { start: 0, end: text.length },
        words: [],
        confidence: null,
        imageSize: null,
        repaired: false,
      },
    ],
    edits: [],
    doubtfulWords: [],
  };
};

export const makeFile = (record: ExportedDocument, more: Partial<FileToSave> = {}): FileToSave => ({
  repaired: makeRepaired(record),
  documents: [record],
  stageVersions: { intake: 1, extract: 1 },
  modelCard: {},
  at: AT,
  ...more,
});

/** A fresh database in memory that holds these documents. */
export const openWith = (records: readonly ExportedDocument[]): Store => {
  const db = openDatabase(':memory:');
  saveFiles(
    db,
    records.map((record) => makeFile(record)),
  );
  return db;
};

/** Three documents of invented places, with deadlines of every kind. */
export const SAMPLES: readonly ExportedDocument[] = [
  makeDocument('a', [
    {
      number: '1',
      text: '1. Giao Đảng uỷ Ủy ban nhân dân tỉnh chỉ đạo rà soát hồ sơ đất đai, báo cáo trước ngày 15/7/2025.',
      bodies: [makeBody('Đảng uỷ Ủy ban nhân dân tỉnh', { branch: 'party' })],
      deadlines: [makeDeadline('trước ngày 15/7/2025', '2025-07-15', { bound: 'before' })],
    },
    {
      number: '2',
      text: '2. Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định dự toán, chậm nhất ngày 30/6/2025.',
      bodies: [makeBody('Sở Tài chính'), makeBody('Sở Xây dựng', { role: 'coordinating' })],
      deadlines: [makeDeadline('chậm nhất ngày 30/6/2025', '2025-06-30')],
    },
    {
      number: '3',
      text: '3. Văn phòng Tỉnh ủy thường xuyên theo dõi, đôn đốc việc thực hiện Kết luận này.',
      bodies: [makeBody('Văn phòng Tỉnh ủy', { branch: 'party' })],
      deadlines: [makeDeadline('thường xuyên', null, { kind: 'standing' })],
    },
  ]),
  makeDocument(
    'b',
    [
      {
        number: 'II.1',
        text: 'a) Đẩy mạnh tuyên truyền trong nhân dân về hòa giải ở cơ sở, dang dở việc gì làm xong việc đó.',
        bodies: [makeBody('Sở Tài chính', { inherited: true })],
      },
      {
        number: 'II.2',
        text: 'b) Hằng quý báo cáo Ban Thường vụ kết quả.',
        bodies: [makeBody('UBND xã Bãi Sậy', { level: 'commune' })],
        deadlines: [
          makeDeadline('Hằng quý', null, { kind: 'recurring', recurrence: 'FREQ=MONTHLY;INTERVAL=3', bound: null }),
        ],
        more: { needsReview: true },
      },
    ],
    { number: '05-TB/HU', type: 'Thông báo', issuer: 'Ban Thường vụ Huyện ủy', issuedOn: '2024-03-02', signatures: [] },
  ),
  makeDocument('c', [], { number: null, issuedOn: null, needsReview: true }),
];
