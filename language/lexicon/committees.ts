import { foldSource } from '../writing/patterns.js';
import { fold } from '../writing/unicode.js';
import { COMMITTEES, ORGANS } from './bodies/party.js';
import { BODY_KINDS } from './bodies.js';

/** Which of a committee's two authors speaks: the whole committee or its standing board. — BCH hay BTV */
export type Organ = 'committee' | 'board';

const sources = (names: readonly string[]): string => names.map(foldSource).join('|');

/** Pattern of the committees of every level, folded: "tinh uy", "dang uy xa". — cấp ủy */
export const COMMITTEE_NAMES: string = sources(COMMITTEES.map((committee) => committee.name));

/** Pattern of the party branches of every level, folded: "dang bo tinh". — đảng bộ */
export const PARTY_BRANCHES: string = sources(COMMITTEES.map((committee) => committee.branchOf));

/** Pattern of the organs that speak for a committee or for the Party, folded: "ban thuong vu". */
export const ORGAN_NAMES: string = sources(ORGANS.map((organ) => organ.name));

const BY_ORGAN = ORGANS.flatMap(({ name, speaksAs }) => (speaksAs === null ? [] : [{ folded: fold(name), speaksAs }]));

/** Which of the two a folded name holds; undefined for other bodies. `readOrgan('ban thuong vu tinh uy') === 'board'`. */
export const readOrgan = (folded: string): Organ | undefined =>
  BY_ORGAN.find((organ) => folded.includes(organ.folded))?.speaksAs;

const COMMITTEE_INSIDE = new RegExp(`(?<![a-z])(?:${COMMITTEE_NAMES}|${PARTY_BRANCHES})(?![a-z])`, 'u');

/** True when a folded name holds a committee or its party branch: "t/m huyen uy song vi". */
export const holdsCommittee = (folded: string): boolean => COMMITTEE_INSIDE.test(folded);

const startPattern = (heads: readonly string[]): RegExp =>
  new RegExp(`^(?:${sources([...heads].sort((one, other) => other.length - one.length))})(?![\\p{L}])`, 'u');

/** A body at the start of a folded line. — tên cơ quan ở đầu dòng */
export const BODY_START: RegExp = startPattern(
  BODY_KINDS.filter((kind) => kind.form === 'body').flatMap((kind) => kind.heads),
);

/** A committee, a government or an office of theirs at the start of a folded line: what heads a paper. */
export const AUTHORITY_BODY_START: RegExp = startPattern(
  BODY_KINDS.filter(
    (kind) => kind.form === 'body' && (kind.branch === 'party' || kind.directs || kind.branch === null),
  ).flatMap((kind) => kind.heads),
);
