/** One way to read part of a word: `take` clean characters became `give` noisy ones. */
const STEPS: readonly (readonly [take: number, give: number])[] = [
  [1, 1],
  [1, 0],
  [1, 2],
  [1, 3],
  [0, 1],
  [2, 1],
];

interface Cell {
  readonly from: number;
  readonly to: number;
  readonly operation: number;
}

/** All alignments of a clean and a noisy word as a lattice; its cells stand in an order in which they can be summed. */
export interface Lattice {
  readonly nodes: number;
  readonly cells: readonly Cell[];
  readonly weight: number;
}

/** Lays out the alignments of a word pair. `idOf` numbers an operation by its clean and noisy part. */
export const buildLattice = (
  clean: string,
  noisy: string,
  weight: number,
  idOf: (clean: string, noisy: string) => number,
): Lattice => {
  const width = noisy.length + 1;
  const cells: Cell[] = [];
  for (let i = 0; i <= clean.length; i++)
    for (let j = 0; j <= noisy.length; j++)
      for (const [take, give] of STEPS) {
        if (i + take > clean.length || j + give > noisy.length) continue;
        const operation = idOf(clean.slice(i, i + take), noisy.slice(j, j + give));
        cells.push({ from: i * width + j, to: (i + take) * width + j + give, operation });
      }
  return { nodes: (clean.length + 1) * width, cells, weight };
};

/** Adds to `expected` how often each operation is expected in the lattice, given the operations' probabilities. */
export const addExpectations = (
  lattice: Lattice,
  probabilityOf: (operation: number) => number,
  addExpected: (operation: number, count: number) => void,
): void => {
  const last = lattice.nodes - 1;
  const forward = new Float64Array(lattice.nodes);
  const backward = new Float64Array(lattice.nodes);
  forward[0] = 1;
  for (const { from, to, operation } of lattice.cells)
    forward[to] = (forward[to] ?? 0) + (forward[from] ?? 0) * probabilityOf(operation);
  const total = forward[last] ?? 0;
  if (total <= 0) return;
  backward[last] = 1;
  for (let c = lattice.cells.length - 1; c >= 0; c--) {
    const cell = lattice.cells[c];
    if (cell === undefined) continue;
    const through = probabilityOf(cell.operation) * (backward[cell.to] ?? 0);
    backward[cell.from] = (backward[cell.from] ?? 0) + through;
    addExpected(cell.operation, ((forward[cell.from] ?? 0) * through * lattice.weight) / total);
  }
};

/** Adds a word's characters, pairs of characters and gaps to the occurrences of clean parts. */
export const addOccurrences = (occurrences: Map<string, number>, clean: string, weight: number): void => {
  const add = (part: string, count: number): void => {
    occurrences.set(part, (occurrences.get(part) ?? 0) + count);
  };
  for (let i = 0; i < clean.length; i++) {
    add(clean.charAt(i), weight);
    if (i > 0) add(clean.slice(i - 1, i + 1), weight);
  }
  add('', (clean.length + 1) * weight);
};
