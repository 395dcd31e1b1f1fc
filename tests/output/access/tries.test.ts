import { describe, expect, it } from 'vitest';
import { saveUser } from '../../../output/access/access.js';
import { logIn } from '../../../output/access/log-in.js';
import { forgetTries, networkOf, noteTry, settleTries, waitForTry } from '../../../output/access/tries.js';
import { openAccessFile } from '../../../output/store/access-file.js';
import { AT } from '../sample-records.js';

const later = (ms: number): string => new Date(Date.parse(AT) + ms).toISOString();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Wrong tries, one after the other, each as soon as it is looked at; how many were within some time. */
const tryWithin = (
  access: ReturnType<typeof openAccessFile>,
  name: string,
  addresses: readonly string[],
  ms: number,
): number => {
  let count = 0;
  for (let at = 0; at <= ms; at += 30 * MINUTE)
    for (const from of addresses) {
      const trier = { name, from };
      while (waitForTry(access, trier, later(at)) === 0) {
        noteTry(access, trier, later(at));
        count++;
      }
    }
  return count;
};

describe('passwords that are tried', () => {
  it('wait behind the fifth, at this address alone: nobody keeps a clerk out by her name', async () => {
    const access = openAccessFile(':memory:');
    await saveUser(access, { name: 'Lan', role: 'reviewer', password: 'mật khẩu của Lan' }, AT);
    const own = { name: 'Lan', from: '10.0.0.5' };
    expect((await logIn(access, { ...own, password: 'mật khẩu của Lan' }, AT)).result).toBe('in');
    // A whole night of wrong passwords under her name, from a hundred machines.
    const machines = Array.from({ length: 100 }, (_, i) => `203.0.113.${i}`);
    const tried = tryWithin(access, 'Lan', machines, 12 * HOUR);
    expect(tried).toBeLessThan(130);
    expect(waitForTry(access, { name: 'Lan', from: '203.0.113.200' }, later(12 * HOUR))).toBeGreaterThan(0);
    const morning = later(12 * HOUR);
    // At her own machine she comes in, also when she mistypes four times first.
    for (let i = 0; i < 4; i++)
      expect((await logIn(access, { ...own, password: `sai ${i}` }, morning)).result).toBe('wrong');
    expect((await logIn(access, { ...own, password: 'mật khẩu của Lan' }, morning)).result).toBe('in');
    access.close();
  });

  it('keep nobody from a new machine either: those wait who try', async () => {
    const access = openAccessFile(':memory:');
    await saveUser(access, { name: 'Lan', role: 'reviewer', password: 'mật khẩu của Lan' }, AT);
    const machines = Array.from({ length: 20 }, (_, i) => `203.0.113.${i}`);
    expect(tryWithin(access, 'Lan', machines, 12 * HOUR)).toBeLessThan(70);
    const [morning, fresh] = [later(12 * HOUR), { name: 'Lan', from: '10.0.0.77' }];
    expect(waitForTry(access, { name: 'Lan', from: '203.0.113.7' }, morning)).toBeGreaterThan(0);
    expect((await logIn(access, { ...fresh, password: 'gõ nhầm' }, morning)).result).toBe('wrong');
    expect((await logIn(access, { ...fresh, password: 'mật khẩu của Lan' }, morning)).result).toBe('in');
    access.close();
  });

  it('wait at her own machine, too, and longer each time', () => {
    const access = openAccessFile(':memory:');
    const own = { name: 'Lan', from: '10.0.0.5' };
    settleTries(access, own, AT);
    const waits = Array.from({ length: 12 }, () => {
      noteTry(access, own, AT);
      return waitForTry(access, own, AT) / 1000;
    });
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600]);
    access.close();
  });

  it.each([
    ['one name from one machine', ['10.0.0.9'], 24],
    ['one name from a hundred machines', Array.from({ length: 100 }, (_, i) => `198.51.100.${i}`), 124],
    ['one name from one network of IPv6', Array.from({ length: 100 }, (_, i) => `2001:db8:1:2::${i.toString(16)}`), 24],
  ])('are few in half a day: %s', (_, addresses, most) => {
    const access = openAccessFile(':memory:');
    const tried = tryWithin(access, 'Lan', addresses, 12 * HOUR);
    expect(tried).toBeGreaterThan(4);
    expect(tried).toBeLessThanOrEqual(most);
    access.close();
  });

  it('are forgotten a day later, and when an admin gives a new password', () => {
    const access = openAccessFile(':memory:');
    const own = { name: 'Lan', from: '10.0.0.5' };
    for (let i = 0; i < 20; i++) noteTry(access, own, AT);
    expect(waitForTry(access, own, AT)).toBe(HOUR);
    expect(waitForTry(access, own, later(24 * HOUR + 1))).toBe(0);
    forgetTries(access, 'Lan');
    // The address is still counted: it tried twenty times.
    expect(waitForTry(access, own, AT)).toBe(HOUR);
    expect(waitForTry(access, { ...own, from: '10.0.0.6' }, AT)).toBe(0);
    access.close();
  });

  it('of a name that begins like another are another’s', () => {
    const access = openAccessFile(':memory:');
    for (let i = 0; i < 6; i++) noteTry(access, { name: 'Lan Anh', from: '10.0.0.7' }, AT);
    forgetTries(access, 'Lan');
    expect(access.prepare("SELECT count(*) FROM tried WHERE who LIKE 'pair%'").pluck().get()).toBe(1);
    access.close();
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8::7', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['proxy', 'proxy'],
  ])('come from a network: %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
