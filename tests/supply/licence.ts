/**
 * True when a licence in SPDX's words is one of `known`: of those parted by OR any one may be chosen, those joined by AND hold
 * together. Nothing else is understood. `allows(['MIT'], '(MIT OR WTFPL)')`
 */
export const allows = (known: readonly string[], expression: string): boolean =>
  expression
    .replace(/^\((?<inside>[^()]*)\)$/u, '$<inside>')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => known.includes(licence)));
