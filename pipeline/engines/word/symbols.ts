/** Signs of Wingdings and Symbol, in the private area where Word puts them, as signs that everybody's fonts have. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf02d': '-',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fc': '✓',
  '\uf0fe': '☒',
  '\uf0a8': '☐',
};
