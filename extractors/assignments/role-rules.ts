/** Why a body has its role. — vai trò */
export const ROLE_RULES = {
  'role/subject': {
    deed: 'role',
    sentence: { vi: 'đứng đầu vế câu, làm chủ ngữ của việc', en: 'it opens the clause as its subject' },
  },
  'role/assigned': {
    deed: 'role',
    sentence: { vi: 'đứng sau từ giao việc “{marker}”', en: 'it stands behind “{marker}”, by which work is given' },
  },
  'role/heading': {
    deed: 'role',
    sentence: { vi: 'cả mục chỉ là tên gọi: là đề mục cho các ý bên dưới', en: 'nothing but the name stands there' },
  },
  'role/told-by-subject': {
    deed: 'role',
    sentence: {
      vi: 'được chủ thể của chính câu đó giao (“{marker}”)',
      en: 'the subject of the same sentence gives it the work (“{marker}”)',
    },
  },
  'role/under-director': {
    deed: 'role',
    sentence: {
      vi: 'câu dẫn ở trên giao một cơ quan khác chỉ đạo, nên cơ quan này là bên thực hiện',
      en: 'a body above was told to direct, so that this one executes',
    },
  },
  'role/under-heading': {
    deed: 'role',
    sentence: {
      vi: 'cơ quan nêu ở mục trên là bên phân công, đôn đốc (“{marker}”)',
      en: 'the body of the item above is the one who urges (“{marker}”)',
    },
  },
  'role/asker': {
    deed: 'role',
    sentence: {
      vi: 'được cấp trên giao chỉ đạo và đứng trước từ giao việc trong câu',
      en: 'it was told to direct, and asks others in this clause',
    },
  },
  'role/marked': {
    deed: 'role',
    sentence: { vi: 'đứng liền từ chỉ vai trò “{marker}”', en: 'it stands beside the role word “{marker}”' },
  },
  'role/annex-column': {
    deed: 'role',
    sentence: { vi: 'đứng ở cột của vai trò này trong bảng phụ lục', en: 'it stands in the column of this role' },
  },
  'role/named-before': {
    deed: 'dropped',
    sentence: {
      vi: 'đã có vai trò ở phần trước của câu; vai trò đầu tiên được giữ',
      en: 'it has a role already in the clause; the first one counts',
    },
  },
  'inherit/parent': {
    deed: 'role',
    sentence: {
      vi: 'mục không nêu bên chủ trì riêng nên nhận từ câu dẫn, đề mục ngay trên',
      en: 'taken over from the lead-in or heading above',
    },
  },
  'inherit/opening': {
    deed: 'role',
    sentence: {
      vi: 'mục không nêu bên chủ trì riêng nên nhận từ đoạn mở đầu của phần này',
      en: 'taken over from the opening paragraph of the section',
    },
  },
  'inherit/below': {
    deed: 'role',
    sentence: {
      vi: 'dòng ngay sau các mục này ghi ai chịu trách nhiệm thực hiện',
      en: 'the line below these items says who answers for them',
    },
  },
  'inherit/clause-before': {
    deed: 'role',
    sentence: { vi: 'tiếp tục chủ thể của vế câu trước', en: 'goes on with the body of the clause before' },
  },
  'inherit/own-lead': {
    deed: 'dropped',
    sentence: {
      vi: 'không nhận từ phía trên, vì mục đã nêu bên chủ trì riêng',
      en: 'not taken over: the item names a lead of its own',
    },
  },
} as const;
