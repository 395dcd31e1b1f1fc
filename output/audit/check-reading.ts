import type { ExportedDocument } from '../../schemas/export.js';
import { tellsUnreadPage } from '../../schemas/note-rules.js';
import { type Finding, findingOn } from './finding.js';

type Header = ExportedDocument['document'];

/** Pages that were not read; a page on which nothing stands is none. — trang chưa đọc được */
export const checkPages = (header: Header): Finding[] =>
  header.notes.filter(tellsUnreadPage).map(({ message }) => findingOn(header, 'page-unread', message.vi, message.en));

/** Rounded down, as everywhere: only all is 100 %. */
const percent = (share: number): string => (Math.floor(share * 1000) / 10).toFixed(1);

/**
 * A document of which one page image gave less of its print than `mark`, 0–1. What was not read from an image, and files
 * stored before print was accounted for, have no such share and are not told. — độ phủ
 */
export const checkCoverage = (header: Header, mark: number): Finding[] => {
  const { coverage } = header;
  if (coverage === undefined || coverage >= mark) return [];
  const read = percent(coverage);
  return [
    findingOn(
      header,
      'low-coverage',
      `Trang kém nhất đọc được ${read.replace('.', ',')} % chữ in`,
      `${read} % of the print on its worst page was read`,
    ),
  ];
};
