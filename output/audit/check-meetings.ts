import { fold } from '../../language/writing/unicode.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Finding } from './finding.js';
import { cutTerms, findGap, groupSeries } from './terms.js';

/** What the check of meetings keeps of each document. */
export interface MeetingDocument {
  readonly id: string;
  readonly path: string;
  readonly number: string | null;
  /** Which meeting it was: hội nghị lần thứ … */
  readonly counter: number;
  /** Issuer and place, folded: whose meetings are counted. */
  readonly series: string;
  readonly issuer: string;
  readonly issuedOn: string;
}

/**
 * The meeting that a document concludes; undefined where its number, its day or whose meeting it was is unknown. The day of
 * the meeting orders it, else that of issue.
 */
export const readMeeting = ({ document }: ExportedDocument): MeetingDocument | undefined => {
  const { id, number, issuer, place, meetingNumber, source } = document;
  const day = document.heldOn ?? document.issuedOn;
  if (meetingNumber === null || issuer === null || day === null || !/^\d{1,4}$/u.test(meetingNumber)) return undefined;
  const series = `${fold(issuer)} · ${fold(place ?? '')}`;
  return { id, path: source.path, number, counter: Number(meetingNumber), series, issuer, issuedOn: day };
};

/** Meetings of one body and term of which no paper is there. — thiếu hội nghị */
export const checkMeetings = (documents: Iterable<MeetingDocument>): Finding[] =>
  groupSeries(documents)
    .flatMap((members) => cutTerms(members, false))
    .flatMap((term) => {
      const gap = findGap(term);
      const latest = term.at(-1);
      if (gap === undefined || latest === undefined) return [];
      const { first, last, missing } = gap;
      const { issuer, id, number, path } = latest;
      const vi = `${issuer}: hội nghị từ lần thứ ${first} đến ${last} không có văn bản nào của lần thứ ${missing}`;
      const en = `${issuer}: of its meetings ${first} to ${last}, no paper of ${missing}`;
      return [{ rule: 'meeting-gap', message: { vi, en }, documentId: id, documentNumber: number, path }];
    });
