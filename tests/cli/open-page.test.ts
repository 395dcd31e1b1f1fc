import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeHandover } from '../../cli/open-page.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-handover-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINK = 'http://127.0.0.1:8765/vao/abc_DEF-123';

describe('the file that leads the browser to the page', () => {
  it('is its owner’s alone, leads to the link, and goes', () => {
    writeFileSync(join(folder, 'ketluan-mo-trang-của tôi.html'), '');
    const { path, remove } = writeHandover(folder, LINK, '0123456789ab');
    // Windows has no such rights: there the folder for temporary files is the person's own.
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    const html = readFileSync(path, 'utf8');
    expect(html).toContain(`content="0;url=${LINK}"`);
    expect(html).not.toMatch(/<script/iu);
    // The path is what others see of it.
    expect(path).not.toContain('abc_DEF-123');
    remove();
    expect(existsSync(path)).toBe(false);
    remove();
  });

  it('of a start that was killed goes with the next, and no other file does', () => {
    const { path: left } = writeHandover(folder, LINK, 'aaaaaaaaaaaa');
    const { path } = writeHandover(folder, LINK, 'bbbbbbbbbbbb');
    expect([existsSync(left), existsSync(path)]).toEqual([false, true]);
    expect(readdirSync(folder).sort()).toEqual(
      ['ketluan-mo-trang-bbbbbbbbbbbb.html', 'ketluan-mo-trang-của tôi.html'].sort(),
    );
  });

  it('is never written over another', () => {
    const { path } = writeHandover(folder, LINK, 'cccccccccccc');
    rmSync(path);
    writeFileSync(path.replace('cccccccccccc', 'dddddddddddd'), '');
    expect(() => writeHandover(join(folder, 'không có'), LINK, 'dddddddddddd')).toThrow('ENOENT');
  });
});
