import type { Command } from 'commander';
import { formatDay } from '../../language/calendar/civil-date.js';
import { toJson } from '../../language/writing/control-codes.js';
import { listCorrections } from '../../output/store/corrections.js';
import {
  findDocumentsByNumber,
  loadDirective,
  loadDocument,
  suggestNumbers,
} from '../../output/store/load-document.js';
import { listPaperFiles, type PaperFile } from '../../output/store/paper-files.js';
import type { Store } from '../../output/store/store.js';
import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Bilingual, Note } from '../../schemas/note.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import { formatDayOr, formatDeadline, formatMoment, formatPath, formatShare, wrapText } from '../format.js';
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

const formatDirective = (directive: Directive, say: Speak): string => {
  const review = directive.needsReview ? ` · ${say('cần xem lại', 'needs review')}` : '';
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

const formatHeader = ({ document: d }: ExportedDocument, files: readonly PaperFile[], say: Speak): string => {
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
  const review = d.needsReview ? ` · ${say('CẦN XEM LẠI', 'NEEDS REVIEW')}` : '';
  return [
    oneLine(`${d.type ?? say('Văn bản', 'Document')} ${d.number ?? say('(không số)', '(no number)')}`) + review,
    ...rows.map(([name, value]) => `  ${name}: ${oneLine(value)}`),
    ...d.notes.map((note) => formatNote(note, say)),
  ].join('\n');
};

const formatPassage = ({ text, why, page }: Unclaimed, say: Speak): string =>
  [
    `${say('Chưa thành nhiệm vụ', 'No task')} · ${say('trang', 'page')} ${page} · ${say(UNCLAIMED_NAMES[why].vi, UNCLAIMED_NAMES[why].en)}`,
    ...(text === '' ? [] : [wrapText(text, WIDTH, '   ')]),
  ].join('\n');

const formatCorrection = (c: Correction, say: Speak): string =>
  oneLine(
    `  ${say('Chỉnh sửa', 'Correction')} ${formatMoment(c.correctedAt)}, ${c.correctedBy}: ${c.field} “${c.oldValue ?? ''}” → “${c.newValue ?? ''}”`,
  );

interface Shown {
  readonly record: ExportedDocument;
  /** Those of the whole document; none beside a single task. */
  readonly passages: readonly Unclaimed[];
  readonly corrections: readonly Correction[];
  /** The file that counts, then those behind it. */
  readonly files: readonly PaperFile[];
}

const findShown = (db: Store, name: string): Shown[] => {
  const withCorrections = (record: ExportedDocument): Shown => ({
    record,
    passages: record.document.unclaimed,
    corrections: listCorrections(db, record.document.id),
    files: listPaperFiles(db, record.document.id),
  });
  const one = loadDirective(db, name);
  if (one !== undefined) {
    const { document, directive } = one;
    const shown = withCorrections({ document, directives: [directive] });
    return [{ ...shown, passages: [], corrections: shown.corrections.filter((c) => c.directiveId === directive.id) }];
  }
  const ids = loadDocument(db, name) === undefined ? findDocumentsByNumber(db, name) : [name];
  return ids.flatMap((id) => {
    const record = loadDocument(db, id);
    return record === undefined ? [] : [withCorrections(record)];
  });
};

const formatShown = ({ record, passages, corrections, files }: Shown, say: Speak): string =>
  [
    formatHeader(record, files, say),
    ...record.directives.map((directive) => `\n${formatDirective(directive, say)}`),
    ...passages.map((passage) => `\n${formatPassage(passage, say)}`),
    ...(corrections.length === 0 ? [] : ['']),
    ...corrections.map((c) => formatCorrection(c, say)),
  ].join('\n');

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
              .map(({ record, corrections, files }) =>
                toJson({ ...record, corrections, ...(files.length > 1 ? { files } : {}) }),
              )
              .join('\n')
          : shown.map((one) => formatShown(one, say)).join('\n\n');
      printText(lines);
    });
};
