import type { Bilingual } from '../bilingual.js';

/** `error`: a part was lost. `review`: a person should look. `info`: worth keeping, no action. — mức độ */
export const NOTE_LEVELS = ['info', 'review', 'error'] as const;
export type NoteLevel = (typeof NOTE_LEVELS)[number];

/** One rule as docs/notes.md lists it. */
export interface NoteRuleText {
  readonly level: NoteLevel;
  /** When a note of this rule is only `info`. */
  readonly milder?: Bilingual;
  /** The sentence of the note; what stands in braces is filled in by `makeNote`. */
  readonly message: Bilingual;
  /** What the reader should do. — cách xử lý */
  readonly advice: Bilingual;
}

/* Advice and conditions that several rules share. */
export const NOTHING_TO_DO = { vi: 'Không cần làm gì.', en: 'Nothing.' } as const;
export const LOOK_AT_SCAN = {
  vi: 'Xem bản quét; sửa lại bằng ketluan review hoặc ketluan fix.',
  en: 'Look at the scan; correct the value by hand.',
} as const;
export const COMPARE_PAGE = { vi: 'Đối chiếu với trang gốc.', en: 'Compare it with the page.' } as const;
export const SURE_READING = {
  vi: 'các chữ số đọc được rõ',
  en: 'the digits were read with certainty',
} as const;

/** Rules by their ids. */
export type NoteRules = Readonly<Record<`${string}/${string}`, NoteRuleText>>;
