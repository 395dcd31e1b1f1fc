import type { Body } from '../../schemas/directive.js';

/**
 * What an item takes over from the lead-in, heading or opening above it. — kế thừa
 * Deadlines are not taken over: a deadline of a lead-in stays with the lead-in.
 */
export interface Inheritance {
  /** Bodies with their roles there, all marked inherited and without a place. */
  readonly bodies: readonly Body[];
  /** True when the lead-in's body directs: whoever an item names then executes. */
  readonly directs: boolean;
  /** opening: a paragraph that addresses everybody below; parent: the lead-in or heading of these very items. */
  readonly from: 'opening' | 'parent';
}

/** Nothing to take over. */
export const NO_INHERITANCE: Inheritance = { bodies: [], directs: false, from: 'parent' };

/** Marks bodies as taken over: they have no place in the text of the item. */
export const inheritBodies = (bodies: readonly Body[]): readonly Body[] =>
  bodies.map(({ span: _span, ...body }) => ({ ...body, inherited: true }));
