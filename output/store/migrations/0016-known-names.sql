-- What a person said of a name of a body beside correcting tasks: that it is one, or that it is none. Names that corrections of
-- who has a task teach are not copied here: they are those of latest_correction. — tên đã biết
CREATE TABLE known_name (
  folded TEXT PRIMARY KEY, -- in lower case, tone marks in one place: what equal names share
  name TEXT NOT NULL, -- as it was given
  verdict TEXT NOT NULL CHECK (verdict IN ('added', 'removed')), -- removed: used neither in reading nor in completion, whatever corrections say
  said_by TEXT NOT NULL,
  said_at TEXT NOT NULL -- ISO 8601 with zone
) WITHOUT ROWID;

-- When a document last changed, for the day of last change in exports.
CREATE INDEX change_by_id ON change (id, entity, changed_at);
