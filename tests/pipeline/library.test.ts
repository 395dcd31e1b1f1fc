import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFixtureDocuments } from '../../fixtures/make/gold.js';
import { toSources } from '../../pipeline/base/edit-map.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import {
  explainDeadlines,
  extractDocuments,
  extractText,
  findDeadlines,
  PipelineError,
  repairText,
} from '../../pipeline/library.js';
import { splitPages } from '../../pipeline/paginate/split-pages.js';
import { recallRecognized } from '../../pipeline/recall-recognized.js';
import { runFromText } from '../../pipeline/run-document.js';
import { ExportedDocument } from '../../schemas/export.js';
import type { RecognizedDocument } from '../../schemas/stages.js';
import { OutlinedFile, RepairedDocument } from '../../schemas/stages.js';

const fixtures = readFixtureDocuments();

const recognize = (text: string): RecognizedDocument => ({
  file: { path: 'x.txt', sha256: 'a'.repeat(64), byteLength: text.length, mediaType: 'text/plain' },
  pages: splitPages(text).map((page, i) => ({
    number: i + 1,
    text: page,
    origin: 'plain',
    reason: 'plain-utf-8',
    quality: 'good',
    words: [],
    confidence: null,
    imageSize: null,
  })),
});

describe('findDeadlines', () => {
  it('fills in a missing year from the issue date and says so', () => {
    expect(findDeadlines('Hoàn thành trước ngày 15/6', { issuedOn: '2025-05-02' })).toMatchObject([
      {
        text: 'trước ngày 15/6',
        kind: 'date',
        due: '2025-06-15',
        bound: 'before',
        inferred: true,
        certainty: 'assumed',
      },
    ]);
  });

  it('makes no year up without an issue date', () => {
    expect(findDeadlines('Hoàn thành trước ngày 15/6').map((deadline) => deadline.due)).not.toContain('2025-06-15');
  });

  it('reads NFD as NFC', () => {
    const text = 'báo cáo Ban Thường vụ chậm nhất ngày 30/4/2026';
    const options = { issuedOn: '2026-01-10' };
    expect(findDeadlines(text.normalize('NFD'), options)).toEqual(findDeadlines(text, options));
  });
});

describe('explainDeadlines', () => {
  it('finds what findDeadlines finds and says which rule dropped the rest', () => {
    const text = 'Theo kế hoạch năm 2025, giao Sở Y tế báo cáo trước ngày 15/8/2025';
    const options = { issuedOn: '2025-05-02' };
    const { found, dropped, changed } = explainDeadlines(text, options);
    expect(found).toEqual(findDeadlines(text, options));
    expect(dropped.map(({ text: quote, rule, span }) => [quote, rule, span.start])).toEqual([
      ['năm 2025', 'drop-unsupported/names-noun', 14],
    ]);
    expect(dropped[0]?.sentence.vi).toContain('gọi tên từ đứng trước');
    expect(changed).toEqual([]);
  });
});

describe('repairText', () => {
  it('gives back what was lost, with a way to each change', () => {
    const raw = 'Uy ban nhan dan tinh chi dao cac so, nganh thuc hien.';
    const { text, edits } = repairText(raw);
    expect(text).toBe('Ủy ban nhân dân tỉnh chỉ đạo các sở, ngành thực hiện.');
    expect(edits.map((edit) => raw.slice(edit.raw.start, edit.raw.end))).toContain('tinh');
  });

  it('leaves good text alone', () => {
    const text = 'Giao Văn phòng Tỉnh uỷ theo dõi, đôn đốc việc thực hiện Kết luận này.';
    expect(repairText(text)).toMatchObject({ text, edits: [] });
  });
});

describe('extractText', () => {
  it('throws a clear error for nothing', () => {
    expect(() => extractText('')).toThrow(PipelineError);
  });

  it.each(fixtures.map(({ slug, text }) => [slug, text] as const))(
    'gives records that fit the contract: %s',
    (_slug, text) => {
      for (const document of extractDocuments(text)) expect(ExportedDocument.parse(document)).toEqual(document);
    },
  );

  it.each(fixtures.map(({ slug, text }) => [slug, text] as const))('quotes what the text says: %s', (_slug, text) => {
    const repaired = runFromText(recognize(text), buildPipeline()).repaired.text;
    for (const { directives } of extractDocuments(text)) {
      for (const directive of directives) {
        for (const assignment of directive.assignments) {
          const quotes = [assignment, ...assignment.deadlines];
          for (const { text: quote, span } of quotes) {
            // A column of an annex table lies outside the text of its task: its span is empty.
            if (span.start < span.end) expect(directive.text.slice(span.start, span.end)).toBe(quote);
          }
        }
        for (const { at, source } of directive.pieces) {
          const slice = repaired.slice(source.start, source.end);
          expect(directive.text.slice(at, at + slice.length)).toBe(slice);
        }
        const whole = toSources(directive.pieces, { start: 0, end: directive.text.length });
        expect(whole.length).toBe(directive.pieces.length);
      }
    }
  });

  it('never throws, whatever a text holds', () => {
    const pieces = fixtures.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== '');
    const mutated = fc.array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.constantFrom('I-', '1.', 'a)', '-', '\f', 'Nơi nhận:', 'T/M', 'Số'),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(mutated, (lines) => {
        try {
          extractDocuments(lines.join('\n'));
        } catch (error) {
          // A stamp may come up by chance, or nothing at all; such a refusal is an answer.
          expect(['file-classified', 'file-empty']).toContain(error instanceof PipelineError ? error.code : error);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the stages', () => {
  it.each(fixtures.map(({ slug, text }) => [slug, text] as const))(
    'hand on what their shapes say, and recall what they were given: %s',
    (_slug, text) => {
      const pipeline = buildPipeline();
      const recognized = recognize(text);
      const repaired = pipeline.repair.run(recognized).value;
      expect(RepairedDocument.parse(repaired)).toEqual(repaired);
      expect(recallRecognized(repaired)).toEqual(recognized);
      const outlined = pipeline.outline.run(repaired).value;
      expect(OutlinedFile.parse(outlined)).toEqual(outlined);
    },
  );
});

describe('wrong use of the library', () => {
  const refuse = (work: () => unknown, message: string): void =>
    expect(work).toThrowError(expect.objectContaining({ name: 'PipelineError', code: 'usage', message }));

  /** Calls as somebody without types would. */
  const call = (work: (...given: never[]) => unknown, ...given: unknown[]): unknown =>
    Reflect.apply(work, undefined, given);

  it('is told with what was expected and what came', () => {
    refuse(
      () => findDeadlines('trước ngày 15/6', { issuedOn: '2/5/2025' }),
      "findDeadlines: expected issuedOn as a day as YYYY-MM-DD, or null, got '2/5/2025'.",
    );
    refuse(
      () => findDeadlines('trước ngày 15/6', { issuedOn: '2025-02-30' }),
      "findDeadlines: expected issuedOn as a day as YYYY-MM-DD, or null, got '2025-02-30'.",
    );
    refuse(
      () => call(findDeadlines, 'trước ngày 15/6', { isuedOn: '2025-05-02' }),
      "findDeadlines: expected options named issuedOn, got 'isuedOn'.",
    );
    refuse(() => call(findDeadlines, undefined), 'findDeadlines: expected a string as text, got undefined.');
    refuse(() => call(repairText, ['a']), 'repairText: expected a string as text, got an array.');
    refuse(() => call(extractText, 7), 'extractDocuments: expected a string as text, got 7.');
    refuse(() => call(extractText, 'a', 'b'), "extractDocuments: expected an object of options, got 'b'.");
  });

  it('is no option that was left out', () => {
    expect(findDeadlines('trước ngày 15/6', {})).toMatchObject([{ due: null }]);
    expect(findDeadlines('trước ngày 15/6', { issuedOn: null })).toMatchObject([{ due: null }]);
  });
});
