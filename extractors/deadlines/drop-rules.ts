/** Why a time is no deadline, or another one than it was found as, by the refiner that said so. — thời hạn */
export const DEADLINE_RULES = {
  'drop-cited/date-of-paper': {
    deed: 'dropped',
    sentence: { vi: 'là ngày của văn bản được viện dẫn “{cited}”', en: 'it is the date of the cited paper “{cited}”' },
  },
  'drop-cited/in-title': {
    deed: 'dropped',
    sentence: {
      vi: 'nằm trong tên gọi của văn bản được viện dẫn “{cited}”',
      en: 'it stands in the title of the cited paper “{cited}”',
    },
  },
  'keep-longest/inside-longer': {
    deed: 'merged',
    sentence: { vi: 'là một phần của “{kept}”', en: 'it is a part of “{kept}”' },
  },
  'mend-boundary/misread': {
    deed: 'changed',
    sentence: {
      vi: 'từ chỉ hạn đứng trước bị đọc sai một chữ; đã đọc theo từ gần nhất',
      en: 'the boundary word before it has a misread letter and was read as the nearest one',
    },
  },
  'drop-implausible/no-date': {
    deed: 'dropped',
    sentence: {
      vi: 'các chữ số này không phải ngày, tháng nào (ngày quá 31 hoặc tháng quá 12)',
      en: 'these figures are no day and month at all (a day over 31, a month over 12)',
    },
  },
  'drop-implausible/too-early': {
    deed: 'dropped',
    sentence: {
      vi: 'trước ngày ban hành quá {years} năm: là năm ghi nhầm hoặc việc cũ',
      en: 'it lies more than {years} years before the issue: a misprint or an old fact',
    },
  },
  'drop-implausible/too-late': {
    deed: 'dropped',
    sentence: {
      vi: 'sau ngày ban hành quá {years} năm: chắc là ghi hoặc đọc nhầm',
      en: 'it lies more than {years} years after the issue: probably a misprint or misread',
    },
  },
  'drop-implausible/unlikely-year': {
    deed: 'dropped',
    sentence: {
      vi: 'năm ngoài khoảng 1990–2100, không có ngày ban hành để đối chiếu',
      en: 'its year is outside 1990–2100, and there is no issue date to compare it with',
    },
  },
  'absorb-into-recurring/yearly': {
    deed: 'changed',
    sentence: {
      vi: 'thành hạn lặp lại hằng năm vì đi liền cụm từ định kỳ',
      en: 'it became a yearly time, since a rhythm stands beside it',
    },
  },
  'drop-unsupported/not-alone': {
    deed: 'dropped',
    sentence: {
      vi: 'cách viết này chỉ là thời hạn khi đứng một mình, như trong ô của bảng phụ lục',
      en: 'written so it is a deadline only where it stands alone, as in the cell of an annex',
    },
  },
  'drop-unsupported/since-when': {
    deed: 'dropped',
    sentence: {
      vi: 'cho biết sự việc đã có từ bao giờ (phát sinh, cấp, ký … vào mốc đó), không phải khi nào phải xong',
      en: 'it tells since when something is so (arisen, granted, signed …), not when it is to be done',
    },
  },
  'drop-unsupported/reach': {
    deed: 'dropped',
    sentence: {
      vi: 'là giới hạn của một giai đoạn, tầm nhìn, số liệu hay hiệu lực, không phải hạn hoàn thành',
      en: 'it is how far a period, a vision, a figure or a validity reaches',
    },
  },
  'drop-unsupported/past': {
    deed: 'dropped',
    sentence: {
      vi: 'đã qua vào ngày ban hành và không giao việc phải xong vào mốc đó: là việc đã diễn ra',
      en: 'it was past on the day of issue, and nothing was to be done by it: an event of the past',
    },
  },
  'drop-unsupported/tells-past': {
    deed: 'dropped',
    sentence: { vi: 'vế câu kể việc đã làm, không giao việc', en: 'its clause tells what was done and orders nothing' },
  },
  'drop-unsupported/passive': {
    deed: 'dropped',
    sentence: {
      vi: 'vế câu nói việc đã, được làm; không có ngày ban hành nên không coi là hạn sắp tới',
      en: 'a passive stands before it, and without an issue date it is not taken for a time to come',
    },
  },
  'drop-unsupported/inside-plan': {
    deed: 'dropped',
    sentence: {
      vi: 'thuộc tên hoặc thời kỳ của chương trình, kế hoạch, quy hoạch, nghị quyết đứng trước',
      en: 'it belongs to the name or period of the programme, plan or resolution before it',
    },
  },
  'drop-unsupported/names-noun': {
    deed: 'dropped',
    sentence: {
      vi: 'chỉ để gọi tên từ đứng trước (như “kế hoạch năm …”, “nhiệm vụ quý …”)',
      en: 'it only names the noun before it ("the plan of the year …")',
    },
  },
  'drop-unsupported/goes-on': {
    deed: 'dropped',
    sentence: {
      vi: 'việc còn tiếp tục sau mốc này (“và những năm tiếp theo”)',
      en: 'the work goes on after it ("and the following years")',
    },
  },
  'drop-unsupported/purpose': {
    deed: 'dropped',
    sentence: {
      vi: 'là mục đích của việc (“làm cơ sở …”), không phải khi nào phải xong',
      en: 'it is what the work is for, not when it is due',
    },
  },
  'drop-unsupported/forbids': {
    deed: 'dropped',
    sentence: {
      vi: 'là thời gian không được làm việc ấy (“không … trong năm …”), không phải hạn hoàn thành',
      en: 'it is how long something must not be done, not when work is due',
    },
  },
  'drop-unsupported/no-order': {
    deed: 'dropped',
    sentence: {
      vi: 'vế câu không nêu việc phải xong hay chỉ tiêu phải đạt vào mốc này',
      en: 'its clause names no work to be done and no figure to be reached by it',
    },
  },
  'drop-unsupported/bare-day': {
    deed: 'dropped',
    sentence: {
      vi: 'ngày đứng không, trước nó không có “trước”, “chậm nhất”, “hoàn thành”…: là ngày của giấy tờ hay sự kiện',
      en: 'a day without "before", "at the latest", "complete" …: the date of a paper or an event',
    },
  },
  'drop-unsupported/bare-time': {
    deed: 'dropped',
    sentence: {
      vi: 'mốc đứng không, không có từ chỉ hạn và không mở đầu hay kết thúc vế giao việc',
      en: 'a time without a boundary word that neither opens nor ends a clause with work',
    },
  },
  'drop-unsupported/no-meeting-work': {
    deed: 'dropped',
    sentence: {
      vi: 'cuộc họp chỉ được nhắc đến, không có gì phải trình hay báo cáo tại đó',
      en: 'the meeting is only spoken of; nothing is to be laid before it',
    },
  },
  'drop-unsupported/procedure': {
    deed: 'dropped',
    sentence: {
      vi: 'là thời gian giải quyết thủ tục, hồ sơ, không phải hạn của nhiệm vụ',
      en: 'it is how long an office may take over an application',
    },
  },
  'drop-unsupported/bare-length': {
    deed: 'dropped',
    sentence: {
      vi: 'khoảng thời gian không đứng cuối vế câu có việc phải hoàn thành, báo cáo',
      en: 'a length of time that does not end a clause with a result',
    },
  },
  'drop-starts/counted-from': {
    deed: 'dropped',
    sentence: { vi: 'là mốc bắt đầu tính của “{kept}”', en: 'it is what “{kept}” counts from' },
  },
  'join-recurring/neighbours': {
    deed: 'merged',
    sentence: { vi: 'gộp với “{kept}” đứng liền kề', en: 'joined with “{kept}” beside it' },
  },
  'mark-targets/aim': {
    deed: 'changed',
    sentence: { vi: 'là mốc phấn đấu, không phải hạn bắt buộc', en: 'it is an aim (phấn đấu), not an order' },
  },
} as const;

/** Why a time is no deadline, or a changed one. */
export type DropRule = keyof typeof DEADLINE_RULES;
