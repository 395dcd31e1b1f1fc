import { COMMITTEE_NAMES, ORGAN_NAMES } from '../../language/lexicon/committees.js';
import { readTitleType } from '../../language/lexicon/title-types.js';
import { ADDRESSEES_START } from '../../language/printed/addressees.js';
import { DATE_LINE } from '../../language/printed/date-patterns.js';
import { isCapitals } from '../../language/writing/capitals.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Line } from '../../schemas/stages.js';
import { readOwnNumber } from './own-number.js';

/** What the title block says. — loại văn bản, tác giả, trích yếu */
export interface Title {
  /** Index of the title line in the head; -1 where there is none. */
  readonly at: number;
  readonly type: string | null;
  /** The author line as printed, in capitals or not: "CỦA BAN THƯỜNG VỤ TỈNH ỦY". */
  readonly author: string | null;
  readonly subject: string | null;
}

const NOT_TITLE_BLOCK =
  /^\W*(?:$|_(?:[-–—=*.~\s]*_)*\W*$|du thao|hoa toc|(?:o0o|(?:thuong )?khan|(?:toi |tuyet )?mat)\W*$)/u;
const SUBJECT_START = /^(?:ve|v\/v)(?![\p{L}])/u;
// "CỦA BAN THƯỜNG VỤ", "HỘI NGHỊ LẦN THỨ TƯ BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XX"
const AUTHOR_START = new RegExp(`^(?:cua |hoi nghi|${ORGAN_NAMES}|ban can su|${COMMITTEE_NAMES}|ket luan cua )`, 'u');
// "CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ" + "THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI …": no name of a body begins with an act.
const LOUD_SUBJECT = /^(?:thuc hien|trien khai|to chuc thuc hien|lanh dao|tong ket|so ket|nhiem vu|phuong huong) /u;
const SUBJECT_INSIDE = /\s(?=(?:về|VỀ|Về|v\/v|V\/v)\s)/u;

const findTitleLine = (head: readonly Line[]): number => {
  const loud = head.findIndex((line) => readTitleType(line.text) !== undefined && isCapitals(line.text.slice(0, 8)));
  return loud >= 0 ? loud : head.findIndex((line) => readTitleType(line.text) !== undefined);
};

/** What stands on the title's own line behind the type: `THÔNG BÁO KẾT LUẬN CỦA …`. */
const restOfTitle = (text: string, type: string): string => {
  const words = type.split(' ').length;
  const match = new RegExp(`^\\P{L}*(?:\\p{L}+\\s*){${words}}`, 'u').exec(text);
  const rest = text.slice(match?.[0].length ?? 0).trim();
  return foldChars(text.slice(0, match?.[0].length ?? 0)).replace(/[^a-z]/gu, '') ===
    foldChars(type).replace(/[^a-z]/gu, '')
    ? rest
    : '';
};

const isAuthorLine = (text: string): boolean => {
  const folded = foldChars(text);
  return AUTHOR_START.test(folded) && isCapitals(text) && !SUBJECT_START.test(folded);
};

const join = (lines: readonly string[]): string | null => {
  const joined = lines.join(' ').replace(/\*/gu, '').replace(/\s+/gu, ' ').trim();
  return joined === '' ? null : joined;
};

// "của Chủ tịch Ủy ban nhân dân tỉnh" + "tại phiên họp tháng 3"
const QUIET_AUTHOR = /^của (?<author>.+?)(?=\s(?:về|tại|đối với|sau|qua|trong)\s|$)/u;

// "KẾT LUẬN CỦA PHÓ CHỦ TỊCH … TẠI CUỘC HỌP …": what a person concluded is an abstract, in capitals or not.
const PERSON_CONCLUDES =
  /^ket luan cua (?:(?:cac )?dong chi|ong|ba|(?:pho )?(?:thu tuong|chu tich|bi thu|truong ban|bo truong|giam doc|chu nhiem))(?![a-z])/u;

/** Splits what stands below the type into author, in capitals or after "của", and abstract. */
const splitTitleBlock = (lines: readonly string[]): Pick<Title, 'author' | 'subject'> => {
  if (PERSON_CONCLUDES.test(foldChars(lines.join(' ')))) return { author: null, subject: join(lines) };
  const quiet = QUIET_AUTHOR.exec(lines[0] ?? '');
  const author = quiet?.groups?.author;
  if (quiet === null || author === undefined) return splitLoudTitleBlock(lines);
  return { author, subject: join([(lines[0] ?? '').slice(quiet[0].length), ...lines.slice(1)]) };
};

/** "(Khoá XV)" below the author's line. — khoá, nhiệm kỳ */
const TERM = /^\(\s?(?:khoa|nhiem ky)\s[^()]{1,30}\)$/u;

const splitLoudTitleBlock = (lines: readonly string[]): Pick<Title, 'author' | 'subject'> => {
  const author: string[] = [];
  const subject: string[] = [];
  for (const line of lines) {
    if (subject.length > 0) subject.push(line);
    else if (
      isAuthorLine(line.split(SUBJECT_INSIDE)[0] ?? line) ||
      (author.length > 0 &&
        !SUBJECT_START.test(foldChars(line)) &&
        !LOUD_SUBJECT.test(foldChars(line)) &&
        (isCapitals(line) || TERM.test(foldChars(line))))
    ) {
      const [before = '', ...after] = line.split(SUBJECT_INSIDE);
      author.push(before);
      if (after.length > 0) subject.push(after.join(' '));
    } else subject.push(line);
  }
  return { author: join(author), subject: join(subject) };
};

const LETTER_SUBJECT = /^\W*v\/v(?![\p{L}])/u;
/** The same of a Party letter, which has no "V/v": below the number. */
const PARTY_SUBJECT = /^\W*ve(?: viec)?\s?:?\s/u;
/** Lines and characters of the longest abstract in the narrow left column. */
const LINES_AT_MOST = 10;
const LETTERS_AT_MOST = 400;

const OTHER_LINE = new RegExp(`^(?:cong hoa|doc lap|dang cong san)|${DATE_LINE}`, 'u');

/** "Số 88-CV/ĐU", also with its number still blank. */
const PARTY_LETTER = /-\s?CV\s?\//u;
const BARE_AT_MOST = 64;

/**
 * Where the abstract of a Party letter begins that has neither "V/v" nor "Về": right below the number, in running letters, on
 * short lines without a colon. — trích yếu công văn của Đảng
 */
const findBareSubject = (above: readonly Line[], number: number): number => {
  if (!PARTY_LETTER.test(above[number]?.text ?? '')) return -1;
  const at = above.findIndex(({ text }, i) => {
    const folded = foldChars(text);
    return i > number && !OTHER_LINE.test(folded) && !NOT_TITLE_BLOCK.test(folded) && !isCapitals(text);
  });
  const first = above[at]?.text ?? '';
  return /^\p{Lu}\p{Ll}+\s\p{Ll}[^:;]+$/u.test(first) && first.length <= BARE_AT_MOST ? at : -1;
};

/** The abstract of an official letter stands under its number: "V/v triển khai …", on a few short lines. */
const readLetter = (head: readonly Line[]): Title => {
  const folded = head.map((line) => foldChars(line.text));
  const address = folded.findIndex((text) => ADDRESSEES_START.test(text));
  const isLetter = address >= 0 || folded.some((text) => LETTER_SUBJECT.test(text));
  const above = head.slice(0, address < 0 ? head.length : address);
  const number = above.findIndex((line) => readOwnNumber(line.text) !== undefined);
  const marked = above.findIndex((_, at) => LETTER_SUBJECT.test(folded[at] ?? ''));
  const plain = above.findIndex((_, at) => number >= 0 && at > number && PARTY_SUBJECT.test(folded[at] ?? ''));
  const bare = plain < 0 && number >= 0 ? findBareSubject(above, number) : plain;
  const at = marked >= 0 ? marked : address >= 0 ? bare : -1;
  const lines: string[] = [];
  for (const line of at < 0 ? [] : above.slice(at)) {
    const text = foldChars(line.text);
    if (OTHER_LINE.test(text) || NOT_TITLE_BLOCK.test(text)) continue;
    // The next block of capitals, or a number, is of another column.
    const isLoud = isCapitals(line.text) && !isCapitals(lines[0] ?? line.text);
    const isTooLong = lines.length === LINES_AT_MOST || lines.join(' ').length > LETTERS_AT_MOST;
    if (isLoud || isTooLong || readOwnNumber(line.text) !== undefined) break;
    lines.push(line.text);
  }
  return { at: -1, type: isLetter ? 'Công văn' : null, author: null, subject: join(lines) };
};

// "ỦY BAN NHÂN DÂN TỈNH LŨNG VÀI" below the abstract: who decides, above the grounds.
const DECIDES = /^(?:chu tich|thu tuong|bo truong|uy ban nhan dan|hoi dong nhan dan|quoc hoi|chinh phu)(?![a-z])/u;
const UNFINISHED = /(?:\b(?:cua|va|cho|do|voi|tai|cac|thuoc)|[,-])$/u;
const DECIDED_TYPES: ReadonlySet<string> = new Set(['Quyết định', 'Nghị quyết', 'Quy định']);

/** Leaves out who decides, which stands in capitals between the abstract of a decision and its grounds. */
const dropDecider = (type: string, lines: readonly string[]): readonly string[] => {
  if (!DECIDED_TYPES.has(type)) return lines;
  const at = lines.findIndex((line, i) => {
    const isOpen = i === 0 || UNFINISHED.test(foldChars(lines[i - 1] ?? ''));
    return !isOpen && isCapitals(line) && DECIDES.test(foldChars(line));
  });
  return at < 0 ? lines : lines.slice(0, at);
};

// "Về việc" with its mark lost to the rule or specks above it; no abstract begins with "Và việc".
const MISREAD_LEAD = /^V[àảạaèẻẹêếÀ](?=\sviệc(?!\p{L}))/u;

const mendLead = (text: string): string => text.replace(MISREAD_LEAD, 'Về');

const readAnew = (head: readonly Line[]): Title => {
  const at = findTitleLine(head);
  const line = head[at];
  const type = line === undefined ? undefined : readTitleType(line.text);
  if (line === undefined || type === undefined) return readLetter(head);
  const address = head.findIndex((one, i) => i > at && ADDRESSEES_START.test(foldChars(one.text)));
  const below = head
    .slice(at + 1, address < 0 ? head.length : address)
    .map((one) => one.text)
    .filter(
      (text) =>
        !NOT_TITLE_BLOCK.test(foldChars(text)) && !/^Số\s*(?::\s*)?\d|^\p{Lu}[\p{L}\p{N} -]{1,30},\s*ngày/u.test(text),
    );
  const block = [restOfTitle(line.text, type), ...below.map(mendLead)].filter((text) => text !== '');
  return { at, type, ...splitTitleBlock(dropDecider(type, block)) };
};

/** The titles of the heads that were read: header and directives ask for the same one. */
const kept = new WeakMap<readonly Line[], Title>();

/** Reads type, author and abstract from the lines of a header. */
export const readTitle = (head: readonly Line[]): Title => {
  const title = kept.get(head) ?? readAnew(head);
  kept.set(head, title);
  return title;
};
