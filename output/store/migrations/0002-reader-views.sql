-- Views for readers. They speak in plain words and never lose a column; build on them rather than on the tables.

-- One row for each document, with its file. — văn bản
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
  (SELECT count(*) FROM directive x WHERE x.document_key = d.document_key) AS directive_count
FROM document d
JOIN file f ON f.file_key = d.file_key
LEFT JOIN document_type t ON t.type_key = d.type_key
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key;

-- One row for each body in an assignment. — cơ quan trong từng phân công
CREATE VIEW task_bodies AS
SELECT
  x.id AS directive_id,
  ab.assignment,
  ab.role,
  n.name,
  b.normalized,
  b.level,
  b.branch,
  ab.inherited,
  ab.confidence
FROM assignment_body ab
JOIN directive x ON x.directive_key = ab.directive_key
JOIN body_name n ON n.name_key = ab.name_key
JOIN body b ON b.body_key = ab.body_key;

-- The way from a directive to the page: each row says that the directive's text from at_offset on is the slice from
-- span_start to span_end of the file's repaired text. — vị trí trên văn bản
CREATE VIEW directive_piece AS
SELECT directive_id, at_offset, span_start, span_end FROM (
  SELECT
    x.id AS directive_id,
    p.key AS place,
    sum(CASE WHEN p.key % 2 = 1 THEN p.value + 1 ELSE 0 END) OVER before - CASE WHEN p.key % 2 = 1 THEN p.value + 1 ELSE 0 END AS at_offset,
    sum(p.value) OVER before - p.value AS span_start,
    sum(p.value) OVER before AS span_end
  FROM directive x, json_each(x.pieces) p
  WHERE coalesce(json_type(x.pieces, '$[0]'), '') <> 'array'
  WINDOW before AS (PARTITION BY x.directive_key ORDER BY p.key)
) WHERE place % 2 = 1
UNION ALL
SELECT x.id, json_extract(p.value, '$[0]'), json_extract(p.value, '$[1]'), json_extract(p.value, '$[2]')
FROM directive x, json_each(x.pieces) p
WHERE json_type(x.pieces, '$[0]') = 'array';

-- The last correction of each field of each directive. — bản sửa tay mới nhất
CREATE VIEW latest_correction AS
SELECT c.document_id, c.directive_id, c.field, c.new_value, c.corrected_by, c.corrected_at
FROM correction c
WHERE c.correction_key = (
  SELECT max(o.correction_key) FROM correction o
  WHERE o.document_id = c.document_id AND o.directive_id IS c.directive_id AND o.field = c.field
);

-- One row for each task: a directive, or each of its assignments when it has several. Values that a person corrected
-- replace those that were read: lead, due, text. review is unreviewed, needs-review, or what a person said (confirmed,
-- not-a-task). — nhiệm vụ
CREATE VIEW tasks AS
SELECT
  d.id AS document_id,
  x.id AS directive_id,
  a.ordinal AS assignment,
  d.number AS document_number,
  t.name AS document_type,
  i.name AS issuer,
  d.issued_on,
  x.number AS directive_number,
  coalesce(
    (SELECT c.new_value FROM latest_correction c WHERE c.document_id = d.id AND c.directive_id = x.id AND c.field = 'lead'),
    (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'lead')
  ) AS lead_body,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'executing') AS executing_bodies,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'coordinating') AS coordinating_bodies,
  (SELECT group_concat(n.name, '; ') FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
    WHERE ab.directive_key = x.directive_key AND ab.assignment = a.ordinal AND ab.role = 'receiving') AS receiving_bodies,
  coalesce(
    (SELECT c.new_value FROM latest_correction c WHERE c.document_id = d.id AND c.directive_id = x.id AND c.field = 'text'),
    a.text,
    substr(x.text, a.span_start + 1, a.span_end - a.span_start),
    x.text
  ) AS what,
  l.text AS deadline_text,
  l.kind AS deadline_kind,
  coalesce(
    (SELECT c.new_value FROM latest_correction c WHERE c.document_id = d.id AND c.directive_id = x.id AND c.field = 'due'),
    l.due
  ) AS due,
  l.bound,
  l.target,
  l.recurrence,
  CASE
    WHEN (SELECT c.new_value FROM latest_correction c
      WHERE c.document_id = d.id AND c.directive_id = x.id AND c.field = 'review') IS NOT NULL
    THEN (SELECT c.new_value FROM latest_correction c
      WHERE c.document_id = d.id AND c.directive_id = x.id AND c.field = 'review')
    WHEN x.needs_review OR d.needs_review THEN 'needs-review'
    ELSE 'unreviewed'
  END AS review,
  x.confidence,
  f.path || '#page=' || x.page AS page_link,
  x.page
FROM directive x
JOIN document d ON d.document_key = x.document_key
JOIN file f ON f.file_key = d.file_key
LEFT JOIN document_type t ON t.type_key = d.type_key
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key
LEFT JOIN assignment a ON a.directive_key = x.directive_key
LEFT JOIN deadline l ON l.directive_key = x.directive_key AND l.assignment = a.ordinal AND l.ordinal = (
  SELECT o.ordinal FROM deadline o WHERE o.directive_key = x.directive_key AND o.assignment = a.ordinal
  ORDER BY o.due IS NULL, o.due, o.ordinal LIMIT 1
);

-- The same with Vietnamese column names.
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
  CASE review WHEN 'needs-review' THEN 'cần xem lại' WHEN 'unreviewed' THEN 'chưa xem' WHEN 'confirmed' THEN 'đã xác nhận'
    WHEN 'not-a-task' THEN 'không phải nhiệm vụ' ELSE review END AS "tình_trạng_rà_soát",
  page_link AS "trang",
  document_id AS "mã_văn_bản",
  directive_id AS "mã_nhiệm_vụ"
FROM tasks;
