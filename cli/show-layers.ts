import type { DoubtfulPlace } from '../output/pages/find-places.js';
import type { LayeredWords } from '../output/pages/read-layers.js';
import type { Directive } from '../schemas/directive.js';
import { capitalize, formatShare, nameItem, wrapText } from './format.js';
import type { Speak } from './language.js';
import { oneLine } from './print.js';

const WIDTH = 100;

/** A word as it was read, and as it was repaired where that differs. */
const formatReading = (raw: string, repaired: string, say: Speak): string =>
  raw === repaired ? `“${raw}”` : `“${repaired}”, ${say('đọc được', 'read as')} “${raw}”`;

/** Which words were read with doubt, each on a line with its page. — từ đọc chưa chắc chắn */
export const formatDoubts = (doubts: readonly DoubtfulPlace[], say: Speak): readonly string[] =>
  doubts.map(({ raw, repaired, page, confidence }) =>
    oneLine(
      `     ? ${formatReading(raw, repaired, say)} · ${say('trang', 'page')} ${page} · ${say('tin cậy', 'sure')} ${formatShare(confidence, say)}`,
    ),
  );

const mark = (text: string, { isChanged, isDoubtful }: LayeredWords): string =>
  isChanged ? `«${text}»` : isDoubtful ? `‹${text}›` : text;

const formatChange = ({ raw, text, confidence }: LayeredWords, say: Speak): string =>
  oneLine(
    `     ${raw} → ${text}${confidence === null ? '' : ` · ${say('tin cậy', 'sure')} ${formatShare(confidence, say)}`}`,
  );

/**
 * An item as it was read, above it as it was repaired: «» stand around what repair changed, ‹› around what it left and was read
 * with doubt. — bản thô cạnh bản phục hồi
 */
export const formatLayers = ({ number, page, id }: Directive, layers: readonly LayeredWords[], say: Speak): string => {
  const changed = layers.filter(({ isChanged }) => isChanged);
  const join = (pick: (words: LayeredWords) => string): string =>
    wrapText(layers.map((words) => mark(pick(words), words)).join(' '), WIDTH, '     ');
  return [
    `${capitalize(nameItem(number, say))} · ${say('trang', 'page')} ${page} · ${id}`,
    `   ${say('Đọc được', 'As read')}:`,
    join(({ raw }) => raw.replace(/\s+/gu, ' ')),
    ...(changed.length === 0
      ? [`   ${say('Không từ nào bị sửa.', 'Nothing was repaired.')}`]
      : [
          `   ${say('Phục hồi', 'As repaired')}:`,
          join(({ text }) => text),
          `   ${say('Từ đã sửa', 'Repaired')}: ${changed.length}`,
          ...changed.map((words) => formatChange(words, say)),
        ]),
  ].join('\n');
};
