import { formatDay } from '../../language/calendar/civil-date.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { type Finding, findingOn } from './finding.js';

type Header = ExportedDocument['document'];

/** What is known of a value that was not read: the parts that were, and what it may be. Each is said, none is filled in. */
interface Known {
  readonly read: string | undefined;
  readonly suggested: string | undefined;
}

const explain = ({ read, suggested }: Known): { readonly vi: string; readonly en: string } => ({
  vi: [
    ...(read === undefined ? [] : [`; mới đọc được “${read}”`]),
    ...(suggested === undefined ? [] : [`; gợi ý ${suggested}, chờ người xác nhận`]),
  ].join(''),
  en: [
    ...(read === undefined ? [] : [`; only “${read}” was read`]),
    ...(suggested === undefined ? [] : [`; suggested: ${suggested}, to be confirmed`]),
  ].join(''),
});

const knownOfNumber = ({ numberParts, suggested }: Header): Known => ({
  read: numberParts === undefined ? undefined : `${numberParts.digits ?? '…'}${numberParts.symbol ?? '…'}`,
  suggested: suggested?.number ?? undefined,
});

const knownOfDay = ({ issuedOnParts, suggested }: Header): Known => {
  const { day, month, year } = issuedOnParts ?? {};
  const two = (part: number | null | undefined): string => (part == null ? '…' : String(part).padStart(2, '0'));
  return {
    read: issuedOnParts === undefined ? undefined : `${two(day)}/${two(month)}/${year ?? '…'}`,
    suggested: suggested?.issuedOn == null ? undefined : formatDay(suggested.issuedOn),
  };
};

/** A document without a number, or without a day of issue: what was read of it, and what is suggested, is told. */
export const checkPresence = (header: Header): Finding[] => {
  const number = explain(knownOfNumber(header));
  const day = explain(knownOfDay(header));
  return [
    ...(header.number === null
      ? [findingOn(header, 'no-number', `Chưa có số, ký hiệu${number.vi}`, `No number${number.en}`)]
      : []),
    ...(header.issuedOn === null
      ? [findingOn(header, 'no-date', `Chưa có ngày ban hành${day.vi}`, `No day of issue${day.en}`)]
      : []),
  ];
};
