import type { RemovedFile } from '../output/store/removed-files.js';
import { formatDayOr } from './format.js';
import type { Speak } from './language.js';
import { oneLine } from './print.js';

/** A removed file on its lines: its path, then each document that it holds. */
export const describeRemoved = ({ path, documents }: RemovedFile, say: Speak): string =>
  [
    `  ${oneLine(path)}`,
    ...documents.map(({ id, type, number, issuedOn, tasks }) => {
      const name = `${type ?? say('Văn bản', 'Document')} ${number ?? say('(không số)', '(no number)')}`;
      const day = formatDayOr(issuedOn, say('không rõ ngày', 'date unknown'));
      return `    ${oneLine(name)}, ${day} · ${say(`${tasks} nhiệm vụ`, `${tasks} tasks`)} · ${id}`;
    }),
  ].join('\n');
