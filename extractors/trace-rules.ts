import type { Bilingual } from '../schemas/bilingual.js';
import { ROLE_RULES } from './assignments/role-rules.js';
import { DEADLINE_RULES } from './deadlines/drop-rules.js';

/** What became of the words: found, dropped, joined with others, changed; or a role that a body was given and why. */
export type TraceDeed = 'found' | 'dropped' | 'merged' | 'changed' | 'role';

export interface TraceRuleText {
  readonly deed: TraceDeed;
  /** Why, for people: ends as the sentence "… vì …" would. What stands in braces comes with the step. */
  readonly sentence: Bilingual;
}

/** Rules of the finders of deadlines and citations. */
const FINDER_RULES = {
  'find/wording': {
    deed: 'found',
    sentence: { vi: 'nhận ra cách viết thời hạn hoặc văn bản viện dẫn', en: 'its wording is known' },
  },
} as const;

/** What the grammar of names took the words for. — cơ quan, chức danh */
const BODY_RULES = {
  'bodies/named': { deed: 'found', sentence: { vi: 'là tên một cơ quan, tổ chức', en: 'the name of a body' } },
  'bodies/group': { deed: 'found', sentence: { vi: 'là tên một nhóm cơ quan', en: 'the name of a group of bodies' } },
  'bodies/person': { deed: 'found', sentence: { vi: 'là một chức danh', en: 'an office that a person holds' } },
  'bodies/mended': {
    deed: 'found',
    sentence: {
      vi: 'có chữ bị lỗi, đọc theo tên gần nhất “{read}”',
      en: 'a damaged name, read as the nearest one “{read}”',
    },
  },
} as const;

/** Of citations that overlap. — văn bản viện dẫn */
const REFERENCE_RULES = {
  'separate-overlaps/inside-head': {
    deed: 'merged',
    sentence: { vi: 'đã nằm trong số, ngày, cơ quan của “{kept}”', en: 'it stands inside the head of “{kept}”' },
  },
  'separate-overlaps/title-cut': {
    deed: 'changed',
    sentence: {
      vi: 'trích yếu dừng trước văn bản viện dẫn tiếp theo “{next}”',
      en: 'its title ends before the next citation “{next}”',
    },
  },
} as const;

/** Every rule of a trace by its stable id: a refiner and what it saw. docs/notes.md lists them. */
export const TRACE_RULES = {
  ...FINDER_RULES,
  ...BODY_RULES,
  ...DEADLINE_RULES,
  ...REFERENCE_RULES,
  ...ROLE_RULES,
} as const satisfies Readonly<Record<`${string}/${string}`, TraceRuleText>>;

export type TraceRule = keyof typeof TRACE_RULES;
