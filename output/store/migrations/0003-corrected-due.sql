-- Days that people gave in place of those that were read, so that a filter by day finds them. It repeats the last
-- correction of the field due. — hạn đã sửa tay
CREATE TABLE corrected_due (
  directive_key INTEGER PRIMARY KEY REFERENCES directive ON DELETE CASCADE,
  due TEXT, -- YYYY-MM-DD; null: a person said that there is no day
  bound TEXT NOT NULL -- before or by, as it was read; by where none was
);
INSERT INTO corrected_due (directive_key, due, bound)
SELECT x.directive_key, c.new_value, coalesce(
  (SELECT l.bound FROM deadline l WHERE l.directive_key = x.directive_key AND l.assignment = 1 AND l.ordinal = 1), 'by')
FROM latest_correction c JOIN directive x ON x.id = c.directive_id
WHERE c.field = 'due';
