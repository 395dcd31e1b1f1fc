import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findUnraised, readStageDigests, StageDigests } from '../../fixtures/make/stage-digests.js';
import { packageFile } from '../../pipeline/base/package-root.js';

const recorded = StageDigests.parse(
  JSON.parse(readFileSync(packageFile('tests', 'pipeline', 'stage-versions.json'), 'utf8')),
);

describe('versions of the stages', () => {
  it('are raised when a stage gives another output for the same input', async () => {
    const current = await readStageDigests();
    expect(
      findUnraised(recorded, current),
      'Raise the version in pipeline/base/provenance.ts (recognize when OCR_RECIPE is raised; index: INDEX_VERSION in output/store/index-text.ts), then: npm run golden',
    ).toEqual([]);
    expect(current, 'The record of the stages is not current: npm run golden').toEqual(recorded);
  });
});

describe('findUnraised', () => {
  const versions = { intake: 2, paginate: 2, recognize: 2, repair: 2, outline: 2, extract: 2, index: 2 };
  const before: StageDigests = { versions, files: { 'a.txt': 'a b c d e f g', 'b.txt': 'h i j k l m n' } };
  const after = { 'a.txt': 'a b c d e2 f2 g2', 'b.txt': 'h i j k l m n' };

  it('names the first stage that differs, and none of those behind it', () => {
    expect(findUnraised(before, { versions, files: after })).toEqual(['outline: a.txt']);
  });

  it('is content with a higher version of that stage, and with no other', () => {
    expect(findUnraised(before, { versions: { ...versions, outline: 3 }, files: after })).toEqual([]);
    expect(findUnraised(before, { versions: { ...versions, extract: 3 }, files: after })).toEqual(['outline: a.txt']);
    expect(findUnraised(before, { versions: { ...versions, outline: 1 }, files: after })).toEqual(['outline: a.txt']);
  });

  it('sees each file by itself, and nothing in files that are new', () => {
    const files = { 'a.txt': 'a b c d e f g2', 'b.txt': 'h i j k2 l2 m2 n2', 'c.txt': 'o p q r s t u' };
    expect(findUnraised(before, { versions, files })).toEqual(['index: a.txt', 'repair: b.txt']);
    expect(findUnraised(before, before)).toEqual([]);
  });
});

const SCRIPT = packageFile('dist', 'fixtures', 'make', 'write-stage-digests.js');

describe.skipIf(!existsSync(SCRIPT))('npm run golden (needs npm run build)', () => {
  it('refuses to keep versions where nobody looks on', () => {
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, '--same-version'], {
      env: { ...process.env, CI: 'true' },
      encoding: 'utf8',
    });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('--same-version') });
  });
});
