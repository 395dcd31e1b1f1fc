import { describe, expect, it } from 'vitest';
import { makeHostile } from '../../../../fixtures/make/word/hostile.js';
import { toPipelineError } from '../../../../pipeline/base/errors.js';
import { hashBytes, requireMediaType } from '../../../../pipeline/intake/stage.js';
import { paginate } from '../../../../pipeline/paginate/stage.js';
import { makeContext } from '../../run-context.js';

/** What becomes of a file at the first two stages: `stored`, or the code that it ends in. */
const tryFile = async (bytes: Uint8Array): Promise<string> => {
  try {
    const file = {
      path: 'x.docx',
      sha256: hashBytes(bytes),
      byteLength: bytes.length,
      mediaType: requireMediaType(bytes),
    };
    await paginate.run({ file, bytes: Uint8Array.from(bytes) }, makeContext());
    return 'stored';
  } catch (error) {
    return toPipelineError(error).code;
  }
};

describe('Word files that are broken or made to do harm', () => {
  const files = makeHostile();

  it('are thirty and more', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files.map(({ name, bytes, expect: code }) => [name, code, bytes] as const))(
    '%s ends as %s',
    async (_, code, bytes) => {
      expect(await tryFile(bytes)).toBe(code);
    },
    60_000,
  );
});
