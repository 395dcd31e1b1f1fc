import fc from 'fast-check';
import type { Correction } from '../../../schemas/correction.js';
import { BodyRole, DirectiveKind } from '../../../schemas/directive.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import type { Unclaimed } from '../../../schemas/unclaimed.js';
import { AT, makeBody, makeDeadline, makeDocument } from '../sample-records.js';

/** Documents, what people said of them in order, and whether their files were read again after that. */
export interface Database {
  readonly records: readonly ExportedDocument[];
  readonly corrections: readonly Correction[];
  /** What was asked for behind them, of the items as they stood then. */
  readonly steps: readonly Step[];
  readonly isReadAgain: boolean;
}

/** One request, of the nth item of the nth paper; one that cannot be done is not done. */
export interface Step {
  readonly document: number;
  readonly item: number;
  readonly ask:
    | 'due'
    | 'body'
    | 'text'
    | 'split'
    | 'merge'
    | 'add'
    | 'dismiss'
    | 'confirm'
    | 'number'
    | 'undo'
    | 'header';
  readonly typed: string;
}

/** Nobody's, until a person makes it a task. */
const PASSAGE: Unclaimed = { page: 1, text: 'Ban Dân vận báo cáo trước ngày 8/7/2025.', why: 'order' };

/** None of them holds another: a filter by one name finds no other. */
export const NAMES = ['Sở Tài chính', 'UBND xã Lam Khê', 'Ban Dân vận', 'Đảng uỷ phường Mai Hà'] as const;
export const TYPES = ['Kết luận', 'Thông báo'] as const;

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 2 });
/** Days around the tests' today, 1 July 2025, so that edges are met. */
const day = fc.constantFrom(
  ...['2024-12-31', '2025-06-29', '2025-06-30', '2025-07-01', '2025-07-02', '2025-07-07', '2025-07-08', '2025-07-09'],
  '2026-01-01',
);
const name = fc.constantFrom(...NAMES);

const deadline = fc
  .record({
    text: fc.constantFrom('trước ngày ấy', 'trong tháng', 'thường xuyên', 'khẩn trương', 'hằng quý'),
    due: maybe(day),
    bound: fc.constantFrom('before' as const, 'by' as const),
    kind: fc.constantFrom('date' as const, 'relative' as const, 'event' as const, 'standing' as const),
    target: fc.boolean(),
  })
  .map(({ text, due, ...more }) => makeDeadline(text, due, due === null ? { ...more, bound: null } : more));

const body = fc
  .record({ name, role: fc.constantFrom(...BodyRole.options), inherited: fc.boolean() })
  .map(({ name: written, ...more }) => makeBody(written, more));

const directive = fc.record({
  kind: fc.constantFrom('task' as const, 'task' as const, ...DirectiveKind.options),
  needsReview: fc.boolean(),
  assignments: fc.array(
    fc.record({ bodies: fc.array(body, { maxLength: 3 }), deadlines: fc.array(deadline, { maxLength: 3 }) }),
    { maxLength: 3 },
  ),
});

const document = fc.record({
  header: fc.record({
    number: maybe(fc.constantFrom('12-KL/TU', '05-TB/HU')),
    type: maybe(fc.constantFrom(...TYPES)),
    issuer: maybe(name),
    issuedOn: maybe(day),
    needsReview: fc.boolean(),
  }),
  directives: fc.array(directive, { maxLength: 4 }),
});

const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ field: fc.constant('due'), newValue: maybe(day) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      field: fc.constant('lead'),
      newValue: fc.constantFrom(null, '', 'Ban Dân vận', 'UBND xã Lam Khê;Sở Tài chính', ' Sở Y tế ;; Sở Y tế'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      field: fc.constant('review'),
      newValue: fc.constantFrom('confirmed', 'confirmed', 'not-a-task', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ field: fc.constant('text'), newValue: fc.constantFrom('Chữ đã sửa.', null) }) },
);
const headerChange = fc.oneof(
  fc.record({ field: fc.constantFrom('issuer'), newValue: maybe(name) }),
  fc.record({ field: fc.constant('type'), newValue: maybe(fc.constantFrom(...TYPES)) }),
  fc.record({ field: fc.constant('number'), newValue: maybe(fc.constant('99-KL/TU')) }),
  fc.record({ field: fc.constant('issuedOn'), newValue: maybe(day) }),
);

const toCorrection = (documentId: string, directiveId: string | null, field: string, newValue: string | null) => ({
  documentId,
  directiveId,
  field,
  oldValue: null,
  newValue,
  correctedBy: 'Lan',
  correctedAt: AT,
});

const step = fc.oneof(
  ...[
    ['due', ['30/6', 'trước 8/7', 'quý II', 'thường xuyên', 'không có hạn', 'hằng quý', '31/4', '1/7/2025']] as const,
    ['body', ['lead', 'executing', 'coordinating', 'receiving']] as const,
    ['text', ['Chữ đã sửa.', '1. Việc thứ hai của văn bản 1.']] as const,
    ['split', ['thứ', 'của', 'văn bản']] as const,
    ['merge', ['']] as const,
    ['add', ['']] as const,
    ['dismiss', ['']] as const,
    ['confirm', ['']] as const,
    ['number', ['7.a']] as const,
    ['undo', ['']] as const,
    ['header', ['signerName', 'place', 'number', 'recipients']] as const,
  ].map(([ask, typed]) =>
    fc.record({ ask: fc.constant(ask), typed: fc.constantFrom(...typed), document: fc.nat(2), item: fc.nat(6) }),
  ),
);

/** Any small database with any corrections of its documents and directives. */
export const database: fc.Arbitrary<Database> = fc
  .record({
    documents: fc.array(document, { minLength: 1, maxLength: 3 }),
    changes: fc.array(
      fc.record({
        document: fc.nat(2),
        directive: fc.nat(3),
        change,
        headerChange,
        isHeader: fc.constantFrom(true, false, false),
      }),
      {
        minLength: 2,
        maxLength: 10,
      },
    ),
    steps: fc.array(step, { maxLength: 8 }),
    isReadAgain: fc.boolean(),
  })
  .map(({ documents, changes, steps, isReadAgain }) => {
    const records = documents.map(({ header, directives }, at) =>
      makeDocument(
        `tracker-${at}`,
        directives.map(({ kind, needsReview, assignments }, i) => {
          const text = `${i + 1}. Việc thứ ${i + 1} của văn bản ${at + 1}.`;
          const span = { start: 0, end: text.length };
          return {
            number: String(i + 1),
            text,
            more: { kind, needsReview, assignments: assignments.map((one) => ({ text, span, ...one })) },
          };
        }),
        { ...header, unclaimed: [PASSAGE] },
      ),
    );
    const corrections = changes.flatMap(
      ({ document: at, directive: i, change: one, headerChange: other, isHeader }) => {
        const record = records[at % records.length];
        if (record === undefined) return [];
        const { id } = record.document;
        if (isHeader) return [toCorrection(id, null, other.field, other.newValue)];
        const found = record.directives[i];
        return found === undefined ? [] : [toCorrection(id, found.id, one.field, one.newValue)];
      },
    );
    return { records, corrections, steps, isReadAgain };
  });
