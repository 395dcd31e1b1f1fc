import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashBytes, intake } from '../../../pipeline/intake/stage.js';
import { makeContext } from '../run-context.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ketluan-intake-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};

const isRoot = process.getuid?.() === 0;
const cannotDeny = isRoot || process.platform === 'win32';

describe('intake', () => {
  it('gives bytes, hash and the real kind of a file', async () => {
    const content = Buffer.from('Giao Ban Tổ chức Huyện uỷ.');
    const path = await put('kết luận.txt', content);
    const { value, notes } = await intake.run(path, makeContext());
    expect(intake.output.safeParse(value).success).toBe(true);
    expect(value.file).toEqual({
      path,
      sha256: hashBytes(content),
      byteLength: content.length,
      mediaType: 'text/plain',
    });
    expect(notes).toEqual([]);
  });

  it('takes a .pdf that is a JPEG for a JPEG', async () => {
    const path = await put('scan.pdf', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
    const { value } = await intake.run(path, makeContext());
    expect(value.file.mediaType).toBe('image/jpeg');
  });

  it('refuses an empty file', async () => {
    await expect(intake.run(await put('empty.pdf', ''), makeContext())).rejects.toMatchObject({ code: 'file-empty' });
  });

  it('refuses what it does not know', async () => {
    const path = await put('report.txt', Uint8Array.from([0x50, 0x4b, 0x03, 0x04]));
    await expect(intake.run(path, makeContext())).rejects.toMatchObject({ code: 'file-unsupported' });
  });

  it.each([
    ['bmp', [0x42, 0x4d, ...Array<number>(12).fill(0), 40, ...Array<number>(39).fill(0)], 'a BMP image', 'PNG'],
    ['gif', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61], 'a GIF image', 'PNG'],
    ['zip', [0x50, 0x4b, 0x03, 0x04], 'a ZIP archive', 'Unpack'],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('Workbook', 'utf16le')], 'an old Excel or Office file', 'PDF'],
    ['7z', [0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive', 'Unpack'],
  ])('names a kind that it knows and says what to make of it: %s', async (name, bytes, kind, todo) => {
    const path = await put(`known.${name}`, Uint8Array.from(bytes));
    await expect(intake.run(path, makeContext())).rejects.toMatchObject({
      code: 'file-unsupported',
      text: { en: expect.stringContaining(kind) },
      hint: { en: expect.stringContaining(todo) },
    });
  });

  it('takes a text that only begins like a bitmap', async () => {
    const { value } = await intake.run(await put('bm.txt', 'BM: Ban Mặt trận giao việc cho các xã.'), makeContext());
    expect(value.file.mediaType).toBe('text/plain');
  });

  it.each([
    ['missing', 'ENOENT'],
    ['folder', 'EISDIR'],
  ])('says why a %s path cannot be read', async (name, code) => {
    if (name === 'folder') await mkdir(join(folder, name));
    await expect(intake.run(join(folder, name), makeContext())).rejects.toMatchObject({
      code: 'file-unreadable',
      text: { en: `The file or folder cannot be read (${code}): expected an ordinary one that this user may read.` },
    });
  });

  it.skipIf(cannotDeny)('says that the right to read is missing (skipped for root and on Windows)', async () => {
    const path = await put('private.txt', 'Giao Ban Tổ chức.');
    await chmod(path, 0);
    await expect(intake.run(path, makeContext())).rejects.toMatchObject({
      code: 'file-unreadable',
      text: { en: 'The file or folder cannot be read (EACCES): expected an ordinary one that this user may read.' },
    });
  });
});
