import { namesBody } from '../../extractors/bodies/names-body.js';
import { ORDINAL_PARAGRAPH } from '../../language/lexicon/section-words.js';
import { isCapitals } from '../../language/writing/capitals.js';
import type { Note } from '../../schemas/note.js';
import type { Enumerator, ReflowedText } from '../../schemas/stages.js';
import type { Draft } from './draft.js';
import { toDrafts } from './drafts.js';
import type { Reading } from './enumerators.js';
import { endsInColon, looksLikeHeading } from './headings.js';
import { closesPaper } from './instructions.js';
import type { PrintedLine } from './printed-lines.js';
import { isBulletKey, type OpenLevel, type Placement, placeMark, type Surroundings } from './series.js';
import { noteMark } from './series-notes.js';

/** A paragraph in its place: what it hangs from and how it is numbered. */
export interface Node {
  readonly index: number;
  readonly parent: number | null;
  readonly enumerator: Enumerator | null;
  readonly content: ReflowedText;
  readonly page: number;
  /** Series that the enumerator belongs to; empty for an unnumbered paragraph. */
  readonly key: string;
}

const FOLLOWERS_LOOKED_AT = 40;

class TreeBuilder {
  readonly nodes: Node[] = [];
  readonly notes: Note[] = [];
  private levels: OpenLevel[] = [];
  /** Last place of each series that a title above it closed. */
  private readonly closed = new Map<string, number>();
  /** For each draft, the next one with a mark. */
  private readonly nextMarked: readonly number[];

  constructor(private readonly drafts: readonly Draft[]) {
    const next: number[] = [];
    for (let at = drafts.length - 1, marked = drafts.length; at >= 0; at--) {
      next[at] = marked;
      if ((drafts[at]?.readings.length ?? 0) > 0) marked = at;
    }
    this.nextMarked = next;
  }

  build(): void {
    this.drafts.forEach((draft, at) => {
      const placement = draft.readings.length === 0 ? undefined : this.choose(at);
      if (placement === undefined) this.addParagraph(draft, at);
      else this.addItem(draft, placement);
    });
  }

  private around(at: number): Surroundings {
    return {
      levels: this.levels,
      numberOf: (block) => this.nodes[block]?.enumerator?.value ?? '',
      isAnnounced: this.isAnnounced(),
      followedBy: (reading) => this.findFollower(at, reading),
      closedAt: (key) => this.closed.get(key) ?? 0,
    };
  }

  /** The last block is a numbered item that ends in a colon: "a) Cục Thi hành án:" */
  private isAnnounced(): boolean {
    const last = this.nodes.at(-1);
    return last !== undefined && last.enumerator !== null && endsInColon(last.content.text);
  }

  private findFollower(at: number, reading: Reading): number {
    let next = this.nextMarked[at] ?? this.drafts.length;
    for (let looked = 0; looked < FOLLOWERS_LOOKED_AT && next < this.drafts.length; looked++) {
      const same = this.drafts[next]?.readings.find(
        (r) => !r.damaged && r.family === reading.family && r.prefix === reading.prefix,
      );
      if (same !== undefined) return same.ordinal;
      next = this.nextMarked[next] ?? this.drafts.length;
    }
    return 0;
  }

  private choose(at: number): Placement | undefined {
    const readings = this.drafts[at]?.readings ?? [];
    const best = placeMark(readings, this.around(at));
    if (best === undefined || !best.recovered || best.reading.family !== 'letter') return best;
    // "đ)" after "c)" is a misread "d)", unless "e)" follows: then d) is missing.
    const printed = readings.filter((r) => !r.damaged);
    const sound = placeMark(printed, this.around(at));
    return sound?.how === 'gap' && this.findFollower(at, sound.reading) === sound.ordinal + 1 ? sound : best;
  }

  private addItem(draft: Draft, placement: Placement): void {
    const { depth, key, how, ordinal, reading } = placement;
    const above = this.levels[depth - 1];
    const replaced = this.levels[depth];
    this.close(depth);
    const index = this.nodes.length;
    // The series keeps its own key when a mark of another print carries it on.
    this.levels.push({ key: how === 'next' ? (replaced?.key ?? key) : key, last: ordinal, block: index });
    this.notes.push(...noteMark(placement, replaced?.last ?? 0, draft));
    this.nodes.push({
      index,
      parent: this.ownerOf(above, replaced, how),
      enumerator: {
        printed: reading.printed,
        style: reading.style,
        value: placement.value,
        recovered: placement.recovered,
      },
      content: draft.content,
      page: draft.page,
      key,
    });
  }

  /** A new series hangs from the announcing paragraph just before it; a later item from where the first one hangs. */
  private ownerOf(above: OpenLevel | undefined, replaced: OpenLevel | undefined, how: Placement['how']): number | null {
    const last = this.nodes.at(-1);
    const announces = last !== undefined && last.enumerator === null && endsInColon(last.content.text);
    if (announces && (how === 'first' || how === 'restart' || how === 'orphan')) return last.index;
    if (replaced !== undefined && how !== 'restart') return this.nodes[replaced.block]?.parent ?? null;
    return above?.block ?? null;
  }

  private addParagraph(draft: Draft, at: number): void {
    const index = this.nodes.length;
    this.nodes.push({
      index,
      parent: this.parentOfParagraph(draft, at),
      enumerator: null,
      content: draft.content,
      page: draft.page,
      key: '',
    });
  }

  /** Closes the series from a depth on; one that is carried on counts on all the same. */
  private close(depth: number): void {
    for (const level of this.levels.slice(depth)) this.closed.set(level.key, level.last);
    this.levels = this.levels.slice(0, depth);
  }

  private closeBullets(): void {
    while (isBulletKey(this.levels.at(-1)?.key ?? '')) this.levels.pop();
  }

  private parentOfParagraph(draft: Draft, at: number): number | null {
    const { text } = draft.content;
    const last = this.nodes.at(-1);
    if (isCapitals(text) && looksLikeHeading(text)) {
      this.close(0);
      return null;
    }
    if (last !== undefined && ORDINAL_PARAGRAPH.test(text)) {
      // "Một là, …", "Hai là, …" hang together from what announces them.
      if (last.enumerator === null && endsInColon(last.content.text)) return last.index;
      if (ORDINAL_PARAGRAPH.test(last.content.text)) return last.parent;
    }
    // The first paragraph below a bare title or an announcing item belongs to it.
    if (
      last !== undefined &&
      last.enumerator !== null &&
      (looksLikeHeading(last.content.text) || endsInColon(last.content.text))
    )
      return last.index;
    const owner = last === undefined ? undefined : this.ownerBeside(last, text, at);
    if (owner !== undefined) return owner;
    const theme = this.openTheme();
    if (theme !== undefined) return theme;
    const opens = endsInColon(text) || looksLikeHeading(text);
    if (opens) this.closeBullets();
    const next = this.nextPlacement(at);
    if (next === undefined) return this.closingParent();
    if (next.how === 'first' || next.how === 'orphan') {
      this.closeBullets();
      return this.levels.at(-1)?.block ?? null;
    }
    if (next.how === 'restart') {
      // A series that begins anew below an unnumbered title: the title closes the old one.
      this.levels = this.levels.slice(0, next.depth);
      return this.levels.at(-1)?.block ?? null;
    }
    this.levels = this.levels.slice(0, next.depth + 1);
    return this.levels.at(-1)?.block ?? null;
  }

  /**
   * The item that the paragraph before stands below, when it is a name, a title or an announcement that is still open: "- Về
   * việc đất đai:" with two paragraphs. Below the last item of a paper what addresses everybody closes it.
   */
  private ownerBeside(last: Node, text: string, at: number): number | undefined {
    const owner = last.enumerator === null && last.parent !== null ? this.nodes[last.parent] : undefined;
    if (owner === undefined || owner.enumerator === null || endsInColon(last.content.text)) return undefined;
    const announces = endsInColon(owner.content.text) || looksLikeHeading(owner.content.text);
    if (!announces || this.levels.at(-1)?.block !== owner.index) return undefined;
    if (endsInColon(text) || looksLikeHeading(text) || closesPaper(text)) return undefined;
    if (this.nextPlacement(at) !== undefined) return owner.index;
    // Below the last body's name "Giao Sở Y tế …" is for another, unless the name is one of a group.
    if (/^Giao\s/u.test(text) && !/[,;]|(?<!\p{L})[Cc]ác(?!\p{L})/u.test(owner.content.text)) return undefined;
    return namesBody(owner.content.text, owner.enumerator.printed) ? owner.index : undefined;
  }

  /** The numbered title over a theme that still has nothing but paragraphs below it: they all are its own. */
  private openTheme(): number | undefined {
    const level = this.levels.at(-1);
    const node = level === undefined ? undefined : this.nodes[level.block];
    if (node === undefined || isBulletKey(level?.key ?? '') || !looksLikeHeading(node.content.text)) return undefined;
    return namesBody(node.content.text, node.enumerator?.printed ?? '') ? undefined : node.index;
  }

  private nextPlacement(at: number): Placement | undefined {
    const next = this.nextMarked[at] ?? this.drafts.length;
    const readings = this.drafts[next]?.readings ?? [];
    return readings.length === 0 ? undefined : placeMark(readings, this.around(next));
  }

  /** After the last item: back to the section whose title stands over the list, or to the document itself. */
  private closingParent(): number | null {
    for (let depth = this.levels.length - 1; depth >= 0; depth--) {
      const level = this.levels[depth];
      if (level !== undefined && this.isSection(level)) return level.block;
    }
    return null;
  }

  /** A titled item among titled siblings; a lone title among full items ("8. Tổ chức thực hiện") is one of them. */
  private isSection(level: OpenLevel): boolean {
    const node = this.nodes[level.block];
    if (node === undefined || isBulletKey(level.key) || !looksLikeHeading(node.content.text)) return false;
    const siblings = this.nodes.filter((n) => n.parent === node.parent && n.key === node.key);
    const titled = siblings.filter((n) => looksLikeHeading(n.content.text)).length;
    return titled * 2 >= siblings.length && !namesBody(node.content.text, node.enumerator?.printed ?? '');
  }
}

/** Hangs the paragraphs of a body into a tree by first appearance and sequence; holes and mended marks are noted. */
export const buildTree = (
  paragraphs: readonly (readonly PrintedLine[])[],
): { readonly nodes: readonly Node[]; readonly notes: readonly Note[] } => {
  const builder = new TreeBuilder(toDrafts(paragraphs));
  builder.build();
  return { nodes: builder.nodes, notes: builder.notes };
};
