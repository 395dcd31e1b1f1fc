-- What was read of a number or an issue date that is not whole. — phần đọc được của số, ký hiệu và ngày ban hành
ALTER TABLE document ADD COLUMN number_parts_digits TEXT; -- figure of a number whose symbol was not read
ALTER TABLE document ADD COLUMN number_parts_symbol TEXT; -- symbol of a number whose figure was not read: /TB-UBND
ALTER TABLE document ADD COLUMN issued_on_parts_year INTEGER; -- year of an issue date that is not whole
ALTER TABLE document ADD COLUMN issued_on_parts_month INTEGER;
ALTER TABLE document ADD COLUMN issued_on_parts_day INTEGER;

-- E-signatures by document: panels printed on the pages, and signature dictionaries of a PDF. — chữ ký số
CREATE TABLE signature (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  signed_by TEXT, -- as printed
  signed_at TEXT, -- ISO 8601; with a zone only where one is printed
  kind TEXT NOT NULL CHECK (kind IN ('panel', 'pdf')),
  PRIMARY KEY (document_key, ordinal)
) WITHOUT ROWID;
