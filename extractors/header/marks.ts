import { foldChars } from '../../language/writing/unicode.js';
import type { Line } from '../../schemas/stages.js';

const URGENCY: readonly (readonly [RegExp, string])[] = [
  [/^\W*hoa toc(?: hen gio)?\W*$/u, 'Hỏa tốc'],
  [/^\W*thuong khan\W*$/u, 'Thượng khẩn'],
  [/^\W*khan\W*$/u, 'Khẩn'],
];

/** Urgency mark of a header, standing alone on its line. — độ khẩn */
export const readUrgency = (head: readonly Line[]): string | null => {
  for (const line of head) {
    const mark = URGENCY.find(([pattern]) => pattern.test(foldChars(line.text)));
    if (mark !== undefined) return mark[1];
  }
  return null;
};

const LABELLED = /(?:ngày ký|thời gian ký|giờ ký|date)\s*:\s*(\S.*)/iu;
const STAMP =
  /(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})[ t,]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[+-]\d{2}[:']\d{2}'?)?/iu;

/** Time stamp of the e-signature panel as written, a zone on the next line included; null without a panel. — ngày ký số */
export const readSignedAt = (furniture: readonly Line[]): string | null => {
  for (const [at, line] of furniture.entries()) {
    const stamp = STAMP.exec(LABELLED.exec(line.text)?.[1] ?? line.text)?.[0];
    if (stamp === undefined) continue;
    const zone = /^[+-]\d{2}[:']\d{2}'?$/u.exec(furniture[at + 1]?.text ?? '')?.[0];
    return zone === undefined ? stamp : `${stamp} ${zone}`;
  }
  return null;
};
