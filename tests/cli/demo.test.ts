import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { throwFailure } from '../../cli/commands/ingest.js';
import { packageFile } from '../../pipeline/base/package-root.js';

describe('ketluan demo', () => {
  // Windows ends a child at once, whatever the signal.
  it.skipIf(process.platform === 'win32')('that is stopped tells how far it came and searches nothing', async () => {
    const child = spawn(process.execPath, [packageFile('dist', 'cli', 'main.js'), 'demo']);
    const printed: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => printed.push(part));
    const closed = once(child, 'close');
    // Its progress: the first file is done.
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    expect((await closed)[0]).toBe(130);
    const text = Buffer.concat(printed).toString('utf8');
    expect(text).toContain('Đã dừng theo yêu cầu; còn ');
    expect(text).not.toContain('ketluan search');
  });

  it('ends as the batch did: a broken set-up is no demo that found nothing', () => {
    const text = { vi: 'Thiếu dữ liệu', en: 'Missing data' };
    const error = { code: 'ocr-language-missing', message: text, hint: text } as const;
    expect(() => throwFailure({ error })).toThrow(expect.objectContaining({ code: 'ocr-language-missing', text }));
    expect(throwFailure({ error: null })).toBeUndefined();
  });
});
