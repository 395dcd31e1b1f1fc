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

/** A panel by itself proves nothing; its picture on a scan cannot even be asked. */
const formatPanel = (isPicture: boolean, say: Speak): string =>
  isPicture
    ? say(
        'chỉ là hình khung ký trên bản quét, không kiểm tra được',
        'only a picture of a panel on the scan, cannot be checked',
      )
    : say('khung in trên trang', 'panel on the page');

/** One signature as a line of the header. — chữ ký số */
export const formatSignature = ({ by, at, isPicture, pdf }: ElectronicSignature, say: Speak): string =>
  [
    by ?? say('không rõ người ký', 'unknown signer'),
    ...(at === null ? [] : [formatTime(at)]),
    ...(pdf === undefined ? [formatPanel(isPicture === true, say)] : [formatState(pdf, say)]),
    ...(pdf?.reason == null ? [] : [`${say('lý do', 'reason')}: ${pdf.reason}`]),
    ...(pdf?.place == null ? [] : [`${say('nơi ký', 'place')}: ${pdf.place}`]),
  ].join(', ');

const FROM = {
  handwriting: { vi: 'chữ viết tay', en: 'handwriting' },
  signature: { vi: 'thời điểm ký số', en: 'the time of signing' },
  neighbours: { vi: 'các văn bản liền kề', en: 'neighbouring papers' },
} as const satisfies Record<Suggested['from'], { readonly vi: string; readonly en: string }>;

/** What a number or a day that was not read may be. — gợi ý */
export const formatSuggested = (suggested: Suggested, say: Speak): string => {
  const { number, issuedOn, confidence, numberConfidence, issuedOnConfidence, from } = suggested;
  const share = (one: number | undefined): string => `${Math.round((one ?? confidence) * 100)} %`;
  const source = say(`theo ${FROM[from].vi}`, `by ${FROM[from].en}`);
  // Two values, each as sure as it is by itself: of a clear day beside a doubtful number only one wants a second look.
  const values = [
    ...(number === null ? [] : [`${number} (${share(numberConfidence)})`]),
    ...(issuedOn === null ? [] : [`${formatDay(issuedOn)} (${share(issuedOnConfidence)})`]),
  ];
  return `${values.join(', ')}, ${source}`;
};
