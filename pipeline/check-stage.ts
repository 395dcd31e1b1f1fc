import type { PureStage, Stage, StageResult } from './base/contract.js';
import { PipelineError } from './base/errors.js';
import { stageOfNote } from './note-stage.js';

const broken = (stage: string, path: string, trouble: string, cause?: unknown): PipelineError =>
  new PipelineError(
    'internal',
    {
      vi: `Bước ${stage} cho kết quả sai khuôn mẫu ở ${path}: ${trouble}.`,
      en: `Stage ${stage} gave a result that breaks its shape at ${path}: ${trouble}.`,
    },
    { vi: 'Hãy báo lỗi này cho người phát triển.', en: 'Please report this as a defect.' },
    cause,
  );

const writePath = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? '(.)'
    : path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');

/** Throws `internal` with the names of stage and field when a result is not of the stage's shape. */
const requireShape = <Output>(stage: Stage<never, Output>, { value, notes }: StageResult<Output>): void => {
  const parsed = stage.output.safeParse(value);
  const [issue] = parsed.success ? [] : parsed.error.issues;
  // zod's message names types and limits, never the value: nothing of the document gets out.
  if (issue !== undefined) throw broken(stage.name, writePath(issue.path), issue.message, parsed.error);
  for (const [index, note] of notes.entries()) {
    const owner = stageOfNote(note);
    if (owner !== stage.name) throw broken(stage.name, `notes[${index}].rule`, `${note.rule} is a rule of ${owner}`);
  }
};

/** The stage with each result checked against its schema, and each note against the rooms of its rules (`--check`). */
export const checkStage = <Input, Output>(stage: Stage<Input, Output>): Stage<Input, Output> => ({
  ...stage,
  run: async (input, context) => {
    const result = await stage.run(input, context);
    requireShape(stage, result);
    return result;
  },
});

/** The same for a stage without context. */
export const checkPureStage = <Input, Output>(stage: PureStage<Input, Output>): PureStage<Input, Output> => ({
  ...stage,
  run: (input) => {
    const result = stage.run(input);
    requireShape(stage, result);
    return result;
  },
});
