import { mendAuthor } from '../../language/lexicon/author-names.js';
import { CENTRAL_AUTHORS, COMMITTEES, type Committee } from '../../language/lexicon/bodies/party.js';
import { toRunningCase } from '../../language/lexicon/casing.js';
import {
  COMMITTEE_NAMES,
  holdsCommittee,
  ORGAN_NAMES,
  type Organ,
  PARTY_BRANCHES,
  readOrgan,
} from '../../language/lexicon/committees.js';
import { mendHeadWords } from '../../language/lexicon/head-words.js';
import { fold, foldChars } from '../../language/writing/unicode.js';
import type { Line } from '../../schemas/stages.js';
import { isOfOffice, issuerNames, joinNames, nameIssuer, readLeftBlock } from './left-block.js';

const AUTHOR_LEAD = /^(?:KẾT LUẬN |CỦA |của )+/u;
const MEETING_LEAD = /^hoi nghi\s*(?:lan thu\s+(?:\S+\s){1,3}?)?(?=ban |bo |tinh |thanh |huyen |dang |uy )/u;
// "… KHÓA XX", "… TẠI HỘI NGHỊ LẦN THỨ BA": when, not who.
const TERM = /(?:(?:,\s*|(?<!\s)\s+)?\(\s*|,\s*|(?<!\s)\s+)?(?:khoa|nhiem ky|tai hoi nghi|hoi nghi lan thu|lan thu)\s/u;
// The Central Committee is called by its term: "Ban Chấp hành Trung ương Đảng khóa XIV".
const CENTRAL_TERM = /khoa\s+(?<term>[IVXLC]+)(?![\p{L}])/iu;

/** The author as the title names it: "CỦA BAN THƯỜNG VỤ TỈNH ỦY" gives "Ban Thường vụ Tỉnh ủy". */
const readAuthor = (author: string): string | null => {
  const bare = author.replace(AUTHOR_LEAD, '').trim();
  const lead = MEETING_LEAD.exec(foldChars(bare))?.[0].length ?? 0;
  const named = bare.slice(lead);
  const term = TERM.exec(foldChars(named));
  const name = mendAuthor(toRunningCase(named.slice(0, term?.index ?? named.length).trim()));
  const ofCentre = CENTRAL_TERM.exec(foldChars(named))?.groups?.term;
  if (ofCentre !== undefined && /^Ban Chấp hành Trung ương/u.test(name))
    return `${name} khóa ${ofCentre.toUpperCase()}`;
  return name === '' ? null : name;
};

/** Each committee's name in folded text, at word edges. */
const COMMITTEE_PATTERNS = COMMITTEES.map((committee) => ({
  committee,
  pattern: new RegExp(`(?<![a-z])${fold(committee.name)}(?![a-z])`, 'u'),
}));

const committeeOf = (folded: string): Committee | undefined =>
  COMMITTEE_PATTERNS.find(({ pattern }) => pattern.test(folded))?.committee;

/** Whose name the signature gives: `T/M TỈNH ỦY` is the committee, `T/M BAN THƯỜNG VỤ` its board. */
export const readSignedOrgan = (authority: string | null): Organ | undefined => {
  const folded = foldChars(authority ?? '');
  const organ = readOrgan(folded);
  if (organ === 'board') return organ;
  const isFor = /^t\s*(?:[/.]\s*)?m\b/u.test(folded);
  return isFor && (organ !== undefined || holdsCommittee(folded)) ? 'committee' : undefined;
};

/** Which of the two an author's name means; undefined for other bodies. */
export const organOf = (issuer: string | null): Organ | undefined => readOrgan(foldChars(issuer ?? ''));

// Kết luận của *Ban Thường vụ Huyện ủy* về …
const SUBJECT_AUTHOR = new RegExp(
  `^ket luan cua\\s+((?:${ORGAN_NAMES}|uy ban nhan dan|ubnd|uy ban|hoi dong).*?)(?=\\s(?:ve|tai|doi voi|sau|trong|qua|ngay)\\s|[,;(]|$)`,
  'u',
);
/** "Ủy viên *Ban Thường vụ Tỉnh ủy*": what a person is says nothing of the author. — chức vụ của người kết luận */
const RANK_BEFORE = /(?:uy vien|thanh vien|bi thu|thuong truc|dong chi)\s*$/u;
const OPENING_AUTHOR = new RegExp(
  `(ban thuong vu|ban chap hanh)\\s+(${COMMITTEE_NAMES}|${PARTY_BRANCHES})[^.;:]{0,80}\\bket luan\\b`,
  'gu',
);

const readOpeningAuthor = (opening: string): string | undefined => {
  const folded = foldChars(opening);
  for (const match of folded.matchAll(OPENING_AUTHOR)) {
    if (RANK_BEFORE.test(folded.slice(Math.max(0, match.index - 20), match.index))) continue;
    return toRunningCase(opening.slice(match.index, match.index + `${match[1]} ${match[2]}`.length));
  }
  return undefined;
};

/** The author that the left block's committee and whose name the signature gives make together. */
const nameAuthor = (organ: Organ, committee: Committee, names: readonly string[]): string => {
  // "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH": a committee of no level is told by its whole name.
  const own = nameIssuer(names) ?? '';
  const rest =
    committee.name === 'Đảng ủy' ? (/^(?:Đảng ủy|Đảng uỷ)(?<rest>\s.+)$/u.exec(own)?.groups?.rest ?? '') : '';
  return organ === 'board' ? `Ban Thường vụ ${committee.name}${rest}` : `Ban Chấp hành ${committee.branchOf}${rest}`;
};

/**
 * The author of a conclusion: as its title says, else as its abstract or opening names it, else from the body at the
 * left of the header, read with whose name the signature gives. Null where nothing tells.
 */
export const readIssuer = (
  author: string | null,
  subject: string | null,
  opening: string,
  above: readonly Line[],
  authority: string | null,
): string | null => {
  const named = author === null ? null : readAuthor(author);
  if (named !== null) return named;
  const bySubject = SUBJECT_AUTHOR.exec(foldChars(subject ?? ''))?.[1];
  if (bySubject !== undefined && subject !== null) {
    const start = foldChars(subject).indexOf(bySubject);
    return toRunningCase(subject.slice(start, start + bySubject.length));
  }
  const names = joinNames(readLeftBlock(above));
  const own = foldChars(names.at(-1) ?? '');
  const organ = readSignedOrgan(authority);
  const signed = foldChars(authority ?? '');
  const central = CENTRAL_AUTHORS.find((name) => signed.includes(fold(name)));
  if (central !== undefined) return central;
  const committee = committeeOf(own) ?? committeeOf(`${names.map(foldChars).join('\n')}\n${signed}`);
  if (organ !== undefined && committee !== undefined) return nameAuthor(organ, committee, names);
  // A body of its own is not the author of what its superior concluded: only a committee, or the office of one.
  const byOpening =
    names.length === 0 || isOfOffice(names) || holdsCommittee(own) ? readOpeningAuthor(opening) : undefined;
  if (byOpening !== undefined) return byOpening;
  if (organ === 'board') return 'Ban Thường vụ';
  const issuer = nameIssuer(names);
  return issuer === null ? null : mendAuthor(issuer);
};

/** True when the issuer stands in the left block with other marks than the lexicon gives its words: see mendHeadWords. */
export const isIssuerMended = (issuer: string | null, above: readonly Line[]): boolean => {
  const names = joinNames(readLeftBlock(above));
  return (
    issuer !== null && nameIssuer(names) === issuer && issuerNames(names).some((name) => mendHeadWords(name) !== name)
  );
};
