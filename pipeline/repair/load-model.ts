import { existsSync, readFileSync } from 'node:fs';
import { PipelineError } from '../base/errors.js';
import { packageFile } from '../base/package-root.js';
import { type RepairModel, readModel } from './model-file.js';

let packaged: RepairModel | undefined;

/** The packaged repair model, read once. Throws `model-missing` where its file is not there. — mô hình khôi phục văn bản */
export const loadModel = (): RepairModel => {
  if (packaged !== undefined) return packaged;
  const path = packageFile('models', 'repair-model.bin');
  if (!existsSync(path))
    throw new PipelineError(
      'model-missing',
      {
        vi: `Không tìm thấy mô hình khôi phục văn bản tại ${path}`,
        en: `Expected the repair model at ${path}, found none`,
      },
      { vi: 'Cài lại gói, hoặc chạy npm run train', en: 'Install the package again, or run npm run train' },
    );
  packaged = readModel(readFileSync(path));
  return packaged;
};
