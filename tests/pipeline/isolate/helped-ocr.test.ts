import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { OcrPage } from '../../../pipeline/base/contract.js';
import { HelpedOcr } from '../../../pipeline/isolate/helped-ocr.js';
import { emptyOcrPage } from '../run-context.js';

const { signal } = new AbortController();
const said = (text: string): OcrPage => ({ ...emptyOcrPage, text });

/** An engine over one that reads a page when it is told to; every image is one byte, the page's number. */
const open = () => {
  const begun: number[] = [];
  const ends = new Map<number, (page: OcrPage) => void>();
  const told: boolean[] = [];
  const own = {
    id: 'own',
    read: (image: Uint8Array): Promise<OcrPage> => {
      const number = image[0] ?? 0;
      begun.push(number);
      return new Promise((resolve) => ends.set(number, resolve));
    },
    close: async () => undefined,
  };
  const ocr = new HelpedOcr(own, (hasSpare) => told.push(hasSpare));
  const came = new Map<number, string>();
  const ask = (...numbers: readonly number[]): void => {
    for (const number of numbers)
      void ocr.read(Uint8Array.from([number]), signal).then(({ text }) => came.set(number, text));
  };
  const end = async (number: number): Promise<void> => {
    ends.get(number)?.(said(`here ${number}`));
    await turn();
  };
  return { ocr, begun, told, came, ask, end };
};

describe('pages in hand', () => {
  it('are read here, three at a time, and given to who asks while they wait', async () => {
    const { ocr, begun, told, came, ask, end } = open();
    expect(ocr.give()).toBeUndefined();
    ask(1, 2, 3, 4, 5, 6);
    expect([begun, told]).toEqual([[1, 2, 3], [true]]);
    const [first, second] = [ocr.give(), ocr.give()];
    expect([first?.image[0], second?.image[0]]).toEqual([4, 5]);
    await end(1);
    expect([begun, told, ocr.give()]).toEqual([[1, 2, 3, 6], [true, false], undefined]);
    ocr.take(first?.page ?? 0, said('there 4'));
    // Nothing came of it: it is read here as soon as there is room. Told twice, or of no page, is not looked at.
    ocr.take(second?.page ?? 0, undefined);
    ocr.take(second?.page ?? 0, said('late'));
    ocr.take(99, said('whose?'));
    await end(2);
    for (const number of [3, 6, 5]) await end(number);
    expect(begun).toEqual([1, 2, 3, 6, 5]);
    expect(Object.fromEntries(came)).toEqual({
      1: 'here 1',
      2: 'here 2',
      3: 'here 3',
      4: 'there 4',
      5: 'here 5',
      6: 'here 6',
    });
  });

  it('stay here from the moment at which a mark is feared, those that are away as well', async () => {
    const { ocr, begun, told, came, ask, end } = open();
    ask(1, 2, 3, 4, 5);
    const given = ocr.give();
    ocr.keep();
    expect([told, ocr.give()]).toEqual([[true, false], undefined]);
    ocr.take(given?.page ?? 0, said('there 4'));
    for (const number of [1, 2, 3, 4, 5]) await end(number);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    expect(came.get(4)).toBe('here 4');
  });
});
