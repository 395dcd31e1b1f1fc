import type { ExportedDocument } from '../../schemas/export.js';
import type { Bilingual } from '../../schemas/note.js';
import type { AuditRule } from './audit-rules.js';

/** One thing that the checks of an archivist found. — điều cần kiểm tra */
export interface Finding {
  readonly rule: AuditRule;
  readonly message: Bilingual;
  /** The document that it is about; of a series, the last one before the gap. */
  readonly documentId: string;
  readonly documentNumber: string | null;
  readonly path: string;
}

/** A finding about one document. */
export const findingOn = (
  { id, number, source }: ExportedDocument['document'],
  rule: AuditRule,
  vi: string,
  en: string,
): Finding => ({ rule, message: { vi, en }, documentId: id, documentNumber: number, path: source.path });
