-- Papers and their files: which file counts, which stand behind it as earlier versions and as copies, which moved.
ALTER TABLE file ADD COLUMN gone_at TEXT; -- when something else was found at its path, ISO 8601 with zone; null: it was not missed
ALTER TABLE removed ADD COLUMN stands_behind TEXT; -- hash of the file that counts in its place; null: a person took it out
ALTER TABLE removed ADD COLUMN stands_as TEXT CHECK (stands_as IN ('version', 'copy', 'set-aside')); -- version: replaced at its path; copy: the same paper in another file; set-aside: a person put the other one forward
ALTER TABLE removed ADD COLUMN gave_way_to TEXT; -- hash of the file that came forward when a person took this one out; null: none did
ALTER TABLE file ADD COLUMN parts TEXT; -- of images that were joined as the pages of one paper: JSON [{name, sha256}] in their order; null for every other file
CREATE INDEX file_joined ON file (file_key) WHERE parts IS NOT NULL;
CREATE INDEX removed_behind ON removed (stands_behind) WHERE stands_behind IS NOT NULL;

ALTER TABLE file_event RENAME TO earlier_event;

-- What was done with files as a whole: nothing vanishes without a line here. — nhật ký tệp
CREATE TABLE file_event (
  event_key INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('removed', 'restored', 'purged', 'released', 'dropped', 'settled', 'moved', 'replaced', 'copied', 'forward')), -- dropped: forgotten by the quarantine; released: looked at, not classified; settled: its good copy came; moved: met at another path; replaced: a new version came to its path; copied: another file of the same paper counts; forward: it counts again
  sha256 TEXT, -- null for a file that could never be read
  path TEXT NOT NULL,
  batch_key INTEGER, -- batch that it had come with, or that last met it; null unknown
  done_by TEXT NOT NULL,
  done_at TEXT NOT NULL, -- ISO 8601 with zone
  about TEXT -- moved: the path where it was; replaced, copied: hash of the file that counts; forward: of the one that counted before; else null
);
INSERT INTO file_event (event_key, kind, sha256, path, batch_key, done_by, done_at)
  SELECT event_key, kind, sha256, path, batch_key, done_by, done_at FROM earlier_event;
DROP TABLE earlier_event;
CREATE INDEX file_event_by_path ON file_event (path);
