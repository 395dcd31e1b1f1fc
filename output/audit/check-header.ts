import { formatDay, readIsoDate } from '../../language/calendar/civil-date.js';
import { holdsCommittee, type Organ, readOrgan } from '../../language/lexicon/committees.js';
import { fold } from '../../language/writing/unicode.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { IsoDate } from '../../schemas/span.js';
import { classifyDeadline } from '../tracker/deadline-type.js';
import { type Finding, findingOn } from './finding.js';

type Header = ExportedDocument['document'];

/** Before the Party was founded no committee concluded anything. */
const FIRST_DAY = '1930-02-03';

/** Days that cannot be: none of the calendar, in the future, a meeting or an arrival in the wrong order. */
export const checkDates = (header: Header, today: IsoDate): Finding[] => {
  const findings: Finding[] = [];
  const add = (vi: string, en: string): void => {
    findings.push(findingOn(header, 'impossible-date', vi, en));
  };
  const { issuedOn, heldOn } = header;
  const days = [issuedOn, heldOn, ...header.received.map((stamp) => stamp.on)].filter((day) => day !== null);
  for (const day of days) {
    if (readIsoDate(day) === undefined)
      add(`Ngày ${formatDay(day)} không có trên lịch`, `${day} is no day of the calendar`);
    else if (day > today) add(`Ngày ${formatDay(day)} chưa đến`, `${day} lies in the future`);
    else if (day < FIRST_DAY) add(`Ngày ${formatDay(day)} quá sớm: trước ngày thành lập Đảng`, `${day} is too early`);
  }
  if (issuedOn === null) return findings;
  if (heldOn !== null && heldOn > issuedOn)
    add(
      `Họp ngày ${formatDay(heldOn)}, sau ngày ban hành ${formatDay(issuedOn)}`,
      `Held on ${heldOn}, after its issue on ${issuedOn}`,
    );
  for (const { on } of header.received)
    if (on !== null && on < issuedOn)
      add(
        `Dấu đến ngày ${formatDay(on)}, trước ngày ban hành ${formatDay(issuedOn)}`,
        `Received on ${on}, before its issue on ${issuedOn}`,
      );
  return findings;
};

/** Deadlines that had passed when the document was issued. */
export const checkDeadlines = ({ document, directives }: ExportedDocument): Finding[] => {
  const { issuedOn } = document;
  if (issuedOn === null) return [];
  return directives.flatMap((directive) =>
    directive.assignments
      .flatMap((assignment) => assignment.deadlines)
      .flatMap(({ due }) =>
        due === null || due >= issuedOn
          ? []
          : [
              findingOn(
                document,
                'impossible-date',
                `Mục ${directive.number} có hạn ${formatDay(due)}, trước ngày ban hành ${formatDay(issuedOn)}`,
                `Item ${directive.number} was due on ${due}, before the issue on ${issuedOn}`,
              ),
            ],
      ),
  );
};

/** T/M TỈNH UỶ signs for the whole committee, T/M and T/L BAN THƯỜNG VỤ for its standing committee. */
const authorOfSignature = (authority: string): Organ | undefined =>
  readOrgan(authority) ?? (holdsCommittee(authority) ? 'committee' : undefined);

/** An author in the title that the signature contradicts. */
export const checkAuthor = (header: Header): Finding[] => {
  const title = readOrgan(fold(header.issuer ?? ''));
  const signed = authorOfSignature(fold(header.signer.authority ?? ''));
  if (title === undefined || signed === undefined || title === signed) return [];
  return [
    findingOn(
      header,
      'author-conflict',
      `Tiêu đề ghi ${header.issuer}, chữ ký ghi ${header.signer.authority}`,
      `The title names ${header.issuer}, the signature ${header.signer.authority}`,
    ),
  ];
};

/** A document without a signature; one without recipients as well has probably lost its last page. */
export const checkEnding = (header: Header): Finding[] => {
  if (header.signer.name !== null || header.signer.position !== null) return [];
  return header.recipients.length === 0
    ? [
        findingOn(
          header,
          'missing-last-page',
          'Không có chữ ký và Nơi nhận: có thể thiếu trang cuối',
          'Neither signature nor recipients: the last page is probably missing',
        ),
      ]
    : [findingOn(header, 'missing-signature', 'Không có chữ ký', 'No signature')];
};

/** A document whose tasks all lack a deadline. */
export const checkHasDeadlines = (document: Header, tasks: readonly Directive[]): Finding[] =>
  tasks.length > 0 && tasks.every((task) => classifyDeadline(task) === null)
    ? [
        findingOn(
          document,
          'no-deadlines',
          `Có ${tasks.length} nhiệm vụ nhưng không có thời hạn nào`,
          `${tasks.length} tasks, none with a deadline`,
        ),
      ]
    : [];
