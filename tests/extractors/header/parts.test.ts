import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../extractors/header/index.js';
import { readMeeting } from '../../../extractors/header/meeting.js';
import { readOwnNumber } from '../../../extractors/header/own-number.js';
import { readRecipients } from '../../../extractors/header/recipients.js';
import { readReceived } from '../../../extractors/header/stamps.js';
import { toRunningCase } from '../../../language/lexicon/casing.js';
import type { Line } from '../../../schemas/stages.js';
import { outlineOne } from '../../pipeline/outline/support.js';

const toLines = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text) => ({ text, page: 1, span: { start: 0, end: text.length } }));

describe('readOwnNumber', () => {
  it.each([
    ['Số 15-HD/TU', '15-HD/TU'],
    ['Số: 15/QĐ-UBND', '15/QĐ-UBND'],
    ['Số: 565    /TB-UBND', '565/TB-UBND'],
    ['Số: 30/2020/NĐ-CP', '30/2020/NĐ-CP'],
    ['Số 05-QC/BTCTU-BNCTU', '05-QC/BTCTU-BNCTU'],
    ['S6 118-KL/TU', '118-KL/TU'],
    ['S0: 12/TB-SXD', '12/TB-SXD'],
    ['Só 645-TB/TU', '645-TB/TU'],
    ['* Số 17-KL/ĐU', '17-KL/ĐU'],
    ['Số 12 - KL/TU', '12-KL/TU'],
    ['Số: 4512/UBND-KTTH', '4512/UBND-KTTH'],
    ['118-KL/TU', '118-KL/TU'],
  ])('%s', (text, number) => {
    expect(readOwnNumber(text)?.number).toBe(number);
  });

  it('mends a letter among the digits and says so', () => {
    expect(readOwnNumber('Số l5-KL/TU')).toMatchObject({ number: '15-KL/TU', damaged: true });
  });

  it.each(['Số      -KL/TU', 'Số:           /TB-VP', 'Số: ....../TB-UBND', 'Số: ổf- /CT-UBND'])(
    '%s is blank',
    (text) => {
      const line = readOwnNumber(text);
      expect([line?.number, line?.blank || line?.unread]).toEqual([null, true]);
    },
  );

  it.each(['theo Nghị quyết số 04-NQ/TU', 'Số: 1007', 'Sở Y tế', 'KẾT LUẬN'])('%s is no number line', (text) => {
    expect(readOwnNumber(text)).toBeUndefined();
  });
});

describe('readMeeting', () => {
  it.each([
    ['Ngày 13/9/2023, Ban Thường vụ họp.', '2023-09-13', null],
    ['Tại cuộc họp ngày 31/10/2025, Ban Thường vụ kết luận.', '2025-10-31', null],
    ['Thực hiện chương trình công tác, ngày 10 tháng 3 năm 2023, Ban Thường vụ làm việc với xã.', '2023-03-10', null],
    ['Trong 02 ngày 12 và 13/9/2023, Tỉnh ủy họp hội nghị lần thứ tư.', '2023-09-12', '4'],
    ['Tại hội nghị lần thứ XII, ngày 05/5/2020, Tỉnh ủy đã thảo luận.', '2020-05-05', '12'],
    ['Tại hội nghị lần thứ mười lăm, ngày 05/5/2020, Tỉnh ủy đã thảo luận.', '2020-05-05', '15'],
    // No numeral: nothing is made up.
    ['Tại hội nghị lần thứ IIX, ngày 05/5/2020, Tỉnh ủy đã thảo luận.', '2020-05-05', null],
    ['Tại kỳ họp lần thứ hai mươi mốt, ngày 05/5/2020, đã xem xét.', '2020-05-05', '21'],
    ['Sau khi xem xét Báo cáo số 31-BC/TU, ngày 18/9/2025 của Văn phòng.', null, null],
    ['Kể từ ngày 01/7/2022, các hộ phải phối hợp với tổ chức kiểm tra.', null, null],
    ['Giao Sở Y tế chủ trì, hoàn thành trước ngày 10/5/2023.', null, null],
    ['Ngày 31/02/2024, Ban Thường vụ họp.', null, null],
    ['Thực hiện Nghị quyết Đại hội lần thứ XIX.', null, null],
  ])('%s', (opening, heldOn, meetingNumber) => {
    expect(readMeeting(opening, '')).toEqual({ heldOn, meetingNumber });
  });

  it('falls back on the abstract', () => {
    expect(readMeeting('', 'Kết luận tại cuộc họp ngày 03 tháng 10 năm 2022')).toEqual({
      heldOn: '2022-10-03',
      meetingNumber: null,
    });
  });
});

describe('readRecipients', () => {
  it('joins wrapped entries and leaves marks, stops and braces out', () => {
    expect(
      readRecipients(
        toLines(
          '- Ban Bí thư,      }',
          '- Văn phòng Trung ương Đảng,   } (để b/c)',
          '- Các sở: Y tế,',
          'Nội vụ;',
          '~ Hội Nông dân (b/c); =',
          '} (để b/c)',
          'g',
          '- Lưu: VT, KT (5b).',
        ),
      ),
    ).toEqual([
      'Ban Bí thư',
      'Văn phòng Trung ương Đảng',
      'Các sở: Y tế, Nội vụ',
      'Hội Nông dân (b/c)',
      'Lưu: VT, KT (5b)',
    ]);
  });

  it('takes each line for an entry where none has a mark', () => {
    expect(readRecipients(toLines('Các sở,', 'Lưu.'))).toEqual(['Các sở', 'Lưu']);
  });
});

describe('readReceived', () => {
  it('reads number, day and office', () => {
    expect(readReceived(toLines('UBND XÃ NA LOÓC', 'CÔNG VĂN ĐẾN', 'Số: 88', 'Ngày: 5 / 6 / 2020'))).toEqual({
      number: '88',
      on: '2020-06-05',
      by: 'UBND xã Na Loóc',
    });
  });

  it('leaves blank what the stamp leaves blank', () => {
    expect(readReceived(toLines('C.V ĐẾN\tSố:.....', 'Ngày: ...'))).toEqual({ number: null, on: null, by: null });
  });
});

describe('toRunningCase', () => {
  it.each([
    ['T/M BAN THƯỜNG VỤ', 'T/M Ban Thường vụ'],
    ['PHÓ BÍ THƯ THƯỜNG TRỰC', 'Phó Bí thư Thường trực'],
    ['HUYỆN ỦY KHE VÀNG', 'Huyện ủy Khe Vàng'],
    ['UỶ BAN NHÂN DÂN TỈNH LAM SƠN', 'Uỷ ban nhân dân tỉnh Lam Sơn'],
    ['SỞ XÂY DỰNG', 'Sở Xây dựng'],
    ['Lưu VPTU', 'Lưu VPTU'],
  ])('%s', (print, written) => {
    expect(toRunningCase(print)).toBe(written);
  });
});

describe('the e-signature panel', () => {
  it('gives the time of signing, not the issue date', () => {
    const { header } = readHeader(
      outlineOne(
        'Ký bởi: Tỉnh ủy Lam Sơn\nThời gian ký: 2026-05-28 17:24:51 +07:00\n\nSố 1-KL/TU\nLam Sơn, ngày 27 tháng 5 năm 2026\n\nKẾT LUẬN\nvề rừng\n\n1. Trồng rừng.\n\nNơi nhận:\n- Lưu.',
      ),
    );
    expect({ issuedOn: header.issuedOn, signedAt: header.signedAt }).toEqual({
      issuedOn: '2026-05-27',
      signedAt: '2026-05-28 17:24:51 +07:00',
    });
  });
});
