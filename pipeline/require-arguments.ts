import { readIsoDate } from '../language/calendar/civil-date.js';
import { PipelineError } from './base/errors.js';

/** What an option must be: in words, and as a test. An option that is undefined counts as left out. */
export interface OptionRule {
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

export const TEXT: OptionRule = { expected: 'a string', holds: (value) => typeof value === 'string' };
export const FUNCTION: OptionRule = { expected: 'a function', holds: (value) => typeof value === 'function' };
export const FLAG: OptionRule = { expected: 'true or false', holds: (value) => typeof value === 'boolean' };
/** A day that the calendar has, or null for one that is not known. */
export const DAY_OR_NULL: OptionRule = {
  expected: 'a day as YYYY-MM-DD, or null',
  holds: (value) => value === null || (typeof value === 'string' && readIsoDate(value) !== undefined),
};

const misuse = (call: string, expected: string, got: string): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `${call}: cần ${expected}, nhận được ${got}.`, en: `${call}: expected ${expected}, got ${got}.` },
    { vi: 'Xem kiểu của hàm và ví dụ trong README.', en: "See the function's types, and the examples in the README." },
  );

/** What came, in a few words: of a long text its length, never what it says. */
const describeValue = (value: unknown): string => {
  if (typeof value === 'string') return value.length <= 20 ? `'${value}'` : `a string of ${value.length} characters`;
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' && value !== null
    ? 'an object'
    : typeof value === 'function'
      ? 'a function'
      : String(value);
};

/** Throws `usage` unless a text was given: `requireText('findDeadlines', undefined)`. */
export const requireText = (call: string, text: unknown): void => {
  if (typeof text !== 'string') throw misuse(call, 'a string as text', describeValue(text));
};

/**
 * Throws `usage` for an option that is not known (a misspelt one would be silently without effect) or not what it must be:
 * `requireOptions('findDeadlines', { issuedOn: '2/5/2025' }, { issuedOn: DAY_OR_NULL })`.
 */
export const requireOptions = (call: string, options: unknown, rules: Readonly<Record<string, OptionRule>>): void => {
  if (typeof options !== 'object' || options === null)
    throw misuse(call, 'an object of options', describeValue(options));
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw misuse(call, `options named ${Object.keys(rules).join(', ')}`, `'${name}'`);
    if (value !== undefined && !rule.holds(value))
      throw misuse(call, `${name} as ${rule.expected}`, describeValue(value));
  }
};
