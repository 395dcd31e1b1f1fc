import sharp from 'sharp';

/** A stamp on a page of 1654 × 2339 pixels; places are those of its middle. */
export interface TestStamp {
  readonly lines: readonly string[];
  readonly x?: number;
  readonly y?: number;
  readonly degrees?: number;
  readonly colour?: string;
  readonly opacity?: number;
  readonly size?: number;
  readonly frame?: 'straight' | 'round' | 'solid' | 'none';
}

const FONT = 'font-family="Tinos, FreeSerif, serif"';

/** Width of a drawn word in pixels. */
const measureWord = async (word: string): Promise<number> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="80"><rect width="600" height="80" fill="white"/><text x="10" y="60" font-size="50" ${FONT}>${word}</text></svg>`;
  const { info } = await sharp(Buffer.from(svg))
    .flatten({ background: 'white' })
    .trim()
    .toBuffer({ resolveWithObject: true });
  return info.width;
};

/** False on a machine without any font: every letter is the same empty box there. .ci/run installs two. */
export const CAN_DRAW = (await measureWord('MMMM')) > 1.5 * (await measureWord('IIII'));

const drawFrame = (frame: TestStamp['frame'], width: number, height: number, colour: string): string => {
  const line = `fill="none" stroke="${colour}" stroke-width="5"`;
  const corner = `x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}"`;
  if (frame === 'straight') return `<rect ${corner} ${line}/>`;
  if (frame === 'solid') return `<rect ${corner} fill="${colour}"/>`;
  return frame === 'round' ? `<circle r="${0.62 * width}" ${line}/>` : '';
};

const drawStamp = (stamp: TestStamp): string => {
  const {
    lines,
    x = 400,
    y = 400,
    degrees = 0,
    colour = '#c8141e',
    opacity = 1,
    size = 52,
    frame = 'straight',
  } = stamp;
  const width = size * (1 + 0.78 * Math.max(...lines.map((line) => line.length)));
  const height = size * (0.45 + 1.25 * lines.length);
  const ink = frame === 'solid' ? 'white' : colour;
  const text = lines.map((line, i) => {
    const baseline = size * (0.38 + 1.2 * (i - (lines.length - 1) / 2));
    return `<text y="${baseline}" text-anchor="middle" font-size="${size}" font-weight="bold" fill="${ink}" ${FONT}>${line}</text>`;
  });
  const turn = `translate(${x},${y}) rotate(${degrees})`;
  return `<g transform="${turn}" opacity="${opacity}">${drawFrame(frame, width, height, colour)}${text.join('')}</g>`;
};

const PRINT: readonly (readonly [number, number, number, string])[] = [
  [400, 180, 38, 'TỈNH ỦY HÒA GIANG'],
  [1150, 180, 40, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
  [400, 280, 38, 'Số 07-TB/TU'],
  [1150, 280, 38, 'Hòa Giang, ngày 14 tháng 01 năm 2026'],
  [827, 520, 46, 'THÔNG BÁO'],
  [827, 580, 40, 'về công tác cán bộ ở cơ sở'],
];

/** A page with a head, some lines and the stamps given; gray where asked. PNG. */
export const drawStampedPage = async (
  stamps: readonly TestStamp[],
  { isGray = false, width = 1654 }: { readonly isGray?: boolean; readonly width?: number } = {},
): Promise<Uint8Array> => {
  const body = Array.from({ length: 18 }, (_, i): readonly [number, number, number, string] => [
    827,
    900 + 52 * i,
    36,
    `${i + 1}. Giao Sở Nội vụ chủ trì, lập kế hoạch số ${i + 1} trước ngày 25/9/2026.`,
  ]);
  const print = [...PRINT, ...body].map(
    ([x, y, size, text]) => `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle" ${FONT}>${text}</text>`,
  );
  const paper = '<rect width="1654" height="2339" fill="white"/><rect x="870" y="195" width="560" height="3"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339">${paper}${print.join('')}${stamps.map(drawStamp).join('')}</svg>`;
  const page = sharp(Buffer.from(svg)).flatten({ background: 'white' }).resize(width);
  return (isGray ? page.grayscale() : page).png({ compressionLevel: 1 }).toBuffer();
};
