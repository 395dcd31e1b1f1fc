-- Files that a command has in hand, so that another one leaves them alone; the row goes when the file is done. One whose
-- process is gone is taken over. — tệp đang đọc
CREATE TABLE claim (
  sha256 TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  host TEXT NOT NULL, -- name of the computer
  pid INTEGER NOT NULL, -- number of the process there
  started_at TEXT NOT NULL, -- ISO 8601 with zone
  attempts INTEGER NOT NULL -- how often it was begun: a file that ends its process twice is set aside
) WITHOUT ROWID;

-- Page images of a file that is being read, as they were recognised, so that an interrupted reading goes on behind them.
-- Neither searched nor published; gone when the file is done. — trang đọc dở
CREATE TABLE unfinished_page (
  sha256 TEXT NOT NULL, -- of the file
  image TEXT NOT NULL, -- SHA-256 of engine, layout and image
  content BLOB NOT NULL, -- zlib: JSON of what was recognised, under a key that only the image gives (AES-256-GCM)
  PRIMARY KEY (sha256, image)
) WITHOUT ROWID;

-- Where copies of this database were written: they keep what is taken out here. — bản công bố, bản sao lưu
CREATE TABLE copy (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('published', 'backup')),
  last_change INTEGER NOT NULL -- last entry of the change feed that it holds
) WITHOUT ROWID;

-- Files that a person looked at and found not to be classified, although a mark seemed to stand there. — đã xem, không mật
CREATE TABLE let_through (
  sha256 TEXT PRIMARY KEY
) WITHOUT ROWID;
