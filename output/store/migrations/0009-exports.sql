-- Exports that were written to files are remembered beside published copies and backups, with their time: they keep what is
-- taken out here as well. — bản xuất
CREATE TABLE written_copy (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('published', 'backup', 'export')),
  last_change INTEGER NOT NULL, -- last entry of the change feed that it may hold
  written_at TEXT -- ISO 8601 with zone; null when it was not kept
) WITHOUT ROWID;
INSERT INTO written_copy (path, kind, last_change) SELECT path, kind, last_change FROM copy;
DROP TABLE copy;
ALTER TABLE written_copy RENAME TO copy;
