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
import { DATE_LINE, MONTH_WORD, YEAR_WORD } from '../../language/printed/date-patterns.js';
import { fold, foldChars } from '../../language/writing/unicode.js';
import type { Line } from '../../schemas/stages.js';

const AUTHOR_LEAD = /^(?:KẾT LUẬN |CỦA |của )+/u;
const MEETING_LEAD = /^hoi nghi\s*(?:lan thu\s+(?:\S+\s){1,3}?)?(?=ban |bo |tinh |thanh |huyen |dang |uy )/u;
// "… KHÓA XX", "… TẠI HỘI NGHỊ LẦN THỨ BA": when, not who.
const TERM = /(?:,\s*|(?<!\s)\s+)?(?:khoa|nhiem ky|tai hoi nghi|hoi nghi lan thu|lan thu)\s/u;

/** The author as the title names it: "CỦA BAN THƯỜNG VỤ TỈNH ỦY" gives "Ban Thường vụ Tỉnh ủy". */
const readAuthor = (author: string): string | null => {
  const bare = author.replace(AUTHOR_LEAD, '').trim();
  const lead = MEETING_LEAD.exec(foldChars(bare))?.[0].length ?? 0;
  const named = bare.slice(lead);
  const term = TERM.exec(foldChars(named));
  const name = toRunningCase(named.slice(0, term?.index ?? named.length).trim());
  return name === '' ? null : name;
};

const NOT_ISSUER = new RegExp(
  [
    'cong hoa xa hoi|^chu nghia viet nam|doc lap|dang cong san',
    `${DATE_LINE}|^${MONTH_WORD} \\d{1,2} ${YEAR_WORD}`,
    '^[^\\p{L}]*$|^\\W*s[o0-9]{1,2}\\b.*[\\d/-]',
    '^(?:mat|toi mat|khan|thuong khan|hoa toc|du thao)|^v\\/v',
  ].join('|'),
  'u',
);

/** The left block of the header: superior body and issuer, as printed. */
const readLeftBlock = (above: readonly Line[]): readonly string[] =>
  above
    .map((line) =>
      line.text
        .replace(/(?:(?<!\s)\s+)?(?:CỘNG HÒA|CỘNG HOÀ|ĐẢNG CỘNG SẢN|CONG HOA).*/u, '')
        .replace(/[—–_*-]{2,}/gu, '')
        .trim(),
    )
    .filter(
      (text) =>
        text !== '' && !NOT_ISSUER.test(foldChars(text)) && !/^S\S{0,2}\s*(?::\s*)?(?:[\d.…]+\s*)?[-/]/u.test(text),
    );

const committeeOf = (folded: string): Committee | undefined =>
  COMMITTEES.find(({ name }) => new RegExp(`(?<![a-z])${fold(name)}(?![a-z])`, 'u').test(folded));

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
const OPENING_AUTHOR = new RegExp(
  `(ban thuong vu|ban chap hanh)\\s+(${COMMITTEE_NAMES}|${PARTY_BRANCHES})[^.;:]{0,80}\\bket luan\\b`,
  'u',
);

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
  if (author !== null) return readAuthor(author);
  const bySubject = SUBJECT_AUTHOR.exec(foldChars(subject ?? ''))?.[1];
  if (bySubject !== undefined && subject !== null) {
    const start = foldChars(subject).indexOf(bySubject);
    return toRunningCase(subject.slice(start, start + bySubject.length));
  }
  const left = readLeftBlock(above);
  const folded = foldChars(left.join('\n'));
  const organ = readSignedOrgan(authority);
  const signed = foldChars(authority ?? '');
  const central = CENTRAL_AUTHORS.find((name) => signed.includes(fold(name)));
  if (central !== undefined) return central;
  const committee = committeeOf(`${folded}\n${signed}`);
  if (organ !== undefined && committee !== undefined)
    return organ === 'board' ? `Ban Thường vụ ${committee.name}` : `Ban Chấp hành ${committee.branchOf}`;
  const byOpening = OPENING_AUTHOR.exec(foldChars(opening));
  if (byOpening !== null)
    return toRunningCase(opening.slice(byOpening.index, byOpening.index + `${byOpening[1]} ${byOpening[2]}`.length));
  if (organ === 'board') return 'Ban Thường vụ';
  return left.length === 0 ? null : joinLeftBlock(left);
};

const LEVEL_START = /^(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu)(?![\p{L}])/u;

/** "ỦY BAN NHÂN DÂN" over "TỈNH …" is one name; otherwise the last line is the issuer, the first its superior. */
const joinLeftBlock = (left: readonly string[]): string | null => {
  const last = left.at(-1);
  const above = left.at(-2);
  if (last === undefined) return null;
  const isSplit = above !== undefined && LEVEL_START.test(foldChars(last));
  const isOffice = above !== undefined && /^(?:van phong|vp)$/u.test(foldChars(last));
  if (isOffice) {
    const first = LEVEL_START.test(foldChars(above)) ? left.at(-3) : undefined;
    return `${toRunningCase(last)} ${toRunningCase(first === undefined ? above : `${first} ${above}`)}`;
  }
  return toRunningCase(isSplit ? `${above} ${last}` : last);
};
