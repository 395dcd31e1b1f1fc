import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PureStage, Stage } from '../../pipeline/base/contract.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { checkPureStage, checkStage } from '../../pipeline/check-stage.js';
import { openFile, runDocument } from '../../pipeline/run-document.js';
import type { Note } from '../../schemas/note.js';
import type { NoteRule } from '../../schemas/note-rules.js';
import { makeContext } from './run-context.js';

const Lines = z.object({ lines: z.array(z.object({ text: z.string() })) });
type Lines = z.infer<typeof Lines>;

const note = (rule: NoteRule): Note => ({ level: 'review', rule, message: { vi: 'lạ', en: 'strange' } });

/** A stage that gives what JSON says, as a stage with a defect would. */
const giving = (json: string, notes: readonly Note[] = []): PureStage<string, Lines> => ({
  name: 'outline',
  version: 1,
  output: Lines,
  run: () => ({ value: JSON.parse(json), notes }),
});

describe('checkPureStage', () => {
  it('lets through what has the shape of the stage, as it is', () => {
    const stage = giving('{"lines":[{"text":"a","more":1}]}', [note('outline/number-gap')]);
    expect(checkPureStage(stage).run('')).toEqual(stage.run(''));
  });

  it('names the stage and the place of the field, never what stands there', () => {
    const stage = checkPureStage(giving('{"lines":[{"text":"a"},{"text":["bí mật"]}]}'));
    expect(() => stage.run('')).toThrowError(
      expect.objectContaining({
        code: 'internal',
        message:
          'Stage outline gave a result that breaks its shape at .lines[1].text: Invalid input: expected string, received array.',
      }),
    );
  });

  it('refuses a note under the rule of another stage', () => {
    const stage = checkPureStage(giving('{"lines":[]}', [note('outline/number-gap'), note('repair/number-changed')]));
    expect(() => stage.run('')).toThrowError('at notes[1].rule: repair/number-changed is a rule of repair');
  });
});

describe('checkStage', () => {
  it('rejects for a stage that waits', async () => {
    const stage: Stage<string, Lines> = { ...giving('{}'), run: async () => ({ value: JSON.parse('{}'), notes: [] }) };
    await expect(checkStage(stage).run('', makeContext())).rejects.toMatchObject({ code: 'internal' });
  });

  it('makes a broken shape the end of its file alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketluan-check-'));
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'KẾT LUẬN\n\n1. Giao Sở Nội vụ chủ trì.\n');
    const pipeline = buildPipeline({ check: true });
    const broken = { ...pipeline, paginate: checkStage({ ...pipeline.paginate, output: z.never() }) };
    const context = makeContext();
    const outcome = await runDocument(await openFile(path, pipeline, context), broken, context);
    rmSync(folder, { recursive: true });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
    expect(outcome.kind === 'failed' && outcome.error.message).toContain('Stage paginate');
  });
});
