-- The tables of ketluan. Integer columns that end in _key are internal and may change when a file is read again;
-- columns called id are stable for ever. Offsets are UTF-16 units, as JavaScript and the pages' own text count them.

-- Facts about this database.
CREATE TABLE meta (
  name TEXT PRIMARY KEY, -- about, documentation, index_version
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO meta (name, value) VALUES
  ('about', 'ketluan: nhiệm vụ trong văn bản kết luận; tasks given by conclusions'),
  ('documentation', 'docs/schema.md of the package ketluan');

-- A set of stage versions and models that files were processed with; many files share one.
CREATE TABLE process (
  process_key INTEGER PRIMARY KEY,
  stage_versions TEXT NOT NULL, -- JSON object: stage name → version
  model_card TEXT NOT NULL, -- JSON object: what the models were made from; {} when none was used
  UNIQUE (stage_versions, model_card)
);

-- One run of ingestion. — lượt nhập
CREATE TABLE batch (
  batch_key INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL, -- ISO 8601 with zone
  finished_at TEXT, -- null while it runs or after a crash
  roots TEXT NOT NULL -- JSON array of the files and folders that were asked for
);

-- The manifest of a batch: every file that was met and what became of it. — bảng kê
CREATE TABLE batch_file (
  batch_key INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
  path TEXT NOT NULL,
  sha256 TEXT, -- null when the file could not be read
  outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'needs-review', 'duplicate', 'quarantined', 'skipped')),
  reason_vi TEXT,
  reason_en TEXT,
  PRIMARY KEY (batch_key, path)
) WITHOUT ROWID;

-- One file, known by the hash of its bytes. — tệp
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
);
CREATE INDEX file_by_status ON file (status);

-- One page of a file: the text as read, and as repaired. — trang
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
  words BLOB, -- zlib: JSON of columns, see docs/schema.md; null when the page has no words with boxes
  UNIQUE (file_key, number)
);

-- The replacements that repair made in a file, packed: the way between raw and repaired text. — sửa máy
CREATE TABLE edit_map (
  file_key INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
  edits BLOB NOT NULL -- zlib: JSON of columns rawStart, rawEnd, start, end, confidence, by
);

-- A word that a person should check. — từ nghi ngờ
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

-- Authors of documents. — cơ quan ban hành
CREATE TABLE issuer (
  issuer_key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL -- its words in lower case, without marks, đ as d
);

-- Kinds of documents. — loại văn bản
CREATE TABLE document_type (
  type_key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL
);

-- One document; a file may hold several. — văn bản
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
);
CREATE INDEX document_by_file ON document (file_key);
CREATE INDEX document_by_number ON document (number);
CREATE INDEX document_by_date ON document (issued_on);

-- Lines of Nơi nhận, as printed.
CREATE TABLE recipient (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document_key, ordinal)
) WITHOUT ROWID;

-- Arrival stamps. — dấu công văn đến
CREATE TABLE received (
  document_key INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  number TEXT,
  received_on TEXT,
  received_by TEXT,
  PRIMARY KEY (document_key, ordinal)
) WITHOUT ROWID;

-- One task-giving item. — chỉ đạo, nhiệm vụ
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
);
CREATE INDEX directive_by_document ON directive (document_key, ordinal);
-- Narrow copy for counting: a row of directive is wide because of its text.
CREATE INDEX directive_narrow ON directive (directive_key, document_key);

-- One clause of a directive with its own subject or deadline. — phân công
CREATE TABLE assignment (
  directive_key INTEGER NOT NULL REFERENCES directive ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- from 1
  span_start INTEGER NOT NULL, -- in the directive's text
  span_end INTEGER NOT NULL,
  text TEXT, -- null: the span says it
  PRIMARY KEY (directive_key, ordinal)
) WITHOUT ROWID;

-- Bodies, each once. — cơ quan, đơn vị, cá nhân
CREATE TABLE body (
  body_key INTEGER PRIMARY KEY,
  normalized TEXT NOT NULL, -- what equal bodies share
  level TEXT, -- central, province, district, commune; null unknown
  branch TEXT, -- party, state, front, other; null unknown
  name TEXT NOT NULL, -- as first written: for display
  folded TEXT NOT NULL -- normalized name in lower case without marks, for filters
);
CREATE UNIQUE INDEX body_identity ON body (normalized, ifnull(level, ''), ifnull(branch, ''));

-- Ways in which documents write a body.
CREATE TABLE body_name (
  name_key INTEGER PRIMARY KEY,
  body_key INTEGER NOT NULL REFERENCES body,
  name TEXT NOT NULL, -- as written
  folded TEXT NOT NULL,
  UNIQUE (body_key, name)
);

-- Who has which role in an assignment.
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
CREATE INDEX assignment_body_by_body ON assignment_body (body_key, role);

-- When something is due. — thời hạn
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
CREATE INDEX deadline_by_due ON deadline (due, bound) WHERE due IS NOT NULL;

-- Documents that a directive cites. — văn bản viện dẫn
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
  title TEXT,
  PRIMARY KEY (directive_key, ordinal)
) WITHOUT ROWID;
CREATE INDEX reference_by_number ON reference (number);

-- Sentences of notes, each once.
CREATE TABLE note_message (
  message_key INTEGER PRIMARY KEY,
  vi TEXT NOT NULL,
  en TEXT NOT NULL,
  UNIQUE (vi, en)
);

-- Doubts and remarks about a document or one of its directives. — ghi chú
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

-- What a person changed. Never overwritten by reading the file again: it is tied to stable ids. — sửa tay
CREATE TABLE correction (
  correction_key INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT NOT NULL,
  directive_id TEXT, -- null: about the document's header
  field TEXT NOT NULL, -- due, lead, text, number, review …
  old_value TEXT,
  new_value TEXT,
  corrected_by TEXT NOT NULL,
  corrected_at TEXT NOT NULL -- ISO 8601 with zone
);
CREATE INDEX correction_by_document ON correction (document_id, directive_id, field);

-- The change feed: take what has a higher sequence than the last you saw. — nhật ký thay đổi
CREATE TABLE change (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
  entity TEXT NOT NULL CHECK (entity IN ('document', 'correction')),
  id TEXT NOT NULL, -- document.id; a correction is named by its document
  changed_at TEXT NOT NULL -- ISO 8601 with zone
);

-- Every word of directives, in lower case without marks and with đ as d: what the beginning of a word may go on to.
CREATE TABLE word (
  word TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Full text of directives: which words each one has, without their places, which keeps it small and fast. One column holds
-- four kinds of words, told apart by their first sign: dang: words in lower case without marks and with đ as d; =dang_uy:
-- two neighbours of them, by which phrases are found; ~đảng: words that carry marks, in lower case with tone marks in one
-- place; #b12: filters (output/store/index-text.ts lists them). Read only rowid from this table.
CREATE VIRTUAL TABLE directive_fts USING fts5 (
  words,
  content="directive", content_rowid="directive_key", tokenize="ascii tokenchars '_=~#'",
  detail=none, columnsize=0
);
