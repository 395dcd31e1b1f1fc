import Database from 'better-sqlite3';
import { migrateByStep } from './migrate.js';

/** Parts of a layout in the order in which they may be made. */
const KINDS = ['table', 'index', 'view', 'trigger'];

const PARTS = `SELECT type, sql FROM sqlite_master
  WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_fts_*' ORDER BY rowid`;
const ROWS = "SELECT format('INSERT INTO meta (name, value) VALUES (%Q, %Q);', name, value) FROM meta ORDER BY name";

/**
 * The SQL of a new database: the newest layout as all migrations together leave it, so that a new one need not go through each. Made
 * by `npm run reference` from the migrations, which stay what counts; a test fails when it is not current. — cấu trúc mới nhất
 */
export const renderWholeLayout = (): string => {
  const db = new Database(':memory:');
  try {
    migrateByStep(db);
    const parts = db.prepare<[], { type: string; sql: string }>(PARTS).all();
    const made = KINDS.flatMap((kind) => parts.filter(({ type }) => type === kind).map(({ sql }) => `${sql};`));
    const filled = db.prepare<[], string>(ROWS).pluck().all();
    return `-- Made by npm run reference from the migrations beside it: the layout of a new database.\n${[...made, ...filled].join('\n')}\n`;
  } finally {
    db.close();
  }
};
