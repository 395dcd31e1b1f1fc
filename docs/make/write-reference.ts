import { writeFileSync } from 'node:fs';
import { renderExportSchema } from '../../output/export/json-schema.js';
import { renderWholeLayout } from '../../output/store/whole-layout.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { renderDatasette } from './render-datasette.js';
import { renderErrorsDoc } from './render-errors-doc.js';
import { renderNotesDoc } from './render-notes-doc.js';
import { renderSchemaDoc } from './render-schema-doc.js';

/** Files of the package that are made from code, by their path from its root. A test fails when one is not current. */
export const REFERENCES = {
  // First: databases that the others open are made from it.
  'output/store/migrations/whole.sql': renderWholeLayout,
  'docs/downstream/datasette.json': renderDatasette,
  'docs/errors.md': renderErrorsDoc,
  'docs/schema.md': renderSchemaDoc,
  'docs/notes.md': renderNotesDoc,
  'schemas/export.schema.json': renderExportSchema,
} as const satisfies Readonly<Record<string, () => string>>;

/** Writes every generated reference: `npm run reference`. */
export const writeReferences = (): void => {
  for (const [path, render] of Object.entries(REFERENCES)) writeFileSync(packageFile(...path.split('/')), render());
};

if (process.argv[1]?.endsWith('write-reference.js')) writeReferences();
