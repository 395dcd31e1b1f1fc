/** Adds all of `more` to a list, however many: `list.push(...more)` fails at some ten thousand arguments. */
export const pushAll = <Item>(into: Item[], more: readonly Item[]): void => {
  for (const one of more) into.push(one);
};
