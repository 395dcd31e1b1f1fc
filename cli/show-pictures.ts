import { extname } from 'node:path';
import type { Command } from 'commander';
import { listHeaderDoubts, placeDirective } from '../output/pages/find-places.js';
import { asRead, loadReadPaper } from '../output/pages/read-paper.js';
import { framePlaces, framesOf, renderPage } from '../output/pages/render-page.js';
import type { Store } from '../output/store/store.js';
import type { ExportedDocument } from '../schemas/export.js';
import { withInterrupt } from './interrupt.js';
import { readLanguage, speak, usageError } from './language.js';
import { tell } from './print.js';
import { writeRemembered } from './write-remembered.js';

const FORMATS: Readonly<Record<string, 'png' | 'webp'>> = { '.png': 'png', '.webp': 'webp' };

/** The same name with the number of a further page: "out.png" → "out-3.png". */
const nameOfPage = (path: string, page: number): string => {
  const end = extname(path);
  return `${path.slice(0, path.length - end.length)}-${page}${end}`;
};

/** Pages of a paper to draw, with their frames: those of one task, or the first with the doubts of its header. */
const listPages = (db: Store, { document, directives }: ExportedDocument, isTask: boolean) => {
  const paper = loadReadPaper(db, document.id);
  if (paper === undefined) return [];
  const [directive] = directives;
  if (isTask && directive !== undefined) {
    const places = placeDirective(document, asRead(paper, directive), paper.repaired);
    const isPlaced = places.sentence.length > 0;
    return places.pages.map(({ page }) => ({ page, frames: framesOf(places, page), isPlaced }));
  }
  const first = Math.min(...paper.reading.directives.map((one) => one.page));
  const page = document.part === 1 || !Number.isFinite(first) ? 1 : first;
  const frames = listHeaderDoubts(paper).flatMap(({ places }) => framePlaces('doubt', places, page));
  return [{ page, frames, isPlaced: true }];
};

/**
 * Draws the pages of a task with its sentence framed (of a paper: its first page) into a picture file, one for each page that the
 * sentence goes over.
 */
export const writePictures = async (
  command: Command,
  db: Store,
  record: ExportedDocument,
  { path, isTask }: { readonly path: string; readonly isTask: boolean },
): Promise<void> => {
  const say = speak(readLanguage(command));
  const format = FORMATS[extname(path).toLowerCase()];
  if (format === undefined)
    throw usageError('Tên ảnh cần đuôi .png hoặc .webp', 'Expected a picture file that ends in .png or .webp');
  for (const [index, { page, frames, isPlaced }] of listPages(db, record, isTask).entries()) {
    const { bytes, width, height } = await withInterrupt((signal) =>
      renderPage(db, record.document.source.sha256, page, { format, frames, signal }),
    );
    const target = index === 0 ? path : nameOfPage(path, page);
    await writeRemembered(command, [bytes], target);
    const where = isPlaced ? '' : say(' (chưa biết vị trí chữ trên trang này)', ' (no place of its words is known)');
    tell(`${target}: ${say('trang', 'page')} ${page}, ${width} × ${height}${where}`);
  }
};
