import { higherUrgency, readUrgencyMark } from '../../language/printed/urgency.js';
import type { Urgency } from '../../schemas/header-zones.js';
import type { Line } from '../../schemas/stages.js';

/**
 * Urgency of a paper: the mark that stands alone on a line of its head, or that of a stamp (`stamped`), which was read by itself;
 * of two the higher. — độ khẩn
 */
export const readUrgency = (head: readonly Line[], stamped?: Urgency): Urgency | null =>
  head.map(({ text }) => readUrgencyMark(text)).reduce(higherUrgency, stamped) ?? null;

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
