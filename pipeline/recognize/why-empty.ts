import type { Bilingual } from '../../schemas/note.js';
import type { EmptyPage } from '../../schemas/stages.js';

/** Why a page gave not one word, for whoever must find a better copy. — vì sao trang không có chữ */
export const WHY_EMPTY: Readonly<Record<EmptyPage, Bilingual>> = {
  blank: { vi: 'Trên trang không có chữ hay hình nào.', en: 'Neither print nor picture stands on it.' },
  attachments: {
    vi: 'Nội dung nằm trong tệp đính kèm của PDF: lấy các tệp đó ra rồi nạp.',
    en: 'The content lies in files attached to the PDF: take them out and ingest them.',
  },
  'content-damaged': {
    vi: 'Nội dung trang bị hỏng hoặc thiếu phần mà nó dẫn tới.',
    en: 'What the page draws is damaged, or refers to what is not in the file.',
  },
  'picture-unread': {
    vi: 'Hình của trang bị hỏng hoặc ở dạng nén không giải mã được.',
    en: 'The picture on it is damaged, or packed in a way that cannot be decoded.',
  },
  'no-words': {
    vi: 'Không nhận ra chữ nào: hình vẽ, hình trắng hay hỏng, hoặc chữ quá mờ.',
    en: 'No word was recognised: a drawing, a white or damaged picture, or print that is too faint.',
  },
};
