import { readNumberParts } from '../../language/printed/document-number.js';
import { fold } from '../../language/writing/unicode.js';
import type { ExportedDocument } from '../../schemas/export.js';

/** What is kept of a document to know it again in another file: a few hundred bytes. */
export interface PaperPrint {
  readonly id: string;
  readonly path: string;
  readonly number: string | null;
  /** Counter and symbol of the number, folded; null without one. */
  readonly numberKey: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  /** The least hash of its word groups for each of some hash functions: papers share as many as their texts share groups. */
  readonly least: Uint32Array;
  /** How much of its header is there, 0–4: the fuller copy counts. */
  readonly header: number;
  readonly isExact: boolean;
}

/** Hash functions: likeness is told to about .06. */
export const FUNCTIONS = 64;
/** Words to a group: a misread word spoils three groups. */
const GROUP = 3;
/** Groups of a text that is too short to be known again. */
const FEWEST_GROUPS = 20;

const hashWords = (words: readonly string[], at: number): number => {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + GROUP; i++) {
    const word = words[i] ?? '';
    for (let j = 0; j < word.length; j++) hash = Math.imul(hash ^ word.charCodeAt(j), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash >>> 0;
};

const mix = (hash: number, seed: number): number => {
  let mixed = Math.imul(hash ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** The least hash of each function; undefined for a text that is too short. */
const hashText = (text: string): Uint32Array | undefined => {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < FEWEST_GROUPS + GROUP) return undefined;
  const least = new Uint32Array(FUNCTIONS).fill(0xffffffff);
  for (let at = 0; at + GROUP <= words.length; at++) {
    const hash = hashWords(words, at);
    for (let seed = 0; seed < FUNCTIONS; seed++) {
      const mixed = mix(hash, seed);
      if (mixed < (least[seed] ?? 0)) least[seed] = mixed;
    }
  }
  return least;
};

/** What is kept of a document; undefined for one whose text is too short to be known again. */
export const makePrint = ({ document, directives }: ExportedDocument): PaperPrint | undefined => {
  const { id, number, issuedOn, issuer, subject, signer, textOrigin, source } = document;
  const least = hashText([subject ?? '', ...directives.map(({ text }) => text)].join(' '));
  if (least === undefined) return undefined;
  const parts = number === null ? undefined : readNumberParts(number);
  return {
    id,
    path: source.path,
    number,
    numberKey: parts === undefined ? null : `${Number(parts.counter)} ${fold(parts.symbol).replace(/\s+/gu, '')}`,
    issuedOn,
    issuer: issuer === null ? null : fold(issuer),
    least,
    header: [number, issuedOn, issuer, signer.name].filter((field) => field !== null).length,
    isExact: textOrigin === 'plain' || textOrigin === 'text-layer',
  };
};

/** Share of word groups that two papers have in common, 0–1, as estimated. */
export const measureLikeness = (one: PaperPrint, other: PaperPrint): number => {
  let same = 0;
  for (let i = 0; i < FUNCTIONS; i++) if (one.least[i] === other.least[i]) same++;
  return same / FUNCTIONS;
};

/** With number and day in common, a bad scan is like its Word file by .5 and more; another paper of that number is not. */
const LIKE_WITH_NUMBER = 0.4;
/** Without them, only the text tells: papers of one form about two things stay below. */
const LIKE_ALONE = 0.8;

/** True of two values that were both read and are not the same. */
export const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

/** The rule of audit: number and day with a text that is like, or a text that is very like, and nothing that speaks against it. */
export const isSamePaper = (one: PaperPrint, other: PaperPrint): boolean => {
  if (differ(one.numberKey, other.numberKey) || differ(one.issuedOn, other.issuedOn)) return false;
  const isTold = one.numberKey !== null && one.numberKey === other.numberKey && one.issuedOn === other.issuedOn;
  const least = isTold && !differ(one.issuer, other.issuer) ? LIKE_WITH_NUMBER : LIKE_ALONE;
  return measureLikeness(one, other) >= least;
};
