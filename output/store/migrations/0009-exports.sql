ALTER TABLE copy RENAME TO earlier_copy;

-- Where copies of this database and exports of it were written: they keep what is taken out here. — bản công bố, bản sao lưu, bản xuất
CREATE TABLE copy (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('published', 'backup', 'export')),
  last_change INTEGER NOT NULL, -- last entry of the change feed that it may hold
  written_at TEXT -- of an export: ISO 8601 with zone
) WITHOUT ROWID;

INSERT INTO copy (path, kind, last_change) SELECT path, kind, last_change FROM earlier_copy;
DROP TABLE earlier_copy;
