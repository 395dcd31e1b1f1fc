-- Passages between title and signature that look like tasks and became none: nothing is lost without a word. The full-text
-- index knows each by its words, with rowid = -unclaimed_key and the tag #unclaimed. — đoạn chưa được nhận
CREATE TABLE unclaimed (
  unclaimed_key INTEGER PRIMARY KEY,
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- reading order in the document, from 1
  page INTEGER NOT NULL, -- page of the file on which it begins
  text TEXT NOT NULL, -- as printed, soft line breaks joined
  why TEXT NOT NULL CHECK (why IN ('order', 'deadline', 'body', 'unread')), -- it orders somebody; names a time by which; begins with a body; print that could not be read
  boxes TEXT, -- JSON: [{page, left, top, right, bottom}], shares of the page; null for text that no image was read for
  UNIQUE (document_key, ordinal)
);

-- One row for each unclaimed passage, with its document. — đoạn chưa được nhận
CREATE VIEW passages AS
SELECT
  d.document_id,
  d.number AS document_number,
  d.type AS document_type,
  d.issuer,
  d.issued_on,
  u.text,
  u.why,
  u.page,
  d.path || '#page=' || u.page AS page_link
FROM unclaimed u
JOIN document k ON k.document_key = u.document_key
JOIN documents d ON d.document_id = k.id;
