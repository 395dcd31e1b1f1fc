-- Signature dictionaries of a PDF: once by file, as they stand in it, and beside the panels of each document. — chữ ký số trong tệp
CREATE TABLE file_signature (
  file_key INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- in the order in which they were made
  signed_by TEXT, -- name in the signer's certificate, else what the program wrote
  signed_at TEXT, -- ISO 8601, Vietnamese time where the signature gives an instant
  time_from TEXT CHECK (time_from IN ('stamp', 'signer', 'file')), -- clock of a time stamp authority, of the signer, or of the program
  reason TEXT,
  place TEXT,
  page INTEGER, -- where its panel stands; null where it shows none
  covers_all INTEGER NOT NULL, -- 1: of every byte of the file as it was signed
  is_intact INTEGER, -- 0: the bytes are no longer those that were signed; null: could not be checked
  bytes_after INTEGER NOT NULL, -- bytes of the file behind what it covers: later signatures, or changes
  PRIMARY KEY (file_key, ordinal)
) WITHOUT ROWID;
ALTER TABLE signature ADD COLUMN pdf_time_from TEXT; -- the columns of file_signature, of kind pdf alone
ALTER TABLE signature ADD COLUMN pdf_reason TEXT;
ALTER TABLE signature ADD COLUMN pdf_place TEXT;
ALTER TABLE signature ADD COLUMN pdf_page INTEGER;
ALTER TABLE signature ADD COLUMN pdf_covers_all INTEGER;
ALTER TABLE signature ADD COLUMN pdf_is_intact INTEGER;
ALTER TABLE signature ADD COLUMN pdf_bytes_after INTEGER;
-- What a number or an issue date that was not read may be: to be confirmed by a person. — gợi ý số và ngày ban hành
ALTER TABLE document ADD COLUMN suggested_number TEXT;
ALTER TABLE document ADD COLUMN suggested_issued_on TEXT;
ALTER TABLE document ADD COLUMN suggested_confidence REAL; -- 0–1
ALTER TABLE document ADD COLUMN suggested_from TEXT CHECK (suggested_from IN ('handwriting', 'signature', 'neighbours')); -- what it was taken from
-- Zones of a header that stands on a page image, with the gaps that a hand filled and what was read in them. — vùng phần đầu
ALTER TABLE page ADD COLUMN zones TEXT; -- JSON: {issuer, number, date, subject, urgency: {mark, box}, panels: [{lines, box}], gaps: [{field, box, ink, read, confidence, handwriting}]}, boxes in pixels of the page image; null where nothing of that was found
