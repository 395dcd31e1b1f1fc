import { describe, expect, it } from 'vitest';
import { Estimate } from '../../cli/estimate.js';
import { formatLength } from '../../cli/format.js';
import { speak } from '../../cli/language.js';
import { describeBatch } from '../../cli/progress.js';

const vi = speak('vi');

describe('Estimate', () => {
  it('reckons nothing before there is something to reckon from', () => {
    const estimate = new Estimate(['a.pdf', 'b.pdf'], 0);
    expect(estimate.at(1)).toEqual({ share: 0, secondsLeft: undefined, inHand: undefined });
    estimate.begin('a.pdf', 0);
    expect(estimate.at(1)).toEqual({ share: 0, secondsLeft: undefined, inHand: { path: 'a.pdf', page: 0, of: 0 } });
  });

  it('moves within one long file, by its pages', () => {
    const estimate = new Estimate(['a.pdf'], 0);
    estimate.begin('a.pdf', 0);
    estimate.reach('a.pdf', 75, 300);
    expect(estimate.at(50)).toEqual({ share: 0.25, secondsLeft: 150, inHand: { path: 'a.pdf', page: 75, of: 300 } });
  });

  it('measures each kind by itself: a thousand texts say nothing of a scan', () => {
    const texts = Array.from({ length: 100 }, (_, i) => `${i}.txt`);
    const estimate = new Estimate([...texts, 'a.TIF', 'b.tif'], 0);
    texts.forEach((path, i) => {
      estimate.begin(path, i * 0.01);
      estimate.end(path, (i + 1) * 0.01);
    });
    estimate.begin('a.TIF', 1);
    estimate.end('a.TIF', 21);
    expect(estimate.at(21).secondsLeft).toBeCloseTo(20, 5);
    expect(estimate.at(21).share).toBeCloseTo(21 / 41, 5);
  });

  it('counts on as many files at once as it sees', () => {
    const estimate = new Estimate(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'], 0);
    for (const path of ['a.pdf', 'b.pdf']) {
      estimate.begin(path, 0);
      estimate.end(path, 10);
    }
    expect(estimate.at(10).secondsLeft).toBeCloseTo(10, 5);
  });

  it('reckons nothing from files that were answered at once: they say nothing of the rest', () => {
    const estimate = new Estimate(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'], 0);
    estimate.end('a.pdf', 0.1);
    expect(estimate.at(0.1)).toEqual({ share: 0.25, secondsLeft: undefined, inHand: undefined });
  });

  it('takes a file that was known already for one that cost nothing', () => {
    const estimate = new Estimate(['a.pdf', 'b.pdf', 'c.pdf'], 0);
    estimate.end('a.pdf', 1);
    estimate.begin('b.pdf', 1);
    estimate.end('b.pdf', 11);
    // Half of those met were new.
    expect(estimate.at(11).secondsLeft).toBeCloseTo(5, 5);
  });
});

describe('the line of a batch', () => {
  it('names the file in hand with its page, and never says all before all is done', () => {
    const estimate = new Estimate(['x/tờ trình.pdf', 'b.pdf'], 0);
    estimate.begin('x/tờ trình.pdf', 0);
    estimate.reach('x/tờ trình.pdf', 7, 34);
    const state = { estimate, files: 2, done: 0, pages: 0 };
    expect(describeBatch(state, 14, vi)).toBe(
      '██░░░░░░░░░░░░░░░░░░ 10 % · 0/2 tệp · 0 trang · còn khoảng 2 phút · trang 7/34 · tờ trình.pdf',
    );
    estimate.reach('x/tờ trình.pdf', 34, 34);
    estimate.end('b.pdf', 14);
    expect(describeBatch({ ...state, done: 1, pages: 1 }, 14, vi)).toContain(' 99 % · 1/2 tệp · 1 trang · còn khoảng');
  });

  it('makes an ending of no name', () => {
    const estimate = new Estimate(['a\u001b]0;x\u0007.pdf'], 0);
    estimate.begin('a\u001b]0;x\u0007.pdf', 0);
    expect(describeBatch({ estimate, files: 1, done: 0, pages: 0 }, 1, vi)).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    [0.2, '1 giây'],
    [59.4, '59 giây'],
    [61, '1 phút'],
    [3600, '1 giờ'],
    [7830, '2 giờ 11 phút'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatLength(seconds, vi)).toBe(text);
  });
});
