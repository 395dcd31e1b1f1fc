import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FileToSave } from '../../output/store/save-file.js';
import { BodyRole, Certainty, DirectiveKind } from '../../schemas/directive.js';
import { TextOrigin } from '../../schemas/export.js';
import { MediaType, PageOrigin, TextQuality } from '../../schemas/stages.js';
import { AT } from './sample-records.js';

/** Any text that SQLite can hold: whole characters, line ends, quotes, letters beyond two bytes. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('Đảng uỷ', "O'Brien; DROP TABLE file;--", 'giao "Sở A" 😀', '  ', '\f\n\t'),
);
const named = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('Sở Tài chính', 'UBND xã'),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const share = maybe(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0));
const span = fc.tuple(fc.nat(200), fc.nat(50)).map(([start, length]) => ({ start, end: start + length }));
const bilingual = fc.record({ vi: text, en: text });

const note = fc.record(
  {
    level: fc.constantFrom('info' as const, 'review' as const, 'error' as const),
    rule: named,
    message: bilingual,
    page: fc.integer({ min: 1, max: 99 }),
    directive: text,
    span,
    expected: text,
    actual: text,
  },
  { requiredKeys: ['level', 'rule', 'message'] },
);

const body = fc.record(
  {
    name: named,
    role: fc.constantFrom(...BodyRole.options),
    inherited: fc.boolean(),
    span,
    normalized: text,
    level: maybe(fc.constantFrom('central' as const, 'province' as const, 'district' as const, 'commune' as const)),
    branch: maybe(fc.constantFrom('party' as const, 'state' as const, 'front' as const, 'other' as const)),
    confidence: share,
  },
  { requiredKeys: ['name', 'role', 'inherited', 'normalized', 'level', 'branch', 'confidence'] },
);

const deadline = fc.record({
  text: named,
  span,
  kind: fc.constantFrom(
    'date' as const,
    'recurring' as const,
    'relative' as const,
    'event' as const,
    'standing' as const,
  ),
  due: maybe(day),
  bound: maybe(fc.constantFrom('before' as const, 'by' as const)),
  target: fc.boolean(),
  precision: maybe(
    fc.constantFrom(
      'day' as const,
      'week' as const,
      'month' as const,
      'quarter' as const,
      'half' as const,
      'year' as const,
    ),
  ),
  inferred: fc.boolean(),
  recurrence: maybe(text),
  anchor: maybe(text),
  certainty: fc.constantFrom(...Certainty.options),
  foundBy: named,
  confidence: share,
});

const reference = fc.record({
  text,
  span,
  type: maybe(text),
  number: text,
  on: maybe(day),
  issuer: maybe(text),
  title: maybe(text),
});

const assignment = fc.record({
  text,
  span,
  bodies: fc.array(body, { maxLength: 3 }),
  deadlines: fc.array(deadline, { maxLength: 2 }),
});

const directive = fc.record({
  number: text,
  text,
  kind: fc.constantFrom(...DirectiveKind.options),
  parent: maybe(text),
  page: fc.integer({ min: 1, max: 500 }),
  pieces: fc.array(fc.record({ at: fc.nat(300), source: span }), { maxLength: 3 }),
  confidence: share,
  needsReview: fc.boolean(),
  clarity: fc.record({ who: fc.boolean(), what: fc.boolean(), when: fc.boolean() }),
  assignments: fc.array(assignment, { maxLength: 2 }),
  references: fc.array(reference, { maxLength: 2 }),
  notes: fc.array(note, { maxLength: 2 }),
});

const header = fc.record({
  type: maybe(text),
  number: maybe(text),
  issuer: maybe(text),
  place: maybe(text),
  issuedOn: maybe(day),
  heldOn: maybe(day),
  meetingNumber: maybe(text),
  subject: maybe(text),
  signer: fc.record({ authority: maybe(text), position: maybe(text), name: maybe(text) }),
  recipients: fc.array(text, { maxLength: 3 }),
  received: fc.array(fc.record({ number: maybe(text), on: maybe(day), by: maybe(text) }), { maxLength: 2 }),
  urgency: maybe(text),
  signedAt: maybe(text),
  textOrigin: fc.constantFrom(...TextOrigin.options),
  confidence: share,
  needsReview: fc.boolean(),
  notes: fc.array(note, { maxLength: 2 }),
});

const word = fc.record({
  text: named,
  span,
  box: fc.record({
    left: fc.nat(3000),
    top: fc.nat(3000),
    right: fc.nat(3000),
    bottom: fc.double({ min: 0, max: 4000, noNaN: true }).map((v) => v + 0),
  }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
});

const page = fc.record({
  raw: text,
  text,
  origin: fc.constantFrom(...PageOrigin.options),
  reason: text,
  quality: fc.constantFrom(...TextQuality.options),
  words: fc.array(word, { maxLength: 4 }),
  confidence: share,
  imageSize: maybe(fc.record({ width: fc.nat(5000), height: fc.nat(5000) })),
  repaired: fc.boolean(),
});

const edit = fc.record({
  raw: span,
  repaired: span,
  confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((v) => v + 0),
  by: named,
});

/** Puts pages together as repair does: one text, pages joined by a form feed, each with its spans. */
const joinPages = (parts: readonly string[]): { text: string; spans: { start: number; end: number }[] } => {
  const spans: { start: number; end: number }[] = [];
  let joined = '';
  for (const [index, part] of parts.entries()) {
    if (index > 0) joined += '\f';
    spans.push({ start: joined.length, end: joined.length + part.length });
    joined += part;
  }
  return { text: joined, spans };
};

/** Any file that the pipeline may hand to the store, with up to two documents. */
export const fileToSave: fc.Arbitrary<FileToSave> = fc
  .record({
    name: fc.nat(1_000_000),
    path: text,
    byteLength: fc.nat(),
    mediaType: fc.constantFrom(...MediaType.options),
    pages: fc.array(page, { minLength: 1, maxLength: 3 }),
    edits: fc.array(edit, { maxLength: 3 }),
    doubtfulWords: fc.array(
      fc.record({
        span,
        raw: text,
        repaired: text,
        confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((v) => v + 0),
      }),
      { maxLength: 2 },
    ),
    documents: fc.array(fc.record({ header, directives: fc.array(directive, { maxLength: 3 }) }), { maxLength: 2 }),
  })
  .map(({ name, path, byteLength, mediaType, pages, edits, doubtfulWords, documents }) => {
    const sha256 = createHash('sha256').update(String(name)).digest('hex');
    const raw = joinPages(pages.map((p) => p.raw));
    const repaired = joinPages(pages.map((p) => p.text));
    const nowhere = { start: 0, end: 0 };
    return {
      repaired: {
        file: { path, sha256, byteLength, mediaType },
        rawText: raw.text,
        text: repaired.text,
        pages: pages.map(({ raw: _raw, text: _text, ...rest }, i) => ({
          ...rest,
          number: i + 1,
          rawSpan: raw.spans[i] ?? nowhere,
          span: repaired.spans[i] ?? nowhere,
        })),
        edits,
        doubtfulWords,
      },
      documents: documents.map(({ header: fields, directives }, part) => ({
        document: {
          ...fields,
          id: `${sha256.slice(0, 12)}-${part + 1}`,
          source: { path, sha256, mediaType, pageCount: pages.length },
          part: part + 1,
        },
        directives: directives.map((fields, i) => ({ ...fields, id: `${sha256.slice(0, 12)}-${part + 1}-${i + 1}` })),
      })),
      stageVersions: { extract: 1 },
      modelCard: {},
      at: AT,
    };
  });
