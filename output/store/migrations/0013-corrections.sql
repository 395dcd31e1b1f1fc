-- Corrections of every field, of the shape of items, and their undoing. The tables of documents and directives hold what
-- people made of the reading; the reading itself stands beside, where the two differ.
ALTER TABLE correction ADD COLUMN detail TEXT; -- JSON: what applying it again needs beside the two values, see schemas/correction.ts
ALTER TABLE correction ADD COLUMN seen TEXT; -- JSON {number, text, due, lead}: what the reading said of the item, by which it is known again in another reading
ALTER TABLE correction ADD COLUMN undoes INTEGER; -- correction_key of what this one takes back; null for any other
ALTER TABLE correction ADD COLUMN undone_by INTEGER; -- correction_key of the undo that holds now; null: not taken back
ALTER TABLE correction ADD COLUMN is_lost INTEGER; -- 1: the reading that counts now has no place for it

-- A document as it was read, where people's corrections made another of it. — bản máy đọc
CREATE TABLE reading (
  document_key INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  record BLOB NOT NULL -- zlib: one line of the JSONL export
);

DROP VIEW "nhiệm_vụ";
DROP VIEW assignments;
DROP VIEW tasks;
DROP VIEW documents;
DROP VIEW latest_correction;
DROP TABLE corrected_due;

-- The last correction of each field of each directive that holds: not taken back, and with a place in the reading.
-- — bản sửa tay mới nhất
CREATE VIEW latest_correction AS
SELECT c.document_id, c.directive_id, c.field, c.new_value, c.corrected_by, c.corrected_at
FROM correction c
WHERE c.correction_key = (
  SELECT max(o.correction_key) FROM correction o
  WHERE o.document_id = c.document_id AND o.directive_id IS c.directive_id AND o.field = c.field
    AND o.undoes IS NULL AND o.undone_by IS NULL AND o.is_lost IS NULL
);

-- One row for each document, with its file. Values that a person corrected replace those that were read. — văn bản
CREATE VIEW documents AS
SELECT
  d.id AS document_id,
  t.name AS type,
  d.number,
  i.name AS issuer,
  d.place,
  d.issued_on,
  d.held_on,
  d.meeting_number,
  d.subject,
  d.signer_authority,
  d.signer_position,
  d.signer_name,
  d.urgency,
  d.text_origin,
  d.confidence,
  d.needs_review,
  d.part,
  d.page_count,
  f.path,
  f.sha256,
  (SELECT count(*) FROM directive x WHERE x.document_key = d.document_key) AS directive_count,
  (SELECT count(*) FROM tasks x WHERE x.document_id = d.id) AS task_count
FROM document d
JOIN file f ON f.file_key = d.file_key
LEFT JOIN document_type t ON t.type_key = d.type_key
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key;

-- One row for each task: an item that tells somebody to do something, unless a person said that it is none. Lead-ins and
-- headings are no tasks; the view assignments shows them, too. Values that a person corrected replace those that were read;
-- a day corrected to none is none. Each body is named once, in the order of the text. The deadline is the one that comes first, assignment the clause in which it stands.
-- review is unreviewed, needs-review or confirmed. — nhiệm vụ
CREATE VIEW tasks AS
SELECT
  d.id AS document_id,
  x.id AS directive_id,
  coalesce(l.assignment, 1) AS assignment,
  d.number AS document_number,
  t.name AS document_type,
  i.name AS issuer,
  d.issued_on,
  x.number AS directive_number,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'lead'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS lead_body,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'executing'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS executing_bodies,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'coordinating'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS coordinating_bodies,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'receiving'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS receiving_bodies,
  x.text AS what,
  l.text AS deadline_text,
  l.kind AS deadline_kind,
  l.due,
  l.bound,
  l.target,
  l.recurrence,
  CASE WHEN cr.new_value = 'confirmed' THEN 'confirmed' WHEN x.needs_review THEN 'needs-review' ELSE 'unreviewed' END AS review,
  x.confidence,
  f.path || '#page=' || x.page AS page_link,
  x.page,
  x.parent
FROM directive x
JOIN document d ON d.document_key = x.document_key
JOIN file f ON f.file_key = d.file_key
LEFT JOIN document_type t ON t.type_key = d.type_key
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key
LEFT JOIN latest_correction cr ON cr.document_id = d.id AND cr.directive_id = x.id AND cr.field = 'review'
LEFT JOIN deadline l ON l.directive_key = x.directive_key AND (l.assignment, l.ordinal) = (
  SELECT o.assignment, o.ordinal FROM deadline o WHERE o.directive_key = x.directive_key
  ORDER BY o.due IS NULL, o.due, o.due IS NOT NULL AND o.bound IS NOT 'before', o.assignment, o.ordinal LIMIT 1
)
WHERE x.kind = 'task' AND cr.new_value IS NOT 'not-a-task';

-- One row for each assignment of each item, lead-ins, headings and what a person called no task among them: who does what
-- by when, clause by clause, as people corrected it. — phân công
CREATE VIEW assignments AS
SELECT
  d.id AS document_id,
  x.id AS directive_id,
  a.ordinal AS assignment,
  x.number AS directive_number,
  x.parent,
  x.kind,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'lead') AS lead_body,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'executing') AS executing_bodies,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'coordinating') AS coordinating_bodies,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'receiving') AS receiving_bodies,
  coalesce(a.text, substr(x.text, a.span_start + 1, a.span_end - a.span_start), x.text) AS what,
  l.text AS deadline_text,
  l.kind AS deadline_kind,
  l.due,
  l.bound,
  l.target,
  l.recurrence,
  CASE WHEN cr.new_value IN ('confirmed', 'not-a-task') THEN cr.new_value WHEN x.needs_review THEN 'needs-review' ELSE 'unreviewed' END AS review,
  x.page
FROM directive x
JOIN document d ON d.document_key = x.document_key
LEFT JOIN assignment a ON a.directive_key = x.directive_key
LEFT JOIN latest_correction cr ON cr.document_id = d.id AND cr.directive_id = x.id AND cr.field = 'review'
LEFT JOIN deadline l ON l.directive_key = x.directive_key AND l.assignment = a.ordinal AND l.ordinal = (
  SELECT o.ordinal FROM deadline o WHERE o.directive_key = x.directive_key AND o.assignment = a.ordinal
  ORDER BY o.due IS NULL, o.due, o.due IS NOT NULL AND o.bound IS NOT 'before', o.ordinal LIMIT 1
);
-- The view tasks with Vietnamese column names. — nhiệm vụ
CREATE VIEW "nhiệm_vụ" AS
SELECT
  document_number AS "số_văn_bản",
  document_type AS "loại_văn_bản",
  issuer AS "cơ_quan_ban_hành",
  issued_on AS "ngày_ban_hành",
  directive_number AS "mục",
  lead_body AS "chủ_trì",
  executing_bodies AS "thực_hiện",
  coordinating_bodies AS "phối_hợp",
  receiving_bodies AS "nơi_nhận_báo_cáo",
  what AS "nội_dung",
  deadline_text AS "thời_hạn_ghi_trong_văn_bản",
  due AS "hạn_xử_lý",
  CASE bound WHEN 'before' THEN 'trước ngày' WHEN 'by' THEN 'chậm nhất' END AS "mốc",
  CASE target WHEN 1 THEN 'phấn đấu' END AS "tính_chất",
  recurrence AS "lặp_lại",
  CASE review WHEN 'needs-review' THEN 'cần xem lại' WHEN 'unreviewed' THEN 'chưa xem' WHEN 'confirmed' THEN 'đã xác nhận' END
    AS "tình_trạng_rà_soát",
  page_link AS "trang",
  document_id AS "mã_văn_bản",
  directive_id AS "mã_nhiệm_vụ"
FROM tasks;
