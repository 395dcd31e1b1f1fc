import type { Command } from 'commander';
import { formatDay } from '../../language/calendar/civil-date.js';
import { toJson } from '../../language/writing/control-codes.js';
import { listPassageIds } from '../../output/review/revision.js';
import { listCorrections } from '../../output/store/corrections.js';
import { findDocumentsByNumber, loadDirective, loadStored, suggestNumbers } from '../../output/store/load-document.js';
import { listPaperFiles, type PaperFile } from '../../output/store/paper-files.js';
import type { Store } from '../../output/store/store.js';
import { isDismissed } from '../../output/tracker/counts-as-task.js';
import { documentNeedsReview, type Review, readReview } from '../../output/tracker/needs-review.js';
import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Bilingual, Note } from '../../schemas/note.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import { describeCorrection } from '../describe-correction.js';
import { formatDayOr, formatDeadline, formatPath, formatShare, wrapText } from '../format.js';
import { formatSignature, formatSuggested } from '../format-signature.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { oneLine, printText } from '../print.js';
import { ROLE_NAMES } from '../role-names.js';
import { addStoreOption, withStore } from '../store-option.js';
import { UNCLAIMED_NAMES } from '../unclaimed-names.js';

const WIDTH = 100;

/** Where the text of a paper comes from, for people. — nguồn của chữ */
const ORIGINS: Readonly<Record<ExportedDocument['document']['textOrigin'], Bilingual>> = {
  ocr: { vi: 'bản quét', en: 'scan' },
  'text-layer': { vi: 'có lớp chữ', en: 'text layer' },
  plain: { vi: 'văn bản', en: 'text' },
  repaired: { vi: 'đã phục hồi', en: 'repaired' },
  mixed: { vi: 'có trang bản quét, có trang có lớp chữ', en: 'some pages scanned' },
};

/** What is no task says so. — câu dẫn, đề mục */
const kindName = (kind: Exclude<Directive['kind'], 'task'>, say: Speak): string =>
  ({ 'lead-in': say('câu dẫn', 'lead-in'), heading: say('đề mục', 'heading') })[kind];

const formatNote = (note: Note, say: Speak): string =>
  `   ! ${oneLine(say(note.message.vi, note.message.en))}${note.page === undefined ? '' : ` (${say('trang', 'page')} ${note.page})`}`;

const REVIEWS: Readonly<Record<Review | 'not-a-task', Bilingual | undefined>> = {
  'needs-review': { vi: 'cần xem lại', en: 'needs review' },
  confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  'not-a-task': { vi: 'không phải nhiệm vụ', en: 'no task' },
  unreviewed: undefined,
};

const formatDirective = (directive: Directive, corrections: readonly Correction[], say: Speak): string => {
  const found = REVIEWS[isDismissed(directive.id, corrections) ? 'not-a-task' : readReview(directive, corrections)];
  const review = found === undefined ? '' : ` · ${say(found.vi, found.en)}`;
  const kind = directive.kind === 'task' ? '' : ` · ${kindName(directive.kind, say)}`;
  const head = `${say('Mục', 'Item')} ${formatPath(directive.number, say)}${kind} · ${say('trang', 'page')} ${directive.page}${review} · ${directive.id}`;
  const lines = directive.assignments.flatMap((assignment, i) => {
    const mark = directive.assignments.length > 1 ? `   [${i + 1}] ` : '   ';
    const bodies = assignment.bodies.map(
      (body) =>
        `${say(ROLE_NAMES[body.role].vi, ROLE_NAMES[body.role].en)}: ${body.name}${body.inherited ? say(' (theo câu dẫn)', ' (inherited)') : ''}`,
    );
    const dues = assignment.deadlines.map((deadline) => `${say('Hạn', 'Due')}: ${formatDeadline(deadline, say)}`);
    return [...bodies, ...dues].map((line) => mark + oneLine(line));
  });
  const cited = directive.references.map((r) =>
    `   ${say('Viện dẫn', 'Cites')}: ${oneLine(`${r.type ?? ''} ${r.number}`)}`.trimEnd(),
  );
  return [
    head,
    wrapText(directive.text, WIDTH, '   '),
    ...lines,
    ...cited,
    ...directive.notes.map((n) => formatNote(n, say)),
  ].join('\n');
};

/** What stands behind the file, and whether it still lies where it lay. — bản trùng, phiên bản khác */
const describeFiles = (files: readonly PaperFile[], say: Speak): readonly [string, string][] => {
  const copies = files.filter(({ as }) => as === 'copy');
  const versions = files.filter(({ as }) => as === 'version' || as === 'set-aside');
  return [
    ...(files.some(({ isGone }) => isGone)
      ? [
          [say('Tệp gốc', 'Original'), say('không còn ở đường dẫn này', 'no longer at this path')] satisfies [
            string,
            string,
          ],
        ]
      : []),
    ...copies.map(({ path }): [string, string] => [say('Bản trùng', 'Copy'), path]),
    ...(versions.length === 0
      ? []
      : [
          [
            say('Phiên bản khác', 'Other versions'),
            `${versions.length} (ketluan versions ${files[0]?.documents[0] ?? ''})`,
          ] satisfies [string, string],
        ]),
  ];
};

interface Shown {
  readonly record: ExportedDocument;
  /** Those of the whole document; none beside a single task. */
  readonly passages: readonly Unclaimed[];
  readonly corrections: readonly Correction[];
  /** Those that are told: beside a single task only its own. */
  readonly listed: readonly Correction[];
  /** The file that counts, then those behind it. */
  readonly files: readonly PaperFile[];
}

const formatHeader = ({ record, corrections, files }: Shown, say: Speak): string => {
  const { document: d } = record;
  const unknown = say('không rõ', 'unknown');
  const signer = [d.signer.authority, d.signer.position, d.signer.name].filter((part) => part !== null).join(', ');
  const rows: [string, string][] = [
    [say('Cơ quan ban hành', 'Issuer'), d.issuer ?? unknown],
    [say('Nơi, ngày', 'Place, date'), `${d.place ?? unknown}, ${formatDayOr(d.issuedOn, unknown)}`],
    ...(d.heldOn === null ? [] : [[say('Ngày họp', 'Held on'), formatDay(d.heldOn)] satisfies [string, string]]),
    [say('Trích yếu', 'Subject'), d.subject ?? unknown],
    [say('Người ký', 'Signed by'), signer || unknown],
    ...d.signatures.map((one): [string, string] => [say('Chữ ký số', 'Digital signature'), formatSignature(one, say)]),
    ...(d.suggested === undefined
      ? []
      : [[say('Gợi ý', 'Suggested'), formatSuggested(d.suggested, say)] satisfies [string, string]]),
    [say('Nơi nhận', 'Recipients'), d.recipients.join('; ') || '—'],
    ...(d.coverage === undefined
      ? []
      : [[say('Chữ in đọc được', 'Print read'), formatShare(d.coverage, say)] satisfies [string, string]]),
    [
      say('Tệp', 'File'),
      `${d.source.path} (${d.source.pageCount} ${say('trang', 'pages')}, ${say(ORIGINS[d.textOrigin].vi, ORIGINS[d.textOrigin].en)})`,
    ],
    ...describeFiles(files, say),
    [say('Mã', 'Id'), d.id],
  ];
  const review = documentNeedsReview(record, corrections) ? ` · ${say('CẦN XEM LẠI', 'NEEDS REVIEW')}` : '';
  return [
    oneLine(`${d.type ?? say('Văn bản', 'Document')} ${d.number ?? say('(không số)', '(no number)')}`) + review,
    ...rows.map(([name, value]) => `  ${name}: ${oneLine(value)}`),
    ...d.notes.map((note) => formatNote(note, say)),
  ].join('\n');
};

const formatPassage = ({ text, why, page }: Unclaimed, id: string | undefined, say: Speak): string =>
  [
    `${say('Chưa thành nhiệm vụ', 'No task')} · ${say('trang', 'page')} ${page} · ${say(UNCLAIMED_NAMES[why].vi, UNCLAIMED_NAMES[why].en)}${id === undefined ? '' : ` · ${id}`}`,
    ...(text === '' ? [] : [wrapText(text, WIDTH, '   ')]),
  ].join('\n');

const findShown = (db: Store, name: string): Shown[] => {
  const withCorrections = (record: ExportedDocument, corrections = listCorrections(db, record.document.id)): Shown => ({
    record,
    passages: record.document.unclaimed,
    corrections,
    listed: corrections,
    files: listPaperFiles(db, record.document.id),
  });
  const one = loadDirective(db, name);
  if (one !== undefined) {
    const { document, directive } = one;
    const shown = withCorrections({ document, directives: [directive] });
    return [{ ...shown, passages: [], listed: shown.corrections.filter((c) => c.directiveId === directive.id) }];
  }
  const ids = loadStored(db, name) === undefined ? findDocumentsByNumber(db, name) : [name];
  return ids.flatMap((id) => {
    const record = loadStored(db, id);
    return record === undefined ? [] : [withCorrections(record)];
  });
};

const formatShown = (shown: Shown, say: Speak): string => {
  const { record, passages, corrections, listed } = shown;
  const paths = new Map<string | null, string>(record.directives.map(({ id, number }) => [id, number]));
  return [
    formatHeader(shown, say),
    ...record.directives.map((directive) => `\n${formatDirective(directive, corrections, say)}`),
    ...passages.map((passage, i) => `\n${formatPassage(passage, listPassageIds(record.document)[i], say)}`),
    ...(listed.length === 0 ? [] : ['']),
    ...listed.map((one) => `  ${describeCorrection(one, say, paths.get(one.directiveId))}`),
  ].join('\n');
};

/** `ketluan show <id or number>`: one document or directive in full. — xem văn bản, nhiệm vụ */
export const registerShow = (program: Command): void => {
  const command = program
    .command('show')
    .description('xem một văn bản hay nhiệm vụ theo mã hoặc số, ký hiệu / show a document or task by id or number')
    .argument('<name>', 'mã văn bản, mã nhiệm vụ hoặc số ký hiệu, ví dụ 118-KL/TU / id or number');
  addStoreOption(command)
    .option('--json', 'in JSON, mỗi văn bản một dòng / print JSON, one document a line')
    .action(async (name: string) => {
      const shown = await withStore(command, (db) => {
        const found = findShown(db, name);
        if (found.length > 0) return found;
        const near = suggestNumbers(db, name).join(', ');
        throw usageError(
          `Không có văn bản hay nhiệm vụ nào là ${name}${near === '' ? '' : `. Ý bạn là ${near}?`}`,
          `Expected an id or number that is stored, got ${name}${near === '' ? '' : `. Did you mean ${near}?`}`,
        );
      });
      const say = speak(readLanguage(command));
      const lines =
        command.opts().json === true
          ? shown
              .map(({ record, listed, files }) =>
                toJson({ ...record, corrections: listed, ...(files.length > 1 ? { files } : {}) }),
              )
              .join('\n')
          : shown.map((one) => formatShown(one, say)).join('\n\n');
      printText(lines);
    });
};
