import { z } from 'zod';
import { HeaderZones } from '../../schemas/header-zones.js';
import { type InkAccount, type PageWord, UnreadInk } from '../../schemas/page-print.js';
import type { DoubtfulWord, Edit, RepairedPage } from '../../schemas/stages.js';
import { type Columns, cell, converted, flag, group, nullable, optional } from './columns.js';
import { definePacked } from './packed.js';
import { defineTable } from './table.js';

const HeldUnread = z.array(UnreadInk);

/** A page as its row holds it: its own text in both layers, and where they begin in the layers of the file. */
export type PageRow = Omit<RepairedPage, 'rawSpan' | 'span' | 'words'> & {
  readonly text: string;
  /** Null: the same as `text`. */
  readonly rawText: string | null;
  readonly textStart: number;
  readonly rawStart: number;
  /** What follows the page; null: a form feed, nothing after the last. */
  readonly gap: string | null;
  readonly rawGap: string | null;
  readonly words: Uint8Array | null;
};

/** One page of a file, column by column. — trang */
export const PAGE_COLUMNS: Columns<PageRow> = {
  number: cell(),
  text: cell(),
  rawText: cell(),
  textStart: cell(),
  rawStart: cell(),
  gap: cell(),
  rawGap: cell(),
  origin: cell(),
  reason: cell(),
  quality: cell(),
  repaired: flag(),
  confidence: cell(),
  imageSize: nullable(group({ width: cell('image_width'), height: cell('image_height') })),
  words: cell(),
  ink: optional(
    group({
      coverage: cell('coverage'),
      unread: converted(
        cell<string>('unread'),
        (unread: InkAccount['unread']) => JSON.stringify(unread),
        (held): InkAccount['unread'] => HeldUnread.parse(JSON.parse(held)),
      ),
    }),
  ),
  zones: optional(
    converted(
      cell<string>(),
      (zones: HeaderZones) => JSON.stringify(zones),
      (held): HeaderZones => HeaderZones.parse(JSON.parse(held)),
    ),
  ),
};

/** Pages by file. */
export const PAGE = defineTable('page', ['fileKey'], PAGE_COLUMNS);

/** A word of a page as it is packed: null text where the span of the raw text says it. */
export type PackedWord = Omit<PageWord, 'text'> & { readonly text: string | null };

const WORD_COLUMNS: Columns<PackedWord> = {
  span: group({ start: cell('start'), end: cell('end') }),
  box: group({ left: cell('left'), top: cell('top'), right: cell('right'), bottom: cell('bottom') }),
  confidence: cell(),
  text: cell(),
};

/** Words with their boxes, in `page.words`. */
export const WORDS = definePacked(WORD_COLUMNS);

const EDIT_COLUMNS: Columns<Edit> = {
  raw: group({ start: cell('rawStart'), end: cell('rawEnd') }),
  repaired: group({ start: cell('start'), end: cell('end') }),
  confidence: cell(),
  by: cell(),
};

/** Replacements of repair, in `edit_map.edits`. — sửa máy */
export const EDITS = definePacked(EDIT_COLUMNS);

const EDIT_MAP_COLUMNS: Columns<{ readonly edits: Uint8Array }> = { edits: cell() };

/** The way between raw and repaired text, by file; no row where nothing was replaced. */
export const EDIT_MAP = defineTable('edit_map', ['fileKey'], EDIT_MAP_COLUMNS);

/** A word that a person should check, column by column. — từ nghi ngờ */
export const DOUBTFUL_WORD_COLUMNS: Columns<DoubtfulWord> = {
  span: group({ start: cell(), end: cell() }),
  raw: cell(),
  repaired: cell(),
  confidence: cell(),
};

/** Doubtful words by file, in the order of its text. */
export const DOUBTFUL_WORD = defineTable('doubtful_word', ['fileKey', 'ordinal'], DOUBTFUL_WORD_COLUMNS);
