import { readFileSync } from 'node:fs';
import { packageFile } from '../../pipeline/base/package-root.js';

/** A question that an office asks of the database, with its answer in SQL. */
export interface Question {
  /** Name of the canned query: `qua_han_theo_co_quan`. */
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  /** One SELECT with named parameters (:today), without its semicolon. */
  readonly sql: string;
}

const QUESTION = /^-- (?<name>[a-z_]+) · (?<vi>[^\n·]+) · (?<en>[^\n·]+)\n(?<sql>(?:SELECT|WITH)[^;]+);/gmu;

/** The questions of docs/downstream/questions.sql, in their order. */
export const readQuestions = (): readonly Question[] =>
  [...readFileSync(packageFile('docs', 'downstream', 'questions.sql'), 'utf8').matchAll(QUESTION)].map(
    ({ groups }) => ({
      name: groups?.name ?? '',
      vi: groups?.vi ?? '',
      en: groups?.en ?? '',
      sql: groups?.sql ?? '',
    }),
  );

/** Names of the parameters of a query, each once, in the order in which they are met: `:from` is `from`. */
export const listParameters = (sql: string): readonly string[] => [
  ...new Set([...sql.matchAll(/(?<![:\w]):(?<name>[a-z]+)/gu)].map(({ groups }) => groups?.name ?? '')),
];
