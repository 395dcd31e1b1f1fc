-- Zones of a header that stands on a page image, with the gaps that a hand filled and what was read in them. — vùng phần đầu
ALTER TABLE page ADD COLUMN zones TEXT; -- JSON: {issuer, number, date, gaps: [{field, box, ink, read, confidence, handwriting}]}, boxes in pixels of the page image; null where no header was found
