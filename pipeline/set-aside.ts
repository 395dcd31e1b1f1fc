import { ERRORS, PipelineError } from './base/errors.js';

const { todo } = ERRORS['file-set-aside'];

/** A file that ended its reader in an earlier run, too, is set aside; any other failure is what it is. */
export const diedTwice = (error: unknown): unknown =>
  error instanceof PipelineError && error.code === 'reader-died'
    ? new PipelineError(
        'file-set-aside',
        {
          vi: 'Tệp đã hai lần làm bộ đọc dừng đột ngột nên được để riêng.',
          en: 'The file ended its reader abruptly twice and is set aside.',
        },
        todo,
      )
    : error;

/** A file over which the whole program died twice, the second time with nothing else in work. Who ended it is not known. */
export const programDied = (): PipelineError =>
  new PipelineError(
    'file-set-aside',
    {
      vi: 'Chương trình đã hai lần dừng đột ngột (mất điện, bị tắt, hoặc do chính tệp) khi đang đọc tệp này, lần sau chỉ đọc một mình nó, nên tệp được để riêng, chưa lưu gì.',
      en: 'The program ended abruptly twice (a power cut, a kill, or the file itself) while reading this file, the second time with nothing else in work: it is set aside and nothing of it is stored.',
    },
    todo,
  );

/** Said of a typed text that is no official paper. */
export const noPaper = (): PipelineError => {
  const { when, todo } = ERRORS['file-no-paper'];
  return new PipelineError('file-no-paper', when, todo);
};
