import { fold } from '../../language/writing/unicode.js';
import { completeBodies } from '../../output/review/bodies.js';
import type { Store } from '../../output/store/store.js';
import { HEADER_NAMES } from '../../output/tracker/field-names.js';
import { HEADER_FIELDS, type HeaderField } from '../../schemas/correction.js';
import { BodyRole } from '../../schemas/directive.js';
import type { Speak } from '../language.js';
import { ROLE_NAMES } from '../role-names.js';
import type { Completion } from './line-editor.js';

const squash = (text: string): string => fold(text.normalize('NFC')).replace(/\s+/gu, ' ').trim();

/** Which role "phối hợp: Sở Y tế" is about, and the names; without a role it is the lead. */
export const readRole = (typed: string): { readonly role: BodyRole; readonly names: string } => {
  const at = typed.indexOf(':');
  const head = at < 0 ? '' : squash(typed.slice(0, at));
  const role = BodyRole.options.find(
    (one) => squash(ROLE_NAMES[one].vi) === head || squash(ROLE_NAMES[one].en) === head,
  );
  return role === undefined ? { role: 'lead', names: typed } : { role, names: typed.slice(at + 1).trim() };
};

/** Completes the last name of a line by the names that the database knows. */
export const completeNames =
  (db: Store) =>
  (line: string): Completion => {
    const start = Math.max(line.lastIndexOf(';'), line.lastIndexOf(':')) + 1;
    const options = completeBodies(db, line.slice(start)).map(({ name }) => name);
    const [first, ...others] = options;
    if (first === undefined || others.length > 0) return { line, options };
    const gap = start === 0 ? '' : ' ';
    return { line: `${line.slice(0, start)}${gap}${first}`, options };
  };

/** Short names by which people call the fields of a header, beside their full ones. */
const SHORT: Readonly<Partial<Record<HeaderField, string>>> = {
  number: 'so',
  type: 'loai',
  issuer: 'co quan',
  issuedOn: 'ngay',
  heldOn: 'ngay hop',
  meetingNumber: 'hoi nghi',
  signerPosition: 'chuc vu',
};

/** Which header field "số = 12-KL/TU" is about, and the value; undefined when no field is called so. */
export const readHeaderLine = (typed: string): { readonly field: HeaderField; readonly value: string } | undefined => {
  const at = typed.indexOf('=');
  if (at < 0) return undefined;
  const name = squash(typed.slice(0, at));
  const field = HEADER_FIELDS.find((one) => {
    const { vi, en } = HEADER_NAMES[one];
    return [SHORT[one], squash(vi), squash(en), squash(one)].includes(name);
  });
  return field === undefined ? undefined : { field, value: typed.slice(at + 1).trim() };
};

/** What may stand before "=". */
export const listHeaderNames = (say: Speak): string =>
  HEADER_FIELDS.map((field) => say(HEADER_NAMES[field].vi, HEADER_NAMES[field].en)).join(', ');
