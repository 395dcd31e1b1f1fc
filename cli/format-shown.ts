import { formatDay } from '../language/calendar/civil-date.js';
import type { DoubtfulPlace } from '../output/pages/find-places.js';
import { listPassageIds } from '../output/review/revision.js';
import type { PaperFile } from '../output/store/paper-files.js';
import { isDismissed } from '../output/tracker/counts-as-task.js';
import { documentNeedsReview, type Review, readReview } from '../output/tracker/needs-review.js';
import type { Correction } from '../schemas/correction.js';
import type { Directive } from '../schemas/directive.js';
import type { ExportedDocument } from '../schemas/export.js';
import type { Bilingual, Note } from '../schemas/note.js';
import type { Unclaimed } from '../schemas/unclaimed.js';
import { describeCorrection } from './describe-correction.js';
import { capitalize, formatClauses, formatDayOr, formatShare, nameItem, wrapText } from './format.js';
import { formatSignature, formatSuggested } from './format-signature.js';
import type { Speak } from './language.js';
import { oneLine } from './print.js';
import { formatDoubts } from './show-layers.js';
import { UNCLAIMED_NAMES } from './unclaimed-names.js';

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

const formatDirective = (
  directive: Directive,
  corrections: readonly Correction[],
  doubts: readonly DoubtfulPlace[],
  say: Speak,
): string => {
  const found = REVIEWS[isDismissed(directive.id, corrections) ? 'not-a-task' : readReview(directive, corrections)];
  const review = found === undefined ? '' : ` · ${say(found.vi, found.en)}`;
  const kind = directive.kind === 'task' ? '' : ` · ${kindName(directive.kind, say)}`;
  const head = `${capitalize(nameItem(directive.number, say))}${kind} · ${say('trang', 'page')} ${directive.page}${review} · ${directive.id}`;
  const cited = directive.references.map((r) =>
    `   ${say('Viện dẫn', 'Cites')}: ${oneLine(`${r.type ?? ''} ${r.number}`)}`.trimEnd(),
  );
  return [
    head,
    wrapText(directive.text, WIDTH, '   '),
    ...formatClauses(directive, say).map((line) => `   ${line}`),
    ...cited,
    ...directive.notes.map((n) => formatNote(n, say)),
    ...formatDoubts(doubts, say),
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

/** A paper, or a task with the header of its paper, as it is shown. */
export interface Shown {
  readonly record: ExportedDocument;
  /** Those of the whole document; none beside a single task. */
  readonly passages: readonly Unclaimed[];
  readonly corrections: readonly Correction[];
  /** Those that are told: beside a single task only its own. */
  readonly listed: readonly Correction[];
  /** The file that counts, then those behind it. */
  readonly files: readonly PaperFile[];
  /** True where a task alone was asked for. */
  readonly isTask: boolean;
  readonly doubts: Doubts;
}

/** Words that were read with doubt: those of the header, and those of each task by its id. */
export interface Doubts {
  readonly header: readonly DoubtfulPlace[];
  readonly ofTask: ReadonlyMap<string, readonly DoubtfulPlace[]>;
}

const formatHeader = ({ record, corrections, files, doubts }: Shown, say: Speak): string => {
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
    ...formatDoubts(doubts.header, say),
  ].join('\n');
};

const formatPassage = ({ text, why, page }: Unclaimed, id: string | undefined, say: Speak): string =>
  [
    `${say('Chưa thành nhiệm vụ', 'No task')} · ${say('trang', 'page')} ${page} · ${say(UNCLAIMED_NAMES[why].vi, UNCLAIMED_NAMES[why].en)}${id === undefined ? '' : ` · ${id}`}`,
    ...(text === '' ? [] : [wrapText(text, WIDTH, '   ')]),
  ].join('\n');

/** All that is known of a paper or a task, for people. */
export const formatShown = (shown: Shown, say: Speak): string => {
  const { record, passages, corrections, listed, doubts } = shown;
  const ids = listPassageIds(record.document);
  const paths = new Map<string | null, string>(record.directives.map(({ id, number }) => [id, number]));
  return [
    formatHeader(shown, say),
    ...record.directives.map(
      (directive) => `\n${formatDirective(directive, corrections, doubts.ofTask.get(directive.id) ?? [], say)}`,
    ),
    ...passages.map((passage, i) => `\n${formatPassage(passage, ids[i], say)}`),
    ...(listed.length === 0 ? [] : ['']),
    ...listed.map((one) => `  ${describeCorrection(one, say, paths.get(one.directiveId))}`),
  ].join('\n');
};
