/** What taking in so many documents cost. */
export interface Growth {
  readonly documents: number;
  /** Processor seconds of all processes. */
  readonly cpu: number;
  readonly wall: number;
}

const [WIDTH, HEIGHT] = [640, 400];
const FRAME = { left: 64, right: 624, top: 16, bottom: 348 };
const INK = '#1f2933';
const PALE = '#c5ced8';
const BLUE = '#1b5e9c';

/** Whole powers of ten from below the least to above the most. */
const decades = (values: readonly number[]): number[] => {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
};

const scale = (powers: readonly number[], from: number, to: number) => {
  const [first = 0, last = 1] = [powers[0], powers.at(-1)];
  return (value: number): number =>
    Number((from + ((Math.log10(value) - first) / (last - first)) * (to - from)).toFixed(1));
};

const write = (x: number, y: number, text: string, anchor = 'middle'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${INK}">${text}</text>`;

const line = (x1: number, y1: number, x2: number, y2: number, more: string): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${more}/>`;

/** Processor time over the number of documents, both by powers of ten, as SVG; the broken line is what strict proportion to the last point would be. */
export const drawGrowth = (points: readonly Growth[]): string => {
  const [across, up] = [decades(points.map(({ documents }) => documents)), decades(points.map(({ cpu }) => cpu))];
  const x = scale(across, FRAME.left, FRAME.right);
  const y = scale(up, FRAME.bottom, FRAME.top);
  const last = points.at(-1) ?? { documents: 1, cpu: 1 };
  const proportion = (documents: number): number => (last.cpu * documents) / last.documents;
  const lowest = 10 ** (up[0] ?? 0);
  // The line of proportion may leave the frame at its foot.
  const start = Math.max(points[0]?.documents ?? 1, (lowest * last.documents) / last.cpu);
  const parts = [
    ...across.map((power) => line(x(10 ** power), FRAME.top, x(10 ** power), FRAME.bottom, `stroke="${PALE}"`)),
    ...up.map((power) => line(FRAME.left, y(10 ** power), FRAME.right, y(10 ** power), `stroke="${PALE}"`)),
    ...across.map((power) => write(x(10 ** power), FRAME.bottom + 20, (10 ** power).toLocaleString('en'))),
    ...up.map((power) => write(FRAME.left - 8, y(10 ** power) + 4, (10 ** power).toLocaleString('en'), 'end')),
    write((FRAME.left + FRAME.right) / 2, HEIGHT - 8, 'documents'),
    write(FRAME.left + 8, FRAME.top + 16, 'processor seconds', 'start'),
    line(x(start), y(proportion(start)), x(last.documents), y(last.cpu), `stroke="${INK}" stroke-dasharray="4 4"`),
    `<polyline points="${points.map(({ documents, cpu }) => `${x(documents)},${y(cpu)}`).join(' ')}" fill="none" stroke="${BLUE}" stroke-width="2"/>`,
    ...points.map(({ documents, cpu }) => `<circle cx="${x(documents)}" cy="${y(cpu)}" r="4" fill="${BLUE}"/>`),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    `<title>Processor seconds to take in 10 to ${last.documents.toLocaleString('en')} texts</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
};
