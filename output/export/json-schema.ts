import { z } from 'zod';
import { ExportedDocument } from '../../schemas/export.js';

/** The JSON Schema (2020-12) of one line of the JSON Lines export, as text: what schemas/export.schema.json holds. */
export const renderExportSchema = (): string => {
  const schema = z.toJSONSchema(ExportedDocument, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'ketluan export: one document', ...schema }, null, 2)}\n`;
};
