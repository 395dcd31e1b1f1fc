import { describe, expect, it } from 'vitest';
import { suggestWritten } from '../../../extractors/header/suggest-written.js';
import type { DigitReading, HeaderGap } from '../../../schemas/header-zones.js';

const gap = (field: HeaderGap['field'], ...readings: readonly [string, number][]): HeaderGap => ({
  field,
  box: { left: 0, top: 0, right: 80, bottom: 60 },
  ink: 'pen',
  read: '',
  confidence: null,
  handwriting: readings.map(([digits, confidence]): DigitReading => ({ digits, confidence })),
});

const HEADER = {
  number: null,
  numberParts: { digits: null, symbol: '/TB-UBND' },
  issuedOn: null,
  issuedOnParts: { year: 2018, month: 3, day: null },
  signatures: [],
} as const;
const signedAt = (at: string) => ({ ...HEADER, signatures: [{ by: 'Ủy ban', at, kind: 'panel' as const }] });

describe('what a hand wrote is suggested', () => {
  it('with the printed symbol, month and year, as sure as the less sure of both', () => {
    expect(suggestWritten(HEADER, [gap('number', ['07', 0.96]), gap('day', ['15', 0.9])])).toEqual({
      number: '07/TB-UBND',
      issuedOn: '2018-03-15',
      confidence: 0.9,
      numberConfidence: 0.96,
      issuedOnConfidence: 0.9,
      from: 'handwriting',
    });
  });

  it('each by itself: what is not suggested has no confidence', () => {
    expect(suggestWritten(HEADER, [gap('number', ['07', 0.96]), gap('day', ['15', 0.3])])).toEqual({
      number: '07/TB-UBND',
      issuedOn: null,
      confidence: 0.96,
      numberConfidence: 0.96,
      from: 'handwriting',
    });
  });

  it('never for what was read as print', () => {
    const read = { ...HEADER, number: '12/TB-UBND', issuedOn: '2018-03-02' };
    expect(suggestWritten(read, [gap('number', ['07', 0.99]), gap('day', ['15', 0.99])])).toBeUndefined();
  });

  it('not without a symbol or a year', () => {
    const bare = { number: null, issuedOn: null, signatures: [] };
    expect(suggestWritten(bare, [gap('number', ['07', 0.99]), gap('day', ['15', 0.99])])).toBeUndefined();
  });

  it('not where two readings are about as likely', () => {
    expect(suggestWritten(HEADER, [gap('number', ['17', 0.45], ['11', 0.44])])).toBeUndefined();
  });

  it('a month that is written as well', () => {
    const header = { ...HEADER, issuedOnParts: { year: 2018, month: null, day: null } };
    expect(suggestWritten(header, [gap('day', ['29', 0.9]), gap('month', ['4', 0.9])])).toMatchObject({
      issuedOn: '2018-04-29',
      confidence: 0.81,
    });
  });
});

describe('what no paper bears is thought little of', () => {
  it('a day that is none of the calendar', () => {
    expect(suggestWritten(HEADER, [gap('day', ['99', 0.5], ['29', 0.45])])?.issuedOn).toBe('2018-03-29');
    expect(suggestWritten(HEADER, [gap('day', ['99', 0.98])])).toBeUndefined();
  });

  it('a day behind that of the signature', () => {
    const readings = gap('day', ['29', 0.5], ['24', 0.45]);
    expect(suggestWritten(HEADER, [readings])?.issuedOn).toBe('2018-03-29');
    expect(suggestWritten(signedAt('2018-03-26T09:00:00+07:00'), [readings])).toMatchObject({
      issuedOn: '2018-03-24',
      confidence: 0.882,
    });
  });

  it.each(['00', '0', '0123', '123456'])('a number that no register has: %s', (digits) => {
    expect(suggestWritten(HEADER, [gap('number', [digits, 0.98])])).toBeUndefined();
  });

  it('a figure that stands alone, which may be two that ran together', () => {
    const sure = suggestWritten(HEADER, [gap('number', ['7', 0.98], ['71', 0.005])]);
    expect(sure).toMatchObject({ number: '7/TB-UBND', confidence: 0.831 });
    expect(suggestWritten(HEADER, [gap('number', ['7', 0.9], ['71', 0.05])])).toBeUndefined();
  });
});
