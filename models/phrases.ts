import { readFileSync } from 'node:fs';
import { USUAL_ABBREVIATIONS } from '../language/lexicon/abbreviations.js';
import { wordPattern } from '../language/writing/patterns.js';
import { uniformTones } from '../language/writing/tone-place.js';

/** A pattern with several lists has too many fillings; this many, evenly spread, serve. */
const MOST_FILLINGS = 800;

type Lists = ReadonlyMap<string, readonly string[]>;

const readLists = (path: string): Lists => {
  const lists = new Map<string, string[]>();
  let entries: string[] = [];
  for (const line of readFileSync(path, 'utf8').normalize('NFC').split(/\r?\n/u)) {
    const name = /^\[(\w+)\]$/u.exec(line)?.[1];
    if (name !== undefined) {
      entries = [];
      lists.set(name, entries);
    } else if (line !== '' && !line.startsWith('#')) entries.push(line);
  }
  return lists;
};

const fill = (pattern: string, lists: Lists): string[] => {
  const names = [...pattern.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '');
  const sizes = names.map((name) => lists.get(name)?.length ?? 0);
  const all = sizes.reduce((product, size) => product * size, 1);
  const wanted = Math.min(all, MOST_FILLINGS);
  return Array.from({ length: wanted }, (_, i) => {
    let rest = Math.floor((i * all) / wanted);
    let at = 0;
    return pattern.replace(/\{(\w+)\}/gu, (_whole, name: string) => {
      const entries = lists.get(name) ?? [];
      const size = sizes[at++] ?? 1;
      const entry = entries[rest % size] ?? '';
      rest = Math.floor(rest / size);
      return entry;
    });
  });
};

/** The first usual abbreviation of each long form. */
const SHORT_FORMS = new Map([...USUAL_ABBREVIATIONS].reverse().map(([short, long]) => [uniformTones(long), short]));
const LONG_FORM = wordPattern([...SHORT_FORMS.keys()].sort((one, other) => other.length - one.length).join('|'));

/** The line as a hurried typist writes it, "đồng chí" as "đ/c"; none where it holds nothing to abbreviate. */
const abbreviate = (line: string): readonly string[] => {
  const short = line.replace(LONG_FORM, (long) => SHORT_FORMS.get(uniformTones(long)) ?? long);
  return short === line ? [] : [short];
};

/**
 * Lines of a file of phrases (models/phrases.txt): the patterns of its list `line`, filled from its other lists, and each
 * once more with the abbreviations of the lexicon: what stands there for a name stands where the name does.
 */
export const readPhrases = (path: string): string[] => {
  const lists = readLists(path);
  const lines = (lists.get('line') ?? []).flatMap((pattern) => fill(pattern, lists));
  return [...lines, ...lines.flatMap(abbreviate)];
};

/** Names of places with what stands before them, from a table of level, kind, name and province. */
export const readPlaces = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .normalize('NFC')
    .split(/\r?\n/u)
    .slice(1)
    .flatMap((line) => {
      const [, kind = '', name = '', province = ''] = line.split('\t');
      if (name === '') return [];
      return province === '' ? [`${kind} ${name}`] : [`${kind} ${name}, ${province}`, `UBND ${kind} ${name}`];
    });
