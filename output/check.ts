import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PipelineError, toPipelineError } from '../pipeline/base/errors.js';
import type { Bilingual } from '../schemas/note.js';
import { diskFull, isFull } from './files/write-error.js';

/** One thing that must work, what was found, and what to do when it does not. */
export interface Check {
  readonly name: Bilingual;
  readonly ok: boolean;
  readonly detail: Bilingual;
}

/** A version, a path: what is the same in every language. */
export const same = (text: string): Bilingual => ({ vi: text, en: text });

/** Some sentences of errors have their full stop. */
const END = /\.$/u;

/** Runs a check that throws a PipelineError when it fails. */
export const attempt = async (name: Bilingual, work: () => Promise<Bilingual> | Bilingual): Promise<Check> => {
  try {
    return { name, ok: true, detail: await work() };
  } catch (error) {
    const { text, hint } = toPipelineError(error);
    return {
      name,
      ok: false,
      detail: { vi: `${text.vi.replace(END, '')}. ${hint.vi}`, en: `${text.en.replace(END, '')}. ${hint.en}` },
    };
  }
};

const unwritable = (folder: string, cause: unknown): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `Không ghi được vào ${folder}`, en: `Cannot write into ${folder}` },
    { vi: 'Cấp quyền ghi hoặc chọn nơi khác.', en: 'Grant write access or choose another place.' },
    cause,
  );

/** Tries a file of its own in a folder, and takes it away, also from a disk that is full. */
export const checkWriting = (folder: string, name: Bilingual): Promise<Check> =>
  attempt(name, async () => {
    let probe: string | undefined;
    try {
      probe = await mkdtemp(join(folder, 'ketluan-'));
      await writeFile(join(probe, 'probe'), 'x');
    } catch (error) {
      throw isFull(error) ? diskFull(folder, error) : unwritable(folder, error);
    } finally {
      if (probe !== undefined) await rm(probe, { recursive: true });
    }
    return same(folder);
  });
