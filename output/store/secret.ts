import type { SecrecyPolicy } from '../../pipeline/base/contract.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** True for a database that was made for classified papers. */
export const isSecret = (db: Store): boolean =>
  prepare<{ value: string }>(db, "SELECT value FROM meta WHERE name = 'secret'").get() !== undefined;

/**
 * Makes an empty database one for classified papers, for good. Throws `usage` where something is stored already: what was
 * published of it would not be told apart. — cơ sở dữ liệu mật: `makeSecret(openDatabase('mat.db'))`
 */
export const makeSecret = (db: Store): void => {
  const make = db.transaction(() => {
    if (isSecret(db)) return;
    if (prepare(db, 'SELECT 1 FROM file UNION ALL SELECT 1 FROM removed LIMIT 1').get() !== undefined)
      throw new PipelineError(
        'usage',
        {
          vi: 'Cơ sở dữ liệu đã có tệp, không đổi thành cơ sở dữ liệu mật được.',
          en: 'The database holds files already: it cannot become one for classified papers.',
        },
        {
          vi: 'Tạo tệp mới: ketluan init --secret --db mat.db',
          en: 'Make a new one: ketluan init --secret --db secret.db',
        },
      );
    prepare(db, "INSERT INTO meta (name, value) VALUES ('secret', '1')").run();
  });
  make.immediate();
};

/** Throws `usage` unless the database was made for classified papers. */
export const requireSecret = (db: Store): void => {
  if (isSecret(db)) return;
  throw new PipelineError(
    'usage',
    {
      vi: 'Văn bản mật chỉ được nạp vào cơ sở dữ liệu lập riêng cho văn bản mật.',
      en: 'Classified papers go into a database made for them alone.',
    },
    {
      vi: 'Lập một lần: ketluan init --secret --db mat.db, rồi nạp với --db mat.db --allow-secret',
      en: 'Make one: ketluan init --secret --db secret.db, then ingest with --db secret.db --allow-secret',
    },
  );
};

/** Keeps that a person looked at a file and found it not to be classified. */
export const letThrough = (db: Store, sha256: string): void => {
  prepare(db, 'INSERT OR IGNORE INTO let_through (sha256) VALUES (?)').run(sha256);
};

/** What was allowed for a stored file when it was taken in; undefined: nothing out of the ordinary. */
export const readPolicy = (db: Store, sha256: string): SecrecyPolicy | undefined => {
  if (isSecret(db)) return 'allow';
  const row = prepare(db, 'SELECT 1 FROM let_through WHERE sha256 = ?').get(sha256);
  return row === undefined ? undefined : 'allow-likely';
};
