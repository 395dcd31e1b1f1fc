import { describe, expect, it } from 'vitest';
import {
  type Cell,
  type Columns,
  cell,
  converted,
  flag,
  group,
  joined,
  optional,
} from '../../../output/tables/columns.js';
import { defineTable, replaceInto, selectFields, selectFrom, upsertInto } from '../../../output/tables/table.js';

interface Task {
  readonly name: string;
  readonly isDone: boolean;
  readonly span?: { readonly start: number; readonly end: number } | undefined;
  readonly tags: readonly string[];
  readonly owner: string | null;
}

const COLUMNS: Columns<Task> = {
  name: cell('task_name'),
  isDone: flag(),
  span: optional(group<{ readonly start: number; readonly end: number }>({ start: cell(), end: cell() })),
  tags: converted(
    cell<string>(),
    (tags) => tags.join(' '),
    (held) => held.split(' '),
  ),
  owner: joined('person.name'),
};

const TASK = defineTable('task', ['listKey', 'personKey'], COLUMNS, 'LEFT JOIN person USING (person_key)');

describe('a table', () => {
  it('names its columns after the fields, and writes one cell for each', () => {
    expect(TASK.insert).toBe(
      'INSERT INTO task (list_key, person_key, task_name, is_done, span_start, span_end, tags) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const task: Task = { name: 'a', isDone: true, span: { start: 3, end: 5 }, tags: ['x', 'y'], owner: 'Lan' };
    expect(TASK.toCells({ listKey: 1, personKey: 2 }, task)).toEqual([1, 2, 'a', 1, 3, 5, 'x y']);
    const { span: _span, ...bare } = task;
    expect(TASK.toCells({ personKey: null, listKey: 1 }, bare)).toEqual([1, null, 'a', 1, null, null, 'x y']);
  });

  it('asks for the same columns, joined ones from where they stand, and reads them back', () => {
    const query = selectFrom(TASK, ['listKey'], 'WHERE task.list_key = ?');
    expect(query.sql).toBe(
      `SELECT task.list_key, task.task_name, task.is_done, task.span_start, task.span_end, task.tags, person.name
       FROM task LEFT JOIN person USING (person_key) WHERE task.list_key = ?`.replace(/\n\s+/gu, ' '),
    );
    const cells: readonly Cell[] = [1, 'a', 0, 3, 5, 'x y', 'Lan'];
    expect(query.read(cells)).toEqual({
      keys: { listKey: 1 },
      value: { name: 'a', isDone: false, span: { start: 3, end: 5 }, tags: ['x', 'y'], owner: 'Lan' },
    });
    const bare = query.read([1, 'a', 0, null, null, 'x', null]);
    expect(Object.keys(bare.value)).toEqual(['name', 'isDone', 'tags', 'owner']);
  });

  it('can be asked for some fields alone', () => {
    const query = selectFields(TASK, ['owner', 'isDone'], 'LIMIT 1');
    expect(query.sql).toBe('SELECT person.name, task.is_done FROM task LEFT JOIN person USING (person_key) LIMIT 1');
    expect(query.read(['Lan', 1])).toEqual({ keys: {}, value: { owner: 'Lan', isDone: true } });
  });

  it('replaces a row, or brings it up to date', () => {
    const pair = defineTable<{ readonly a: string; readonly b: number }>('pair', [], { a: cell(), b: cell() });
    expect(replaceInto(pair)).toBe('INSERT OR REPLACE INTO pair (a, b) VALUES (?, ?)');
    expect(upsertInto(pair, 'a')).toBe(
      'INSERT INTO pair (a, b) VALUES (?, ?) ON CONFLICT (a) DO UPDATE SET b = excluded.b',
    );
  });
});
