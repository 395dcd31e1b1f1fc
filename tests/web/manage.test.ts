import { describe, expect, it } from 'vitest';
import { findToken, listTokens, listUsers } from '../../output/access/access.js';
import { logIn } from '../../output/access/log-in.js';
import { AT, SAMPLES } from '../output/sample-records.js';
import { HOST, openPage } from './open-page.js';

const FORM = { do: 'save-user', name: 'Lan', role: 'reviewer', password: 'mật khẩu dài' };

describe('the screen of managers', () => {
  it('makes users who may log in, and takes them away', async () => {
    const { access, as, get, post } = openPage(SAMPLES);
    const { headers, csrf } = as('admin');
    expect((await post('/quan-tri', { ...FORM, _csrf: csrf }, headers)).status).toBe(303);
    expect(listUsers(access).map(({ name, role }) => [name, role])).toEqual([['Lan', 'reviewer']]);
    const asked = { name: 'Lan', password: 'mật khẩu dài', from: '192.0.2.7' };
    expect(await logIn(access, asked, AT)).toEqual({ result: 'in', user: { name: 'Lan', role: 'reviewer' } });
    expect(await (await get('/quan-tri', headers)).text()).toContain('<b>Lan</b>');
    expect((await post('/quan-tri', { do: 'remove-user', name: 'Lan', _csrf: csrf }, headers)).status).toBe(303);
    expect(listUsers(access)).toEqual([]);
  });

  it('shows a token once, which lets a machine read JSON', async () => {
    const { access, as, get, post } = openPage(SAMPLES);
    const { headers, csrf } = as('admin');
    const made = await post('/quan-tri', { do: 'make-token', name: 'máy in', role: 'reader', _csrf: csrf }, headers);
    const [, secret = ''] = /<code class="token">([\w-]+)<\/code>/u.exec(await made.text()) ?? [];
    expect(findToken(access, secret)).toEqual({ name: 'máy in', role: 'reader', csrf: null });
    const bearer = { host: HOST, authorization: `Bearer ${secret}`, accept: 'application/json' };
    expect((await get('/tim', bearer)).status).toBe(200);
    expect((await get('/quan-tri', bearer)).status).toBe(403);
    expect(await (await get('/quan-tri', headers)).text()).not.toContain(secret);
    await post('/quan-tri', { do: 'remove-token', name: 'máy in', _csrf: csrf }, headers);
    expect(listTokens(access)).toEqual([]);
    expect((await get('/tim', bearer)).status).toBe(401);
  });

  it.each([
    ['a short password', { ...FORM, password: 'ngắn' }],
    ['a name that is none', { ...FORM, name: '../<b>' }],
    ['a role that is none', { ...FORM, role: 'root' }],
  ])('refuses %s', async (_, form) => {
    const { access, as, post } = openPage(SAMPLES);
    const { headers, csrf } = as('admin');
    const answer = await post('/quan-tri', { ...form, _csrf: csrf }, headers);
    const html = await answer.text();
    expect([answer.status, html.match(/aria-invalid="true"/gu)?.length]).toEqual([422, 1]);
    // What was typed stays, told beside its field; a password is typed again.
    expect(html).toContain(
      `name="name" required="" maxlength="60" autocomplete="off" value="${form.name.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
    );
    expect(html).toMatch(/id="wrong-save-user-(?:password|name|role)" role="alert">[^<]{10}/u);
    expect(html).not.toContain(form.password);
    expect(listUsers(access)).toEqual([]);
  });

  it.each(['reader', 'reviewer'] as const)('is closed to a %s', async (role) => {
    const { access, as, get, post } = openPage(SAMPLES);
    const { headers, csrf } = as(role);
    expect((await get('/quan-tri', headers)).status).toBe(403);
    expect((await post('/quan-tri', { ...FORM, _csrf: csrf }, headers)).status).toBe(403);
    expect(listUsers(access)).toEqual([]);
  });

  it.each([
    ['of ours', 'http://127.0.0.1:8765/quan-tri?x=1', true],
    ['of another site', 'http://ke-xau.example/quan-tri', false],
  ])('leads back from an error that is of no form to a page %s', async (_, referer, isLink) => {
    const { as, post } = openPage(SAMPLES);
    const { headers, csrf } = as('admin');
    const told = await (await post('/nap/hoan-tac', { batch: '999', _csrf: csrf }, { ...headers, referer })).text();
    expect(told.includes('href="/quan-tri?x=1"')).toBe(isLink);
    expect(told).not.toContain('ke-xau');
  });
});
