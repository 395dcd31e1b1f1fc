import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../output/store/load-document.js';
import { loadRepaired } from '../../output/store/load-file.js';
import { openDatabase } from '../../output/store/open-database.js';
import { saveFile } from '../../output/store/save-file.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { recallRecognized } from '../../pipeline/recall-recognized.js';
import { runFromText } from '../../pipeline/run-document.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { FileSignature } from '../../schemas/file-signature.js';
import type { RecognizedDocument } from '../../schemas/stages.js';
import { AT } from '../output/sample-records.js';

const OFFICE = 'Ủy ban nhân dân tỉnh Lam Giang';

const signature = (more: Partial<FileSignature> = {}): FileSignature => ({
  by: OFFICE,
  at: '2026-05-28T17:24:51+07:00',
  timeFrom: 'stamp',
  reason: null,
  place: null,
  page: 1,
  coversAll: true,
  isIntact: true,
  bytesAfter: 0,
  ...more,
});

const paper = (date: string, number = 12): string => `Ký bởi: ${OFFICE}
Thời gian ký: 28/05/2026 17:24:51 +07:00
ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH LAM GIANG\tĐộc lập - Tự do - Hạnh phúc
Số: ${number}/TB-UBND\tLam Giang, ${date}

THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về thu gom rác thải

Sau khi nghe báo cáo, Chủ tịch Ủy ban nhân dân tỉnh kết luận:
1. Sở Tài chính bố trí kinh phí trước ngày 15/7/2026.
2. Các xã, phường báo cáo kết quả trước ngày 20/7/2026.

Nơi nhận:\tTL. CHỦ TỊCH
- Các sở;\tCHÁNH VĂN PHÒNG
- Lưu: VT.
\tTrần Văn Mẫu`;

const recognize = (texts: readonly string[], signatures: readonly FileSignature[]): RecognizedDocument => ({
  file: { path: 'a.pdf', sha256: 'a'.repeat(64), byteLength: 1, mediaType: 'application/pdf' },
  pages: texts.map((text, index) => ({
    number: index + 1,
    text,
    origin: 'text-layer',
    reason: 'good',
    quality: 'good',
    words: [],
    confidence: null,
    imageSize: null,
  })),
  signatures,
});

const pipeline = buildPipeline({ check: true });
const read = (texts: readonly string[], signatures: readonly FileSignature[]): readonly ExportedDocument[] =>
  runFromText(recognize(texts, signatures), pipeline).documents;

describe('a signed paper', () => {
  it('lists a signature once, though a panel prints it', () => {
    const { at, by, ...pdf } = signature();
    const [record] = read([paper('ngày 28 tháng 5 năm 2026')], [signature()]);
    expect(record?.document.signatures).toEqual([{ by, at, kind: 'pdf', pdf }]);
    expect(record?.document.issuedOn).toBe('2026-05-28');
    expect(record?.document.suggested).toBeUndefined();
  });

  it('whose day is blank bears the day of signing as a suggestion, and still none of its own', () => {
    const [record] = read([paper('ngày      tháng 5 năm 2026')], [signature()]);
    expect(record?.document).toMatchObject({
      issuedOn: null,
      suggested: { number: null, issuedOn: '2026-05-28', confidence: 0.5, from: 'signature' },
    });
    expect(record?.document.notes.map(({ rule }) => rule)).toContain('header/date-blank');
  });

  it('of several in one file has its own signatures; one that shows no panel is the first one’s', () => {
    const texts = [paper('ngày 28 tháng 5 năm 2026'), paper('ngày 29 tháng 5 năm 2026', 13)];
    const second = signature({ by: 'Lê Văn Thử', at: '2026-05-29T08:00:00+07:00', page: 2 });
    const hidden = signature({ by: 'Sở Tài chính', at: null, page: null });
    const records = read(texts, [signature(), second, hidden]);
    const signers = records.map(({ document }) =>
      document.signatures.filter(({ kind }) => kind === 'pdf').map(({ by }) => by),
    );
    expect(signers).toEqual([[OFFICE, 'Sở Tài chính'], ['Lê Văn Thử']]);
  });

  it('keeps its signatures in the database, and when its stages run again', () => {
    const recognized = recognize([paper('ngày      tháng 5 năm 2026')], [signature({ isIntact: null })]);
    const { repaired, documents } = runFromText(recognized, pipeline);
    const db = openDatabase(':memory:');
    saveFile(db, { repaired, documents, stageVersions: {}, modelCard: {}, at: AT });
    const held = loadRepaired(db, repaired.file.sha256);
    expect(held).toEqual(repaired);
    expect(documents.map(({ document }) => loadDocument(db, document.id))).toEqual(documents);
    expect(held === undefined ? [] : runFromText(recallRecognized(held), pipeline).documents).toEqual(documents);
    db.close();
  });
});
