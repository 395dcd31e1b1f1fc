import { APPLICATION_ID } from '../../output/store/application-id.js';
import { MIGRATIONS, readMigration, SCHEMA_VERSION } from '../../output/store/migrate.js';
import { openDatabase } from '../../output/store/open-database.js';
import { readQuestions } from './read-questions.js';

/** One table or view as its migration describes it. */
export interface Described {
  readonly kind: 'table' | 'view' | 'full-text index';
  readonly name: string;
  readonly about: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string }[];
}

/** Comment lines, then the head of a statement; the body runs to a line that ends in a semicolon. */
const STATEMENT =
  /(?<comments>(?:^--[^\n]*\n)+)^CREATE (?<kind>TABLE|VIEW|VIRTUAL TABLE) "?(?<name>[^\s"(]+)"?(?<body>[\s\S]*?;)$/gmu;
/** `  name TYPE …, -- comment` */
const COLUMN =
  /^ {2}(?<name>[a-z_0-9]+) (?<type>TEXT|INTEGER|REAL|BLOB)(?<rest>[^\n]*?)(?:,?\s*-- (?<about>[^\n]*)|,?)$/gmu;

/** `ALTER TABLE deadline ADD COLUMN place TEXT; -- comment`, as a later migration writes a new field. */
const ADDED =
  /^ALTER TABLE (?<table>[a-z_]+) ADD COLUMN (?<name>[a-z_0-9]+) (?<type>TEXT|INTEGER|REAL|BLOB)(?<rest>[^\n;]*);(?: -- (?<about>[^\n]*))?$/gmu;

const KINDS = { TABLE: 'table', VIEW: 'view', 'VIRTUAL TABLE': 'full-text index' } as const;

const readComments = (comments: string): string =>
  comments
    .split('\n')
    .map((line) => line.replace(/^--\s?/u, ''))
    .join(' ')
    .trim();

const describeType = (type: string, rest: string): string => {
  const target = /REFERENCES (?<table>[a-z_]+)/u.exec(rest)?.groups?.table;
  const notes = [
    ...(/PRIMARY KEY/u.test(rest) ? ['key'] : []),
    ...(/NOT NULL|PRIMARY KEY/u.test(rest) ? [] : ['may be null']),
    ...(/UNIQUE/u.test(rest) ? ['unique'] : []),
    ...(target === undefined ? [] : [`→ ${target}`]),
  ];
  return [type, ...notes].join(', ');
};

const readColumns = (sql: string, pattern: RegExp): Described['columns'] =>
  [...sql.matchAll(pattern)].map(({ groups }) => {
    const values = /IN \((?<values>[^)]*)\)/u.exec(groups?.rest ?? '')?.groups?.values;
    const about = [groups?.about ?? '', values === undefined ? '' : `one of ${values.replace(/'/gu, '`')}`];
    return {
      name: groups?.name ?? '',
      type: describeType(groups?.type ?? '', groups?.rest ?? ''),
      about: about.filter((part) => part !== '').join('; '),
    };
  });

const readAddedColumns = (sql: string, table: string): Described['columns'] =>
  [...sql.matchAll(ADDED)]
    .filter(({ groups }) => groups?.table === table)
    .flatMap(([statement]) => readColumns(statement, ADDED));

/** `  d.number, -- comment` and `  … AS due, -- comment`, as a view names its columns. */
const VIEW_COLUMN = /(?:\sAS "?(?<alias>[^\s",]+)"?|(?:^|[\s.])(?<plain>[a-z_0-9]+)),?[^\S\n]+-- (?<about>[^\n]*)$/gmu;

const describeView = (body: string, columns: Described['columns']): Described['columns'] => {
  const abouts = new Map(
    [...body.matchAll(VIEW_COLUMN)].map(({ groups }) => [groups?.alias ?? groups?.plain ?? '', groups?.about ?? '']),
  );
  return columns.map((column) => ({ ...column, about: abouts.get(column.name) ?? '' }));
};

const readTables = (sql: string, namesOf: (view: string) => Described['columns']): Described[] =>
  [...sql.matchAll(STATEMENT)].map(({ groups }) => {
    const kind = KINDS[groups?.kind === 'VIEW' || groups?.kind === 'VIRTUAL TABLE' ? groups.kind : 'TABLE'];
    const name = groups?.name ?? '';
    const own = kind === 'table' ? readColumns(groups?.body ?? '', COLUMN) : [];
    const columns =
      kind === 'view' ? describeView(groups?.body ?? '', namesOf(name)) : [...own, ...readAddedColumns(sql, name)];
    return { kind, name, about: readComments(groups?.comments ?? ''), columns };
  });

/** Tables and views of some migrations, put one after the other; of a view that was made anew the last stands. */
export const describeTables = (sql: string, namesOf: (view: string) => Described['columns']): readonly Described[] => [
  ...new Map(readTables(sql, namesOf).map((described) => [described.name, described])).values(),
];

/** Every table and view that the newest layout has. */
export const readMigrations = (): readonly Described[] => {
  const db = openDatabase(':memory:');
  const described = describeTables(MIGRATIONS.map(readMigration).join('\n'), (view) =>
    db
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${view}')`)
      .all()
      .map(({ name }) => ({ name, type: '', about: '' })),
  );
  const there = new Set(db.prepare<[], string>('SELECT name FROM sqlite_master').pluck().all());
  db.close();
  return described.filter(({ name }) => there.has(name));
};

const renderOne = ({ kind, name, about, columns }: Described): string => {
  const lines = [`### ${name}`, '', `${about}`, ''];
  if (kind === 'view' && columns.every((column) => column.about === ''))
    return [...lines, columns.map((column) => `\`${column.name}\``).join(' · '), ''].join('\n');
  if (columns.length === 0) return lines.join('\n');
  const cell = (text: string): string => text.replace(/\|/gu, '\\|');
  if (kind === 'view') {
    const named = columns.map((c) => `| ${c.name} | ${cell(c.about)} |`);
    return [...lines, '| column | what it holds |', '|---|---|', ...named, ''].join('\n');
  }
  const rows = columns.map((c) => `| ${c.name} | ${c.type} | ${cell(c.about)} |`);
  return [...lines, '| column | type | what it holds |', '|---|---|---|', ...rows, ''].join('\n');
};

const INTRODUCTION = `# The database, table by table

Generated from output/store/migrations by \`npm run reference\`; a test fails when it is not
current. Layout version (\`user_version\`): **${SCHEMA_VERSION}**. \`application_id\`: \`0x${APPLICATION_ID.toString(16)}\` ("KLUN").

What readers may rely on:

- **Views first.** They keep their names and columns for ever; tables may gain columns.
- **\`id\` columns are stable** over every new reading of a file; \`…_key\` columns are internal and are not.
- **Take only what is new**: remember the highest \`sequence\` of \`change\` that you saw, ask for higher ones, load those
  documents by id. An update or a delete of a document covers its directives.
- **Layers stay apart**: \`page.raw_text\` (as the engine read it; null where repair changed nothing), \`page.text\`
  (repaired), \`correction\` (people's changes, with who and when). Documents, directives and every view hold what people
  made of the reading; where that is another, the reading itself stands in \`reading\`.
- **Written by the program alone**: rows of documents, tasks, corrections and what is worked out of them refuse every INSERT,
  UPDATE and DELETE by hand, with a word of what to do instead (\`ketluan fix\`, \`confirm\`, \`dismiss\`; \`saveCorrection\` of the
  library): search, counts and the change feed would not know of it. Tables of your own belong into a file of your own:
  \`ATTACH\` both.
- **In two languages**: every view in English has one with Vietnamese columns beside it.
- **Join by name**: \`document_id\` and \`directive_id\` are called so in every view, so \`USING (directive_id)\` joins them; what two views
  share beside them is the same in both, and is named by its view.
  \`number\` stands in \`documents\` alone; every other view, and the tables too, say \`document_number\`, \`directive_number\`,
  \`cited_number\`, \`received_number\`, \`page_number\`.
- **Ask what has an index**: \`due\`, \`last_day\`, \`issuer\`, \`office\`, \`normalized\`, \`name\`, \`document_id\`, \`directive_id\`,
  \`document_number\`, \`cited_number\`, \`changed_at\`. \`state\` is worked out by the day: for overdue ask \`last_day < …\`.
- **Places**: the view \`places\` has them in shares of the page. Below it: spans are offsets in UTF-16 units. \`directive_piece\`
  leads from a directive's text to the file's repaired text (pages joined by a form feed: \`page.text_start\`), \`edit_map\` from
  there to the raw text, \`page.words\` to boxes.
- **Packed columns** (\`page.words\`, \`edit_map.edits\`) are zlib-compressed JSON: an object of columns of equal length. A
  column is an array, or \`{"deltas": […]}\` for whole numbers, each given as the difference from the one before. In Python:
  \`json.loads(zlib.decompress(blob))\`. The columns of \`page.words\`: \`start\`, \`end\` (place in the raw text of the file),
  \`left\`, \`top\`, \`right\`, \`bottom\` (on a page of \`image_width\` by \`image_height\`: pixels of a scan, half points of a PDF
  with a text), \`confidence\` (0 to 1; null of a text layer, where nothing was measured), \`text\` (null: the raw text says it).
- **A newer file is refused** by an older program (error \`database-newer\`), an older file is brought forward when it is
  opened for writing.
- **Readers on a share** use a copy made by \`ketluan publish\`; the working database is in WAL mode, which works on one
  machine only. The copy can be looked at whole by SQLite 3.40 and later (tried with Datasette on Python 3.11); the working
  database needs 3.43 for \`paper_fts\`.

Searching by SQL: the words in \`directive_fts\` are without marks, with đ as d. Two neighbours are \`=a_b\`, words with marks
\`~đảng\`, filters \`#…\`:

\`\`\`sql
SELECT t.* FROM tasks t JOIN directive x ON x.id = t.directive_id
WHERE x.directive_key IN (SELECT rowid FROM directive_fts WHERE directive_fts MATCH '"=so_tai" "=tai_chinh" "bao"');
\`\`\`

i and y at the end of a syllable are written y in both indexes (ty le, ky thuat). Whole papers, header and pages, are in \`paper_fts\`,
where phrases stand as they are:

\`\`\`sql
SELECT d.id, d.number FROM document d
WHERE d.document_key IN (SELECT rowid FROM paper_fts WHERE paper_fts MATCH 'header : "ban thuong vu" AND "bai rac"');
\`\`\`
`;

const renderQuestions = (): string =>
  [
    '## Seventeen questions',
    '',
    'From [downstream/questions.sql](downstream/questions.sql), with named parameters; Datasette has each as a canned query.',
    '',
    ...readQuestions().flatMap(({ vi, en, sql }) => [`**${vi}** ${en}`, '', '```sql', `${sql};`, '```', '']),
  ].join('\n');

/** docs/schema.md, made from the migrations: every table and view with its comments. */
export const renderSchemaDoc = (): string => {
  const described = readMigrations();
  const section = (title: string, kinds: readonly Described['kind'][]): string =>
    `## ${title}\n\n${described
      .filter((one) => kinds.includes(one.kind))
      .map(renderOne)
      .join('\n')}`;
  return [
    INTRODUCTION,
    renderQuestions(),
    section('Views', ['view']),
    section('Tables', ['table', 'full-text index']),
  ].join('\n');
};
