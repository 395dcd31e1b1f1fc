-- What an item is, and where it stands. Rows of older programs are tasks at the top, so that nothing disappears.
ALTER TABLE directive ADD COLUMN kind TEXT NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'lead-in', 'heading')); -- lead-in: câu dẫn; heading: đề mục
ALTER TABLE directive ADD COLUMN parent TEXT; -- number of the directive that it stands under; null at the top

DROP TABLE corrected_due;

-- Days that people gave in place of those that were read, with the wording that they replace. It repeats the last
-- correction of the field due; opening the database fills it. — hạn đã sửa tay
CREATE TABLE corrected_due (
  directive_key INTEGER PRIMARY KEY REFERENCES directive ON DELETE CASCADE,
  due TEXT, -- YYYY-MM-DD; null: a person said that there is no day
  bound TEXT, -- before or by, as it was read; by where none was; null without a day
  text TEXT, -- the wording that was read, else the day; null without a day
  target INTEGER -- 1: phấn đấu, as it was read; null without a day
);

DROP VIEW "nhiệm_vụ";
DROP VIEW tasks;
DROP VIEW documents;

-- One row for each document, with its file. Values that a person corrected replace those that were read. — văn bản
CREATE VIEW documents AS
SELECT
  d.id AS document_id,
  iif(ct.field IS NULL, t.name, ct.new_value) AS type,
  iif(cn.field IS NULL, d.number, cn.new_value) AS number,
  iif(ci.field IS NULL, i.name, ci.new_value) AS issuer,
  iif(cp.field IS NULL, d.place, cp.new_value) AS place,
  iif(co.field IS NULL, d.issued_on, co.new_value) AS issued_on,
  iif(ch.field IS NULL, d.held_on, ch.new_value) AS held_on,
  iif(cm.field IS NULL, d.meeting_number, cm.new_value) AS meeting_number,
  iif(cs.field IS NULL, d.subject, cs.new_value) AS subject,
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
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key
LEFT JOIN latest_correction ct ON ct.document_id = d.id AND ct.directive_id IS NULL AND ct.field = 'type'
LEFT JOIN latest_correction cn ON cn.document_id = d.id AND cn.directive_id IS NULL AND cn.field = 'number'
LEFT JOIN latest_correction ci ON ci.document_id = d.id AND ci.directive_id IS NULL AND ci.field = 'issuer'
LEFT JOIN latest_correction cp ON cp.document_id = d.id AND cp.directive_id IS NULL AND cp.field = 'place'
LEFT JOIN latest_correction co ON co.document_id = d.id AND co.directive_id IS NULL AND co.field = 'issuedOn'
LEFT JOIN latest_correction ch ON ch.document_id = d.id AND ch.directive_id IS NULL AND ch.field = 'heldOn'
LEFT JOIN latest_correction cm ON cm.document_id = d.id AND cm.directive_id IS NULL AND cm.field = 'meetingNumber'
LEFT JOIN latest_correction cs ON cs.document_id = d.id AND cs.directive_id IS NULL AND cs.field = 'subject';

-- One row for each task: an item that tells somebody to do something, unless a person said that it is none. Lead-ins and
-- headings are no tasks; the view assignments shows them, too. Values that a person corrected replace those that were read;
-- a day corrected to none is none. Each body is named once, in the order of the text. The deadline is the one that comes first, assignment the clause in which it stands.
-- review is unreviewed, needs-review or confirmed. — nhiệm vụ
CREATE VIEW tasks AS
SELECT
  d.id AS document_id,
  x.id AS directive_id,
  coalesce(l.assignment, 1) AS assignment,
  iif(cn.field IS NULL, d.number, cn.new_value) AS document_number,
  iif(ct.field IS NULL, t.name, ct.new_value) AS document_type,
  iif(ci.field IS NULL, i.name, ci.new_value) AS issuer,
  iif(co.field IS NULL, d.issued_on, co.new_value) AS issued_on,
  x.number AS directive_number,
  iif(cl.field IS NULL,
    (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'lead'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))), cl.new_value) AS lead_body,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'executing'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS executing_bodies,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'coordinating'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS coordinating_bodies,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'receiving'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS receiving_bodies,
  coalesce(cx.new_value, x.text) AS what,
  coalesce(cd.text, l.text) AS deadline_text,
  iif(cd.due IS NULL, l.kind, 'date') AS deadline_kind,
  coalesce(cd.due, l.due) AS due,
  coalesce(cd.bound, l.bound) AS bound,
  coalesce(cd.target, l.target) AS target,
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
LEFT JOIN latest_correction cn ON cn.document_id = d.id AND cn.directive_id IS NULL AND cn.field = 'number'
LEFT JOIN latest_correction ct ON ct.document_id = d.id AND ct.directive_id IS NULL AND ct.field = 'type'
LEFT JOIN latest_correction ci ON ci.document_id = d.id AND ci.directive_id IS NULL AND ci.field = 'issuer'
LEFT JOIN latest_correction co ON co.document_id = d.id AND co.directive_id IS NULL AND co.field = 'issuedOn'
LEFT JOIN latest_correction cl ON cl.document_id = d.id AND cl.directive_id = x.id AND cl.field = 'lead'
LEFT JOIN latest_correction cx ON cx.document_id = d.id AND cx.directive_id = x.id AND cx.field = 'text'
LEFT JOIN latest_correction cr ON cr.document_id = d.id AND cr.directive_id = x.id AND cr.field = 'review'
LEFT JOIN corrected_due cd ON cd.directive_key = x.directive_key
LEFT JOIN deadline l ON l.directive_key = x.directive_key AND cd.directive_key IS NULL AND (l.assignment, l.ordinal) = (
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
  iif(cl.field IS NULL,
    (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'lead'), cl.new_value) AS lead_body,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'executing') AS executing_bodies,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'coordinating') AS coordinating_bodies,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'receiving') AS receiving_bodies,
  coalesce(cx.new_value, a.text, substr(x.text, a.span_start + 1, a.span_end - a.span_start), x.text) AS what,
  coalesce(cd.text, l.text) AS deadline_text,
  iif(cd.due IS NULL, l.kind, 'date') AS deadline_kind,
  coalesce(cd.due, l.due) AS due,
  coalesce(cd.bound, l.bound) AS bound,
  coalesce(cd.target, l.target) AS target,
  l.recurrence,
  CASE WHEN cr.new_value IN ('confirmed', 'not-a-task') THEN cr.new_value WHEN x.needs_review THEN 'needs-review' ELSE 'unreviewed' END AS review,
  x.page
FROM directive x
JOIN document d ON d.document_key = x.document_key
LEFT JOIN assignment a ON a.directive_key = x.directive_key
LEFT JOIN latest_correction cl ON cl.document_id = d.id AND cl.directive_id = x.id AND cl.field = 'lead'
LEFT JOIN latest_correction cx ON cx.document_id = d.id AND cx.directive_id = x.id AND cx.field = 'text'
LEFT JOIN latest_correction cr ON cr.document_id = d.id AND cr.directive_id = x.id AND cr.field = 'review'
LEFT JOIN corrected_due cc ON cc.directive_key = x.directive_key
LEFT JOIN corrected_due cd ON cd.directive_key = x.directive_key AND coalesce(a.ordinal, 1) = 1
LEFT JOIN deadline l ON l.directive_key = x.directive_key AND cc.directive_key IS NULL AND l.assignment = a.ordinal AND l.ordinal = (
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
