import { mendAuthor } from '../../language/lexicon/author-names.js';
import { toRunningCase } from '../../language/lexicon/casing.js';
import { AUTHORITY_BODY_START } from '../../language/lexicon/committees.js';
import { AUTHORITY_START, isTornOffice, mendOffice, POSITION_START } from '../../language/lexicon/office-titles.js';
import { isCapitals } from '../../language/writing/capitals.js';
import { foldChars } from '../../language/writing/unicode.js';
import type { Signer } from '../../schemas/export.js';
import type { Line } from '../../schemas/stages.js';

const POSITION_GOES_ON = /^(?:thuong truc|kiem|chinh phu|van phong|ban chi dao|,)/u;
const RANKS =
  /^(?:(?:gs|pgs|ts|ths|bs|ks|thieu tuong|trung tuong|thuong tuong|dai tuong|dai ta|thuong ta|trung ta|thieu ta|dai uy)[\s.,]+)+/u;
const NAME = /^\p{Lu}[\p{L}’']*(?:\s+\p{Lu}[\p{L}’']*){1,5}$/u;
const REMARK = /^[([]|^(?:da ky|ky ten|dong dau)/u;

const tidy = (text: string): string =>
  text
    .replace(/\*/gu, '')
    .replace(/^[-–—=\s]+/u, '')
    .replace(/(?<![\s;:,=])[\s;:,=]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();

const SIGN = /^(?:t\s*(?:[/.]\s*)?[ml]|k\s*(?:[/.]\s*)?t|t\s*(?:[/.]\s*)?u\s*(?:[/.]\s*)?q)\s*(?:[/.]\s*)?/u;
// "T / M", "T.M" and "TM" stay as printed but for blanks inside.
const tidyAuthority = (text: string): string => {
  const written = toRunningCase(text.replace(/^([TK])\s*([/.])\s*([MLT])(?=[\s./])/u, '$1$2$3'));
  const name = SIGN.exec(foldChars(written))?.[0].length ?? 0;
  return written.slice(0, name) + mendAuthor(written.slice(name));
};

interface Signature {
  readonly authority: string[];
  readonly position: string[];
  readonly names: string[];
}

/** Bodies whose names end in an office: T/M BAN BÍ THƯ, TM. ĐOÀN CHỦ TỊCH, TM. BAN GIÁM ĐỐC. */
const OFFICE_IN_NAME = /(?:ban|doan|hoi dong)$/u;

/**
 * Where the office begins that stands on one line with the authority: "KT. BỘ TRƯỞNG, CHỦ NHIỆM | PHÓ CHỦ NHIỆM", "TM. ỦY
 * BAN NHÂN DÂN | CHỦ TỊCH". Behind K/T, T/L, TUQ stands first the office of the one for whom it is signed.
 */
const findOffice = (text: string): number => {
  const folded = foldChars(text);
  const start = SIGN.exec(folded)?.[0].length ?? text.length;
  const ownOffice = POSITION_START.exec(folded.slice(start))?.[0].length ?? 0;
  for (const gap of folded.slice(start + ownOffice).matchAll(/\s+/gu)) {
    const at = start + ownOffice + gap.index;
    const before = folded.slice(0, at);
    if (/,$/u.test(before) || OFFICE_IN_NAME.test(before)) continue;
    const rest = folded.slice(at).trimStart();
    if (POSITION_START.test(rest) || AUTHORITY_START.test(rest)) return at;
  }
  return text.length;
};

const readLine = (into: Signature, printed: string): void => {
  const tidied = tidy(printed);
  const cut = AUTHORITY_START.test(foldChars(tidied)) && isCapitals(tidied) ? findOffice(tidied) : tidied.length;
  if (cut < tidied.length) {
    readLine(into, tidied.slice(0, cut));
    readLine(into, tidied.slice(cut));
    return;
  }
  const text = mendOffice(tidied) ?? tidied;
  const folded = foldChars(text);
  // What a seal left of an office says nothing of which one it was.
  if (text === '' || REMARK.test(folded) || isTornOffice(text)) return;
  const isLoud = isCapitals(text);
  if (AUTHORITY_START.test(folded) && isLoud) into.authority.push(text);
  else if (POSITION_START.test(folded) && (isLoud || into.names.length === 0)) into.position.push(text);
  else if (into.position.length > 0 && into.names.length === 0 && POSITION_GOES_ON.test(folded))
    into.position.push(text);
  else if (isLoud && into.position.length === 0 && into.authority.length > 0) into.authority.push(text);
  // A body in capitals whose "T/M" was lost stands above the office; a name in capitals stands below it.
  else if (isPersonName(text, folded) && (!isLoud || into.position.length > 0)) into.names.push(text);
};

// "ĐẢNG ỦY XÃ NÀ LẠN" in the stamp of an e-signature, below the person's name.
const OF_PLACE = /\s(?:xa|phuong|tinh|huyen|thi xa|thi tran|thanh pho|dac khu|trung uong)(?:\s|$)/u;
const namesAuthority = (text: string, folded: string): boolean =>
  isCapitals(text) && AUTHORITY_BODY_START.test(folded) && OF_PLACE.test(folded);

/** Two to six capitalised words, ranks left out; in capitals too, as some papers print names. */
const isPersonName = (text: string, folded: string): boolean => {
  if (namesAuthority(text, folded)) return false;
  const rank = RANKS.exec(folded)?.[0].length ?? 0;
  return NAME.test(text.slice(rank)) && text.length < 50;
};

const toName = (text: string): string => {
  const rank = RANKS.exec(foldChars(text))?.[0].length ?? 0;
  const name = text.slice(rank);
  return isCapitals(name) ? name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : name;
};

const SIGN_ALONE = /^\s*(?:[TK]\s?[/.]?\s?[MTL]|T\s?[/.]?\s?U\s?[/.]?\s?Q)\s?[./]\s*$/u;

/** "KT." + "CHỦ TỊCH" are one line that a narrow column broke. */
const joinSigns = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text, at) => {
    const isTorn = (sign: string, office: string): boolean =>
      SIGN_ALONE.test(sign) && POSITION_START.test(foldChars(office.trim()));
    if (isTorn(text, texts[at + 1] ?? '')) return [];
    const above = texts[at - 1] ?? '';
    return [isTorn(above, text) ? `${above.trim()} ${text.trim()}` : text];
  });

/**
 * Who signed, in whose name and as what, in running case. — thẩm quyền ký, chức vụ, họ tên
 * `T/M BAN THƯỜNG VỤ`, `BÍ THƯ`, `Lê Văn A` gives `T/M Ban Thường vụ`, `Bí thư`, `Lê Văn A`.
 */
export const readSigner = (lines: readonly Line[]): Signer => {
  const signature: Signature = { authority: [], position: [], names: [] };
  for (const text of joinSigns(lines.map((line) => line.text))) readLine(signature, text);
  // Below the name a signature may hold more in capitals: the text of a banner, the stamp of the e-signature.
  const name = signature.names.findLast((one) => !isCapitals(one)) ?? signature.names.at(-1);
  // "CHỦ TỊCH" over "CHỦ TỊCH": "KT." and "PHÓ" are hidden, so neither line tells the office.
  if (new Set(signature.position).size < signature.position.length) signature.position.length = 0;
  return {
    authority: signature.authority.length === 0 ? null : signature.authority.map(tidyAuthority).join(' '),
    position: signature.position.length === 0 ? null : toRunningCase(signature.position.join(' ')),
    name: name === undefined ? null : toName(name),
  };
};
