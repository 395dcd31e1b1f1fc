import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPipelineError } from '../pipeline/base/errors.js';
import type { Bilingual } from '../schemas/note.js';

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

/** Tries a file of its own in a folder, and takes it away. */
export const checkWriting = async (folder: string, name: Bilingual): Promise<Check> => {
  try {
    const probe = await mkdtemp(join(folder, 'ketluan-'));
    await writeFile(join(probe, 'probe'), 'x');
    await rm(probe, { recursive: true });
    return { name, ok: true, detail: same(folder) };
  } catch {
    return {
      name,
      ok: false,
      detail: {
        vi: `không ghi được vào ${folder}: cấp quyền ghi hoặc chọn nơi khác bằng --db`,
        en: `cannot write into ${folder}: grant write access or choose another place with --db`,
      },
    };
  }
};
