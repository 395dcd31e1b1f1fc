import { z } from 'zod';
import { PageBox, type Unclaimed } from '../../schemas/unclaimed.js';
import { type Columns, cell, converted, optional } from './columns.js';
import { defineTable } from './table.js';

type Boxes = NonNullable<Unclaimed['boxes']>;
const HeldBoxes = z.array(PageBox);

/** A passage that looks like a task and became none, column by column. — đoạn chưa được nhận */
export const UNCLAIMED_COLUMNS: Columns<Unclaimed> = {
  page: cell(),
  text: cell(),
  why: cell(),
  boxes: optional(
    converted(
      cell<string>(),
      (boxes: Boxes) => JSON.stringify(boxes),
      (held): Boxes => HeldBoxes.parse(JSON.parse(held)),
    ),
  ),
};

/** Unclaimed passages by document, in reading order. */
export const UNCLAIMED = defineTable('unclaimed', ['documentKey', 'ordinal'], UNCLAIMED_COLUMNS);
