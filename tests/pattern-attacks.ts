/** A text that may keep a pattern busy: what leads up to an open repetition, and what that repetition takes. */
export interface Attack {
  readonly lead: string;
  readonly pump: string;
}

/** Letters of all sorts; a class is given those that it takes. */
const SORTS = [...' a1ếA-.,/\n\t:;(*_–Đđ"“0|•=!#%o\u0301'];
const ATOM =
  /\\(?:[pP]\{[^}]*\}|u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|k<[^>]*>|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/iuy;
const OPENING = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/uy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/uy;
/** More repetitions than this are as good as any number. */
const MANY = 40;
const LONGEST_LEAD = 300;

/** Reads a pattern far enough to write a text that leads up to each of its open repetitions. */
class PatternReader {
  readonly attacks: Attack[] = [];
  #at = 0;
  readonly #members = new Map<string, readonly string[]>();

  constructor(
    readonly source: string,
    readonly flags: string,
  ) {
    this.#alternatives('');
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source);
    this.#at += match?.[0].length ?? 0;
    return match;
  }

  /** What a class or a letter takes, one of each sort. */
  #membersOf(atom: string): readonly string[] {
    const known = this.#members.get(atom);
    if (known !== undefined) return known;
    if (/^(?:\^|\$|\\[bB1-9]|\\k<.*)$/u.test(atom)) return [''];
    const one = new RegExp(`^(?:${atom})$`, this.flags.replace(/[gdy]/gu, ''));
    const taken = SORTS.filter((letter) => one.test(letter));
    const found = taken.length > 0 ? taken : [atom.startsWith('[') ? '' : atom.replace(/^\\/u, '')];
    this.#members.set(atom, found);
    return found;
  }

  #group(lead: string): readonly string[] {
    const opening = this.#take(OPENING)?.[0] ?? '';
    const samples = this.#alternatives(lead);
    this.#at++;
    return /!$/u.test(opening) ? [''] : samples;
  }

  #sequence(lead: string): string {
    let sample = '';
    while (this.#at < this.source.length && !'|)'.includes(this.source.charAt(this.#at))) {
      const before = (lead + sample).slice(-LONGEST_LEAD);
      const isGroup = this.source[this.#at] === '(';
      const samples = isGroup ? this.#group(before) : this.#membersOf(this.#take(ATOM)?.[0] ?? '');
      const [printed, sign, least, comma, most] = this.#take(QUANTIFIER) ?? [];
      const isOpen = sign === '*' || sign === '+' || (comma !== undefined && (most === '' || Number(most) >= MANY));
      for (const pump of isOpen ? samples.slice(0, 6) : []) if (pump !== '') this.attacks.push({ lead: before, pump });
      const count = sign === '*' || sign === '?' ? 0 : printed === undefined ? 1 : Number(least ?? 1);
      sample += (samples[0] ?? '').repeat(Math.min(count, MANY));
    }
    return sample;
  }

  #alternatives(lead: string): readonly string[] {
    const samples = [this.#sequence(lead)];
    while (this.source[this.#at] === '|') {
      this.#at++;
      samples.push(this.#sequence(lead));
    }
    return samples;
  }
}

/** At most this many texts for one pattern: alternatives of names repeat each other. */
const MOST_ATTACKS = 40;

/** The texts that a pattern's own form suggests. `attacksOf('a\\s*x', 'u')` leads with "a" and goes on in blanks. */
export const attacksOf = (source: string, flags: string): readonly Attack[] => {
  const different = new Map(
    new PatternReader(source, flags).attacks.map((attack) => [`${attack.lead}\0${attack.pump}`, attack] as const),
  );
  return [...different.values()].slice(0, MOST_ATTACKS);
};
