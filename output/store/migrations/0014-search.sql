-- Whole papers by their words: what their header says, and what stands on their pages; rowid is document_key. Words are in lower
-- case without marks and with đ as d; the text itself is in document and page. — tìm trong văn bản
CREATE VIRTUAL TABLE paper_fts USING fts5 (
  header, text,
  content='', contentless_delete=1, tokenize='ascii'
);
CREATE TRIGGER paper_forgotten AFTER DELETE ON document BEGIN
  DELETE FROM paper_fts WHERE rowid = old.document_key;
END;

-- Abbreviations that papers define themselves: "khu kinh tế (KKT)", "(sau đây gọi tắt là Ban Chỉ đạo)". — chữ viết tắt
CREATE TABLE abbreviation (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  short TEXT NOT NULL, -- in lower case
  long TEXT NOT NULL, -- what it stands for, in lower case
  short_folded TEXT NOT NULL, -- its words without marks
  long_folded TEXT NOT NULL,
  PRIMARY KEY (document_key, short)
) WITHOUT ROWID;
CREATE INDEX abbreviation_by_short ON abbreviation (short_folded, long);
CREATE INDEX abbreviation_by_long ON abbreviation (long_folded, short);

-- Searches that people keep under a name. Never in a published copy. — tìm kiếm đã lưu
CREATE TABLE saved_search (
  name TEXT PRIMARY KEY,
  request TEXT NOT NULL, -- JSON: {in, words, filters, sort, plain}
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL -- ISO 8601 with zone
) WITHOUT ROWID;
