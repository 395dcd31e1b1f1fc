-- Plain SQL over a published database: sqlite3 -readonly -header -box published.db < tasks.sql

-- What is due from 1 July 2025 on, soonest first.
SELECT "số_văn_bản", "mục", "chủ_trì", "hạn_xử_lý" FROM "nhiệm_vụ" WHERE "hạn_xử_lý" >= '2025-07-01' ORDER BY "hạn_xử_lý";

-- How many tasks each body leads, and how many of them have no day.
SELECT b.name, count(*) AS tasks, sum(t.due IS NULL) AS without_day
FROM (SELECT DISTINCT directive_id, normalized, name FROM task_bodies WHERE role = 'lead') b
JOIN tasks t ON t.directive_id = b.directive_id
GROUP BY b.normalized ORDER BY tasks DESC, b.name;

-- Who does what by when, clause by clause; what is no task says what it is.
SELECT directive_number, kind, assignment, lead_body, what, due FROM assignments ORDER BY directive_id, assignment LIMIT 5;

-- Words with or without marks: "báo cáo" as two neighbours.
SELECT x.id, x.number FROM directive x
WHERE x.directive_key IN (SELECT rowid FROM directive_fts WHERE directive_fts MATCH '"=bao_cao"') ORDER BY x.id;

-- Where the text of each directive lies in its file.
SELECT directive_id, at_offset, span_start, span_end FROM directive_piece ORDER BY directive_id, at_offset LIMIT 5;

-- What changed after sequence 1.
SELECT sequence, kind, entity, id FROM change WHERE sequence > 1 ORDER BY sequence;
