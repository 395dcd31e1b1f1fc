import { expect, it } from 'vitest';
import { cutRow } from '../../../../pipeline/engines/ocr/page-ink.js';
import type { Box } from '../../../../schemas/span.js';

const [WIDTH, HEIGHT] = [120, 90];
const inkOf = ([left, top, right, bottom]: readonly [number, number, number, number]) => ({
  box: { left, top, right, bottom },
  pixels: (right - left) * (bottom - top),
});

/** "ẩ": a letter 20 pixels high, the circumflex over it, the hook over that; a speck at the height of the hook, over nothing. */
const LETTERS = [inkOf([20, 50, 36, 70]), inkOf([40, 50, 56, 70]), inkOf([60, 50, 76, 70])];
const CIRCUMFLEX = inkOf([22, 42, 34, 47]);
const HOOK = inkOf([26, 31, 31, 39]);
const SPECK = inkOf([64, 31, 68, 39]);

const drawPage = () => {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const { box } of [...LETTERS, CIRCUMFLEX, HOOK, SPECK])
    for (let y = box.top; y < box.bottom; y++) pixels.fill(0, y * WIDTH + box.left, y * WIDTH + box.right);
  return { pixels, width: WIDTH, height: HEIGHT };
};

it('keeps the hook over a circumflex in a row that is read again, and no speck beside it', () => {
  const reading = { x: 20, read: [], free: LETTERS, marks: [CIRCUMFLEX, HOOK, SPECK], unread: [] };
  const line = { box: { left: 20, top: 50, right: 76, bottom: 70 }, glyphs: LETTERS };
  const { row, box } = cutRow({ raster: drawPage(), inks: [] }, line, reading);
  const isShown = (of: Box): boolean => row.pixels[(of.top + 2 - box.top) * row.width + of.left + 1 - box.left] === 0;
  expect([LETTERS[0], CIRCUMFLEX, HOOK, SPECK].map((ink) => isShown(ink?.box ?? box))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
