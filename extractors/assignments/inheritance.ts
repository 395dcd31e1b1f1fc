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
  /**
   * opening: a paragraph that addresses everybody below; parent: the lead-in or heading of these very items; below: a line
   * behind the items that says who answers for them.
   */
  readonly from: 'opening' | 'parent' | 'below';
}

/** Nothing to take over. */
export const NO_INHERITANCE: Inheritance = { bodies: [], directs: false, from: 'parent' };

/** A body as an item takes it over: it has no place in the text of the item. */
export const inheritBody = ({ span: _span, ...body }: Body): Body => ({ ...body, inherited: true });
