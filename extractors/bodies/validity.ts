import { DISTRICT_END, UNIT_DATES } from '../../language/lexicon/bodies/places.js';
import type { Body } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import type { ParsedBody } from './parsed.js';

/** Level of a body on the day of its document: a phòng belonged to the district and, since July 2025, to the commune. */
export const levelAt = (body: ParsedBody, issuedOn: IsoDate | null): Body['level'] => {
  if (body.level !== null || body.kind?.heads[0] !== 'Phòng' || issuedOn === null) return body.level;
  return issuedOn <= DISTRICT_END ? 'district' : 'commune';
};

interface Bounds {
  readonly from: string | null;
  readonly until: string | null;
}

const isOutside = ({ from, until }: Bounds, day: IsoDate): boolean =>
  (from !== null && day < from) || (until !== null && day > until);

/**
 * A note for review when a body did not exist on the day of the document; the name stays as written.
 * A "Huyện ủy" in a paper of 2026 may be a slip, a quotation or a misread date: a person should look.
 */
export const checkDates = (body: ParsedBody, issuedOn: IsoDate | null): Note | undefined => {
  if (issuedOn === null) return undefined;
  const bounds = [body.kind, ...body.units.map((unit) => UNIT_DATES.get(unit))].filter(
    (one) => one !== null && one !== undefined,
  );
  const broken = bounds.find((one) => isOutside(one, issuedOn));
  if (broken === undefined) return undefined;
  return makeNote('bodies/outside-dates', {
    expected: `${broken.from ?? '…'} – ${broken.until ?? '…'}`,
    actual: issuedOn,
  });
};
