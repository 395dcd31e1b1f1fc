import { z } from 'zod';
import { ExportedLine } from '../../schemas/export.js';

/** Longest line of a short list: what the formatter of this project keeps. */
const LINE = 120;

/** JSON as the project's formatter leaves it: objects over several lines, a list of plain values on one where it fits. */
const printJson = (value: unknown, indent: string, keyLength: number): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => printJson(item, inner, 0));
    const line = `[${items.join(', ')}]`;
    const fits = !line.includes('\n') && indent.length + keyLength + line.length < LINE;
    return fits ? line : `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const name = JSON.stringify(key);
    return `${inner}${name}: ${printJson(item, inner, name.length + 2)}`;
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
};

/** The JSON Schema (2020-12) of one line of the JSON Lines export, as text: what schemas/export.schema.json holds. */
export const renderExportSchema = (): string => {
  const schema = z.toJSONSchema(ExportedLine, { io: 'input', target: 'draft-2020-12' });
  return `${printJson({ title: 'ketluan export: one document', ...schema }, '', 0)}\n`;
};
