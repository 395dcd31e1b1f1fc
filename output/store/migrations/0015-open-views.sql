-- A database for strangers: what the program knows of tasks, issuers and places in plain columns, views in English and in
-- Vietnamese, names that no join makes ambiguous, and a lock on what the program alone may write.

-- Another name for columns that several tables call number: a join by hand need not say whose. — tên cột không trùng
ALTER TABLE document ADD COLUMN document_number TEXT GENERATED ALWAYS AS (number) VIRTUAL; -- the same as number
ALTER TABLE directive ADD COLUMN directive_number TEXT GENERATED ALWAYS AS (number) VIRTUAL; -- the same as number
ALTER TABLE reference ADD COLUMN cited_number TEXT GENERATED ALWAYS AS (number) VIRTUAL; -- the same as number
ALTER TABLE received ADD COLUMN received_number TEXT GENERATED ALWAYS AS (number) VIRTUAL; -- the same as number
ALTER TABLE page ADD COLUMN page_number INTEGER GENERATED ALWAYS AS (number) VIRTUAL; -- the same as number

-- A name without the place in it, as bodies and issuers share it.
ALTER TABLE issuer ADD COLUMN office TEXT; -- the name without its place, as equal bodies share it: ủy ban nhân dân tỉnh
ALTER TABLE issuer ADD COLUMN area TEXT; -- the place in its name: Lam Giang; null without one
ALTER TABLE issuer ADD COLUMN level TEXT; -- central, province, district, commune; null unknown
ALTER TABLE issuer ADD COLUMN branch TEXT; -- party, state, front, other; null unknown
ALTER TABLE body ADD COLUMN office TEXT; -- the normalized name without its place
ALTER TABLE body ADD COLUMN area TEXT; -- the place in its name; null without one
CREATE INDEX issuer_by_office ON issuer (office);
CREATE INDEX body_by_office ON body (office);
CREATE INDEX body_name_by_name ON body_name (name);
CREATE INDEX document_by_issuer ON document (issuer_key);
CREATE INDEX document_by_type ON document (type_key);
CREATE INDEX correction_by_time ON correction (corrected_at);
CREATE INDEX change_by_time ON change (changed_at);

-- What the tracker says of each task, written by the program: a row for what counts as a task, and for nothing else. The state
-- is not here, as it depends on the day: the view task_states derives it. — theo dõi nhiệm vụ
CREATE TABLE tracked (
  directive_key INTEGER PRIMARY KEY REFERENCES directive ON DELETE CASCADE,
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  deadline_type TEXT CHECK (deadline_type IN ('Có hạn cụ thể', 'Ký ban hành (trong 10 ngày)', 'Nhiệm vụ thường xuyên', 'Chờ quyết định/điều kiện khác')), -- loại thời hạn; null: none is given
  assignment INTEGER, -- ordinal of the assignment in which the deadline that comes first stands; null without one
  deadline INTEGER, -- its ordinal there
  due TEXT, -- its day; null when the text names none
  bound TEXT CHECK (bound IN ('before', 'by')), -- null without a day
  last_day TEXT, -- the last day on which the task is in time: trước ngày 15 leaves the 14th; null without a day
  review TEXT NOT NULL CHECK (review IN ('unreviewed', 'needs-review', 'confirmed')), -- tình trạng rà soát
  code_ordinal INTEGER NOT NULL -- ordinal of the task in its code, from 1
);
CREATE INDEX tracked_by_document ON tracked (document_key);
CREATE INDEX tracked_by_due ON tracked (due) WHERE due IS NOT NULL;
CREATE INDEX tracked_by_last_day ON tracked (last_day) WHERE last_day IS NOT NULL;
CREATE INDEX tracked_without_day ON tracked (deadline_type) WHERE due IS NULL;
CREATE INDEX tracked_to_review ON tracked (document_key) WHERE review = 'needs-review';

-- How the tasks of a document are called in the clerks' tracker, see the view task_states. — mã nhiệm vụ
CREATE TABLE task_code (
  document_key INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  code TEXT NOT NULL, -- kind · meeting · number, as far as the document gives them
  own_id TEXT NOT NULL, -- stands behind it where the number is missing, or an earlier document has the same code
  has_number INTEGER NOT NULL -- 1: the code alone tells the document, unless an earlier one has it
);
CREATE INDEX task_code_by_code ON task_code (code, document_key);

-- Where a directive, its bodies, its deadlines and its doubtful words stand on the pages; the view places unpacks it. No row
-- where the file places no words: a plain text, a Word file. — vị trí trên trang
CREATE TABLE place (
  directive_key INTEGER PRIMARY KEY REFERENCES directive ON DELETE CASCADE,
  boxes TEXT NOT NULL -- JSON: [[what, assignment, ordinal, page, left, top, right, bottom] …], what t, d, b or w; ten thousandths of the page
);

-- Doubtful words that stand in an item: doubtful_word has them by file. — từ nghi ngờ trong nhiệm vụ
CREATE TABLE directive_doubt (
  directive_key INTEGER NOT NULL REFERENCES directive ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- of the word in doubtful_word
  PRIMARY KEY (directive_key, ordinal)
) WITHOUT ROWID;

-- What another reading of a file, or another version of it, changed in a document, field by field. Gone with its document.
-- — thay đổi do đọc lại, do phiên bản mới
CREATE TABLE field_change (
  field_change_key INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL, -- the document as it is called now
  directive_id TEXT, -- null: about the header; of an item that is gone its former id
  field TEXT NOT NULL, -- as in correction; item: the whole item came or went
  old_value TEXT, -- null: there was none
  new_value TEXT, -- null: there is none
  changed_at TEXT NOT NULL, -- ISO 8601 with zone
  cause TEXT NOT NULL CHECK (cause IN ('reading', 'version')), -- reading: the same file read again; version: another file came to its place
  old_version TEXT, -- reading: JSON of the stage versions before; version: hash of the file before
  new_version TEXT -- the same of what counts now
);
CREATE INDEX field_change_by_document ON field_change (document_id);
CREATE INDEX field_change_by_time ON field_change (changed_at);

-- Open while the program writes: what stands here is not seen by anybody else. — khoá ghi
CREATE TABLE writing (
  open INTEGER PRIMARY KEY CHECK (open = 1)
) WITHOUT ROWID;

DROP VIEW "nhiệm_vụ";
DROP VIEW tasks;
DROP VIEW documents;
DROP VIEW passages;
DROP VIEW task_bodies;

-- One row for each document, with its file. Values that a person corrected replace those that were read. — văn bản
CREATE VIEW documents AS
SELECT
  d.id AS document_id, -- stable
  t.name AS type, -- loại văn bản
  d.number, -- số, ký hiệu: 301-KL/TU
  i.name AS issuer, -- cơ quan ban hành, as written
  d.place, -- địa danh
  d.issued_on, -- ngày ban hành, YYYY-MM-DD
  d.held_on, -- ngày họp
  d.meeting_number, -- hội nghị lần thứ
  d.subject, -- trích yếu
  d.signer_authority, -- T/M …
  d.signer_position, -- chức vụ
  d.signer_name, -- người ký
  d.urgency, -- độ khẩn
  d.text_origin, -- plain, text-layer, ocr, repaired, mixed
  d.confidence, -- 0 to 1; null where nothing was measured
  d.needs_review, -- 1: its reading left a doubt
  d.part, -- ordinal in its file, from 1
  d.page_count,
  f.path, -- where its file was when it was read
  f.sha256, -- hash of its file
  (SELECT count(*) FROM directive x WHERE x.document_key = d.document_key) AS directive_count, -- items, lead-ins and headings too
  (SELECT count(*) FROM tracked k WHERE k.document_key = d.document_key) AS task_count, -- what counts as a task
  d.number AS document_number, -- the same as number, as every other view calls it
  i.office AS issuer_office, -- the issuer without its place, as bodies share it
  coalesce(i.area, d.place) AS issuer_area, -- the place in its name, else the place of the document
  i.level AS issuer_level, -- central, province, district, commune; null unknown
  i.branch AS issuer_branch, -- party, state, front, other; null unknown
  f.stored_at -- when its file was last written, ISO 8601 with zone
FROM document d
JOIN file f ON f.file_key = d.file_key
LEFT JOIN document_type t ON t.type_key = d.type_key
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key;

-- One row for each body in an assignment, as people corrected it. — cơ quan trong từng phân công
CREATE VIEW task_bodies AS
SELECT
  x.id AS directive_id, -- stable
  ab.assignment, -- ordinal of the clause, from 1
  ab.role, -- lead, executing, coordinating, receiving
  n.name, -- as written
  b.normalized, -- what equal bodies share: abbreviations written out, dashes alike
  b.level, -- central, province, district, commune; null unknown
  b.branch, -- party, state, front, other; null unknown
  ab.inherited, -- 1: from a lead-in, a heading or the opening
  ab.confidence, -- 0 to 1; null where nothing was measured
  d.id AS document_id, -- stable
  b.office, -- the normalized name without its place
  coalesce(b.area, iif(b.level = i.level AND b.level <> 'central', coalesce(i.area, d.place), NULL)) AS area -- the place in its name; of a body of the issuer's level that of the issuer
FROM assignment_body ab
JOIN directive x ON x.directive_key = ab.directive_key
JOIN document d ON d.document_key = x.document_key
JOIN body_name n ON n.name_key = ab.name_key AND n.body_key = ab.body_key
JOIN body b ON b.body_key = ab.body_key
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key;

-- One row for each task: an item that tells somebody to do something, unless a person said that it is none. Lead-ins and
-- headings are no tasks; the view assignments shows them, too. Values that a person corrected replace those that were read;
-- a day corrected to none is none. Each body is named once, in the order of the text. The deadline is the one that comes first, assignment the clause in which it stands.
-- — nhiệm vụ
CREATE VIEW tasks AS
SELECT
  d.id AS document_id, -- stable
  x.id AS directive_id, -- stable
  coalesce(k.assignment, 1) AS assignment, -- the clause in which the deadline stands
  d.number AS document_number, -- số, ký hiệu
  t.name AS document_type, -- loại văn bản
  i.name AS issuer, -- cơ quan ban hành, as written
  d.issued_on, -- ngày ban hành, YYYY-MM-DD
  x.number AS directive_number, -- path of printed enumerators: II.2.5
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'lead'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS lead_body, -- chủ trì, several parted by "; "
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'executing'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS executing_bodies, -- được chỉ đạo thực hiện
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'coordinating'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS coordinating_bodies, -- phối hợp
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.role = 'receiving'
      GROUP BY n.name ORDER BY min(ab.assignment * 100000 + ab.ordinal))) AS receiving_bodies, -- nơi nhận báo cáo
  x.text AS what, -- the whole item
  l.text AS deadline_text, -- as written
  l.kind AS deadline_kind, -- date, recurring, relative, event, standing
  k.due, -- YYYY-MM-DD; null when no day is named
  k.bound, -- before: trước ngày; by: everything else
  l.target, -- 1: phấn đấu
  l.recurrence, -- RFC 5545 RRULE
  k.review, -- unreviewed, needs-review, confirmed
  x.confidence, -- 0 to 1; null where nothing was measured
  f.path || '#page=' || x.page AS page_link, -- opens the page in a browser
  x.page, -- page of the file on which it begins
  x.parent, -- number of the item that it stands under; null at the top
  k.last_day, -- the last day on which it is in time
  k.deadline_type, -- loại thời hạn
  l.inferred AS due_is_inferred -- 1: a part of the day, mostly the year, was taken from the issue date
FROM tracked k
JOIN directive x ON x.directive_key = k.directive_key
JOIN document d ON d.document_key = k.document_key
JOIN file f ON f.file_key = d.file_key
LEFT JOIN document_type t ON t.type_key = d.type_key
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key
LEFT JOIN deadline l ON l.directive_key = k.directive_key AND l.assignment = k.assignment AND l.ordinal = k.deadline;

-- One row for each task with what the clerks' tracker says of it today, by the day in Vietnam: its state, the kind of its
-- deadline, its code. For another day ask last_day yourself: it is overdue when last_day is before that day. For many rows ask
-- last_day, too, which has an index, and not state, which is worked out. — trạng thái nhiệm vụ
CREATE VIEW task_states AS
SELECT
  d.id AS document_id, -- stable
  x.id AS directive_id, -- stable
  c.code || iif(c.code = '', '', '·') || iif(c.has_number = 1 AND NOT EXISTS (
      SELECT 1 FROM task_code o WHERE o.code = c.code AND o.document_key < c.document_key), '', c.own_id || '·')
    || printf('%02d', k.code_ordinal) AS task_code, -- Mã nhiệm vụ of Phụ lục 2: KL-BTV·HN39·671·04
  CASE
    WHEN k.last_day < date('now', '+7 hours') THEN 'QUÁ HẠN'
    WHEN k.last_day <= date('now', '+7 hours', '+7 days') THEN 'SẮP ĐẾN HẠN'
    WHEN k.last_day IS NOT NULL THEN 'ĐANG THỰC HIỆN'
    WHEN k.deadline_type = 'Nhiệm vụ thường xuyên' THEN 'THƯỜNG XUYÊN'
    WHEN k.deadline_type = 'Chờ quyết định/điều kiện khác' THEN 'CHỜ ĐIỀU KIỆN'
    ELSE 'CẦN ĐIỀN HẠN'
  END AS state, -- QUÁ HẠN overdue, SẮP ĐẾN HẠN due within 7 days, ĐANG THỰC HIỆN under way, THƯỜNG XUYÊN continuous, CHỜ ĐIỀU KIỆN waits for something, CẦN ĐIỀN HẠN its day must be filled in
  CAST(julianday(k.last_day) - julianday(date('now', '+7 hours')) AS INTEGER) AS days_left, -- to last_day; negative: overdue by so many; null without a day
  k.deadline_type, -- Loại thời hạn; null: none is given
  k.due, -- YYYY-MM-DD; null when no day is named
  k.last_day, -- the last day on which it is in time: trước ngày 15 leaves the 14th
  k.review, -- unreviewed, needs-review, confirmed
  d.number AS document_number, -- số, ký hiệu
  d.issued_on, -- ngày ban hành
  i.name AS issuer, -- cơ quan ban hành, as written
  x.number AS directive_number -- path of printed enumerators
FROM tracked k
JOIN directive x ON x.directive_key = k.directive_key
JOIN document d ON d.document_key = k.document_key
JOIN task_code c ON c.document_key = k.document_key
LEFT JOIN issuer i ON i.issuer_key = d.issuer_key;

-- One row for each reason why a document or an item should be looked at: remarks, each doubtful word of an item by itself, and
-- passages that became nothing. — lý do rà soát
CREATE VIEW review_reasons AS
SELECT
  d.id AS document_id, -- stable
  x.id AS directive_id, -- stable; null: about the whole document
  d.number AS document_number, -- số, ký hiệu
  x.number AS directive_number, -- path of printed enumerators
  n.level, -- review: look at it; error: something is lost
  n.rule, -- stable id: docs/notes.md tells of each
  m.en AS reason, -- in English
  m.vi AS reason_vi, -- in Vietnamese
  CAST(coalesce(n.actual, n.expected) AS TEXT) AS word, -- what it is about, as it is in the text now
  n.expected, -- what was expected there; null where nothing was
  CAST(coalesce(n.page, x.page) AS INTEGER) AS page, -- page of the file
  n.span_start, -- in the repaired text of the file; null where no place is told
  n.span_end,
  coalesce(k.review, '') <> 'confirmed' AS is_open -- 0: a person confirmed the task
FROM note n
JOIN note_message m ON m.message_key = n.message_key
JOIN document d ON d.document_key = n.document_key
LEFT JOIN directive x ON x.document_key = n.document_key AND x.ordinal = n.directive_ordinal
LEFT JOIN tracked k ON k.directive_key = x.directive_key
WHERE n.level <> 'info'
UNION ALL
SELECT
  d.id, x.id, d.number, x.number, CAST('review' AS TEXT), CAST('word' AS TEXT),
  CAST('A word that was read with doubt' AS TEXT), CAST('Từ đọc chưa chắc chắn' AS TEXT),
  w.repaired, w.raw, x.page, w.span_start, w.span_end, coalesce(k.review, '') <> 'confirmed'
FROM directive_doubt z
JOIN directive x ON x.directive_key = z.directive_key
JOIN document d ON d.document_key = x.document_key
JOIN doubtful_word w ON w.file_key = d.file_key AND w.ordinal = z.ordinal
LEFT JOIN tracked k ON k.directive_key = x.directive_key
UNION ALL
SELECT
  d.id, CAST(NULL AS TEXT), d.number, CAST(NULL AS TEXT), CAST('review' AS TEXT), CAST('unclaimed/' || u.why AS TEXT),
  CAST(iif(u.why = 'unread', 'Print that could not be read', 'A passage that looks like a task and became none') AS TEXT),
  CAST(iif(u.why = 'unread', 'Có chữ chưa đọc được', 'Đoạn giống nhiệm vụ nhưng chưa thuộc nhiệm vụ nào') AS TEXT),
  u.text, CAST(NULL AS TEXT), u.page, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), 1
FROM unclaimed u
JOIN document d ON d.document_key = u.document_key;

-- Where a task, its deadlines, its bodies and its doubtful words stand: one row for each printed line of each. Of scans and of
-- PDF with a text alike; none for plain text and Word files, whose lines have no place. left, top, right, bottom are shares of
-- the page, from its upper left corner. — vị trí trên trang
CREATE VIEW places AS
SELECT
  d.id AS document_id, -- stable
  x.id AS directive_id, -- stable
  d.number AS document_number, -- số, ký hiệu
  x.number AS directive_number, -- path of printed enumerators
  CASE json_extract(p.value, '$[0]') WHEN 't' THEN 'task' WHEN 'd' THEN 'deadline' WHEN 'b' THEN 'body' ELSE 'doubt' END AS what, -- task: the whole item; deadline, body: of its clauses; doubt: a doubtful word
  nullif(json_extract(p.value, '$[1]'), 0) AS assignment, -- ordinal of the clause, of a deadline or a body
  nullif(json_extract(p.value, '$[2]'), 0) AS ordinal, -- ordinal in the clause; of a doubt in doubtful_word
  CASE json_extract(p.value, '$[0]')
    WHEN 't' THEN x.text
    WHEN 'd' THEN (SELECT l.text FROM deadline l WHERE l.directive_key = x.directive_key AND l.assignment = json_extract(p.value, '$[1]') AND l.ordinal = json_extract(p.value, '$[2]'))
    WHEN 'b' THEN (SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
      WHERE ab.directive_key = x.directive_key AND ab.assignment = json_extract(p.value, '$[1]') AND ab.ordinal = json_extract(p.value, '$[2]'))
    ELSE (SELECT w.repaired FROM doubtful_word w WHERE w.file_key = d.file_key AND w.ordinal = json_extract(p.value, '$[2]'))
  END AS words, -- what stands there
  json_extract(p.value, '$[3]') AS page, -- page of the file
  json_extract(p.value, '$[4]') / 10000.0 AS "left", -- share of the page's width
  json_extract(p.value, '$[5]') / 10000.0 AS top, -- share of its height
  json_extract(p.value, '$[6]') / 10000.0 AS "right",
  json_extract(p.value, '$[7]') / 10000.0 AS bottom,
  f.path, -- where the file was when it was read
  f.sha256 -- hash of the file
FROM place k
JOIN directive x ON x.directive_key = k.directive_key
JOIN document d ON d.document_key = x.document_key
JOIN file f ON f.file_key = d.file_key
JOIN json_each(k.boxes) p;

-- The files of each paper: the one that counts, earlier versions, and copies. A published copy of the database knows the one
-- that counts alone; what became of the others stands in file_event. — các bản của văn bản
CREATE VIEW paper_files AS
SELECT
  d.id AS document_id, -- document of the file that counts; stable
  d.number AS document_number, -- số, ký hiệu
  f.path, -- where the file was when it was last met
  f.sha256, -- its hash
  CAST('counts' AS TEXT) AS stands_as, -- counts; version: replaced at its path; copy: the same paper in another file; set-aside: a person put the other one forward
  f.stored_at AS since, -- ISO 8601 with zone
  CAST(NULL AS TEXT) AS done_by, -- who or what set it behind
  f.gone_at IS NOT NULL AS is_gone -- 1: something else was found at its path
FROM document d
JOIN file f ON f.file_key = d.file_key
UNION ALL
SELECT d.id, d.number, r.path, r.sha256, r.stands_as, r.removed_at, r.removed_by, 0
FROM removed r
JOIN file f ON f.sha256 = r.stands_behind
JOIN document d ON d.file_key = f.file_key;

-- What changed in documents and items, field by field: what people corrected, and what another reading or another version of
-- the file brought. — thay đổi từng trường
CREATE VIEW field_changes AS
SELECT
  c.corrected_at AS changed_at, -- ISO 8601 with zone
  c.document_id, -- stable
  c.directive_id, -- null: about the header
  c.field, -- due, lead, text, number, review …
  c.old_value AS before, -- null: there was none
  c.new_value AS after, -- null: there is none
  CAST('correction' AS TEXT) AS cause, -- correction: a person; reading: the file was read again; version: another file came to its place
  c.corrected_by AS changed_by, -- who; null for a reading or a version
  CAST(NULL AS TEXT) AS old_version, -- of a reading the stage versions as JSON, of a version the hash of its file
  CAST(NULL AS TEXT) AS new_version,
  c.undone_by IS NOT NULL AS is_undone -- 1: a person took it back
FROM correction c
UNION ALL
SELECT h.changed_at, h.document_id, h.directive_id, h.field, h.old_value, h.new_value, h.cause, CAST(NULL AS TEXT), h.old_version, h.new_version, 0
FROM field_change h;

-- One row for each document with its issuer as a body and a place: office and area are those of task_bodies, so that what a
-- body gave and what it was given meet. — cơ quan ban hành
CREATE VIEW issuers AS
SELECT
  d.id AS document_id, -- stable
  d.number AS document_number, -- số, ký hiệu
  d.issued_on, -- ngày ban hành
  i.name AS issuer, -- as written
  i.office, -- without its place: abbreviations written out, dashes alike
  coalesce(i.area, d.place) AS area, -- the place in its name, else that of the document
  i.level, -- central, province, district, commune; null unknown
  i.branch -- party, state, front, other; null unknown
FROM document d
JOIN issuer i ON i.issuer_key = d.issuer_key;

-- One row for each document that an item cites. — văn bản viện dẫn
CREATE VIEW citations AS
SELECT
  d.id AS document_id, -- the citing document; stable
  x.id AS directive_id, -- the citing item; stable
  d.number AS document_number, -- số, ký hiệu of the citing document
  x.number AS directive_number, -- path of printed enumerators
  r.number AS cited_number, -- số, ký hiệu of the cited one
  r.type AS cited_type, -- loại văn bản
  r.cited_on, -- its date
  r.issuer AS cited_issuer,
  r.title AS cited_title,
  r.text AS citation -- as written
FROM reference r
JOIN directive x ON x.directive_key = r.directive_key
JOIN document d ON d.document_key = x.document_key;

-- One row for each unclaimed passage, with its document. — đoạn chưa được nhận
CREATE VIEW passages AS
SELECT
  k.id AS document_id, -- stable
  k.number AS document_number, -- số, ký hiệu
  t.name AS document_type, -- loại văn bản
  i.name AS issuer, -- cơ quan ban hành
  k.issued_on, -- ngày ban hành
  u.text, -- as printed, soft line breaks joined
  u.why, -- order, deadline, body, unread
  u.page, -- page of the file
  f.path || '#page=' || u.page AS page_link -- opens the page in a browser
FROM unclaimed u
JOIN document k ON k.document_key = u.document_key
JOIN file f ON f.file_key = k.file_key
LEFT JOIN document_type t ON t.type_key = k.type_key
LEFT JOIN issuer i ON i.issuer_key = k.issuer_key;

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
  directive_id AS "mã_nhiệm_vụ", -- mã nội bộ, không đổi; mã của Phụ lục 2 ở trạng_thái_nhiệm_vụ
  last_day AS "ngày_cuối_còn_trong_hạn",
  deadline_type AS "loại_thời_hạn"
FROM tasks;

-- The view documents with Vietnamese column names. — văn bản
CREATE VIEW "văn_bản" AS
SELECT
  document_id AS "mã_văn_bản",
  number AS "số_văn_bản",
  type AS "loại_văn_bản",
  issuer AS "cơ_quan_ban_hành",
  place AS "địa_danh",
  issued_on AS "ngày_ban_hành",
  held_on AS "ngày_họp",
  meeting_number AS "hội_nghị_lần_thứ",
  subject AS "trích_yếu",
  signer_position AS "chức_vụ_người_ký",
  signer_name AS "người_ký",
  urgency AS "độ_khẩn",
  iif(needs_review, 'cần xem lại', NULL) AS "tình_trạng_rà_soát",
  page_count AS "số_trang",
  task_count AS "số_nhiệm_vụ",
  path AS "tệp"
FROM documents;

-- The view task_bodies with Vietnamese column names. — cơ quan trong nhiệm vụ
CREATE VIEW "cơ_quan_trong_nhiệm_vụ" AS
SELECT
  document_id AS "mã_văn_bản",
  directive_id AS "mã_nhiệm_vụ",
  assignment AS "phân_công",
  CASE role WHEN 'lead' THEN 'chủ trì' WHEN 'executing' THEN 'thực hiện' WHEN 'coordinating' THEN 'phối hợp' ELSE 'nhận báo cáo' END
    AS "vai_trò",
  name AS "cơ_quan",
  normalized AS "tên_chuẩn",
  office AS "tên_chuẩn_không_địa_danh",
  area AS "địa_bàn",
  CASE level WHEN 'central' THEN 'trung ương' WHEN 'province' THEN 'tỉnh' WHEN 'district' THEN 'huyện' WHEN 'commune' THEN 'xã' END
    AS "cấp",
  CASE branch WHEN 'party' THEN 'Đảng' WHEN 'state' THEN 'Nhà nước' WHEN 'front' THEN 'Mặt trận, đoàn thể' WHEN 'other' THEN 'khác' END
    AS "khối",
  inherited AS "lấy_từ_câu_dẫn"
FROM task_bodies;

-- The view task_states with Vietnamese column names. — trạng thái nhiệm vụ
CREATE VIEW "trạng_thái_nhiệm_vụ" AS
SELECT
  document_id AS "mã_văn_bản",
  directive_id AS "mã_nhiệm_vụ",
  task_code AS "mã_trong_phụ_lục_2",
  state AS "trạng_thái",
  days_left AS "số_ngày_còn_lại",
  deadline_type AS "loại_thời_hạn",
  due AS "hạn_xử_lý",
  last_day AS "ngày_cuối_còn_trong_hạn",
  CASE review WHEN 'needs-review' THEN 'cần xem lại' WHEN 'unreviewed' THEN 'chưa xem' WHEN 'confirmed' THEN 'đã xác nhận' END
    AS "tình_trạng_rà_soát",
  document_number AS "số_văn_bản",
  issued_on AS "ngày_ban_hành",
  issuer AS "cơ_quan_ban_hành",
  directive_number AS "mục"
FROM task_states;

-- The view review_reasons with Vietnamese column names. — lý do rà soát
CREATE VIEW "lý_do_rà_soát" AS
SELECT
  document_id AS "mã_văn_bản",
  directive_id AS "mã_nhiệm_vụ",
  document_number AS "số_văn_bản",
  directive_number AS "mục",
  CASE level WHEN 'error' THEN 'mất nội dung' ELSE 'cần xem' END AS "mức",
  rule AS "quy_tắc",
  reason_vi AS "lý_do",
  word AS "chữ",
  expected AS "chữ_gốc_hoặc_mong_đợi",
  page AS "trang",
  span_start AS "từ_vị_trí",
  span_end AS "đến_vị_trí",
  is_open AS "còn_mở"
FROM review_reasons;

-- The view places with Vietnamese column names. — vị trí
CREATE VIEW "vị_trí" AS
SELECT
  document_id AS "mã_văn_bản",
  directive_id AS "mã_nhiệm_vụ",
  document_number AS "số_văn_bản",
  directive_number AS "mục",
  CASE what WHEN 'task' THEN 'nhiệm vụ' WHEN 'deadline' THEN 'thời hạn' WHEN 'body' THEN 'cơ quan' ELSE 'từ nghi ngờ' END AS "loại",
  assignment AS "phân_công",
  ordinal AS "thứ_tự",
  words AS "chữ",
  page AS "trang",
  "left" AS "trái",
  top AS "trên",
  "right" AS "phải",
  bottom AS "dưới",
  path AS "tệp"
FROM places;

-- The view paper_files with Vietnamese column names. — các bản của văn bản
CREATE VIEW "bản_của_văn_bản" AS
SELECT
  document_id AS "mã_văn_bản",
  document_number AS "số_văn_bản",
  path AS "tệp",
  sha256 AS "mã_băm",
  CASE stands_as WHEN 'counts' THEN 'đang tính' WHEN 'version' THEN 'bản trước' WHEN 'copy' THEN 'bản trùng' ELSE 'để riêng' END
    AS "là",
  since AS "từ_khi",
  done_by AS "người_thực_hiện",
  is_gone AS "tệp_không_còn_ở_đó"
FROM paper_files;

-- The view field_changes with Vietnamese column names. — thay đổi
CREATE VIEW "thay_đổi" AS
SELECT
  changed_at AS "lúc",
  document_id AS "mã_văn_bản",
  directive_id AS "mã_nhiệm_vụ",
  field AS "trường",
  before AS "trước",
  after AS "sau",
  CASE cause WHEN 'correction' THEN 'người sửa' WHEN 'reading' THEN 'đọc lại' ELSE 'phiên bản mới' END AS "nguyên_nhân",
  changed_by AS "người_sửa",
  new_version AS "phiên_bản",
  is_undone AS "đã_hoàn_tác"
FROM field_changes;

-- The view issuers with Vietnamese column names. — cơ quan ban hành
CREATE VIEW "cơ_quan_ban_hành" AS
SELECT
  document_id AS "mã_văn_bản",
  document_number AS "số_văn_bản",
  issued_on AS "ngày_ban_hành",
  issuer AS "cơ_quan_ban_hành",
  office AS "tên_chuẩn_không_địa_danh",
  area AS "địa_bàn",
  CASE level WHEN 'central' THEN 'trung ương' WHEN 'province' THEN 'tỉnh' WHEN 'district' THEN 'huyện' WHEN 'commune' THEN 'xã' END
    AS "cấp",
  CASE branch WHEN 'party' THEN 'Đảng' WHEN 'state' THEN 'Nhà nước' WHEN 'front' THEN 'Mặt trận, đoàn thể' WHEN 'other' THEN 'khác' END
    AS "khối"
FROM issuers;

-- The view citations with Vietnamese column names. — viện dẫn
CREATE VIEW "viện_dẫn" AS
SELECT
  document_id AS "mã_văn_bản",
  directive_id AS "mã_nhiệm_vụ",
  document_number AS "số_văn_bản",
  directive_number AS "mục",
  cited_number AS "số_văn_bản_viện_dẫn",
  cited_type AS "loại_văn_bản_viện_dẫn",
  cited_on AS "ngày_văn_bản_viện_dẫn",
  cited_issuer AS "cơ_quan_văn_bản_viện_dẫn",
  citation AS "chữ_trong_văn_bản"
FROM citations;

-- What the program alone may write: a correction by hand would reach neither search nor the counts, so it is refused with a word of
-- what to do instead. The program opens the lock in its own transactions (output/store/guard.ts).
CREATE TRIGGER correction_no_insert BEFORE INSERT ON correction WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER reading_no_insert BEFORE INSERT ON reading WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER change_no_insert BEFORE INSERT ON change WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER field_change_no_insert BEFORE INSERT ON field_change WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER field_change_no_update BEFORE UPDATE ON field_change WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER field_change_no_delete BEFORE DELETE ON field_change WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER tracked_no_insert BEFORE INSERT ON tracked WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER tracked_no_update BEFORE UPDATE ON tracked WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER tracked_no_delete BEFORE DELETE ON tracked WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER task_code_no_insert BEFORE INSERT ON task_code WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER task_code_no_update BEFORE UPDATE ON task_code WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER task_code_no_delete BEFORE DELETE ON task_code WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER place_no_insert BEFORE INSERT ON place WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER directive_doubt_no_insert BEFORE INSERT ON directive_doubt WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER place_no_update BEFORE UPDATE ON place WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER directive_doubt_no_update BEFORE UPDATE ON directive_doubt WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER place_no_delete BEFORE DELETE ON place WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER directive_doubt_no_delete BEFORE DELETE ON directive_doubt WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER page_no_update BEFORE UPDATE ON page WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER page_no_delete BEFORE DELETE ON page WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_no_insert BEFORE INSERT ON document WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER directive_no_update BEFORE UPDATE ON directive WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER directive_no_delete BEFORE DELETE ON directive WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER assignment_no_update BEFORE UPDATE ON assignment WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER assignment_no_delete BEFORE DELETE ON assignment WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER assignment_body_no_update BEFORE UPDATE ON assignment_body WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER assignment_body_no_delete BEFORE DELETE ON assignment_body WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER deadline_no_update BEFORE UPDATE ON deadline WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER deadline_no_delete BEFORE DELETE ON deadline WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER reference_no_update BEFORE UPDATE ON reference WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER reference_no_delete BEFORE DELETE ON reference WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_no_update BEFORE UPDATE ON note WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_no_delete BEFORE DELETE ON note WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER unclaimed_no_update BEFORE UPDATE ON unclaimed WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER unclaimed_no_delete BEFORE DELETE ON unclaimed WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER body_no_update BEFORE UPDATE ON body WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER body_no_delete BEFORE DELETE ON body WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER body_name_no_update BEFORE UPDATE ON body_name WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER body_name_no_delete BEFORE DELETE ON body_name WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER issuer_no_update BEFORE UPDATE ON issuer WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER issuer_no_delete BEFORE DELETE ON issuer WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
