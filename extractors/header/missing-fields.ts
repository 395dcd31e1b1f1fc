import { sentenceAround } from '../../language/writing/clauses.js';
import { uniformTones } from '../../language/writing/tone-place.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { DocumentHeader } from '../../schemas/export.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { findBodies } from '../bodies/index.js';

/** Characters of the longest abstract that a paper bears; a longer one ran on into the text. */
const SUBJECT_AT_MOST = 400;

const endsInColon = (text: string): boolean => /:\s*$/u.test(text);

/** True for an abstract that took in what stands below it. */
const ranOn = (subject: string): boolean =>
  subject.length > SUBJECT_AT_MOST || endsInColon(subject) || sentenceAround(subject, 0).length < subject.length;

/** Nothing, or the term of a committee. — khóa XIV */
const OF_A_TERM = /^(?: khóa [IVXLC]+)?$/u;

/**
 * True when a name is one known body and nothing else, as printed: "Ban Cháp hành Trung ương" is none, nor is "Ủy ban nhân
 * dân tính Lam Trà", of which only the head is one.
 */
const isKnownName = (name: string, issuedOn: string | null): boolean => {
  const [first] = findBodies(name, { issuedOn });
  if (first === undefined || first.confidence !== null || first.span.start !== 0) return false;
  return OF_A_TERM.test(name.slice(first.span.end));
};

/**
 * The place as the issuer's name spells it, where the two differ in marks alone: "Khe Nội" beside "huyện Khe Nọi". One of
 * the two was misread. Undefined where they agree or the issuer does not name the place.
 */
const spelledOtherwise = (place: string | null, issuer: string | null): string | undefined => {
  if (place === null || issuer === null) return undefined;
  const at = ` ${foldChars(issuer)} `.indexOf(` ${foldChars(place)} `);
  const spelled = at < 0 ? place : issuer.slice(at, at + place.length);
  return uniformTones(spelled).toLowerCase() === uniformTones(place).toLowerCase() ? undefined : spelled;
};

/** In whose name somebody signs: the office stands below, but for the Secretariat, whose members sign by name. */
const NEEDS_OFFICE = /^(?:t ?[/.] ?m|tm|thay mặt)(?![\p{L}])(?!.*(?:ban bí thư|bộ chính trị))/iu;

const noteSigner = ({ authority, position, name }: DocumentHeader['signer']): readonly Note[] => {
  if (name === null || (authority === null && position === null)) return [makeNote('header/signer-missing', {})];
  if (position === null && authority !== null && NEEDS_OFFICE.test(authority))
    return [makeNote('header/signer-office-missing', {})];
  return [];
};

/**
 * Doubts about fields of a header that were not found at all, or that hold more or other than such a field does: one note a
 * field, about the document alone. — thiếu thể thức
 * @param seen whether a number line and a date were seen, though blank: then their own notes say so
 */
export const noteMissing = (
  header: DocumentHeader,
  seen: { readonly number: boolean; readonly date: boolean },
): readonly Note[] => {
  const notes: Note[] = [];
  const { issuer, subject } = header;
  if (header.number === null && !seen.number) notes.push(makeNote('header/number-missing', {}));
  if (header.issuedOn === null && !seen.date) notes.push(makeNote('header/date-missing', {}));
  if (header.place === null && header.issuedOn !== null) notes.push(makeNote('header/place-missing', {}));
  if (header.type === null) notes.push(makeNote('header/type-missing', {}));
  if (issuer === null) notes.push(makeNote('header/issuer-missing', {}));
  else if (!isKnownName(issuer, header.issuedOn)) notes.push(makeNote('header/issuer-unknown', { actual: issuer }));
  const otherwise = spelledOtherwise(header.place, issuer);
  if (otherwise !== undefined)
    notes.push(makeNote('header/place-conflict', { expected: otherwise, actual: header.place ?? '' }));
  if (subject === null) notes.push(makeNote('header/subject-missing', {}));
  else if (ranOn(subject)) notes.push(makeNote('header/subject-too-long', {}));
  return [...notes, ...noteSigner(header.signer)];
};
