import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { listDoubts, listHeaderDoubts, placeDirective } from '../../output/pages/find-places.js';
import { readLayers } from '../../output/pages/read-layers.js';
import { asRead, loadReadPaper } from '../../output/pages/read-paper.js';
import { wentElsewhere } from '../../output/review/errors.js';
import { findWhereabouts } from '../../output/review/whereabouts.js';
import { listCorrections } from '../../output/store/corrections.js';
import { findDocumentsByNumber, loadDirective, loadStored, suggestNumbers } from '../../output/store/load-document.js';
import { listPaperFiles } from '../../output/store/paper-files.js';
import type { Store } from '../../output/store/store.js';
import type { PipelineError } from '../../pipeline/base/errors.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { type Doubts, formatShown, type Shown } from '../format-shown.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { printText } from '../print.js';
import { formatLayers } from '../show-layers.js';
import { writePictures } from '../show-pictures.js';
import { addStoreOption, withStore } from '../store-option.js';

const NO_DOUBTS: Doubts = { header: [], ofTask: new Map() };

const findDoubts = (db: Store, { document, directives }: ExportedDocument): Doubts => {
  const paper = loadReadPaper(db, document.id);
  if (paper === undefined) return NO_DOUBTS;
  return {
    header: listHeaderDoubts(paper),
    ofTask: new Map(directives.map((one) => [one.id, listDoubts(paper.repaired, asRead(paper, one))])),
  };
};

const findShown = (db: Store, name: string): Shown[] => {
  const withCorrections = (record: ExportedDocument, corrections = listCorrections(db, record.document.id)): Shown => ({
    record,
    passages: record.document.unclaimed,
    corrections,
    listed: corrections,
    files: listPaperFiles(db, record.document.id),
    isTask: false,
    doubts: findDoubts(db, record),
  });
  const one = loadDirective(db, name);
  if (one !== undefined) {
    const { document, directive } = one;
    const shown = withCorrections({ document, directives: [directive] });
    const listed = shown.corrections.filter((c) => c.directiveId === directive.id);
    return [{ ...shown, passages: [], listed, isTask: true }];
  }
  const ids = loadStored(db, name) === undefined ? findDocumentsByNumber(db, name) : [name];
  return ids.flatMap((id) => {
    const record = loadStored(db, id);
    return record === undefined ? [] : [withCorrections(record)];
  });
};

/** Both layers of each item as it was read, as JSON or for people. */
const showLayers = (db: Store, { record }: Shown, isJson: boolean, say: Speak): readonly string[] => {
  const paper = loadReadPaper(db, record.document.id);
  if (paper === undefined) return [];
  return record.directives.map((directive) => {
    const read = asRead(paper, directive);
    const words = readLayers(read, paper.repaired);
    return isJson ? toJson({ task: directive.id, words }) : formatLayers(read, words, say);
  });
};

const showBoxes = (db: Store, { record }: Shown): readonly string[] => {
  const paper = loadReadPaper(db, record.document.id);
  return paper === undefined
    ? []
    : record.directives.map((one) => toJson(placeDirective(record.document, asRead(paper, one), paper.repaired)));
};

const toJsonLine = ({ record, listed, files, doubts }: Shown): string => {
  const doubtfulWords = [
    ...doubts.header.map((doubt) => ({ directive: null, ...doubt })),
    ...[...doubts.ofTask].flatMap(([directive, found]) => found.map((doubt) => ({ directive, ...doubt }))),
  ];
  return toJson({ ...record, corrections: listed, doubtfulWords, ...(files.length > 1 ? { files } : {}) });
};

interface ShowArguments {
  readonly json?: boolean;
  readonly raw?: boolean;
  readonly boxes?: boolean;
  readonly image?: string;
}

const formatAll = (db: Store, shown: readonly Shown[], { json, raw, boxes }: ShowArguments, say: Speak): string => {
  if (raw === true)
    return shown.flatMap((one) => showLayers(db, one, json === true, say)).join(json === true ? '\n' : '\n\n');
  if (boxes === true) return shown.flatMap((one) => showBoxes(db, one)).join('\n');
  if (json === true) return shown.map(toJsonLine).join('\n');
  return shown.map((one) => formatShown(one, say)).join('\n\n');
};

/** An item that people put into another one, or that another reading does not have, is told as that. */
const missing = (db: Store, name: string): PipelineError => {
  const went = findWhereabouts(db, name);
  if (went !== undefined) return wentElsewhere(went);
  const near = suggestNumbers(db, name).join(', ');
  return usageError(
    `Không có văn bản hay nhiệm vụ nào là ${name}${near === '' ? '' : `. Ý bạn là ${near}?`}`,
    `Expected an id or number that is stored, got ${name}${near === '' ? '' : `. Did you mean ${near}?`}`,
  );
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
        if (shown.length === 0) throw missing(db, name);
        if (image === undefined) return printText(formatAll(db, shown, given, speak(readLanguage(command))));
        const { record, isTask } = requireOne(shown);
        await writePictures(command, db, record, { path: image, isTask });
      });
    });
};
