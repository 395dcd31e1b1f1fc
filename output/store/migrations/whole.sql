-- Made by npm run reference from the migrations beside it: the layout of a new database.
CREATE TABLE meta (
  name TEXT PRIMARY KEY, -- about, documentation, index_version
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE process (
  process_key INTEGER PRIMARY KEY,
  stage_versions TEXT NOT NULL, -- JSON object: stage name → version
  model_card TEXT NOT NULL, -- JSON object: what the models were made from; {} when none was used
  UNIQUE (stage_versions, model_card)
);
CREATE TABLE batch (
  batch_key INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL, -- ISO 8601 with zone
  finished_at TEXT, -- null while it runs or after a crash
  roots TEXT NOT NULL -- JSON array of the files and folders that were asked for
, undone_at TEXT);
CREATE TABLE batch_file (
  batch_key INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
  path TEXT NOT NULL,
  sha256 TEXT, -- null when the file could not be read
  outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'needs-review', 'duplicate', 'quarantined', 'skipped')),
  reason_vi TEXT,
  reason_en TEXT, reason_code TEXT,
  PRIMARY KEY (batch_key, path)
) WITHOUT ROWID;
CREATE TABLE file (
  file_key INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL, -- where it was when it was read
  media_type TEXT, -- null when the bytes are of no known kind
  byte_length INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('stored', 'needs-review', 'quarantined')),
  error_code TEXT, -- why it is in quarantine
  error_vi TEXT,
  error_en TEXT,
  hint_vi TEXT,
  hint_en TEXT,
  process_key INTEGER REFERENCES process, -- null in quarantine
  stored_at TEXT NOT NULL -- when it was last written, ISO 8601 with zone
, batch_key INTEGER REFERENCES batch, settled_by TEXT, gone_at TEXT, parts TEXT);
CREATE TABLE page (
  page_key INTEGER PRIMARY KEY,
  file_key INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  number INTEGER NOT NULL, -- from 1
  text TEXT NOT NULL, -- repaired text: what spans of directives point into
  raw_text TEXT, -- as the engine gave it; null when repair changed nothing on this page
  text_start INTEGER NOT NULL, -- offset of the page in the repaired text of the file
  raw_start INTEGER NOT NULL, -- offset of the page in the raw text of the file
  gap TEXT, -- what follows the page in the repaired text of the file; null: a form feed, nothing after the last
  raw_gap TEXT, -- the same in the raw text
  origin TEXT NOT NULL CHECK (origin IN ('plain', 'text-layer', 'ocr', 'none')),
  reason TEXT NOT NULL, -- why this origin was chosen
  quality TEXT NOT NULL, -- what the page's text layer was judged to be
  repaired INTEGER NOT NULL, -- 1 when repair or conversion changed its text
  confidence REAL, -- 0 to 1; null when not measured
  image_width REAL, -- size of the page that word boxes refer to: pixels of its image, half points of a text layer; null without boxes
  image_height REAL,
  words BLOB, coverage REAL, unread TEXT, zones TEXT, page_number INTEGER GENERATED ALWAYS AS (number) VIRTUAL, -- zlib: JSON of columns, see docs/schema.md; null when the page has no words with boxes
  UNIQUE (file_key, number)
);
CREATE TABLE edit_map (
  file_key INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
  edits BLOB NOT NULL -- zlib: JSON of columns rawStart, rawEnd, start, end, confidence, by
);
CREATE TABLE doubtful_word (
  file_key INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  span_start INTEGER NOT NULL, -- in the repaired text of the file
  span_end INTEGER NOT NULL,
  raw TEXT NOT NULL,
  repaired TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (file_key, ordinal)
) WITHOUT ROWID;
CREATE TABLE issuer (
  issuer_key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL -- its words in lower case, without marks, đ as d
, office TEXT, area TEXT, level TEXT, branch TEXT);
CREATE TABLE document_type (
  type_key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL
);
CREATE TABLE document (
  document_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, -- stable
  file_key INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  part INTEGER NOT NULL, -- ordinal in its file, from 1
  page_count INTEGER NOT NULL,
  text_origin TEXT NOT NULL CHECK (text_origin IN ('plain', 'text-layer', 'ocr', 'repaired', 'mixed')),
  type_key INTEGER REFERENCES document_type,
  number TEXT, -- số, ký hiệu: 301-KL/TU
  issuer_key INTEGER REFERENCES issuer,
  place TEXT, -- địa danh
  issued_on TEXT, -- ngày ban hành, YYYY-MM-DD
  held_on TEXT, -- ngày họp
  meeting_number TEXT, -- hội nghị lần thứ
  subject TEXT, -- trích yếu
  signer_authority TEXT, -- T/M …
  signer_position TEXT, -- chức vụ
  signer_name TEXT, -- người ký
  urgency TEXT, -- độ khẩn
  signed_at TEXT, -- time stamp of the e-signature panel, as written
  confidence REAL,
  needs_review INTEGER NOT NULL, -- 1: a person should look
  fingerprint BLOB NOT NULL -- SHA-256 of the record, so that an unchanged one is told from a changed one
, number_parts_digits TEXT, number_parts_symbol TEXT, issued_on_parts_year INTEGER, issued_on_parts_month INTEGER, issued_on_parts_day INTEGER, coverage REAL, suggested_number TEXT, suggested_issued_on TEXT, suggested_confidence REAL, suggested_from TEXT CHECK (suggested_from IN ('handwriting', 'signature', 'neighbours')), document_number TEXT GENERATED ALWAYS AS (number) VIRTUAL, suggested_number_confidence REAL, suggested_issued_on_confidence REAL);
CREATE TABLE recipient (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document_key, ordinal)
) WITHOUT ROWID;
CREATE TABLE received (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  number TEXT,
  received_on TEXT,
  received_by TEXT, received_number TEXT GENERATED ALWAYS AS (number) VIRTUAL,
  PRIMARY KEY (document_key, ordinal)
) WITHOUT ROWID;
CREATE TABLE directive (
  directive_key INTEGER PRIMARY KEY,
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- reading order in the document, from 1
  needs_review INTEGER NOT NULL,
  page INTEGER NOT NULL, -- page of the file on which it begins
  id TEXT NOT NULL UNIQUE, -- stable
  number TEXT NOT NULL, -- path of printed enumerators: 2.5
  confidence REAL,
  clear_who INTEGER NOT NULL, -- rõ người
  clear_what INTEGER NOT NULL, -- rõ việc
  clear_when INTEGER NOT NULL, -- rõ thời gian
  text TEXT NOT NULL, -- the whole item as printed, soft line breaks joined
  pieces TEXT NOT NULL -- where the text lies in the file's repaired text, packed; the view directive_piece unpacks it
, kind TEXT NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'lead-in', 'heading')), parent TEXT, directive_number TEXT GENERATED ALWAYS AS (number) VIRTUAL);
CREATE TABLE assignment (
  directive_key INTEGER NOT NULL REFERENCES directive ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- from 1
  span_start INTEGER NOT NULL, -- in the directive's text
  span_end INTEGER NOT NULL,
  text TEXT, -- null: the span says it
  PRIMARY KEY (directive_key, ordinal)
) WITHOUT ROWID;
CREATE TABLE body (
  body_key INTEGER PRIMARY KEY,
  normalized TEXT NOT NULL, -- what equal bodies share
  level TEXT, -- central, province, district, commune; null unknown
  branch TEXT, -- party, state, front, other; null unknown
  name TEXT NOT NULL, -- as first written: for display
  folded TEXT NOT NULL -- normalized name in lower case without marks, for filters
, office TEXT, area TEXT);
CREATE TABLE body_name (
  name_key INTEGER PRIMARY KEY,
  body_key INTEGER NOT NULL REFERENCES body,
  name TEXT NOT NULL, -- as written
  folded TEXT NOT NULL,
  UNIQUE (body_key, name)
);
CREATE TABLE assignment_body (
  directive_key INTEGER NOT NULL REFERENCES directive ON DELETE CASCADE,
  assignment INTEGER NOT NULL, -- ordinal of the assignment
  ordinal INTEGER NOT NULL,
  body_key INTEGER NOT NULL REFERENCES body,
  name_key INTEGER NOT NULL REFERENCES body_name,
  role TEXT NOT NULL CHECK (role IN ('lead', 'executing', 'coordinating', 'receiving')),
  inherited INTEGER NOT NULL, -- 1: from a lead-in, a heading or the opening
  span_start INTEGER, -- in the directive's text; null when inherited
  span_end INTEGER,
  confidence REAL,
  PRIMARY KEY (directive_key, assignment, ordinal)
) WITHOUT ROWID;
CREATE TABLE deadline (
  directive_key INTEGER NOT NULL REFERENCES directive ON DELETE CASCADE,
  assignment INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL, -- as written
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('date', 'recurring', 'relative', 'event', 'standing')),
  due TEXT, -- YYYY-MM-DD; null when the text names no day
  bound TEXT CHECK (bound IN ('before', 'by')), -- before: trước ngày; by: everything else
  target INTEGER NOT NULL, -- 1: phấn đấu
  precision TEXT,
  inferred INTEGER NOT NULL, -- 1: a part, mostly the year, was taken from the issue date
  recurrence TEXT, -- RFC 5545 RRULE
  anchor TEXT, -- what a relative one counts from, as written
  certainty TEXT NOT NULL CHECK (certainty IN ('stated', 'computed', 'assumed')),
  found_by TEXT NOT NULL, -- id of the finder
  confidence REAL,
  PRIMARY KEY (directive_key, assignment, ordinal)
) WITHOUT ROWID;
CREATE TABLE reference (
  directive_key INTEGER NOT NULL REFERENCES directive ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL, -- as written
  span_start INTEGER NOT NULL, -- in the directive's text
  span_end INTEGER NOT NULL,
  type TEXT,
  number TEXT NOT NULL,
  cited_on TEXT, -- date of the cited document
  issuer TEXT,
  title TEXT, cited_number TEXT GENERATED ALWAYS AS (number) VIRTUAL,
  PRIMARY KEY (directive_key, ordinal)
) WITHOUT ROWID;
CREATE TABLE note_message (
  message_key INTEGER PRIMARY KEY,
  vi TEXT NOT NULL,
  en TEXT NOT NULL,
  UNIQUE (vi, en)
);
CREATE TABLE note (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  directive_ordinal INTEGER NOT NULL, -- 0: about the whole document
  ordinal INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('info', 'review', 'error')),
  rule TEXT NOT NULL, -- stable id of the rule that wrote it
  message_key INTEGER NOT NULL REFERENCES note_message,
  page INTEGER,
  directive TEXT, -- number path of the directive that it is about
  span_start INTEGER, -- in the repaired text of the file
  span_end INTEGER,
  expected TEXT,
  actual TEXT,
  PRIMARY KEY (document_key, directive_ordinal, ordinal)
) WITHOUT ROWID;
CREATE TABLE correction (
  correction_key INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT NOT NULL,
  directive_id TEXT, -- null: about the document's header
  field TEXT NOT NULL, -- due, lead, text, number, review …
  old_value TEXT,
  new_value TEXT,
  corrected_by TEXT NOT NULL,
  corrected_at TEXT NOT NULL -- ISO 8601 with zone
, detail TEXT, seen TEXT, undoes INTEGER, undone_by INTEGER, is_lost INTEGER);
CREATE TABLE change (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
  entity TEXT NOT NULL CHECK (entity IN ('document', 'correction')),
  id TEXT NOT NULL, -- document.id; a correction is named by its document
  changed_at TEXT NOT NULL -- ISO 8601 with zone
);
CREATE TABLE word (
  word TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE VIRTUAL TABLE directive_fts USING fts5 (
  words,
  content="directive", content_rowid="directive_key", tokenize="ascii tokenchars '_=~#'",
  detail=none, columnsize=0
);
CREATE TABLE claim (
  sha256 TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  host TEXT NOT NULL, -- name of the computer
  pid INTEGER NOT NULL, -- number of the process there
  started_at TEXT NOT NULL, -- ISO 8601 with zone
  attempts INTEGER NOT NULL -- how often it was begun: a file that ends its process twice is set aside
) WITHOUT ROWID;
CREATE TABLE unfinished_page (
  sha256 TEXT NOT NULL, -- of the file
  image TEXT NOT NULL, -- SHA-256 of engine, layout and image
  content BLOB NOT NULL, -- zlib: JSON of what was recognised, under a key that only the image gives (AES-256-GCM)
  PRIMARY KEY (sha256, image)
) WITHOUT ROWID;
CREATE TABLE let_through (
  sha256 TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE unclaimed (
  unclaimed_key INTEGER PRIMARY KEY,
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- reading order in the document, from 1
  page INTEGER NOT NULL, -- page of the file on which it begins
  text TEXT NOT NULL, -- as printed, soft line breaks joined
  why TEXT NOT NULL CHECK (why IN ('order', 'deadline', 'body', 'unread')), -- it orders somebody; names a time by which; begins with a body; print that could not be read
  boxes TEXT, -- JSON: [{page, left, top, right, bottom}], shares of the page; null for text that no image was read for
  UNIQUE (document_key, ordinal)
);
CREATE TABLE signature (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  signed_by TEXT, -- as printed
  signed_at TEXT, -- ISO 8601; with a zone only where one is printed
  kind TEXT NOT NULL CHECK (kind IN ('panel', 'pdf')), pdf_time_from TEXT, pdf_reason TEXT, pdf_place TEXT, pdf_page INTEGER, pdf_covers_all INTEGER, pdf_is_intact INTEGER, pdf_bytes_after INTEGER, is_picture INTEGER,
  PRIMARY KEY (document_key, ordinal)
) WITHOUT ROWID;
CREATE TABLE copy (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('published', 'backup', 'export')),
  last_change INTEGER NOT NULL, -- last entry of the change feed that it may hold
  written_at TEXT -- of an export: ISO 8601 with zone
) WITHOUT ROWID;
CREATE TABLE file_signature (
  file_key INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- in the order in which they were made
  signed_by TEXT, -- name in the signer's certificate, else what the program wrote
  signed_at TEXT, -- ISO 8601, Vietnamese time where the signature gives an instant
  time_from TEXT CHECK (time_from IN ('stamp', 'signer', 'file')), -- clock of a time stamp authority, of the signer, or of the program
  reason TEXT,
  place TEXT,
  page INTEGER, -- where its panel stands; null where it shows none
  covers_all INTEGER NOT NULL, -- 1: of every byte of the file as it was signed
  is_intact INTEGER, -- 0: the bytes are no longer those that were signed; null: could not be checked
  bytes_after INTEGER NOT NULL, -- bytes of the file behind what it covers: later signatures, or changes
  PRIMARY KEY (file_key, ordinal)
) WITHOUT ROWID;
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
, stands_behind TEXT, stands_as TEXT CHECK (stands_as IN ('version', 'copy', 'set-aside')), gave_way_to TEXT);
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
CREATE TABLE reading (
  document_key INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  record BLOB NOT NULL -- zlib: one line of the JSONL export
);
CREATE VIRTUAL TABLE paper_fts USING fts5 (
  header, text,
  content='', contentless_delete=1, tokenize='ascii'
);
CREATE TABLE abbreviation (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  short TEXT NOT NULL, -- in lower case
  long TEXT NOT NULL, -- what it stands for, in lower case
  short_folded TEXT NOT NULL, -- its words without marks
  long_folded TEXT NOT NULL,
  PRIMARY KEY (document_key, short)
) WITHOUT ROWID;
CREATE TABLE saved_search (
  name TEXT PRIMARY KEY,
  request TEXT NOT NULL, -- JSON: {in, words, filters, sort, plain}
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL -- ISO 8601 with zone
) WITHOUT ROWID;
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
CREATE TABLE task_code (
  document_key INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  code TEXT NOT NULL, -- kind · meeting · number, as far as the document gives them
  own_id TEXT NOT NULL, -- stands behind it where the number is missing, or an earlier document has the same code
  has_number INTEGER NOT NULL -- 1: the code alone tells the document, unless an earlier one has it
);
CREATE TABLE place (
  directive_key INTEGER PRIMARY KEY REFERENCES directive ON DELETE CASCADE,
  boxes TEXT NOT NULL -- JSON: [[what, assignment, ordinal, page, left, top, right, bottom] …], what t, d, b or w; ten thousandths of the page
);
CREATE TABLE directive_doubt (
  directive_key INTEGER NOT NULL REFERENCES directive ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- of the word in doubtful_word
  PRIMARY KEY (directive_key, ordinal)
) WITHOUT ROWID;
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
CREATE TABLE writing (
  open INTEGER PRIMARY KEY CHECK (open = 1)
) WITHOUT ROWID;
CREATE TABLE known_name (
  folded TEXT PRIMARY KEY, -- in lower case, tone marks in one place: what equal names share
  name TEXT NOT NULL, -- as it was given
  verdict TEXT NOT NULL CHECK (verdict IN ('added', 'removed')), -- removed: used neither in reading nor in completion, whatever corrections say
  said_by TEXT NOT NULL,
  said_at TEXT NOT NULL -- ISO 8601 with zone
) WITHOUT ROWID;
CREATE INDEX file_by_status ON file (status);
CREATE INDEX document_by_file ON document (file_key);
CREATE INDEX document_by_number ON document (number);
CREATE INDEX document_by_date ON document (issued_on);
CREATE INDEX directive_by_document ON directive (document_key, ordinal);
CREATE INDEX directive_narrow ON directive (directive_key, document_key);
CREATE UNIQUE INDEX body_identity ON body (normalized, ifnull(level, ''), ifnull(branch, ''));
CREATE INDEX assignment_body_by_body ON assignment_body (body_key, role);
CREATE INDEX deadline_by_due ON deadline (due, bound) WHERE due IS NOT NULL;
CREATE INDEX reference_by_number ON reference (number);
CREATE INDEX correction_by_document ON correction (document_id, directive_id, field);
CREATE INDEX removed_by_batch ON removed (batch_key);
CREATE INDEX batch_file_by_hash ON batch_file (sha256);
CREATE INDEX batch_file_unread ON batch_file (path, batch_key) WHERE sha256 IS NULL AND outcome = 'quarantined';
CREATE INDEX file_by_batch ON file (batch_key, status);
CREATE INDEX file_by_path ON file (path);
CREATE INDEX document_to_review ON document (issued_on) WHERE needs_review = 1;
CREATE INDEX directive_to_review ON directive (document_key) WHERE needs_review = 1;
CREATE INDEX note_by_rule ON note (rule, document_key) WHERE level <> 'info';
CREATE INDEX file_joined ON file (file_key) WHERE parts IS NOT NULL;
CREATE INDEX removed_behind ON removed (stands_behind) WHERE stands_behind IS NOT NULL;
CREATE INDEX file_event_by_path ON file_event (path);
CREATE INDEX abbreviation_by_short ON abbreviation (short_folded, long);
CREATE INDEX abbreviation_by_long ON abbreviation (long_folded, short);
CREATE INDEX issuer_by_office ON issuer (office);
CREATE INDEX body_by_office ON body (office);
CREATE INDEX body_name_by_name ON body_name (name);
CREATE INDEX document_by_issuer ON document (issuer_key);
CREATE INDEX document_by_type ON document (type_key);
CREATE INDEX correction_by_time ON correction (corrected_at);
CREATE INDEX change_by_time ON change (changed_at);
CREATE INDEX tracked_by_document ON tracked (document_key);
CREATE INDEX tracked_by_due ON tracked (due) WHERE due IS NOT NULL;
CREATE INDEX tracked_by_last_day ON tracked (last_day) WHERE last_day IS NOT NULL;
CREATE INDEX tracked_without_day ON tracked (deadline_type) WHERE due IS NULL;
CREATE INDEX tracked_to_review ON tracked (document_key) WHERE review = 'needs-review';
CREATE INDEX task_code_by_code ON task_code (code, document_key);
CREATE INDEX field_change_by_document ON field_change (document_id);
CREATE INDEX field_change_by_time ON field_change (changed_at);
CREATE INDEX change_by_id ON change (id, entity, changed_at);
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
CREATE VIEW latest_correction AS
SELECT c.document_id, c.directive_id, c.field, c.new_value, c.corrected_by, c.corrected_at
FROM correction c
WHERE c.correction_key = (
  SELECT max(o.correction_key) FROM correction o
  WHERE o.document_id = c.document_id AND o.directive_id IS c.directive_id AND o.field = c.field
    AND o.undoes IS NULL AND o.undone_by IS NULL AND o.is_lost IS NULL
);
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
CREATE TRIGGER paper_forgotten AFTER DELETE ON document BEGIN
  DELETE FROM paper_fts WHERE rowid = old.document_key;
END;
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
CREATE TRIGGER file_no_insert BEFORE INSERT ON file WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER file_no_delete BEFORE DELETE ON file WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER page_no_insert BEFORE INSERT ON page WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER directive_no_insert BEFORE INSERT ON directive WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER assignment_no_insert BEFORE INSERT ON assignment WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER assignment_body_no_insert BEFORE INSERT ON assignment_body WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER deadline_no_insert BEFORE INSERT ON deadline WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER reference_no_insert BEFORE INSERT ON reference WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_no_insert BEFORE INSERT ON note WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER unclaimed_no_insert BEFORE INSERT ON unclaimed WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER recipient_no_insert BEFORE INSERT ON recipient WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER recipient_no_update BEFORE UPDATE ON recipient WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER recipient_no_delete BEFORE DELETE ON recipient WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER received_no_insert BEFORE INSERT ON received WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER received_no_update BEFORE UPDATE ON received WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER received_no_delete BEFORE DELETE ON received WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER signature_no_insert BEFORE INSERT ON signature WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER file_no_update BEFORE UPDATE ON file WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER body_no_insert BEFORE INSERT ON body WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER body_name_no_insert BEFORE INSERT ON body_name WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER issuer_no_insert BEFORE INSERT ON issuer WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_type_no_insert BEFORE INSERT ON document_type WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_type_no_update BEFORE UPDATE ON document_type WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_type_no_delete BEFORE DELETE ON document_type WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_message_no_insert BEFORE INSERT ON note_message WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_message_no_update BEFORE UPDATE ON note_message WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_message_no_delete BEFORE DELETE ON note_message WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER edit_map_no_update BEFORE UPDATE ON edit_map WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER doubtful_word_no_update BEFORE UPDATE ON doubtful_word WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
INSERT INTO meta (name, value) VALUES ('about', 'ketluan: nhiệm vụ trong văn bản kết luận; tasks given by conclusions');
INSERT INTO meta (name, value) VALUES ('documentation', 'docs/schema.md of the package ketluan');
