import { formatDay } from '../language/calendar/civil-date.js';
import type { ElectronicSignature } from '../schemas/export.js';
import type { Suggested } from '../schemas/suggested.js';
import type { Speak } from './language.js';

/** "2026-05-28T17:24:51+07:00" → "28/05/2026 17:24:51 +07:00". */
const formatTime = (time: string): string => {
  const [, year, month, day, clock = '', zone = ''] =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})(.*)$/u.exec(time) ?? [];
  return year === undefined ? time : `${day}/${month}/${year} ${clock} ${zone}`.trimEnd();
};

const formatState = ({ coversAll, isIntact }: NonNullable<ElectronicSignature['pdf']>, say: Speak): string => {
  if (isIntact === false) return say('TỆP ĐÃ THAY ĐỔI sau khi ký', 'THE FILE WAS CHANGED after it');
  if (!coversAll) return say('không bao trùm cả tệp', 'does not cover the whole file');
  if (isIntact === null) return say('chưa kiểm tra được', 'could not be checked');
  return say('tệp còn nguyên vẹn', 'the file is as it was signed');
};

/** One signature as a line of the header. — chữ ký số */
export const formatSignature = ({ by, at, pdf }: ElectronicSignature, say: Speak): string =>
  [
    by ?? say('không rõ người ký', 'unknown signer'),
    ...(at === null ? [] : [formatTime(at)]),
    ...(pdf === undefined ? [say('khung in trên trang', 'panel on the page')] : [formatState(pdf, say)]),
    ...(pdf?.reason == null ? [] : [`${say('lý do', 'reason')}: ${pdf.reason}`]),
    ...(pdf?.place == null ? [] : [`${say('nơi ký', 'place')}: ${pdf.place}`]),
  ].join(', ');

const FROM = {
  handwriting: { vi: 'chữ viết tay', en: 'handwriting' },
  signature: { vi: 'thời điểm ký số', en: 'the time of signing' },
  neighbours: { vi: 'các văn bản liền kề', en: 'neighbouring papers' },
} as const satisfies Record<Suggested['from'], { readonly vi: string; readonly en: string }>;

/** What a number or a day that was not read may be. — gợi ý */
export const formatSuggested = ({ number, issuedOn, confidence, from }: Suggested, say: Speak): string => {
  const values = [number, issuedOn === null ? null : formatDay(issuedOn)];
  const source = say(FROM[from].vi, FROM[from].en);
  return `${values.filter((value) => value !== null).join(', ')} (${say('theo', 'by')} ${source}, ${Math.round(confidence * 100)} %)`;
};
