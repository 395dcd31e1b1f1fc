import { measureDistance } from '../writing/distance.js';
import { indexSpellings } from '../writing/spellings.js';
import { uniformTones } from '../writing/tone-place.js';
import { fold } from '../writing/unicode.js';
import { CENTRAL_AUTHORS, COMMITTEES, ORGANS } from './bodies/party.js';
import { BODY_KINDS } from './bodies.js';

const CENTRAL = ['Ban Chấp hành Trung ương Đảng', ...CENTRAL_AUTHORS];
/** Who else speaks for a committee: by notices of conclusions, and in arrival stamps. */
const OFFICES = ['Thường trực', 'Văn phòng'];
const BOARDS = ORGANS.filter((organ) => organ.speaksAs !== 'committee' && organ.speaksAs !== null);

/** Whole names of the authors of Party papers that bear no name of a place. — tác giả văn bản của Đảng */
const NAMES: readonly string[] = [
  ...CENTRAL,
  ...ORGANS.map((organ) => organ.name),
  ...COMMITTEES.flatMap(({ name, branchOf }) => [
    name,
    `Ban Chấp hành ${branchOf}`,
    ...BOARDS.map((organ) => `${organ.name} ${name}`),
    ...OFFICES.map((office) => `${office} ${name}`),
  ]),
];

/** Other bodies by their whole names, where no two have the same letters: mended where all letters are there. */
const BODIES: readonly string[] = BODY_KINDS.filter((kind) => kind.form === 'body').flatMap((kind) =>
  kind.heads.filter((head) => head.includes(' ')),
);

const lettersOf = (text: string): string => fold(text).replace(/[^a-z]/gu, '');
const BY_LETTERS = new Map(NAMES.map((name) => [lettersOf(name), name]));

/** One letter wrong in sixteen is a misreading; shorter names differ from each other by less. */
const LETTERS_FOR_ONE_ERROR = 16;

const BODY_BY_LETTERS = indexSpellings(BODIES, lettersOf);

const findName = (letters: string): string | undefined => {
  const exact = BY_LETTERS.get(letters) ?? BODY_BY_LETTERS.get(letters) ?? undefined;
  if (exact !== undefined || letters.length < LETTERS_FOR_ONE_ERROR) return exact;
  const near = [...BY_LETTERS].filter(
    ([known]) => Math.abs(known.length - letters.length) <= 1 && measureDistance(known, letters) <= 1,
  );
  return near.length === 1 ? near[0]?.[1] : undefined;
};

/**
 * An author's name with marks and letters as the closed list of the Party's authors spells them; as it is where the list has
 * none, or only the place of a tone mark differs. `mendAuthor('Ban Cháp hành Trung ương Đáng')` gives "Ban Chấp hành Trung
 * ương Đảng". — sửa chữ tên tác giả
 */
export const mendAuthor = (name: string): string => {
  const known = findName(lettersOf(name));
  return known === undefined || uniformTones(known).toLowerCase() === uniformTones(name).toLowerCase() ? name : known;
};
