import { listParameters, readQuestions } from './read-questions.js';
import { readMigrations } from './render-schema-doc.js';

/** Tables that hold nothing for readers, or text that only a program reads. */
const HIDDEN: readonly string[] = [
  'claim',
  'unfinished_page',
  'let_through',
  'writing',
  'copy',
  'reading',
  'word',
  'process',
];

const describe = (columns: readonly { readonly name: string; readonly about: string }[]): Record<string, string> =>
  Object.fromEntries(columns.filter(({ about }) => about !== '').map(({ name, about }) => [name, about]));

/** docs/downstream/datasette.json: descriptions of tables and columns as the migrations give them, and the questions as canned queries. */
export const renderDatasette = (): string => {
  const tables = readMigrations().map(({ name, about, columns }) => [
    name,
    { description: about, ...(HIDDEN.includes(name) ? { hidden: true } : {}), columns: describe(columns) },
  ]);
  const queries = readQuestions().map(({ name, vi, en, sql }) => [
    name,
    { title: vi, description: en, sql, ...(listParameters(sql).length > 0 ? { params: listParameters(sql) } : {}) },
  ]);
  // Whatever stands between words (hyphens, quotes, slashes) parts them: the index keeps no phrases, and takes each word in quotes.
  const words = `WITH RECURSIVE letter (rest, made) AS (
    SELECT replace(lower(:words), 'đ', 'd'), '' UNION ALL
    SELECT substr(rest, 2), made || CASE WHEN unicode(rest) > 127 OR rest GLOB '[a-z0-9]*' THEN substr(rest, 1, 1) ELSE ' ' END
    FROM letter WHERE rest <> ''
  )`.replace(/\s+/gu, ' ');
  const search = {
    title: 'Tìm từ không dấu, cách nhau bằng dấu cách',
    description: 'Words without marks',
    sql: `${words} SELECT t.* FROM tasks t JOIN directive x ON x.id = t.directive_id WHERE x.directive_key IN (SELECT rowid FROM directive_fts WHERE directive_fts MATCH (SELECT '"' || replace(trim(made), ' ', '" "') || '"' FROM letter WHERE rest = '')) LIMIT 200`,
    params: ['words'],
  };
  const database = {
    description: 'Nhiệm vụ trong văn bản kết luận: docs/schema.md',
    queries: { ...Object.fromEntries(queries), tim: search },
    tables: Object.fromEntries(tables),
  };
  return `${JSON.stringify({ title: 'Kết luận – nhiệm vụ', databases: { ketluan: database } }, null, 2)}\n`;
};
