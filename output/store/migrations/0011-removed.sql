-- Taking back: which batch a file came with, files that people took out, and what was done with files as a whole.
ALTER TABLE batch ADD COLUMN undone_at TEXT; -- when it was taken back; null while it stands
ALTER TABLE batch_file ADD COLUMN reason_code TEXT; -- code of the error (docs/errors.md); null without one
ALTER TABLE file ADD COLUMN batch_key INTEGER REFERENCES batch; -- batch that stored it, or that last met it broken; null unknown
ALTER TABLE file ADD COLUMN settled_by TEXT; -- hash of the good copy that came to the place of a file in quarantine

-- Files that were taken out: no view, index or count knows of them, and restore puts each back as it was; purge ends that.
-- Never in a published copy. — văn bản đã gỡ
CREATE TABLE removed (
  removed_key INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE, -- of the file
  path TEXT NOT NULL,
  documents TEXT NOT NULL, -- JSON: [{id, type, number, issuedOn, tasks}], what the file held
  removed_at TEXT NOT NULL, -- ISO 8601 with zone
  removed_by TEXT NOT NULL,
  batch_key INTEGER REFERENCES batch, -- batch that had stored it; null unknown
  undone INTEGER NOT NULL, -- 1: taken out with its whole batch; 0: by itself
  record BLOB NOT NULL, -- zlib: JSON of all that was stored of it
  corrections BLOB NOT NULL -- zlib: JSON of the corrections of its documents
);
CREATE INDEX removed_by_batch ON removed (batch_key);

-- What people did with files as a whole: nothing vanishes without a line here. — nhật ký tệp
CREATE TABLE file_event (
  event_key INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('removed', 'restored', 'purged', 'released', 'dropped', 'settled')), -- dropped: forgotten by the quarantine; released: looked at, not classified; settled: its good copy came
  sha256 TEXT, -- null for a file that could never be read
  path TEXT NOT NULL,
  batch_key INTEGER, -- batch that it had come with, or that last met it; null unknown
  done_by TEXT NOT NULL,
  done_at TEXT NOT NULL -- ISO 8601 with zone
);
CREATE INDEX file_event_by_path ON file_event (path);

CREATE INDEX batch_file_by_hash ON batch_file (sha256);
CREATE INDEX batch_file_unread ON batch_file (path, batch_key) WHERE sha256 IS NULL AND outcome = 'quarantined';
UPDATE file SET batch_key = (
  SELECT max(l.batch_key) FROM batch_file l WHERE l.sha256 = file.sha256
    AND CASE file.status WHEN 'quarantined' THEN l.outcome = 'quarantined' ELSE l.outcome IN ('stored', 'needs-review') END
);
CREATE INDEX file_by_batch ON file (batch_key, status);
CREATE INDEX file_by_path ON file (path);
CREATE INDEX document_to_review ON document (issued_on) WHERE needs_review = 1;
CREATE INDEX directive_to_review ON directive (document_key) WHERE needs_review = 1;
CREATE INDEX note_by_rule ON note (rule, document_key) WHERE level <> 'info';
