import { USUAL_ABBREVIATIONS } from '../../language/lexicon/abbreviations.js';
import { listFieldSpellings } from '../../language/lexicon/bodies/fields.js';
import { uniformTones } from '../../language/writing/tone-place.js';

/** Abbreviations with their meaning, in lower case and present spelling on both sides. */
export type Glossary = ReadonlyMap<string, string>;

const USUAL: Glossary = new Map(USUAL_ABBREVIATIONS.map(([short, long]) => [uniformTones(short), uniformTones(long)]));

// Looked for bracket by bracket, so that the time stays linear in the text.
const BRACKET = /\(([^()]{2,80})\)/gu;
const BEFORE = 160;
const SHORT_FORM = /^\p{Lu}[\p{Lu}&-]{1,9}$/u;
// sau đây gọi tắt là Ban Chỉ đạo · viết tắt: BCĐ · gọi chung là các địa phương
const CALLED = /^(?:sau đây )?(?:gọi|viết) (?:tắt|chung)(?: là|:)? ?["“]?([\p{L} -]{2,60}?)["”]?$/iu;

const initialsOf = (words: readonly string[]): string => words.map((word) => word.charAt(0).toUpperCase()).join('');

/** nông thôn mới (NTM): believed only when the letters are the initials of the words before. */
const readInitials = (before: string, short: string): readonly [string, string] | undefined => {
  const letters = short.replace(/[^\p{Lu}]/gu, '');
  const tail = before.split(/[\s-]+/u).slice(-letters.length);
  return initialsOf(tail) === letters ? [uniformTones(short), uniformTones(tail.join(' '))] : undefined;
};

/** (gọi tắt là Ban Chỉ đạo): the short name begins as the long one did. */
const readCalled = (before: string, called: string): readonly [string, string] | undefined => {
  const long = uniformTones(before);
  const short = uniformTones(called);
  const at = long.lastIndexOf(short.split(' ').slice(0, 2).join(' '));
  return at >= 0 && long.length - at > short.length ? [short, long.slice(at)] : undefined;
};

/**
 * Learns what a document's own brackets say: "nông thôn mới (NTM)" gives `ntm → nông thôn mới`, "Ban Chỉ đạo phát triển
 * du lịch xã (gọi tắt là Ban Chỉ đạo)" the long name of the short one.
 */
export const readGlossary = (text: string): Glossary => {
  const glossary = new Map<string, string>();
  for (const match of text.matchAll(BRACKET)) {
    const inside = (match[1] ?? '').trim();
    const called = CALLED.exec(inside)?.[1];
    if (called === undefined && !SHORT_FORM.test(inside)) continue;
    const before = text
      .slice(Math.max(0, match.index - BEFORE), match.index)
      .replace(/\s+/gu, ' ')
      .trim();
    const entry = called === undefined ? readInitials(before, inside) : readCalled(before, called);
    if (entry !== undefined) glossary.set(...entry);
  }
  return glossary;
};

const PIECE = /[\p{L}\p{M}\p{N}]+(?:[&.,/-][\p{L}\p{M}\p{N}&]+)*\.?/gu;

const expandWord = (word: string, glossary: Glossary): string => glossary.get(word) ?? USUAL.get(word) ?? word;

const expandPiece = (piece: string, glossary: Glossary): string => {
  const whole = glossary.get(piece) ?? USUAL.get(piece);
  return whole ?? piece.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => expandWord(word, glossary));
};

const OFFICIAL: ReadonlySet<string> = new Set(USUAL.values());

// Hyphen, en dash, em dash, the non-breaking one and the minus sign, with and without blanks: "Kế hoạch–Đầu tư".
const DASH = /(?<=[\p{L}\p{M}])\s?[-‐‑‒–—―−]\s?(?=\p{L})/gu;

/** Spelling → the one that stands for all: that of the abbreviations, which is the official one, else that of the list. */
const FIELDS: ReadonlyMap<string, string> = new Map(
  listFieldSpellings().flatMap(([field, spellings]) => {
    const all = spellings.map(uniformTones);
    const official = all.find((spelling) => OFFICIAL.has(spelling)) ?? uniformTones(field);
    return all.filter((spelling) => spelling !== official).map((spelling) => [spelling, official] as const);
  }),
);
/** Words of the longest spelling. */
const FIELD_WORDS = Math.max(...[...FIELDS.keys()].map((spelling) => spelling.split(' ').length));

/** Fields of work as the lexicon writes them: "kế hoạch - đầu tư" is "kế hoạch và đầu tư". */
const evenFields = (name: string): string => {
  const words = name.split(' ');
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(FIELD_WORDS, words.length - at);
    while (length > 0 && !FIELDS.has(words.slice(at, at + length).join(' '))) length--;
    out.push(FIELDS.get(words.slice(at, at + length).join(' ')) ?? words[at] ?? '');
    at += Math.max(1, length);
  }
  return out.join(' ');
};

const writeOut = (name: string, glossary: Glossary): string => {
  const even = uniformTones(name).replace(/\s+/gu, ' ').trim();
  const expanded = glossary.get(even) ?? even.replace(PIECE, (piece) => expandPiece(piece, glossary));
  return evenFields(expanded.replace(DASH, ' - ').replace(/\s+/gu, ' '));
};

const NO_GLOSSARY: Glossary = new Map();
// The same few names fill a document: each is written out once for each glossary.
const writtenOut = new WeakMap<Glossary, Map<string, string>>();
const MAX_WRITTEN = 20_000;

/**
 * Name as equal bodies share it: lower case, present spelling, single spaces, abbreviations written out,
 * every dash alike, and known fields with the connections of the lexicon.
 * `normalizeName('UBND  Tỉnh') === 'ủy ban nhân dân tỉnh'`. What the document defines itself goes before the usual.
 */
export const normalizeName = (name: string, defined: Glossary = NO_GLOSSARY): string => {
  // Most papers define nothing: their names are written out once for all of them.
  const glossary = defined.size === 0 ? NO_GLOSSARY : defined;
  const known = writtenOut.get(glossary) ?? new Map<string, string>();
  writtenOut.set(glossary, known);
  const normalized = known.get(name) ?? writeOut(name, glossary);
  if (known.size >= MAX_WRITTEN) known.clear();
  known.set(name, normalized);
  return normalized;
};
