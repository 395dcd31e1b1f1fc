import type { Command } from 'commander';
import { formatDay } from '../../language/calendar/civil-date.js';
import { toJson } from '../../language/writing/control-codes.js';
import { type DoubtfulPlace, listHeaderDoubts, placeDirective } from '../../output/pages/find-places.js';
import { readLayers } from '../../output/pages/read-layers.js';
import { listCorrections } from '../../output/store/corrections.js';
import {
  findDocumentsByNumber,
  loadDirective,
  loadDocument,
  suggestNumbers,
} from '../../output/store/load-document.js';
import { loadRepaired } from '../../output/store/load-file.js';
import { listPaperFiles, type PaperFile } from '../../output/store/paper-files.js';
import type { Store } from '../../output/store/store.js';
import type { Correction } from '../../schemas/correction.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Bilingual, Note } from '../../schemas/note.js';
import type { RepairedDocument } from '../../schemas/stages.js';
import type { Unclaimed } from '../../schemas/unclaimed.js';
import { formatDayOr, formatDeadline, formatMoment, formatPath, formatShare, wrapText } from '../format.js';
import { formatSignature, formatSuggested } from '../format-signature.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { oneLine, printText } from '../print.js';
import { ROLE_NAMES } from '../role-names.js';
import { formatDoubts, formatLayers } from '../show-layers.js';
import { writePictures } from '../show-pictures.js';
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

const formatDirective = (directive: Directive, doubts: readonly DoubtfulPlace[], say: Speak): string => {
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

const formatHeader = ({ record, doubts, files }: Shown, say: Speak): string => {
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
  const review = d.needsReview ? ` · ${say('CẦN XEM LẠI', 'NEEDS REVIEW')}` : '';
  return [
    oneLine(`${d.type ?? say('Văn bản', 'Document')} ${d.number ?? say('(không số)', '(no number)')}`) + review,
    ...rows.map(([name, value]) => `  ${name}: ${oneLine(value)}`),
    ...d.notes.map((note) => formatNote(note, say)),
    ...formatDoubts(doubts.header, say),
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
  /** True where a task alone was asked for. */
  readonly isTask?: true;
  /** Those of the whole document; none beside a single task. */
  readonly passages: readonly Unclaimed[];
  readonly corrections: readonly Correction[];
  /** The file that counts, then those behind it. */
  readonly files: readonly PaperFile[];
  /** Its text layers; undefined when it was removed meanwhile. */
  readonly repaired: RepairedDocument | undefined;
  readonly doubts: Doubts;
}

/** Words that were read with doubt: those of the header, and those of each task by its id. */
interface Doubts {
  readonly header: readonly DoubtfulPlace[];
  readonly ofTask: ReadonlyMap<string, readonly DoubtfulPlace[]>;
}

const listDoubts = ({ document, directives }: ExportedDocument, repaired: RepairedDocument): Doubts => ({
  header: listHeaderDoubts({ document, directives }, repaired),
  ofTask: new Map(directives.map((one) => [one.id, placeDirective(document, one, repaired).doubts])),
});

const findShown = (db: Store, name: string): Shown[] => {
  const withCorrections = (record: ExportedDocument): Shown => {
    const repaired = loadRepaired(db, record.document.source.sha256);
    return {
      record,
      passages: record.document.unclaimed,
      corrections: listCorrections(db, record.document.id),
      files: listPaperFiles(db, record.document.id),
      repaired,
      doubts: repaired === undefined ? { header: [], ofTask: new Map() } : listDoubts(record, repaired),
    };
  };
  const one = loadDirective(db, name);
  if (one !== undefined) {
    const { document, directive } = one;
    const shown = withCorrections({ document, directives: [directive] });
    const corrections = shown.corrections.filter((c) => c.directiveId === directive.id);
    // Beside a task alone every other item would be part of the header.
    return [{ ...shown, passages: [], corrections, doubts: { ...shown.doubts, header: [] }, isTask: true }];
  }
  const ids = loadDocument(db, name) === undefined ? findDocumentsByNumber(db, name) : [name];
  return ids.flatMap((id) => {
    const record = loadDocument(db, id);
    return record === undefined ? [] : [withCorrections(record)];
  });
};

const formatShown = (shown: Shown, say: Speak): string => {
  const { record, passages, corrections, doubts } = shown;
  return [
    formatHeader(shown, say),
    ...record.directives.map(
      (directive) => `\n${formatDirective(directive, doubts.ofTask.get(directive.id) ?? [], say)}`,
    ),
    ...passages.map((passage) => `\n${formatPassage(passage, say)}`),
    ...(corrections.length === 0 ? [] : ['']),
    ...corrections.map((c) => formatCorrection(c, say)),
  ].join('\n');
};

/** Both layers of each item, as JSON or for people. */
const showLayers = ({ record, repaired }: Shown, isJson: boolean, say: Speak): readonly string[] =>
  repaired === undefined
    ? []
    : record.directives.map((directive) => {
        const words = readLayers(directive, repaired);
        return isJson ? toJson({ task: directive.id, words }) : formatLayers(directive, words, say);
      });

const showBoxes = ({ record, repaired }: Shown): readonly string[] =>
  repaired === undefined
    ? []
    : record.directives.map((directive) => toJson(placeDirective(record.document, directive, repaired)));

const toJsonLine = ({ record, corrections, files, doubts }: Shown): string => {
  const doubtfulWords = [
    ...doubts.header.map((doubt) => ({ directive: null, ...doubt })),
    ...[...doubts.ofTask].flatMap(([directive, found]) => found.map((doubt) => ({ directive, ...doubt }))),
  ];
  return toJson({ ...record, corrections, doubtfulWords, ...(files.length > 1 ? { files } : {}) });
};

interface ShowArguments {
  readonly json?: boolean;
  readonly raw?: boolean;
  readonly boxes?: boolean;
  readonly image?: string;
}

const formatAll = (shown: readonly Shown[], { json, raw, boxes }: ShowArguments, say: Speak): string => {
  if (raw === true)
    return shown.flatMap((one) => showLayers(one, json === true, say)).join(json === true ? '\n' : '\n\n');
  if (boxes === true) return shown.flatMap(showBoxes).join('\n');
  if (json === true) return shown.map(toJsonLine).join('\n');
  return shown.map((one) => formatShown(one, say)).join('\n\n');
};

/** The one paper or task whose pages are to be drawn. */
const requireOne = (shown: readonly Shown[]): Shown => {
  const [one, ...others] = shown;
  if (one !== undefined && others.length === 0) return one;
  const ids = shown.map(({ record }) => record.document.id).join(', ');
  throw usageError(
    `Nhiều văn bản mang số này: ghi mã của một văn bản (${ids})`,
    `Several papers have this number: give the id of one (${ids})`,
  );
};

/** `ketluan show <id or number>`: one document or directive in full. — xem văn bản, nhiệm vụ */
export const registerShow = (program: Command): void => {
  const command = program
    .command('show')
    .description('xem một văn bản hay nhiệm vụ theo mã hoặc số, ký hiệu / show a document or task by id or number')
    .argument('<name>', 'mã văn bản, mã nhiệm vụ hoặc số ký hiệu, ví dụ 118-KL/TU / id or number');
  addStoreOption(command)
    .option('--json', 'in JSON, mỗi văn bản một dòng / print JSON, one document a line')
    .option('--raw', 'chữ đọc được cạnh chữ phục hồi, đánh dấu từ đã sửa / as read beside as repaired, changes marked')
    .option('--boxes', 'vị trí trên trang, JSON mỗi mục một dòng / places on the page, JSON, one item a line')
    .option(
      '--image <file>',
      'vẽ trang ra ảnh .png hoặc .webp, đóng khung câu / draw the page with the sentence framed',
    )
    .action(async (name: string) => {
      const given = command.opts<ShowArguments>();
      const { raw, boxes, image } = given;
      if ([raw, boxes, image].filter((one) => one !== undefined).length > 1)
        throw usageError('Chọn một trong --raw, --boxes, --image', 'Expected one of --raw, --boxes and --image');
      await withStore(command, async (db) => {
        const shown = findShown(db, name);
        if (shown.length === 0) {
          const near = suggestNumbers(db, name).join(', ');
          throw usageError(
            `Không có văn bản hay nhiệm vụ nào là ${name}${near === '' ? '' : `. Ý bạn là ${near}?`}`,
            `Expected an id or number that is stored, got ${name}${near === '' ? '' : `. Did you mean ${near}?`}`,
          );
        }
        if (image === undefined) return printText(formatAll(shown, given, speak(readLanguage(command))));
        const { record, isTask = false } = requireOne(shown);
        await writePictures(command, db, record, { path: image, isTask });
      });
    });
};
