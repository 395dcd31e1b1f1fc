/** A change that a person made; the value that was read stays where it is. — sửa tay */
export interface Correction {
  readonly documentId: string;
  /** Null: about the document's header. */
  readonly directiveId: string | null;
  /** `due`, `lead`, `text`, `review` (confirmed, not-a-task), or the name of a header field. */
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly correctedBy: string;
  readonly correctedAt: string;
}
