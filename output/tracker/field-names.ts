import type { Correction, HeaderField, ShapeField, TaskField } from '../../schemas/correction.js';
import type { Bilingual } from '../../schemas/note.js';

/** What people call the fields of a header. */
export const HEADER_NAMES: Readonly<Record<HeaderField, Bilingual>> = {
  number: { vi: 'số, ký hiệu', en: 'number' },
  type: { vi: 'loại văn bản', en: 'type' },
  issuer: { vi: 'cơ quan ban hành', en: 'issuer' },
  place: { vi: 'địa danh', en: 'place' },
  subject: { vi: 'trích yếu', en: 'subject' },
  issuedOn: { vi: 'ngày ban hành', en: 'issue date' },
  heldOn: { vi: 'ngày họp', en: 'day of the meeting' },
  meetingNumber: { vi: 'hội nghị lần thứ', en: 'meeting' },
  urgency: { vi: 'độ khẩn', en: 'urgency' },
  signerAuthority: { vi: 'thẩm quyền ký', en: "signer's authority" },
  signerPosition: { vi: 'chức vụ người ký', en: "signer's office" },
  signerName: { vi: 'người ký', en: 'signer' },
  recipients: { vi: 'nơi nhận', en: 'recipients' },
};

const TASK_NAMES: Readonly<Record<TaskField | ShapeField | 'review', Bilingual>> = {
  due: { vi: 'hạn xử lý', en: 'day due' },
  lead: { vi: 'chủ trì', en: 'lead body' },
  executing: { vi: 'thực hiện', en: 'executing bodies' },
  coordinating: { vi: 'phối hợp', en: 'coordinating bodies' },
  receiving: { vi: 'nơi nhận báo cáo', en: 'receiving bodies' },
  text: { vi: 'nội dung', en: 'text' },
  number: { vi: 'số mục', en: 'number of the item' },
  kind: { vi: 'loại mục', en: 'kind of item' },
  review: { vi: 'rà soát', en: 'review' },
  split: { vi: 'tách mục', en: 'split' },
  merge: { vi: 'gộp mục', en: 'merge' },
  add: { vi: 'thêm nhiệm vụ', en: 'task added' },
  passage: { vi: 'đoạn chưa thành nhiệm vụ', en: 'passage' },
};

const NAMES: Readonly<Record<string, Bilingual>> = TASK_NAMES;
const HEADER: Readonly<Record<string, Bilingual>> = HEADER_NAMES;

/** What people call the field of a correction; a field of an earlier version by its own name. */
export const nameField = ({ directiveId, field }: Pick<Correction, 'directiveId' | 'field'>): Bilingual =>
  (directiveId === null ? HEADER[field] : undefined) ?? NAMES[field] ?? { vi: field, en: field };
