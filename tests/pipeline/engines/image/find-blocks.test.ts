import { describe, expect, it } from 'vitest';
import { findInkPatches } from '../../../../pipeline/engines/image/find-blocks.js';
import { openColourPage } from '../../../../pipeline/engines/image/image.js';
import { mapInks } from '../../../../pipeline/engines/image/ink-maps.js';
import { CAN_DRAW, drawStampedPage, type TestStamp } from '../stamped-page.js';

const find = async (stamps: readonly TestStamp[], isGray = false) =>
  findInkPatches(mapInks(await openColourPage(await drawStampedPage(stamps, { isGray }))));

describe.skipIf(!CAN_DRAW)('ink that looks like a stamp (skipped: this machine has no font)', () => {
  it('is none on a page of print, with the rule under its motto', async () => {
    expect(await find([])).toEqual([]);
    expect(await find([], true)).toEqual([]);
  });

  it.each([0, 7, -25])('has the angle of its frame: %i degrees', async (degrees) => {
    const [patch, ...others] = await find([{ lines: ['MẬT'], degrees }]);
    expect(others).toEqual([]);
    expect(patch).toMatchObject({ shape: 'frame', place: 'head', isColoured: true });
    expect(patch?.rectangle.degrees).toBeCloseTo(degrees, 0);
    expect(patch?.rectangle.centre.x).toBeCloseTo(400, -1);
  });

  it.each([
    ['a round frame', { lines: ['MẬT'], frame: 'round', size: 44 }, 'ring', 'head'],
    ['no frame', { lines: ['MẬT'], frame: 'none' }, 'plain', 'head'],
    ['letters of paper', { lines: ['MẬT'], frame: 'solid' }, 'plain', 'head'],
    ['a place at the foot', { lines: ['MẬT'], y: 2200 }, 'frame', 'foot'],
    ['a place under the end of a short text', { lines: ['MẬT'], y: 1950 }, 'frame', 'middle'],
    ['half its ink', { lines: ['MẬT'], opacity: 0.5 }, 'frame', 'head'],
    ['the size of a seal', { lines: ['SỞ'], frame: 'round', size: 100 }, 'seal', 'head'],
  ] as const)('may have %s', async (_, stamp, shape, place) => {
    expect(await find([stamp])).toMatchObject([{ shape, place }]);
  });

  it('is found in gray, and where print runs over its frame', async () => {
    expect(await find([{ lines: ['MẬT'], degrees: 9 }], true)).toMatchObject([{ shape: 'frame', isColoured: false }]);
    const [patch] = await find([{ lines: ['MẬT'], degrees: 9, y: 270 }], true);
    expect(patch?.shape).toBe('frame');
    expect(patch?.rectangle.degrees).toBeCloseTo(9, 0);
  });

  it('is two blocks where two stamps stand one below the other', async () => {
    const stamps = [
      { lines: ['HỎA TỐC'], degrees: 4, y: 360, size: 40 },
      { lines: ['MẬT'], degrees: -5, y: 460, size: 40 },
    ];
    expect(await find(stamps)).toHaveLength(2);
  });
});
